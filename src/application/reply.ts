import type { Command, Day, Event, ItemCode, Language, PersonId, Rejection, Section } from '../engagement/index';
import type { Loaded, Member, Notice } from './loaded';
import type { Filled, ItemForm, Request, StartAnswers, Which } from './request';

/** What is told about one thing that was asked for, or about the whole. The words are the view's. */
export type Saying =
  | { readonly type: 'accepted'; readonly command: Command; readonly events: readonly Event[] }
  | { readonly type: 'refused'; readonly rejection: Rejection }
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
  | { readonly show: 'section'; readonly section: Section; readonly which: Which }
  | { readonly show: 'item'; readonly item: ItemCode }
  | {
      readonly show: 'form';
      readonly form: ItemForm;
      readonly item: ItemCode;
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
};

/** What was found out on the way to a reply. */
export type Answer = { readonly seen: Loaded; readonly says?: readonly Saying[]; readonly show: Showing };
