import type {
  Checkpoint,
  Day,
  ItemCode,
  ItemCommand,
  Language,
  Section,
  TimeOfDay,
  TimeZone,
} from '../engagement/index';
import type { Address, Member, OutsideId, Place } from './loaded';

/** What somebody wants done. As the command of the same name, but people are named as they are outside. */
export type Wish =
  | Exclude<ItemCommand, { type: 'AssignItem' | 'ReturnItem' }>
  | { readonly type: 'AssignItem'; readonly item: ItemCode; readonly assignee: OutsideId; readonly dueOn?: Day }
  | { readonly type: 'AcknowledgePhase'; readonly phase: Section };

export type StartAnswers = {
  readonly customer: string;
  readonly language?: Language;
  readonly timeZone?: TimeZone;
  readonly lead?: OutsideId;
  readonly specialist?: OutsideId;
  readonly every?: Checkpoint['every'];
  readonly weekday?: number;
  readonly time?: TimeOfDay;
};

/** The item verbs that have a form. */
export type ItemForm = 'item.assign' | 'item.defer' | 'item.exclude' | 'item.block' | 'item.reopen';

/** What is known already when a form is shown. */
export type Filled = {
  readonly assignee?: OutsideId;
  readonly dueOn?: Day;
  readonly until?: Day;
  readonly reason?: string;
};

/** Which items of a section are shown. */
export type Which = 'open' | 'all';

/** One thing a sentence or a press asks for; both lead to the same. */
export type Request =
  | { readonly type: 'start'; readonly answers: StartAnswers }
  | { readonly type: 'act'; readonly wishes: readonly Wish[] }
  | { readonly type: 'show'; readonly what: 'overview' | 'mine' | 'help' }
  | { readonly type: 'show'; readonly what: 'startForm'; readonly filled: Partial<StartAnswers> }
  | { readonly type: 'show'; readonly what: 'section'; readonly section: Section; readonly which: Which }
  /** What's left, over everything. */
  | { readonly type: 'show'; readonly what: 'left' }
  | { readonly type: 'show'; readonly what: 'item'; readonly item: ItemCode }
  | {
      readonly type: 'show';
      readonly what: 'form';
      readonly form: ItemForm;
      readonly item: ItemCode;
      readonly filled: Filled;
    }
  /** More than one item fits: each with what would be done to it. */
  | { readonly type: 'choose'; readonly options: readonly { readonly item: ItemCode; readonly request: Request }[] }
  | { readonly type: 'greeting' }
  /** A mention and nothing else. */
  | { readonly type: 'empty' }
  /** A press whose data is not what a card of ours sends. */
  | { readonly type: 'unreadable' }
  /** Understood only in part, or not at all. `unknownCode` is a code no item has. */
  | {
      readonly type: 'unclear';
      readonly items: readonly ItemCode[];
      readonly day?: Day;
      readonly unknownCode?: string;
    };

/** Something came in from a person. Everything here was verified by the edge, except the wording of it. */
export type Inbound = {
  readonly place: Place;
  readonly address: Address;
  readonly by: { readonly id: OutsideId; readonly name: string };
  /** The same for every delivery of the same sentence or press. */
  readonly op: string;
  /** The asker's client: its language, if we speak it, and its time zone. */
  readonly locale?: Language;
  readonly timeZone?: TimeZone;
} & (
  | {
      readonly kind: 'said';
      /** Without the mention of the bot. */
      readonly text: string;
      /** The people really mentioned, in the order of the sentence. */
      readonly mentioned: readonly Pick<Member, 'id' | 'name'>[];
    }
  | {
      readonly kind: 'pressed';
      readonly request: Request;
      /** Data of the press names another engagement than the one that lives here. */
      readonly engagementId?: string;
      /** The post the pressed button stands on. */
      readonly on?: string;
    }
);
