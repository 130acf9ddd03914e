import type { Asked, Day, EngagementId, Event, Instant } from '../engagement/index';
import type { Address, CardName, Loaded, Member, Message, OutsideId, Outbox, Place } from './loaded';
import type { Reply } from './reply';

export type * from './loaded';
export type * from './question-back';
export type * from './trace';
export * from './errors';
export { cardNames } from './loaded';

export interface EngagementStore {
  /** One point read. Throws only when storage cannot be reached. */
  load(id: EngagementId): Promise<Loaded>;
  /**
   * One transaction: the new head (state folded with `events`, `people` and `place` as in `onto`), the events (none, when
   * only something beside the state is new), the operation, and what the outbox wants. Throws `ConcurrencyError` when `onto` is stale, `DuplicateError` when the
   * operation was applied before, `NotSavedError` when storage refused it, `UncertainError` when it cannot be told
   * whether it was saved.
   */
  append(onto: Loaded, events: readonly Event[], asked: Asked, outbox: Outbox): Promise<void>;
  /** Forgets the operations applied, and the questions asked back, before this instant: nothing comes twice after so long. */
  forgetOperations(id: EngagementId, before: Instant): Promise<void>;
  /**
   * The record, oldest first. Folding all of it gives exactly the state that `load` returns. `part`: the events numbered
   * from `first` to `last`, both included; the first of all is 1, the newest has the version of the state.
   */
  history(id: EngagementId, part?: { readonly first: number; readonly last: number }): Promise<readonly Event[]>;
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
  /** Who has a form of this post open, and until when its update waits for them. */
  readonly holds?: Readonly<Record<OutsideId, Instant>>;
  /** The post of the overview its link leads to. */
  readonly linked?: string;
  /** Since when a newer state waits for forms to be closed. */
  readonly waitingSince?: Instant;
  /** It may stand in a second place that nobody told us of. */
  readonly doubted?: true;
  /** Where it stood before it was posted anew: each is to become a line that leads on. */
  readonly former?: readonly string[];
  readonly token: string;
};

/** Somebody is to be told something. */
export type PostRow = {
  readonly slot: string;
  readonly message: Message;
  /** When it happened. */
  readonly at: Instant;
  /**
   * `standing`: a checkpoint post that stands in full until the next one comes. `superseded`: nobody is told any more, because
   * a newer one tells it, too, or it is no longer wanted. `refused`: Teams will never take it, or whom it is for is not there.
   */
  readonly state: 'waiting' | 'standing' | 'sent' | 'superseded' | 'refused' | 'unknown';
  readonly leasedUntil?: Instant;
  /** The post it became. */
  readonly activityId?: string;
  /** A checkpoint that perhaps nobody saw: the next one is compared with what that one was to be compared with. */
  readonly untold?: true;
  readonly token: string;
};

/** What is still to be delivered for an engagement. Rows come into being by `append` only. */
export interface Mailbox {
  /** Every living card, and the posts that still wait or stand, or are to be told by the next one. */
  pending(id: EngagementId): Promise<{ readonly cards: readonly CardRow[]; readonly posts: readonly PostRow[] }>;
  /** Saves a row if nobody changed it since it was read; the saved row, or undefined if somebody did. */
  saveCard(id: EngagementId, row: CardRow): Promise<CardRow | undefined>;
  /** The same for several at once (at most 50), in one transaction: the saved rows, or undefined if one was changed. */
  savePosts(id: EngagementId, rows: readonly PostRow[]): Promise<readonly PostRow[] | undefined>;
}

/** Which engagement lives in a place, and how that place is reached. */
export interface Directory {
  /**
   * The engagement that lives there (or lived there last), or the id a new one there would get. `anew`: without trusting
   * what this process remembers. No address: nobody knows how to reach the place (any more).
   */
  locate(place: Place, anew?: boolean): Promise<Located>;
  /** The id of the engagement that comes after this one in the same place. */
  following(id: EngagementId): EngagementId;
  register(place: Place, id: EngagementId, address: Address): Promise<void>;
  /** The place was deleted, or Lotse was removed from it. Its engagement stays; the next message from there reaches it again. */
  forget(place: Place): Promise<void>;
  /** Teams says that Lotse is not there (any more): nothing is sent there until it is installed again or somebody writes. */
  park(place: Place): Promise<void>;
  /** Lotse is there again: of these places, those that were parked and can be reached again. */
  unpark(places: readonly Place[]): Promise<readonly EngagementId[]>;
  /** Every place of a team that is known. */
  inTeam(tenantId: string, team: string): Promise<readonly Place[]>;
  /** Where the overview of the engagement that lives there stands now. */
  showsOverview(place: Place, id: EngagementId, activityId: string): Promise<void>;
}

/** `overview`: the post of its overview, once there is one. */
export type Located = { readonly id: EngagementId; readonly address?: Address; readonly overview?: string };

/** People across the onboardings of a tenant. */
export interface Contacts {
  /** Of which engagements somebody is part, the oldest first. One query. */
  engagementsOf(tenantId: string, person: OutsideId): Promise<readonly EngagementId[]>;
  /** Somebody became part of an engagement. Again is harmless. */
  join(tenantId: string, person: OutsideId, id: EngagementId): Promise<void>;
  /** The engagement is over: it is no longer listed for somebody. Again is harmless. */
  leave(tenantId: string, person: OutsideId, id: EngagementId): Promise<void>;
  /** The personal chat of somebody, if they have one with Lotse. One point read. */
  chatOf(tenantId: string, person: OutsideId): Promise<Address | undefined>;
  /** Somebody has a personal chat. Cheap to say again: nothing is written that this process knows already. */
  meet(tenantId: string, person: OutsideId, chat: Address): Promise<void>;
  /** It takes nothing from Lotse any more. */
  part(tenantId: string, person: OutsideId): Promise<void>;
  /**
   * Claims the one digest somebody gets on a day of theirs, over all their onboardings, until an instant: `mine` once it
   * is ours, what was in it when they were sent it that day, else until when somebody else is at it.
   */
  claimDigest(tenantId: string, person: OutsideId, day: Day, now: Instant, until: Instant): Promise<DigestClaim>;
  /**
   * The digest claimed until that instant was sent with this in it (or may have been): it is not sent again that day.
   * Without `sent` it may be claimed anew, unless somebody else has claimed it by now.
   */
  settleDigest(tenantId: string, person: OutsideId, day: Day, until: Instant, sent?: DigestSent): Promise<void>;
}

/** Which engagements were in a digest, as they stood at an instant. */
export type DigestSent = { readonly had: readonly EngagementId[]; readonly at: Instant };
export type DigestClaim = 'mine' | DigestSent | { readonly busyUntil: Instant };

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
  /** The conversation takes nothing from us: Lotse was removed from it or blocked there. */
  | { readonly outcome: 'shut' }
  /** This message will never be taken: it is too large or malformed. */
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'later'; readonly seconds: number }
  | { readonly outcome: 'unknown' };

export interface Messenger {
  /** A new post of its own. */
  post(to: Address, reply: Reply): Promise<Sent>;
  /** The same post with new content. */
  update(to: Address, activityId: string, reply: Reply): Promise<Sent>;
  /** A reply in the thread of a post. */
  answer(to: Address, under: string, reply: Reply): Promise<Sent>;
  /** Takes a post of ours away. */
  remove(to: Address, activityId: string): Promise<Sent>;
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
