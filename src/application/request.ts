import type {
  Checkpoint,
  Configuration,
  Day,
  ItemCode,
  ItemCommand,
  Language,
  OperationId,
  Phase,
  Role,
  Section,
  TimeOfDay,
  TimeZone,
} from '../engagement/index';
import type { About, Filled, Form, ItemVerb } from './forms';
import type { HistoryQuestion } from './history-question';
import type { ItemQuestion } from './item-question';
import type { Address, CardName, Member, OutsideId, Place } from './loaded';

export * from './forms';
export * from './history-question';
export * from './item-question';

/** Something to be added to a section, as somebody wrote it on one line. */
export type NewLine = { readonly title: string; readonly owner?: OutsideId; readonly dueOn?: Day };

/** A pasted line that made no item, and why: no title, too long a title, a person who is not here, a day that is none. */
export type Unread = {
  readonly line: string;
  readonly why: 'title' | 'tooLong' | 'person' | 'date';
};

/**
 * What somebody wants done. As the command of the same name, but people are named as they are outside, and a phase that
 * is not named is the current one.
 */
export type Wish =
  | Exclude<ItemCommand, { type: 'AssignItem' | 'ReturnItem' }>
  | { readonly type: 'AssignItem'; readonly item: ItemCode; readonly assignee: OutsideId; readonly dueOn?: Day }
  | { readonly type: 'AddItems'; readonly phase: Section; readonly lines: readonly NewLine[] }
  | { readonly type: 'AcknowledgePhase'; readonly phase: Section }
  | { readonly type: 'ConfirmResults' | 'WithdrawConfirmation'; readonly phase?: Phase }
  | { readonly type: 'RecordConfirmation'; readonly phase?: Phase; readonly name: string; readonly on: Day }
  | { readonly type: 'AdvancePhase'; readonly phase?: Phase; readonly reason?: string }
  /** Without a phase: the one before the current one. */
  | { readonly type: 'ReturnToPhase'; readonly phase?: Phase; readonly reason?: string }
  | { readonly type: 'SetRole'; readonly assignee: OutsideId; readonly role: Role }
  | { readonly type: 'HandOver'; readonly person: OutsideId; readonly assignee: OutsideId }
  /** Without a person: the asker. Without a day: back again. */
  | { readonly type: 'SetAway'; readonly person?: OutsideId; readonly until?: Day }
  | ({ readonly type: 'ConfigureEngagement' } & Configuration)
  | ({ readonly type: 'SetCheckpoint' } & Partial<Checkpoint>)
  /** Without a day: the next one. */
  | { readonly type: 'SkipCheckpoint'; readonly day?: Day }
  /** For the asker. `until`: the day from which on they are reminded again; without it at once. */
  | { readonly type: 'SnoozeReminders'; readonly until?: Day }
  | { readonly type: 'PauseEngagement'; readonly until?: Day }
  | { readonly type: 'ResumeEngagement' }
  | { readonly type: 'FinishEngagement' }
  | { readonly type: 'DiscardEngagement' }
  | { readonly type: 'CancelEngagement'; readonly reason: string }
  | { readonly type: 'Undo'; readonly of?: OperationId };

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

/** Which items of a section are shown. */
export type Which = 'open' | 'all';

/** What cannot be taken back is shown first, and done when that is confirmed. */
export type Grave = Extract<Wish, { type: 'HandOver' | 'FinishEngagement' | 'DiscardEngagement' }>;

