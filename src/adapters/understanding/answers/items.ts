import type { Request, Wish } from '../../../application/request';
import type { ItemCode } from '../../../engagement/index';
import type { Context } from '../context';
import { codesOf, type Sentence } from '../sentence';
import type { Token } from '../tokens';
import { isNothingBut, placeIn, wordsAt } from './words';

type Options = Extract<Request, { type: 'choose' }>['options'];

/** What the options meant ask for. Several at once only where each of them is done without anything else to be said. */
export const chosen = (sentence: Sentence, context: Context, options: Options): Request | undefined => {
  const { tokens } = sentence;
  const place = placeIn(tokens, options.length);
  if (place !== undefined) return options[place]?.request;
  const codes = options.map(({ item }) => item);
  const items = isNothingBut('all', tokens) ? codes : itemsMeant(sentence, context, codes);
  const meant = options.filter(({ item }) => items?.includes(item));
  const [only, ...others] = meant;
  if (!only || meant.length !== items?.length) return undefined;
  return others.length === 0 ? only.request : together(meant);
};

const together = (options: Options): Request | undefined => {
  const wishes = options.map(({ request }): readonly Wish[] => (request.type === 'act' ? request.wishes : []));
  return wishes.some(({ length }) => length === 0) ? undefined : { type: 'act', wishes: wishes.flat() };
};

/** By their codes, or one by what its title is about; nothing else may be said. */
export const itemsMeant = (
  { tokens }: Sentence,
  { hearing, finder }: Context,
  among: readonly ItemCode[],
): readonly ItemCode[] | undefined => {
  const { items, unknownCode } = codesOf(tokens, hearing);
  const words = wordsOf(tokens);
  if (unknownCode !== undefined || tokens.some(({ person }) => person !== undefined)) return undefined;
  if (items.length > 0) return words.length === 0 ? items : undefined;
  const found = words.length === 0 ? undefined : finder.find(words);
  if (found?.type === 'one' && found.exact) return [found.item];
  // What could be several elsewhere may be one of those asked about.
  const covered = words.length === 0 ? [] : among.filter((item) => finder.covers(item, words));
  return covered.length === 1 ? covered : undefined;
};

/** Those that words fit which fit several. */
export const itemsTouched = ({ tokens }: Sentence, { finder }: Context): readonly ItemCode[] => {
  const words = wordsOf(tokens);
  const found = words.length === 0 || words.length > longest ? undefined : finder.find(words);
  return found?.type === 'several' ? found.items : [];
};

/** Nobody needs more words to name an item. */
const longest = 6;

/** What is said beside codes and people, without the words that say nothing. */
const wordsOf = (tokens: readonly Token[]): readonly string[] => {
  const quiet = wordsAt('quiet', tokens);
  return tokens.flatMap(({ key, code, person }, at) =>
    quiet.has(at) || code !== undefined || person !== undefined ? [] : [key],
  );
};
