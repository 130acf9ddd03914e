import { englishAffairs, germanAffairs } from '../../../src/adapters/understanding/affairs/phrases/index';
import { englishDeeds } from '../../../src/adapters/understanding/history/phrases/deeds.en';
import { germanDeeds } from '../../../src/adapters/understanding/history/phrases/deeds.de';
import { englishHistory, germanHistory } from '../../../src/adapters/understanding/history/phrases/index';
import { germanVerbs } from '../../../src/adapters/understanding/phrases.de';
import { englishVerbs } from '../../../src/adapters/understanding/phrases.en';
import { germanViews } from '../../../src/adapters/understanding/phrases.views.de';
import { englishViews } from '../../../src/adapters/understanding/phrases.views.en';
import { germanWords } from '../../../src/adapters/understanding/words.de';
import { germanQuestions } from '../../../src/adapters/understanding/questions/phrases/de';
import { englishQuestions } from '../../../src/adapters/understanding/questions/phrases/en';
import { englishWords } from '../../../src/adapters/understanding/words.en';

type Table = Readonly<Record<string, readonly string[]>>;

export const english: Table = { ...englishViews, ...englishVerbs, ...englishWords };
export const german: Table = { ...germanViews, ...germanVerbs, ...germanWords };

/** Those of phases, people and the onboarding: whole sentences, with slots. */
export const affairs: { readonly english: Table; readonly german: Table } = {
  english: englishAffairs,
  german: germanAffairs,
};

/** Those of the record: whole questions with slots, and the words for what was done. */
export const record: { readonly english: Table; readonly german: Table } = {
  english: englishHistory,
  german: germanHistory,
};
export const deeds: { readonly english: Table; readonly german: Table } = {
  english: englishDeeds,
  german: germanDeeds,
};

/** Those of questions about several items, or about the whole. */
export const questions: { readonly english: Table; readonly german: Table } = {
  english: englishQuestions,
  german: germanQuestions,
};
