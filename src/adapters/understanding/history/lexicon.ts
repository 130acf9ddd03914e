import { type Did, deeds } from '../../../application/request';
import { spelled as spelledElsewhere } from '../affairs/lexicon';
import { vocabulary } from '../lexicon';
import { type Match, type Phrasings, phrasingsOf, placesOf, wordsOf as wordsOfPattern } from '../patterns';
import { fitting, mayFit, type Sayable, templateOf, templatesOf, wordsOf } from '../template';
import type { Token } from '../tokens';
import { type DeedWords, type Question, type Said, type Slot, slots } from './kinds';
import { germanDeeds } from './phrases/deeds.de';
import { englishDeeds } from './phrases/deeds.en';
import { englishHistory, germanHistory } from './phrases/index';

const timely = ['allThen', 'completedThen'] as const;
/** The first that fits is meant: what says most comes first. */
const questions: readonly Question[] = ['work', ...deeds, 'deed', 'all', ...timely];

// Both languages at once, as people mix them.
const asked = questions.flatMap((question) =>
  [...englishHistory[question], ...germanHistory[question]].map((phrasing) => ({
    question,
    template: templateOf(phrasing, slots),
  })),
);
const templates = templatesOf<Slot>(asked.map(({ template }) => template));
const beside = phrasingsOf([...englishHistory.beside, ...germanHistory.beside]);
const named = Object.keys(englishDeeds) as (keyof DeedWords)[];
const words: readonly { readonly deed: Did; readonly phrasings: Phrasings }[] = named.map((deed) => ({
  deed,
  phrasings: phrasingsOf([...englishDeeds[deed], ...germanDeeds[deed]]),
}));

/** Words that are never a slip of another one. */
export const spelled: ReadonlySet<string> = new Set([
  ...vocabulary,
  ...spelledElsewhere,
  ...asked.flatMap(({ template }) => wordsOf(template)),
  ...[beside, ...words.map(({ phrasings }) => phrasings)].flatMap(({ patterns }) => patterns.flatMap(wordsOfPattern)),
]);

/** The questions all words of which are said. */
export const mayAsk = (tokens: readonly Token[]): readonly number[] => mayFit(templates, { tokens, spelled });

/** The first of these questions it asks as a whole, and what it says in it. */
export const askedIn = (
  places: readonly number[],
  sayable: Sayable<Slot>,
  timed: boolean,
): { readonly question: Question; readonly said: Said } | undefined => {
  for (const place of places) {
    const one = asked[place];
    if (!one || (!timed && timely.some((question) => question === one.question))) continue;
    const said = fitting(one.template, sayable);
    if (said) return { question: one.question, said };
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
    .flatMap(({ deed, phrasings }) =>
      placesOf(phrasings, near, spelled)
        .filter((match) => match.at[0] === 0)
        .map((match) => ({ end: at + lastOf(match) + 1, deed, typos: match.typos })),
    )
    .sort((a, b) => b.end - a.end || a.typos - b.typos);
};

/** The positions of words that say nothing. */
export const besideIn = (tokens: readonly Token[]): readonly number[] =>
  placesOf(beside, tokens, spelled).flatMap((match) => match.at);

const lastOf = ({ at }: Match): number => at.at(-1) ?? 0;
