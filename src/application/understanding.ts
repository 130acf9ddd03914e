import type { Day, ItemCode, Language, Section } from '../engagement/index';
import type { Member } from './loaded';
import type { Question } from './reply';
import type { NewLine, Request, Unread } from './request';

/** An item as people speak of it: its title, its detail and the words people use for it, in both languages. */
export type Findable = {
  readonly item: ItemCode;
  readonly section: Section;
  readonly titles: readonly string[];
  readonly words: readonly string[];
  readonly details: readonly string[];
};

/** What a sentence has to be read against. */
export type Hearing = {
  readonly items: readonly Findable[];
  /** Local to the engagement; "tomorrow" counts from here. */
  readonly today: Day;
  /** For sentences that do not tell their language ("A3 done"). */
  readonly language: Language;
  readonly by: Pick<Member, 'id' | 'name'>;
  readonly mentioned: readonly Pick<Member, 'id' | 'name'>[];
  /** Who may be called by name. */
  readonly people?: readonly Pick<Member, 'id' | 'name'>[];
};

/** `language` is the one the sentence told, or the one it was read in. */
export type Understood = {
  readonly language: Language;
  readonly told: boolean;
  readonly request: Request;
  /** A section named beside items that are named by their codes. */
  readonly section?: Section;
};

export type ReadLines = { readonly lines: readonly NewLine[]; readonly unread: readonly Unread[] };

/** Local and deterministic: the same sentence and hearing give the same meaning. Never throws, whatever was said. */
export interface Understanding {
  understand(text: string, hearing: Hearing): Understood;
  /** What a sentence says in answer to a question that was put to its speaker; undefined when it is no answer to that. */
  answer(text: string, hearing: Hearing, question: Question): Request | undefined;
  /** `title – @person – date`, one a line, with or without bullets. `people`: whoever may be named. */
  readLines(
    text: string,
    hearing: Pick<Hearing, 'today' | 'language'> & { readonly people: readonly Pick<Member, 'id' | 'name'>[] },
  ): ReadLines;
}
