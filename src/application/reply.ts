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
import type { Loaded, Member, Notice } from './loaded';
import type { About, Filled, Form, Grave, Request, StartAnswers, Which } from './request';
import type { Unread } from './understanding';

/** What is told about one thing that was asked for, or about the whole. The words are the view's. */
export type Saying =
  | { readonly type: 'accepted'; readonly command: Command; readonly events: readonly Event[] }
  | { readonly type: 'refused'; readonly rejection: Rejection }
  /** Pasted lines that made no item. */
  | { readonly type: 'unread'; readonly unread: readonly Unread[] }
  | { readonly type: 'problem'; readonly problem: Problem };

export type Problem =
  | 'notSaved'
  | 'uncertain'
  | 'incomplete'
  | 'personMissing'
  | 'unreachable'
  | 'empty'
  | 'notForHere'
  | 'notAMember'
  | 'badInput'
  | 'failed';

/** What to show, never how or in which words. */
export type Showing =
  | { readonly show: 'overview' | 'mine' | 'help' | 'left' | 'welcome' | 'nothingHere' | 'started' | 'said' }
  /** How an onboarding went: people, durations, what was handed over, what was moved on anyway. */
  | { readonly show: 'closing' }
  | { readonly show: 'section'; readonly section: Section; readonly which: Which; readonly page?: number }
  | { readonly show: 'item'; readonly item: ItemCode }
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
  | { readonly show: 'choice'; readonly options: readonly { readonly item: ItemCode; readonly request: Request }[] }
  | {
      readonly show: 'unclear';
      readonly items: readonly ItemCode[];
      readonly day?: Day;
      readonly unknownCode?: string;
    }
  | { readonly show: 'notice'; readonly notice: Notice };

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
  /** What was just done to items, so that it can be taken back. */
  readonly undo?: OperationId;
};

/** What was found out on the way to a reply. */
export type Answer = {
  readonly seen: Loaded;
  readonly says?: readonly Saying[];
  readonly show: Showing;
  readonly undo?: OperationId;
};
