import type { Context } from '../context';
import { positionsOf } from '../lexicon';
import { politelyAsked } from '../readings';
import type { Sayable, Words } from '../template';
import { merged, part, type Token } from '../tokens';
import { endOf, spelled, wordsAt } from './lexicon';
import type { Slot } from './kinds';
import { readerOf } from './slots';

export type Heard = Sayable<Slot> & {
  /** It begins with "yes". */
  readonly sure: boolean;
  /** In spite of something: "anyway". */
  readonly anyway: boolean;
};

// The same words are heard again for everything they may be about.
const known = new WeakMap<
  readonly Token[],
  { readonly words: Words; readonly context: Context; readonly heard: Heard }
>();

/** The words with everything in them that may stand anywhere marked. */
export const heardIn = (words: Words, context: Context): Heard => {
  const before = known.get(words.tokens);
  const isSame = before?.context === context && before.words.text === words.text && before.words.open === words.open;
  if (isSame) return before.heard;
  const heard = listen(words, context);
  known.set(words.tokens, { words, context, heard });
  return heard;
};

const listen = (words: Words, context: Context): Heard => {
  const yes = endOf('yes', words.tokens, 0) ?? 0;
  const tokens = withFastTrack(part(words.tokens, yes));
  const anyway = wordsAt('anyway', tokens).flat();
  const quiet = new Set([
    ...wordsAt('quiet', tokens).flat(),
    ...positionsOf('polite', tokens),
    ...positionsOf('greeting', tokens),
    ...anyway,
    ...politelyAsked(tokens),
  ]);
  return {
    tokens,
    quiet,
    spelled,
    read: readerOf({ ...words, tokens }, context),
    sure: yes > 0,
    anyway: anyway.length > 0,
  };
};

/** "Fast Track" is one word. */
const withFastTrack = (tokens: readonly Token[]): readonly Token[] => {
  if (tokens.every(({ key }) => key !== 'fast')) return tokens;
  return tokens.flatMap((token, at) => {
    if (token.key === 'fast' && /^tracks?$/.test(tokens[at + 1]?.key ?? ''))
      return [merged(tokens, at, at + 1, { key: 'fasttrack' })];
    return /^tracks?$/.test(token.key) && tokens[at - 1]?.key === 'fast' ? [] : [token];
  });
};
