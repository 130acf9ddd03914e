import { matchesOf, type Pattern, patternOf } from '../patterns';
import { fitting, type Sayable, type Template, templateOf, wordsOf } from '../template';
import type { Token } from '../tokens';
import { type Adding, type Affair, type AffairKey, type Said, type Slot, slots, type Word, words } from './kinds';
import { englishAffairs, germanAffairs } from './phrases/index';

const keys = Object.keys(englishAffairs) as AffairKey[];

// Both languages at once, as people mix them.
const templates: ReadonlyMap<AffairKey, readonly Template<Slot>[]> = new Map(
  keys.map((key) => [key, [...englishAffairs[key], ...germanAffairs[key]].map((one) => templateOf(one, slots))]),
);

export const spelled: ReadonlySet<string> = new Set([...templates.values()].flat().flatMap(wordsOf));

/** What the sentence says as a whole, if it is one of these. */
export const saidAsWhole = (key: Affair | Adding, sayable: Sayable<Slot>): Said | undefined => {
  for (const template of templates.get(key) ?? []) {
    const found = fitting(template, sayable);
    if (found) return found;
  }
  return undefined;
};

const patterns: ReadonlyMap<Word, readonly Pattern[]> = new Map(
  words.map((key) => [key, [...englishAffairs[key], ...germanAffairs[key]].map(patternOf)]),
);

/** Every place where such words stand. */
export const wordsAt = (key: Word, tokens: readonly Token[]): readonly (readonly number[])[] =>
  (patterns.get(key) ?? []).flatMap((pattern) => matchesOf(pattern, tokens, spelled).map((match) => match.at));

/** Where the longest of such words end that begin at a token. */
export const endOf = (key: Word, tokens: readonly Token[], at: number): number | undefined => {
  const near = tokens.slice(at, at + 6);
  const ends = wordsAt(key, near).flatMap((found) => (found[0] === 0 ? [at + (found.at(-1) ?? 0) + 1] : []));
  return ends.length > 0 ? Math.max(...ends) : undefined;
};
