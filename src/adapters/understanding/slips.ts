import type { Token } from './tokens';

/** How many slips it takes to read a word as one of these: none or one. Undefined when it is another word. */
export type Count = (token: Token, words: ReadonlySet<string>) => 0 | 1 | undefined;

/** The same for words of a vocabulary, each of which is looked at only once. */
export type Slips = Count & {
  /** The words a token can be read as: itself, or else those it is one slip away from. */
  readonly wordsFor: (token: Token) => readonly string[];
  /** The same for all of them. */
  readonly wordsIn: (tokens: readonly Token[]) => readonly string[];
};

const known = new WeakMap<ReadonlySet<string>, Slips>();

/** Reads words against a vocabulary: whatever is spelled there is never a slip of another word. */
export const slipsIn = (spelled: ReadonlySet<string>): Slips => {
  const slips = known.get(spelled) ?? createSlips(spelled);
  known.set(spelled, slips);
  return slips;
};

const none: readonly string[] = [];

const createSlips = (spelled: ReadonlySet<string>): Slips => {
  const byShape = new Map<string, string[]>();
  for (const word of spelled) byShape.set(shapeOf(word), [...(byShape.get(shapeOf(word)) ?? []), word]);
  // A sentence is read by many phrasings, its words only once.
  const read = new Map<string, readonly string[]>();
  const wordsFor = ({ key, code }: Token): readonly string[] => {
    if (key === '' || code !== undefined || key.length > longest) return none;
    const before = read.get(key);
    if (before) return before;
    if (read.size > mostKept) read.clear();
    const words = readingsOf(key);
    read.set(key, words);
    return words;
  };
  const readingsOf = (key: string): readonly string[] => {
    if (spelled.has(key)) return [key];
    const near = [-1, 0, 1].flatMap((more) => byShape.get(shapeOf(key, more)) ?? none);
    return near.filter((word) => isTypo(key, word));
  };
  const slips: Count = (token, words) => {
    if (token.key === '' || token.code !== undefined) return undefined;
    if (words.has(token.key)) return 0;
    return spelled.has(token.key) || !wordsFor(token).some((word) => words.has(word)) ? undefined : 1;
  };
  const all = new WeakMap<readonly Token[], readonly string[]>();
  const wordsIn = (tokens: readonly Token[]): readonly string[] => {
    const words = all.get(tokens) ?? [...new Set(tokens.flatMap(wordsFor))];
    all.set(tokens, words);
    return words;
  };
  return Object.assign(slips, { wordsFor, wordsIn });
};

/** No word of a phrasing is longer. */
const longest = 40;
/** Words that are remembered, whatever they may be read as. */
const mostKept = 2_000;

/** A slip changes neither the first letter nor the length by more than one. */
const shapeOf = (word: string, more = 0): string => `${word.slice(0, 1)}${String(word.length + more)}`;

const shortest = 5;

/**
 * One slip of the finger: two letters swapped or a doubled letter in words of five letters, any one letter in words of
 * seven. Never the first letter, and never another ending: "closer" is not "closed".
 */
export const isTypo = (key: string, word: string): boolean => {
  if (word.length < shortest || key[0] !== word[0] || Math.abs(key.length - word.length) > 1) return false;
  if (single(key) === single(word)) return true;
  let same = 0;
  while (same < key.length && key[same] === word[same]) same += 1;
  const [here, there] = [key.slice(same), word.slice(same)];
  const swapped = `${here.slice(1, 2)}${here.slice(0, 1)}${here.slice(2)}` === there;
  if (swapped) return true;
  if (word.length < 7) return false;
  const left = here === there.slice(1);
  const added = here.slice(1) === there && there !== '';
  const replaced = here.slice(1) === there.slice(1) && there.length > 1;
  return left || added || replaced;
};

const single = (word: string): string => word.replace(/(.)\1+/gu, '$1');
