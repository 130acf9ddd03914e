import { type Phrasings, phrasingsOf, placesOf } from '../patterns';
import { fitting, mayFit, type Sayable, type Templates, templateOf, templatesOf, wordsOf } from '../template';
import type { Token } from '../tokens';
import { type Adding, type Affair, type AffairKey, type Said, type Slot, slots, type Word, words } from './kinds';
import { englishAffairs, germanAffairs } from './phrases/index';

const keys = Object.keys(englishAffairs) as AffairKey[];

// Both languages at once, as people mix them.
const templates: ReadonlyMap<AffairKey, Templates<Slot>> = new Map(
  keys.map((key) => [
    key,
    templatesOf([...englishAffairs[key], ...germanAffairs[key]].map((one) => templateOf(one, slots))),
  ]),
);

export const spelled: ReadonlySet<string> = new Set(
  [...templates.values()].flatMap((one) => one.templates.flatMap(wordsOf)),
);

/** What the sentence says as a whole, if it is one of these. */
export const saidAsWhole = (key: Affair | Adding, sayable: Sayable<Slot>): Said | undefined => {
  const all = templates.get(key);
  for (const place of all ? mayFit(all, sayable) : []) {
    const template = all?.templates[place];
    const found = template && fitting(template, sayable);
    if (found) return found;
  }
  return undefined;
};

const phrasings: ReadonlyMap<Word, Phrasings> = new Map(
  words.map((key) => [key, phrasingsOf([...englishAffairs[key], ...germanAffairs[key]])]),
);

/** Every place where such words stand. */
export const wordsAt = (key: Word, tokens: readonly Token[]): readonly (readonly number[])[] => {
  const all = phrasings.get(key);
  return all ? placesOf(all, tokens, spelled).map((match) => match.at) : [];
};

/** Where the longest of such words end that begin at a token. */
export const endOf = (key: Word, tokens: readonly Token[], at: number): number | undefined => {
  const near = tokens.slice(at, at + 6);
  const ends = wordsAt(key, near).flatMap((found) => (found[0] === 0 ? [at + (found.at(-1) ?? 0) + 1] : []));
  return ends.length > 0 ? Math.max(...ends) : undefined;
};
