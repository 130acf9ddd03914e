import type { ItemCode } from '../../engagement/index';
import { fold } from './normalise';

/** One word of a sentence, and where it stands in the text. */
export type Token = {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** An item code as it is spelled in the catalogue, whether or not an item has it. */
  readonly code?: ItemCode;
  /** Somebody mentioned, or called by their name. */
  readonly person?: string;
};

const word = /[\p{L}\p{N}\p{M}]+(?:['’‘`´]\p{L}+)*/gu;

export const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(word)].map((found) => ({
    key: fold(found[0]),
    start: found.index,
    end: found.index + found[0].length,
  }));

/** Some of the tokens. All of them stay what they are, so that nothing has to be found in them anew. */
export const part = (tokens: readonly Token[], from: number, to = tokens.length): readonly Token[] =>
  from === 0 && to >= tokens.length ? tokens : tokens.slice(from, to);

/** What stands between a token and the one before it. */
export const gapBefore = (text: string, tokens: readonly Token[], at: number): string => {
  const [before, token] = [tokens[at - 1], tokens[at]];
  return text.slice(before?.end ?? 0, token?.start ?? text.length);
};

/** One token for several: `from` up to and including `to`. */
export const merged = (tokens: readonly Token[], from: number, to: number, as: Partial<Token>): Token => ({
  key: '',
  start: tokens[from]?.start ?? 0,
  end: tokens[to]?.end ?? 0,
  ...as,
});

/** The places of the tokens from one up to, and without, another. */
export const placesBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => from + index);
