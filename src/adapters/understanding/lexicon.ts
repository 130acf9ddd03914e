import type { PhraseKey } from './kinds';
import { type Match, matchesOf, type Pattern, patternOf, wordsOf } from './patterns';
import { germanVerbs } from './phrases.de';
import { englishVerbs } from './phrases.en';
import { germanViews } from './phrases.views.de';
import { englishViews } from './phrases.views.en';
import { germanWords } from './words.de';
import { englishWords } from './words.en';
import type { Token } from './tokens';

const english = { ...englishViews, ...englishVerbs, ...englishWords };
const german = { ...germanViews, ...germanVerbs, ...germanWords };
const keys = Object.keys(english) as PhraseKey[];

// Both languages at once: people mix them ("bitte A3 done"), and what is said the same way in both means the same.
const patterns: ReadonlyMap<PhraseKey, readonly Pattern[]> = new Map(
  keys.map((key) => [key, [...english[key], ...german[key]].map(patternOf)]),
);

/** Words that are never a slip of another one. */
export const vocabulary: ReadonlySet<string> = new Set([...patterns.values()].flat().flatMap(wordsOf));

// The same words are asked for the same thing again and again while a sentence is read.
const found = new WeakMap<readonly Token[], Map<PhraseKey, readonly Match[]>>();

/** Every place where something of this kind is said. */
export const said = (key: PhraseKey, tokens: readonly Token[]): readonly Match[] => {
  const known = found.get(tokens) ?? new Map<PhraseKey, readonly Match[]>();
  found.set(tokens, known);
  const matches = known.get(key) ?? (patterns.get(key) ?? []).flatMap((one) => matchesOf(one, tokens, vocabulary));
  known.set(key, matches);
  return matches;
};

/** The longest thing of these kinds said at the very beginning: how many tokens it takes, 0 when there is none. */
export const saidFirst = (keys: readonly PhraseKey[], tokens: readonly Token[]): number => {
  const near = tokens.slice(0, 12);
  const lengths = keys.flatMap((key) => said(key, near)).map(({ at }) => (isRunFrom(at, 0) ? at.length : 0));
  return Math.max(0, ...lengths);
};

/** The same at the very end. */
export const saidLast = (keys: readonly PhraseKey[], tokens: readonly Token[]): number => {
  const near = tokens.slice(-6);
  const lengths = keys
    .flatMap((key) => said(key, near))
    .map(({ at }) => (isRunFrom(at, near.length - at.length) ? at.length : 0));
  return Math.max(0, ...lengths);
};

const isRunFrom = (at: readonly number[], first: number): boolean => at.every((one, index) => one === first + index);

/** The positions of all tokens said so. */
export const positionsOf = (key: PhraseKey, tokens: readonly Token[]): ReadonlySet<number> =>
  new Set(said(key, tokens).flatMap((match) => match.at));
