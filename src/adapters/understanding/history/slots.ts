import type { Hearing } from '../../../application/understanding';
import { readerOf as readerOfAffairs } from '../affairs/slots';
import type { Context } from '../context';
import { positionsOf } from '../lexicon';
import { personNamed } from '../named';
import { sectionsIn } from '../sections';
import type { Reach, Reader, Words } from '../template';
import type { Token } from '../tokens';
import type { Slot } from './kinds';
import { deedsAt } from './lexicon';

/** An item has no more words, nor has a name. */
const longest = { item: 6, name: 3 } as const;

const me = new Set(['i', 'ich', 'me', 'mir']);
const mine = new Set(['my', 'mine', 'mein', 'meine', 'meinen', 'meiner', 'meinem']);
const joining = new Set(['and', 'or', 'und', 'oder', 'sowie']);

/** Reads what a question about the record leaves open. */
export const readerOf = (words: Words, context: Context): Reader<Slot> => {
  const others = readerOfAffairs(words, context);
  const { by, mentioned } = context.hearing;
  const people = [by, ...mentioned.filter((one) => one.id !== by.id)];
  const known = new Map<string, readonly Reach[]>();
  const read: Reader<Slot> = (slot, at, last) => {
    if (slot === 'codes') return words.tokens[at]?.code === undefined ? [] : [coded(words.tokens, at)];
    if (slot === 'items') return items(words.tokens, at, context);
    if (slot === 'did') return deedsAt(words.tokens, at).map(({ end, deed }) => ({ end, value: deed }));
    if (slot === 'doer') return doer(words, at, me, people);
    if (slot === 'owner') return doer(words, at, mine, people);
    return others(slot, at, last);
  };
  return (slot, at, last) => {
    const key = `${slot} ${at} ${String(last)}`;
    const found = known.get(key) ?? read(slot, at, last);
    known.set(key, found);
    return found;
  };
};

/** Codes, parted by blanks: those said, or those of the items the words lead to. */
const items = (tokens: readonly Token[], at: number, { finder }: Context): readonly Reach[] => {
  if (tokens[at]?.code !== undefined) return [coded(tokens, at)];
  const small = new Set([...positionsOf('glue', tokens), ...positionsOf('filler', tokens)]);
  const inSection = new Set(sectionsIn(tokens).flatMap((one) => one.at));
  return endsOf(tokens, at, longest.item).flatMap((end) => {
    const telling = tokens.slice(at, end).flatMap((_, index) => (small.has(at + index) ? [] : [at + index]));
    // "Assess" is a phase, although an item may have it in its title.
    if (telling.every((one) => inSection.has(one))) return [];
    const names = telling.map((one) => tokens[one]?.key ?? '');
    const found = finder.find(names);
    if (found.type === 'none') return [];
    const led = found.type === 'one' ? [found.item] : found.items;
    const exact = found.type === 'one' && found.exact;
    return exact || led.every((one) => finder.covers(one, names)) ? [{ end, value: led.join(' ') }] : [];
  });
};

const coded = (tokens: readonly Token[], at: number): Reach => {
  let end = at + 1;
  while (tokens[joining.has(tokens[end]?.key ?? '') ? end + 1 : end]?.code !== undefined)
    end += joining.has(tokens[end]?.key ?? '') ? 2 : 1;
  return {
    end,
    value: tokens
      .slice(at, end)
      .flatMap((token) => token.code ?? [])
      .join(' '),
  };
};

/** Who speaks, somebody mentioned, or one of them by name. */
const doer = (
  { text, tokens }: Words,
  at: number,
  self: ReadonlySet<string>,
  people: readonly Hearing['by'][],
): readonly Reach[] => {
  const token = tokens[at];
  const [by] = people;
  if (token?.person !== undefined) return [{ end: at + 1, value: token.person }];
  if (by && self.has(token?.key ?? '')) return [{ end: at + 1, value: by.id }];
  return endsOf(tokens, at, longest.name).flatMap((end) => {
    const named = personNamed(text.slice(token?.start ?? 0, tokens[end - 1]?.end ?? 0), people);
    return named === undefined || named === 'several' ? [] : [{ end, value: named.id }];
  });
};

/** Where plain words that begin at a token may end, the last one first. */
const endsOf = (tokens: readonly Token[], at: number, most: number): readonly number[] => {
  const near = tokens.slice(at, at + most);
  const strange = near.findIndex((token) => token.code !== undefined || token.person !== undefined);
  const length = strange < 0 ? near.length : strange;
  return Array.from({ length }, (_, less) => at + length - less);
};
