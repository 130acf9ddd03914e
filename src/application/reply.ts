import type {
  Command,
  Day,
  Event,
  ItemCode,
  Language,
  OperationId,
  PersonId,
  Rejection,
  Section,
} from '../engagement/index';
import type { CardName, CheckpointNews, Loaded, Member, Notice, OutsideId, Post } from './loaded';
import type { Needed } from './needs';
import type {
  About,
  Filled,
  Form,
  Grave,
  HistoryQuestion,
  ItemQuestion,
  ItemVerb,
  Request,
  StartAnswers,
  Unread,
  Which,
} from './request';

/** What is told about one thing that was asked for, or about the whole. The words are the view's. */
export type Saying =
  | { readonly type: 'accepted'; readonly command: Command; readonly events: readonly Event[] }
  | { readonly type: 'refused'; readonly rejection: Rejection }
  /** Pasted lines that made no item. */
  | { readonly type: 'unread'; readonly unread: readonly Unread[] }
  /** What is still to be said before anything can be done. */
  | { readonly type: 'missing'; readonly inputs: readonly Needed[] }
  /** Somebody else was asked this. */
  | { readonly type: 'askedOf'; readonly name?: string }
  | { readonly type: 'problem'; readonly problem: Problem };

export type Problem =
  | 'notSaved'
  | 'uncertain'
  /** What was pressed takes longer than anybody waits: to do it, or to show it. */
  | 'late'
  | 'slow'
  /** What a sentence did, where its answer did not arrive. */
  | 'answerLost'
  /** A form that has all it asks for: what stands in it is to be looked at and sent. */
  | 'toCheck'
  | 'personMissing'
  | 'unreachable'
  | 'empty'
  /** Somebody said thanks. */
  | 'thanked'
  /** What was asked back is not to be done. */
  | 'declined'
  /** A question that was answered by a sentence: what stands in its place while there is something else to be asked. */
  | 'goesOn'
  | 'notForHere'
  /** Asked in a personal chat about an onboarding that does not know the asker (any more). */
  | 'notPart'
  | 'notAMember'
  | 'badInput'
  | 'failed';

