import MiniSearch from 'minisearch';
import type { Findable } from '../../application/understanding';
import type { ItemCode, Section } from '../../engagement/index';
import { positionsOf } from './lexicon';
import { fold } from './normalise';
import { isTypo } from './slips';
import { tokensOf } from './tokens';

/**
 * What words lead to: one item beyond doubt, or those that may be meant, best first and five at most. A single candidate
 * is one that was not named but only touched.
 */
export type Found =
  /** `exact`: the words are all of its title, or all of what people call it. */
  | { readonly type: 'one'; readonly item: ItemCode; readonly exact: boolean }
  | { readonly type: 'several'; readonly items: readonly ItemCode[] }
  | { readonly type: 'none' };

export type Finder = {
  find(words: readonly string[], section?: Section): Found;
  /** Do these words all belong to the item? "A3 remediation checklist" names one thing, not two. */
  covers(item: ItemCode, words: readonly string[]): boolean;
};

const none: Found = { type: 'none' };
/** Nobody names an item in more words. */
const mostWords = 12;
const longestWord = 60;
const mostItems = 5;
/** How much better than the second the best one has to be. */
const clearly = 1.6;
/** In every other title, or in none: says nothing about which item is meant. */
const empty = new Set(['onboarding', 'fasttrack', 'microsoft', 'phase']);

const wordsIn = (text: string): readonly string[] => {
  const tokens = tokensOf(text);
  const glue = positionsOf('glue', tokens);
  const filler = positionsOf('filler', tokens);
  return tokens.flatMap((token, at) => (glue.has(at) || filler.has(at) ? [] : [token.key]));
};

/** Finds items by the words of their titles and by the words people use, and more faintly by their details. */
export const createFinder = (items: readonly Findable[]): Finder => {
  const index = new MiniSearch<{ id: ItemCode; titles: string; words: string; details: string }>({
    fields: ['titles', 'words', 'details'],
    tokenize: (text) => tokensOf(text).map((token) => token.key),
    processTerm: fold,
    searchOptions: {
      combineWith: 'AND',
      boost: { titles: 3, words: 3, details: 1 },
      prefix: (term) => term.length >= 4,
      fuzzy: (term) => (term.length >= 6 ? 1 : false),
    },
  });
  const joined = (texts: readonly string[]): string => texts.join(' · ');
  index.addAll(
    items.map((one) => ({
      id: one.item,
      titles: joined(one.titles),
      words: joined(one.words),
      details: joined(one.details),
    })),
  );
  const phrases = new Map(
    items.map((one) => [one.item, new Set([...one.titles, ...one.words].map((text) => sorted(wordsIn(text))))]),
  );

  const search = (query: string, section: Section | undefined, fields: readonly string[], all: boolean) =>
    index
      .search(query, {
        fields: [...fields],
        combineWith: all ? 'AND' : 'OR',
        filter: ({ id }) => section === undefined || items.some((one) => one.item === id && one.section === section),
      })
      .filter(({ queryTerms, match }) => queryTerms.every((term) => isSaid(term, Object.keys(match))))
      .map((result) => ({
        item: String(result.id),
        score: result.score,
        matched: result.queryTerms.length,
      }));

  const find = (words: readonly string[], section?: Section): Found => {
    const telling = words.filter((word) => !empty.has(word));
    if (telling.length === 0 || words.length > mostWords || words.some((word) => word.length > longestWord))
      return none;
    const exact = items
      .filter((one) => section === undefined || one.section === section)
      .filter((one) => phrases.get(one.item)?.has(sorted(words)));
    if (exact.length > 0) return found(exact.map((one) => one.item));
    const query = telling.join(' ');
    const named = search(query, section, ['titles', 'words'], true);
    const [best, second] = named;
    // One word says little: "Intune" stands in many an item. It has to be nowhere else.
    const rivals = telling.length > 1 ? named : search(query, section, ['titles', 'words', 'details'], true);
    if (best && rivals.length <= 1) return { type: 'one', item: best.item, exact: false };
    if (best && telling.length > 1 && best.score >= clearly * (second?.score ?? 0))
      return { type: 'one', item: best.item, exact: false };
    if (best && named.length === 1) return several(rivals);
    if (best) return several(named);
    const touched = search(query, section, ['titles', 'words', 'details'], true);
    if (touched.length > 0) return several(touched);
    // One word too many, or one that nobody wrote down: worth asking back, never worth acting.
    const partly = search(query, section, ['titles', 'words'], false);
    return several(partly.filter((one) => one.matched * 2 > telling.length));
  };

  const covers = (item: ItemCode, words: readonly string[]): boolean => {
    if (words.length === 0) return true;
    if (words.length > mostWords) return false;
    return search(words.join(' '), undefined, ['titles', 'words'], true).some((one) => one.item === item);
  };

  return { find, covers };
};

/** A word as it was written down, its beginning, or a slip of the finger: "stuff" is not "staff". */
const isSaid = (term: string, matched: readonly string[]): boolean =>
  matched.some((word) => word.startsWith(term) || isTypo(term, word));

const sorted = (words: readonly string[]): string => [...words].sort().join(' ');

const found = (items: readonly ItemCode[]): Found => {
  const [first, second] = items;
  if (first === undefined) return none;
  return second === undefined
    ? { type: 'one', item: first, exact: true }
    : { type: 'several', items: items.slice(0, mostItems) };
};

const several = (results: readonly { readonly item: ItemCode; readonly score: number }[]): Found => {
  const top = results[0]?.score ?? 0;
  const comparable = results.filter((one) => one.score * 4 >= top).slice(0, mostItems);
  return comparable.length === 0 ? none : { type: 'several', items: comparable.map((one) => one.item) };
};
