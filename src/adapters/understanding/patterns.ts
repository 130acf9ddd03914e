import { fold } from './normalise';
import type { Token } from './tokens';

type Step = { readonly words: readonly string[]; readonly optional: boolean } | 'gap';

/** A phrasing: words, `a|b` for either, `a?` for maybe, `…` for anything in between. */
export type Pattern = readonly Step[];

export type Match = { readonly at: readonly number[]; readonly typos: number };

/** How many words a `…` spans at most: a list of items is long. */
const widest = 45;

export const patternOf = (phrasing: string): Pattern =>
  phrasing.split(' ').map((part) => {
    if (part === '…') return 'gap';
    const optional = part.endsWith('?');
    return { words: (optional ? part.slice(0, -1) : part).split('|').map(fold), optional };
  });

export const wordsOf = (pattern: Pattern): readonly string[] =>
  pattern.flatMap((step) => (step === 'gap' ? [] : step.words));

/** Every place where a phrasing stands. Words of `spelled` are never read as a typo of another word. */
export const matchesOf = (pattern: Pattern, tokens: readonly Token[], spelled: ReadonlySet<string>): readonly Match[] =>
  tokens.flatMap((_, at) => {
    const found = follow(pattern, 0, tokens, at, spelled);
    return found && found.at.length > 0 ? [found] : [];
  });

const follow = (
  pattern: Pattern,
  step: number,
  tokens: readonly Token[],
  at: number,
  spelled: ReadonlySet<string>,
): Match | undefined => {
  const wanted = pattern[step];
  if (wanted === undefined) return { at: [], typos: 0 };
  if (wanted === 'gap') {
    for (let skip = 0; skip <= widest && at + skip <= tokens.length; skip += 1) {
      const found = follow(pattern, step + 1, tokens, at + skip, spelled);
      if (found) return found;
    }
    return undefined;
  }
  const token = tokens[at];
  const typos = token && typosIn(token, wanted.words, spelled);
  if (typos !== undefined) {
    const rest = follow(pattern, step + 1, tokens, at + 1, spelled);
    if (rest) return { at: [at, ...rest.at], typos: typos + rest.typos };
  }
  return wanted.optional ? follow(pattern, step + 1, tokens, at, spelled) : undefined;
};

/** How many slips it takes to read a word as one of these: none or one. Undefined when it is another word. */
export const typosIn = (token: Token, words: readonly string[], spelled: ReadonlySet<string>): number | undefined => {
  if (token.key === '' || token.code !== undefined) return undefined;
  if (words.includes(token.key)) return 0;
  return !spelled.has(token.key) && words.some((word) => isTypo(token.key, word)) ? 1 : undefined;
};

/**
 * One slip of the finger: two letters swapped or a doubled letter in words of five letters, any one letter in words of
 * seven. Never the first letter, and never another ending: "closer" is not "closed".
 */
const isTypo = (key: string, word: string): boolean => {
  if (word.length < 5 || key[0] !== word[0] || Math.abs(key.length - word.length) > 1) return false;
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