/** What to show, never how or in which words. */
export type Showing =
  | { readonly show: 'overview' | 'help' | 'left' | 'nothingHere' | 'started' | 'said' }
  /** `alone`: in somebody's personal chat, where no onboarding runs. */
  | { readonly show: 'welcome'; readonly alone?: true }
  /** What the asker has to do, in each onboarding shown; who they are in it. `due`: once a day, because something is due. */
  | { readonly show: 'mine'; readonly of: readonly Involved[]; readonly due?: true }
  /** When the next meetings are (filled in last), and what can be changed about them. */
  | { readonly show: 'checkpoints'; readonly next?: readonly Day[] }
  /** How things stand for the next meeting, to all. */
  | { readonly show: 'checkpoint'; readonly news: CheckpointNews }
  /** What a checkpoint post becomes once there is a newer one. */
  | { readonly show: 'checkpointOver'; readonly news: CheckpointNews }
  | {
      readonly show: 'history';
      readonly question: HistoryQuestion;
      /** One page, newest first. */
      readonly entries: readonly Entry[];
      /** Whether older ones follow on the next page. */
      readonly more: boolean;
    }
  /** The whole state as plain text, to be pasted somewhere else. */
  | { readonly show: 'text' }
  /** Asks which of these onboardings is meant. */
  | { readonly show: 'which'; readonly request: Request; readonly of: readonly Involved[] }
  /** The overview was posted anew: what whoever asked for it is told. */
  | { readonly show: 'posted' }
  /** All that is left of a post once its content stands elsewhere. */
  | { readonly show: 'moved' }
  /** How an onboarding went: people, durations, what was handed over, what was moved on anyway. */
  | { readonly show: 'closing' }
  | { readonly show: 'section'; readonly section: Section; readonly which: Which; readonly page?: number }
  /** `asked`: what of it is answered in a sentence. */
  | { readonly show: 'item'; readonly item: ItemCode; readonly asked?: 'owner' | 'due' }
  /** Items that stand as was asked, in the order they are to be read. `person`: whose, as they are called here. */
  | {
      readonly show: 'items';
      readonly question: ItemQuestion;
      readonly items: readonly ItemCode[];
      readonly person?: PersonId;
    }
  /** What to do now, the most urgent first. */
  | { readonly show: 'next'; readonly items: readonly ItemCode[] }
  /** What is missing to move on. */
  | { readonly show: 'gate' }
  /** Who has not confirmed the results yet. `phase`: the one that was named. */
  | { readonly show: 'confirmations'; readonly phase?: Section }
  /** What would be done, with the button that does it. `command`: the same with the people of the engagement. */
  | { readonly show: 'confirm'; readonly wish: Grave; readonly command: Command }
  /** Only the due day, or defer it? */
  | { readonly show: 'moveOrDefer'; readonly item: ItemCode; readonly day: Day }
  | {
      readonly show: 'form';
      readonly form: Form;
      readonly about: About;
      readonly filled: Filled;
      /** Whom to choose from; none when they are too many for a list. */
      readonly members?: readonly Member[];
    }
  | {
      readonly show: 'startForm';
      readonly filled: Partial<StartAnswers>;
      readonly members?: readonly Member[];
      readonly asker: Member;
    }
  /** What is to be done is clear, to which item is not. `items`: which of them it can be done to. */
  | {
      readonly show: 'whichItem';
      readonly verb: ItemVerb;
      readonly filled: Filled;
      readonly items: readonly ItemCode[];
      readonly members?: readonly Member[];
    }
  | { readonly show: 'choice'; readonly options: readonly { readonly item: ItemCode; readonly request: Request }[] }
  | {
      readonly show: 'unclear';
      readonly items: readonly ItemCode[];
      readonly day?: Day;
      readonly unknownCode?: string;
    }
  /** What people are told: all at once, each of their own. `alone`: in the personal chat of the only one told. */
  | { readonly show: 'notice'; readonly notices: readonly Notice[]; readonly alone?: true };

/** A question back: a press on its card, or a short sentence, gives what is missing. */
export type Question = Extract<Showing, { show: 'choice' | 'moveOrDefer' | 'whichItem' | 'form' | 'confirm' }>;

/** An onboarding, who the asker is in it, and which day it is there. */
export type Involved = { readonly seen: Loaded; readonly asker: PersonId; readonly today: Day };

/** One thing somebody did, as the record tells it: events of the same kind that came of one operation. */
export type Entry = readonly [Event, ...Event[]];

/** The answer to one inbound, or the content of one post. */
export type Reply = {
  readonly language: Language;
  readonly says: readonly Saying[];
  readonly show: Showing;
  /** The state it was answered from. */
  readonly seen?: Loaded;
  readonly today: Day;
  /** Who asks, if one person does; posts are for all. */
  readonly asker?: PersonId;
  /** It is a question back, which this person is to answer. */
  readonly asks?: OutsideId;
  /** What was just done to items, so that it can be taken back. */
  readonly undo?: OperationId;
  /** The sentence this answers changed something: it is to be known whether the answer was given. */
  readonly did?: OperationId;
  /** Where the overview of the onboarding stands, to lead there. */
  readonly overview?: Post;
  /** It is the content of this living card. */
  readonly card?: CardName;
  /** Written in a conversation of several people: no longer than needed, with a button that shows all. */
  readonly brief?: true;
  /** Nobody but the asker reads it. */
  readonly alone?: true;
  /** It stands in the asker's personal chat, where nobody has to be mentioned. */
  readonly personal?: true;
};

/** What was found out on the way to a reply. */
export type Answer = {
  readonly seen: Loaded;
  readonly says?: readonly Saying[];
  readonly show: Showing;
  readonly undo?: OperationId;
  readonly did?: OperationId;
};
