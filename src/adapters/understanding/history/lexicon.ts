import { type Did, deeds } from '../../../application/request';
import { spelled as spelledElsewhere } from '../affairs/lexicon';
import { vocabulary } from '../lexicon';
import { type Match, matchesOf, type Pattern, patternOf, wordsOf as wordsOfPattern } from '../patterns';
import { fitting, type Sayable, type Template, templateOf, wordsOf } from '../template';
import type { Token } from '../tokens';
import { type DeedWords, type Question, type Said, type Slot, slots } from './kinds';
import { germanDeeds } from './phrases/deeds.de';
import { englishDeeds } from './phrases/deeds.en';
import { englishHistory, germanHistory } from './phrases/index';

const timely = ['allThen', 'completedThen'] as const;
/** The first that fits is meant: what says most comes first. */
const questions: readonly Question[] = ['work', ...deeds, 'deed', 'all', ...timely];

// Both languages at once, as people mix them.
const templates: readonly { readonly question: Question; readonly template: Template<Slot> }[] = questions.flatMap(
  (question) =>
    [...englishHistory[question], ...germanHistory[question]].map((phrasing) => ({
      question,
      template: templateOf(phrasing, slots),
    })),
);
const beside = [...englishHistory.beside, ...germanHistory.beside].map(patternOf);
const named = Object.keys(englishDeeds) as (keyof DeedWords)[];
const words: readonly { readonly deed: Did; readonly patterns: readonly Pattern[] }[] = named.map((deed) => ({
  deed,
  patterns: [...englishDeeds[deed], ...germanDeeds[deed]].map(patternOf),
}));

/** Words that are never a slip of another one. */
export const spelled: ReadonlySet<string> = new Set([
  ...vocabulary,
  ...spelledElsewhere,
  ...templates.flatMap(({ template }) => wordsOf(template)),
  ...[...beside, ...words.flatMap(({ patterns }) => patterns)].flatMap(wordsOfPattern),
]);

/** The first question it asks as a whole, and what it says in it. */
export const askedIn = (
  sayable: Sayable<Slot>,
  timed: boolean,
): { readonly question: Question; readonly said: Said } | undefined => {
  for (const { question, template } of templates) {
    if (!timed && timely.some((one) => one === question)) continue;
    const said = fitting(template, sayable);
    if (said) return { question, said };
  }
  return undefined;
};

/** What is said to have been done by the words that begin at a token; the longest first. */
export const deedsAt = (
  tokens: readonly Token[],
  at: number,
): readonly { readonly end: number; readonly deed: Did }[] => {
  const near = tokens.slice(at, at + 5);
  return words
    .flatMap(({ deed, patterns }) =>
      patterns
        .flatMap((pattern) => matchesOf(pattern, near, spelled))
        .filter((match) => match.at[0] === 0)
        .map((match) => ({ end: at + lastOf(match) + 1, deed, typos: match.typos })),
    )
    .sort((a, b) => b.end - a.end || a.typos - b.typos);
};

/** The positions of words that say nothing. */
export const besideIn = (tokens: readonly Token[]): readonly number[] =>
  beside.flatMap((pattern) => matchesOf(pattern, tokens, spelled).flatMap((match) => match.at));

const lastOf = ({ at }: Match): number => at.at(-1) ?? 0;
