import type {
  Day,
  Instant,
  ItemCode,
  Language,
  Mark,
  OperationId,
  PersonId,
  Phase,
  Role,
  Section,
  Side,
  TimeZone,
} from './basics';
import type { Checkpoint, Reminders } from './reminders/model';

export * from './basics';
export * from './reminders/model';

/** A deferral or exclusion is agreed when a lead or FastTrack made it, or acknowledged it since. */
export type ItemState =
  | { readonly type: 'open' }
  | { readonly type: 'blocked'; readonly reason: string; readonly mark: Mark }
  | {
      readonly type: 'deferred';
      readonly until: Day;
      readonly reason: string;
      readonly agreed: boolean;
      readonly mark: Mark;
    }
  | { readonly type: 'excluded'; readonly reason: string; readonly agreed: boolean; readonly mark: Mark }
  | { readonly type: 'complete'; readonly note?: string; readonly mark: Mark };

/** What an engagement is started with, one per responsibility of the catalogue. */
export type ItemDefinition = {
  readonly code: ItemCode;
  readonly section: Section;
  readonly standing: boolean;
  /** It stands for the steps people add to its phase, or for the joint check at its end. */
  readonly part?: 'steps' | 'jointCheck';
};

export type Note = Mark & { readonly note: string };

export type Item = ItemDefinition & {
  /** Only items people added have one; the others are worded by the catalogue. */
  readonly title?: string;
  /** Where the item counts now: another than `section` once it was carried over. */
  readonly countsIn: Section;
  readonly state: ItemState;
  readonly owner?: PersonId;
  readonly dueOn?: Day;
  /** One mark per person; the owner's own means "accepted". */
  readonly acknowledgements: readonly Mark[];
  /** The newest few, oldest first; the record holds them all. */
  readonly notes: readonly Note[];
};

/** A phase left with something missing: why, and what that was. */
export type Anyway = Mark & {
  readonly reason: string;
  readonly items: readonly ItemCode[];
  /** Whose confirmation was missing. */
  readonly sides: readonly Side[];
};

/** No `opened` but `left`: passed over, because it was settled before its turn came. */
export type PhaseRecord = {
  readonly opened?: Mark;
  readonly left?: Mark;
  /** Whose word it was left with. */
  readonly confirmed?: Confirmations;
  readonly anyway?: Anyway;
  /** Stepped back into: it is not left by itself before something in it was open again. */
  readonly stays?: Mark & { readonly reason?: string };
};

/** One side's word that the results of remediation are right. `recorded`: given in the meeting, entered by a lead. */
export type Confirmation = Mark & { readonly recorded?: Recorded };
export type Confirmations = Readonly<Partial<Record<Side, Confirmation>>>;
export type Recorded = { readonly name: string; readonly on: Day; readonly person?: PersonId };

/** From `finished` on nothing changes any more. */
export type Status = 'notStarted' | 'running' | 'paused' | 'finished' | 'cancelled' | 'discarded';

export type Engagement = {
  readonly status: Status;
  /** How many events were folded into this state. */
  readonly version: number;
  readonly customer: string;
  readonly language: Language;
  readonly timeZone: TimeZone;
  /** The catalogue whose wording this engagement was started with. */
  readonly catalogVersion: string;
  readonly started?: Mark;
  readonly checkpoint?: Checkpoint;
  readonly reminders: Reminders;
  /** The last end of a pause. `until`: the day on which it was to go on by itself. */
  readonly resumed?: Mark & { readonly until?: Day };
  /** The current phase; none before the start and after the last one. */
  readonly phase?: Phase;
  readonly phases: Readonly<Record<Phase, PhaseRecord>>;
  /** In the order of the catalogue. */
  readonly items: Readonly<Record<ItemCode, Item>>;
  /** Whoever is not named here is a team member. */
  readonly roles: Readonly<Record<PersonId, Role>>;
  /** Codes of items that were removed: no code is used twice. */
  readonly removed: readonly ItemCode[];
  /** What the joint check has so far; empty once something is open again or the phase is left. */
  readonly confirmations: Confirmations;
  /** Until when somebody is away, that day included. Never why. */
  readonly away: Readonly<Record<PersonId, Day>>;
  /** Who left the conversation. */
  readonly gone: readonly PersonId[];
  /** Somebody made themselves lead because none was there any more. */
  readonly tookOver?: Mark;
  /** `until`: the day on which it goes on by itself. */
  readonly paused?: Mark & { readonly until?: Day };
  readonly ended?: Mark & { readonly reason?: string };
};

export const notStarted: Engagement = {
  status: 'notStarted',
  version: 0,
  customer: '',
  language: 'en',
  timeZone: 'UTC',
  catalogVersion: '',
  phases: { initiate: {}, assess: {}, remediate: {}, enable: {} },
  reminders: { skipped: [], told: {}, since: {}, returned: {}, quiet: {} },
  items: {},
  roles: {},
  removed: [],
  confirmations: {},
  away: {},
  gone: [],
};

/** Longest texts, in characters; how many items people may add to one section; how many notes of an item are at hand. */
export const limits = { customer: 80, title: 80, name: 80, reason: 300, note: 1000, added: 20, notes: 3 } as const;

/** Who asks, and when. `today` is the engagement's local day. */
export type Asked = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly today: Day;
  readonly op: OperationId;
};
