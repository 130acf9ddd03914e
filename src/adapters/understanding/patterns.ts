import { fold } from './normalise';
import { type Count, slipsIn } from './slips';
import type { Token } from './tokens';

type Step = { readonly words: ReadonlySet<string>; readonly optional: boolean } | 'gap';

/** A phrasing: words, `a|b` for either, `a?` for maybe, `…` for anything in between. */
export type Pattern = readonly Step[];

export type Match = { readonly at: readonly number[]; readonly typos: number };

/** How many words a `…` spans at most: a list of items is long. */
const widest = 45;

const patternOf = (phrasing: string): Pattern =>
  phrasing.split(' ').map((part) => {
    if (part === '…') return 'gap';
    const optional = part.endsWith('?');
    return { words: new Set((optional ? part.slice(0, -1) : part).split('|').map(fold)), optional };
  });

export const wordsOf = (pattern: Pattern): readonly string[] =>
  pattern.flatMap((step) => (step === 'gap' ? [] : [...step.words]));

/** What stands at a token and the ones after it, if the phrasing begins there. */
const matchAt = (pattern: Pattern, tokens: readonly Token[], at: number, slips: Count): Match | undefined => {
  const found = follow(pattern, 0, tokens, at, slips);
  return found && found.at.length > 0 ? found : undefined;
};

const follow = (
  pattern: Pattern,
  step: number,
  tokens: readonly Token[],
  at: number,
  slips: Count,
): Match | undefined => {
  const wanted = pattern[step];
  if (wanted === undefined) return { at: [], typos: 0 };
  if (wanted === 'gap') {
    for (let skip = 0; skip <= widest && at + skip <= tokens.length; skip += 1) {
      const found = follow(pattern, step + 1, tokens, at + skip, slips);
      if (found) return found;
    }
    return undefined;
  }
  const token = tokens[at];
  const typos = token && slips(token, wanted.words);
  if (typos !== undefined) {
    const rest = follow(pattern, step + 1, tokens, at + 1, slips);
    if (rest) return { at: [at, ...rest.at], typos: typos + rest.typos };
  }
  return wanted.optional ? follow(pattern, step + 1, tokens, at, slips) : undefined;
};

/** Phrasings by the words they may begin with, so that only those are tried that may be said. */
export type Phrasings = {
  readonly patterns: readonly Pattern[];
  readonly byFirst: ReadonlyMap<string, readonly number[]>;
};

export const phrasingsOf = (phrasings: readonly string[]): Phrasings => {
  const patterns = phrasings.map(patternOf);
  const byFirst = new Map<string, number[]>();
  for (const [place, pattern] of patterns.entries())
    for (const word of firstWords(pattern)) byFirst.set(word, [...(byFirst.get(word) ?? []), place]);
  return { patterns, byFirst };
};

const firstWords = (pattern: Pattern): ReadonlySet<string> => {
  const words = new Set<string>();
  for (const step of pattern) {
    if (step === 'gap') throw new Error('A phrasing begins with a word.');
    for (const word of step.words) words.add(word);
    if (!step.optional) break;
  }
  return words;
};

/** Every place where one of the phrasings stands, in their order. `spelled`: all their words, and others that are no slips. */
export const placesOf = (
  { patterns, byFirst }: Phrasings,
  tokens: readonly Token[],
  spelled: ReadonlySet<string>,
): readonly Match[] => {
  const slips = slipsIn(spelled);
  const found: { readonly place: number; readonly match: Match }[] = [];
  for (const [at, token] of tokens.entries()) {
    const tried = new Set<number>();
    for (const word of slips.wordsFor(token))
      for (const place of byFirst.get(word) ?? []) {
        const pattern = patterns[place];
        const match = tried.has(place) || !pattern ? undefined : matchAt(pattern, tokens, at, slips);
        tried.add(place);
        if (match) found.push({ place, match });
      }
  }
  return found.sort((one, other) => one.place - other.place).map(({ match }) => match);
};
