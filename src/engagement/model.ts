/** `YYYY-MM-DD`, a calendar day in the engagement's time zone. */
export type Day = string;
/** `HH:mm`, local time of day. */
export type TimeOfDay = string;
/** ISO 8601 in UTC, to the millisecond. */
export type Instant = string;
/** IANA name, for example `Europe/Berlin`. */
export type TimeZone = string;
export type Language = 'en' | 'de';
export type EngagementId = string;
/** A person inside one engagement (`p1`, `p2` …). Says nothing about who that is outside of it. */
export type PersonId = string;
/** Names one sentence or press, so that it is applied once however often it arrives. */
export type OperationId = string;
/** `A3`: the same in every language, never used twice. */
export type ItemCode = string;

export const phases = ['initiate', 'assess', 'remediate', 'enable'] as const;
export type Phase = (typeof phases)[number];
export const sections = ['general', ...phases] as const;
/** Where items stand: a phase, or the standing responsibilities that are valid throughout. */
export type Section = (typeof sections)[number];

export type Role = 'lead' | 'specialist' | 'member';

/** Acts for nobody: what the engagement owes when a date comes. No person can have this id. */
export const lotse: PersonId = 'lotse';

/** Who, and when. */
export type Mark = { readonly by: PersonId; readonly at: Instant; readonly on: Day };

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
export type ItemDefinition = { readonly code: ItemCode; readonly section: Section; readonly standing: boolean };

export type Item = ItemDefinition & {
  /** Where the item counts now: another than `section` once it was carried over. */
  readonly countsIn: Section;
  readonly state: ItemState;
  readonly owner?: PersonId;
  readonly dueOn?: Day;
  /** One mark per person; the owner's own means "accepted". */
  readonly acknowledgements: readonly Mark[];
};

/** The meeting of both sides, as agreed at the start. */
export type Checkpoint = {
  readonly every: 'week' | 'twoWeeks' | 'weekday' | 'off';
  /** Monday 1 … Sunday 7. */
  readonly weekday: number;
  readonly time: TimeOfDay;
};

/** No `opened` but `left`: passed over, because it was settled before its turn came. */
export type PhaseRecord = { readonly opened?: Mark; readonly left?: Mark };

export type Engagement = {
  readonly status: 'notStarted' | 'running';
  /** How many events were folded into this state. */
  readonly version: number;
  readonly customer: string;
  readonly language: Language;
  readonly timeZone: TimeZone;
  /** The catalogue whose wording this engagement was started with. */
  readonly catalogVersion: string;
  readonly started?: Mark;
  readonly checkpoint?: Checkpoint;
  /** The current phase; none before the start and after the last one. */
  readonly phase?: Phase;
  readonly phases: Readonly<Record<Phase, PhaseRecord>>;
  /** In the order of the catalogue. */
  readonly items: Readonly<Record<ItemCode, Item>>;
  /** Whoever is not named here is a team member. */
  readonly roles: Readonly<Record<PersonId, Role>>;
};

export const notStarted: Engagement = {
  status: 'notStarted',
  version: 0,
  customer: '',
  language: 'en',
  timeZone: 'UTC',
  catalogVersion: '',
  phases: { initiate: {}, assess: {}, remediate: {}, enable: {} },
  items: {},
  roles: {},
};

/** Longest texts, in characters. */
export const limits = { customer: 80, reason: 300, note: 1000 } as const;

/** Who asks, and when. `today` is the engagement's local day. */
export type Asked = {
  readonly by: PersonId;
  readonly at: Instant;
  readonly today: Day;
  readonly op: OperationId;
};
