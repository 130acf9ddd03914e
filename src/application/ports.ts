import type { Asked, Day, EngagementId, Event, Instant } from '../engagement/index';
import type { Address, CardName, Loaded, Member, Notice, OutsideId, Place } from './loaded';
import type { Reply } from './reply';

export type * from './loaded';

/** What a commit wants to be seen by others: cards to be rendered anew, and messages to be posted once. */
export type Outbox = {
  readonly cards: readonly CardName[];
  /** `slot` names the message; the same slot is never posted twice. `under` is the card it replies to. */
  readonly posts: readonly { readonly slot: string; readonly under: CardName; readonly notice: Notice }[];
};

export interface EngagementStore {
  /** One point read. Throws only when storage cannot be reached. */
  load(id: EngagementId): Promise<Loaded>;
  /**
   * One transaction: the new head (state folded with `events`, `people` and `place` as in `onto`), the events, the
   * operation, and what the outbox wants. Throws `ConcurrencyError` when `onto` is stale, `DuplicateError` when the
   * operation was applied before, `NotSavedError` when storage refused it, `UncertainError` when it cannot be told
   * whether it was saved.
   */
  append(onto: Loaded, events: readonly Event[], asked: Asked, outbox: Outbox): Promise<void>;
  /** Forgets which operations were applied before this instant: nothing is delivered twice after so long a time. */
  forgetOperations(id: EngagementId, before: Instant): Promise<void>;
  /** The whole record, oldest first. Folding it gives exactly the state that `load` returns. */
  history(id: EngagementId): Promise<readonly Event[]>;
}

/** The state of one living card. Behind while `wanted > shown`; both are versions of the engagement. */
export type CardRow = {
  readonly card: CardName;
  readonly activityId?: string;
  readonly wanted: number;
  readonly shown: number;
  /** The local day on which it was shown: what is overdue is a day more so on the next. */
  readonly shownOn?: Day;
  /** Somebody is at it until then. */
  readonly leasedUntil?: Instant;
  /** Somebody has a form of this post open: its update waits until then. */
  readonly heldUntil?: Instant;
  readonly token: string;
};

export type PostRow = {
  readonly slot: string;
  readonly under: CardName;
  readonly notice: Notice;
  readonly state: 'waiting' | 'sent' | 'unknown';
  readonly leasedUntil?: Instant;
  readonly token: string;
};

/** What is still to be delivered for an engagement. Rows come into being by `append` only. */
export interface Mailbox {
  /** Every living card, and the posts that still wait. */
  pending(id: EngagementId): Promise<{ readonly cards: readonly CardRow[]; readonly posts: readonly PostRow[] }>;
  /** Saves a row if nobody changed it since it was read; the saved row, or undefined if somebody did. */
  saveCard(id: EngagementId, row: CardRow): Promise<CardRow | undefined>;
  savePost(id: EngagementId, row: PostRow): Promise<PostRow | undefined>;
}

/** Which engagement lives in a place, and how that place is reached. */
export interface Directory {
  /**
   * The engagement that lives there (or lived there last), or the id a new one there would get. `anew`: without trusting
   * what this process remembers. No address: nobody knows how to reach the place (any more).
   */
  locate(place: Place, anew?: boolean): Promise<{ readonly id: EngagementId; readonly address?: Address }>;
  /** The id of the engagement that comes after this one in the same place. */
  following(id: EngagementId): EngagementId;
  register(place: Place, id: EngagementId, address: Address): Promise<void>;
  /** The place was deleted, or Lotse was removed from it. Its engagement stays; the next message from there reaches it again. */
  forget(place: Place): Promise<void>;
  /** Every place of a team that is known. */
  inTeam(tenantId: string, team: string): Promise<readonly Place[]>;
}

/** A hint: look at this engagement at this time. Too early or twice is harmless. */
export type DueRow = { readonly id: EngagementId; readonly at: Instant; readonly token: string };

export interface DueRows {
  /** Once per engagement and minute (`at` is rounded up to the full minute); writing it again renews its token. */
  look(id: EngagementId, at: Instant): Promise<void>;
  /** Every row up to and including this instant. */
  due(until: Instant): Promise<readonly DueRow[]>;
  /** Deletes the row unless it was written again since it was read. */
  done(row: DueRow): Promise<void>;
}

/** What became of something sent. Only `unknown` may have arrived without our knowing. */
export type Sent =
  | { readonly outcome: 'sent'; readonly activityId?: string }
  /** The post or conversation is no longer there. */
  | { readonly outcome: 'gone' }
  | { readonly outcome: 'later'; readonly seconds: number }
  | { readonly outcome: 'unknown' };

export interface Messenger {
  /** A new post of its own. */
  post(to: Address, reply: Reply): Promise<Sent>;
  /** The same post with new content. */
  update(to: Address, activityId: string, reply: Reply): Promise<Sent>;
  /** A reply in the thread of a post. */
  answer(to: Address, under: string, reply: Reply): Promise<Sent>;
}

export interface Roster {
  /** Everybody there, or undefined when they are too many to choose from a list (more than 100). */
  members(of: Address): Promise<readonly Member[] | undefined>;
  /**
   * This person, if they are there. `anew`: without trusting what was read a moment ago. Throws `UnreachableError` when
   * that cannot be found out right now.
   */
  member(of: Address, id: OutsideId, anew?: boolean): Promise<Member | undefined>;
  /** What people call the place: the team's name where there is one. */
  nameOf(of: Address): Promise<string | undefined>;
}

export interface Clock {
  now(): Instant;
  /** Resolves after so many milliseconds. */
  wait(milliseconds: number): Promise<void>;
}

export interface Log {
  info(what: Readonly<Record<string, unknown>>, text: string): void;
  warn(what: Readonly<Record<string, unknown>>, text: string): void;
  error(what: Readonly<Record<string, unknown>>, text: string): void;
}

/** Somebody else wrote first: load and decide again. */
export class ConcurrencyError extends Error {
  override readonly name = 'ConcurrencyError';
}

/** This operation was applied before. */
export class DuplicateError extends Error {
  override readonly name = 'DuplicateError';
}

/** The messenger cannot be reached right now, so it is not known who somebody is. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** Nothing was saved, and that is certain. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
}

/** Saved or not: storage did not say, and reading it again did not tell either. */
export class UncertainError extends Error {
  override readonly name = 'UncertainError';
}
