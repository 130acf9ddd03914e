import type { Request } from '../../../application/request';
import { heardIn } from '../affairs/heard';
import { saidAsWhole } from '../affairs/lexicon';
import { type Context, showItems, unclear } from '../context';
import { positionsOf, saidFirst } from '../lexicon';
import { isQuestion } from '../readings';
import { codesOf, type Sentence } from '../sentence';
import { facts } from './kinds';
import { saidIn, wordsFor } from './lexicon';

/** Nobody says more before they ask. */
const latest = 6;

/** Who owns an item, and when it is due. */
export const factIn = (sentence: Sentence, context: Context): Request | undefined => {
  const { text, tokens } = sentence;
  const begun = saidFirst(['greeting', 'polite'], tokens);
  const asked = isQuestion(sentence, true)
    ? facts.find((fact) => saidIn(fact, tokens).some(({ at }) => (at[0] ?? 0) <= begun + latest))
    : undefined;
  if (!asked) return undefined;
  const about = asked === 'owner' ? 'owner' : 'due';
  const { items, unknownCode } = codesOf(tokens, context.hearing);
  if (unknownCode !== undefined) return unclear(items, { unknownCode });
  const said = new Set([
    ...saidIn(asked, tokens).flatMap(({ at }) => at),
    ...(['asks', 'beside'] as const).flatMap((key) => saidIn(key, tokens).flatMap(({ at }) => at)),
    ...(['glue', 'filler', 'asking', 'polite', 'greeting'] as const).flatMap((key) => [...positionsOf(key, tokens)]),
  ]);
  const words = tokens.flatMap(({ key, code, person }, at) =>
    said.has(at) || code !== undefined || person !== undefined || wordsFor(asked).has(key) ? [] : [key],
  );
  // "Who deferred A3?" asks for something else.
  if (items.length > 0) return words.length === 0 ? showItems(items, about) : undefined;
  if (words.length === 0 || saidAsWhole('whoIs', heardIn({ text, tokens, open: false }, context))) return undefined;
  const found = context.finder.find(words);
  if (found.type === 'none') return undefined;
  return showItems(found.type === 'one' ? [found.item] : found.items, about);
};
