import type { Did } from '../../../application/request';
import type { Filling } from '../template';

/** What is done to an item, and said in a word or two wherever it stands in a sentence: `{did}`. */
type Named = Exclude<Did, 'confirmed' | 'movedOn' | 'steppedBack' | 'roles' | 'life'>;

/** Ways to ask for the record that say with a slot, or not at all, what was done. */
type General =
  /** What one person did. */
  | 'work'
  /** What was done, in one of the words for it. */
  | 'deed'
  /** The whole record, or that of an item. */
  | 'all'
  /** The same, and what was completed, where only a time makes it a question about the past: "changes this week". */
  | 'allThen'
  | 'completedThen';

export type Question = Did | General;

type Phrases<Key extends string> = Readonly<Record<Key, readonly string[]>>;
/** `beside`: words that may stand anywhere in such a question and say nothing. */
export type GeneralPhrases = Phrases<General | 'beside'>;
/** Whole questions that only this deed is asked for with. */
export type AskedPhrases = Phrases<Did>;
export type HistoryPhrases = GeneralPhrases & AskedPhrases;
export type DeedWords = Phrases<Named>;

/** What a phrasing leaves open: items, by their codes alone, a deed, who did it, whose deeds, and what is only mentioned. */
export const slots = ['items', 'codes', 'did', 'doer', 'owner', 'who', 'person', 'role', 'phase'] as const;
export type Slot = (typeof slots)[number];
export type Said = Filling<Slot>;
