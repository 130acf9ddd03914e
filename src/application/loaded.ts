import {
  type Day,
  type Engagement,
  type EngagementId,
  type Instant,
  type ItemCode,
  type Language,
  type PersonId,
  type Phase,
  phases,
  type Reminded,
  type Reminder,
  type TimeZone,
} from '../engagement/index';

/** One conversation of one tenant: a channel, a group chat or a personal chat. Threads belong to their channel. */
export type Place = {
  readonly tenantId: string;
  readonly conversationId: string;
  /** The team a channel belongs to. */
  readonly team?: string;
};

/** How the messenger reaches a place, in its own words. Opaque to everybody else. */
export type Address = string;

/** Who somebody is outside of engagements: in Teams the Entra object id. */
export type OutsideId = string;

export type Member = { readonly id: OutsideId; readonly name: string; readonly guest: boolean };

/** Whether somebody is a guest is known once the roster was asked. */
export type KnownPerson = Pick<Member, 'id' | 'name'> & {
  readonly guest?: boolean;
  readonly language?: Language;
  /** Where their client last said it was. */
  readonly timeZone?: TimeZone;
};

/** The only place where the people of an engagement have names. Stands beside the state and is no part of the fold. */
export type People = Readonly<Record<PersonId, KnownPerson>>;

/** An engagement as it was at one point read. `notStarted` and without token where nothing is stored. */
export type Loaded = {
  readonly id: EngagementId;
  readonly place?: Place;
  readonly engagement: Engagement;
  readonly people: People;
  /** What `append` compares, so that nobody writes onto what they have not seen. */
  readonly token?: string;
};

/** The same conversation, whatever else is known of it. */
export const isSamePlace = (one: Place, other: Place): boolean =>
  one.tenantId === other.tenantId && one.conversationId === other.conversationId;

/** A post that is kept true: rendered anew whenever it is behind. `closing`: how it went, posted at the end. */
export type CardName = 'overview' | `phase-${Phase}` | 'closing';
export const cardNames: readonly CardName[] = [
  'overview',
  ...phases.map((phase): CardName => `phase-${phase}`),
  'closing',
];

/** A message that stands in a conversation. */
export type Post = { readonly place: Place; readonly address: Address; readonly activityId: string };

/** Something one person is told once. */
export type Notice = { readonly to: PersonId } & News;

export type News =
  /** Work given by somebody else. */
  | { readonly type: 'assigned'; readonly by: PersonId; readonly items: readonly ItemCode[] }
  /** Leads hear what waits for something. */
  | { readonly type: 'blocked'; readonly by: PersonId; readonly items: readonly ItemCode[] }
  /** An owner hears what is open again. */
  | { readonly type: 'reopened'; readonly by: PersonId; readonly items: readonly ItemCode[] }
  /** Nothing is open any more, but it is not left by itself: leads (and for the joint check FastTrack) are asked. */
  | { readonly type: 'asked'; readonly phase: Phase }
  /** Whoever confirmed the results hears that something is open again. */
  | { readonly type: 'voided'; readonly phase: Phase; readonly items: readonly ItemCode[] }
  /** Something of theirs is due soon or overdue, is blocked for long, came back, or waits for their word. */
  | { readonly type: 'reminder'; readonly reminders: readonly Reminder[] }
  /** Leads hear once that somebody left, and what they leave behind. */
  | { readonly type: 'left'; readonly person: PersonId; readonly items: readonly ItemCode[] };

/** What is told to all, in a post of its own: how things stand for the next meeting. */
export type CheckpointNews = {
  readonly type: 'checkpoint';
  /** The day of the meeting; none where it only catches up on what was missed. */
  readonly meeting?: Day;
  /** It comes more than an hour after its time. */
  readonly late: boolean;
  /** The checkpoint post before, which this one is compared with. */
  readonly before?: Reminded;
};

/** What somebody is answered whose sentence changed something, where the answer itself may not have reached them. */
export type AnswerNews = {
  readonly type: 'answer';
  readonly to: PersonId;
  /** Where it was asked, and what. */
  readonly thread: Address;
  readonly under: string;
  readonly language: Language;
  /** The events it is about, by number; both included. */
  readonly first: number;
  readonly last: number;
};

/** One message to be posted once. */
export type Message = Notice | CheckpointNews | AnswerNews;

/** What a commit wants to be seen by others: cards to be rendered anew, and messages to be posted once. */
export type Outbox = {
  readonly cards: readonly CardName[];
  /** `slot` names what is told; the same slot is never told twice. `leasedUntil`: whoever saves it is at it until then. */
  readonly posts: readonly { readonly slot: string; readonly message: Message; readonly leasedUntil?: Instant }[];
};