/** One thing a sentence or a press asks for; both lead to the same. */
export type Request =
  | { readonly type: 'start'; readonly answers: StartAnswers }
  | { readonly type: 'act'; readonly wishes: readonly Wish[] }
  /** What is to be done is clear, to which item is not. `filled`: what else is known. */
  | { readonly type: 'whichItem'; readonly verb: ItemVerb; readonly filled: Filled }
  /** Lines as somebody pasted them, still to be read. */
  | { readonly type: 'add'; readonly phase: Section; readonly text: string }
  /** Shows what would be done, with the button that does it. */
  | { readonly type: 'confirm'; readonly wish: Grave }
  /** "Move A5 to Monday": its due day if it has one, or else deferred until then. */
  | { readonly type: 'move'; readonly item: ItemCode; readonly day: Day }
  /** `anew`: to stand where the talk is now. */
  | { readonly type: 'show'; readonly what: 'overview'; readonly anew?: true }
  | { readonly type: 'show'; readonly what: 'mine' }
  | { readonly type: 'show'; readonly what: 'help' | 'text' }
  /** When the next checkpoint is. */
  | { readonly type: 'show'; readonly what: 'checkpoints' }
  | { readonly type: 'show'; readonly what: 'history'; readonly question: HistoryQuestion }
  | { readonly type: 'show'; readonly what: 'startForm'; readonly filled: Partial<StartAnswers> }
  | {
      readonly type: 'show';
      readonly what: 'section';
      readonly section: Section;
      readonly which: Which;
      /** From 1; a long list goes on on the next one. */
      readonly page?: number;
    }
  /** What's left, over everything. */
  | { readonly type: 'show'; readonly what: 'left' }
  /** `asked`: what of it is to be answered in a sentence. */
  | { readonly type: 'show'; readonly what: 'item'; readonly item: ItemCode; readonly asked?: 'owner' | 'due' }
  /** Items that stand so. */
  | { readonly type: 'show'; readonly what: 'items'; readonly question: ItemQuestion }
  /** What to do now; what is missing to move on. */
  | { readonly type: 'show'; readonly what: 'next' | 'gate' }
  /** Who has not confirmed the results yet. */
  | { readonly type: 'show'; readonly what: 'confirmations'; readonly phase?: Section }
  | {
      readonly type: 'show';
      readonly what: 'form';
      readonly form: Form;
      readonly about: About;
      readonly filled: Filled;
    }
  /** More than one item fits: each with what would be done to it. */
  | { readonly type: 'choose'; readonly options: readonly { readonly item: ItemCode; readonly request: Request }[] }
  | { readonly type: 'greeting'; readonly thanks?: true }
  /** "No, leave it": what was asked back is not to be done. */
  | { readonly type: 'declined' }
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
  /** The thread of a channel it came from, where posts of that thread are reached. */
  readonly thread?: Address;
  /** `timeZone`: where their client is. */
  readonly by: Pick<Member, 'id' | 'name'> & { readonly timeZone?: TimeZone };
  /** The same for every delivery of the same sentence or press. */
  readonly op: OperationId;
  /** The language of the asker's client, if we speak it. */
  readonly locale?: Language;
  /** In the personal chat of whoever asks. */
  readonly personal?: true;
  /** Nobody else will read the answer. */
  readonly alone?: true;
} & (
  | {
      readonly kind: 'said';
      /** Without the mention of the bot. */
      readonly text: string;
      /** The message itself: where, and under what it is answered. */
      readonly message?: { readonly thread: Address; readonly under: string };
      /** The people really mentioned, in the order of the sentence. */
      readonly mentioned: readonly Pick<Member, 'id' | 'name'>[];
    }
  | {
      readonly kind: 'pressed';
      readonly request: Request;
      /** The engagement the press is about, as its data say. */
      readonly engagementId?: string;
      /** The post the pressed button stands on. */
      readonly on?: string;
      /** The living card that post claims to be. */
      readonly card?: CardName;
      /** Pressed in a form, which is closed by that. */
      readonly closes?: true;
      /** It stands on a question that was put to this person. */
      readonly asked?: OutsideId;
    }
);

/** Whether a press is to do something, and not only to show it. */
export const changesSomething = (inbound: Inbound): boolean =>
  inbound.kind === 'pressed' && ['act', 'add', 'start'].includes(inbound.request.type);
