import type { ItemCode } from '../../../engagement/index';
import type { Words } from '../words';
import { plain } from './plain';

const graphemes = new Intl.Segmenter();

/** What a text takes of a card. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** In characters as people see them (an emoji of several code points is one) and in bytes on the card. */
export type Most = { readonly characters: number; readonly bytes: number };

/** A text somebody wrote, as far as there is room for it. Still as it was typed. */
export const cut = (text: string, most: Most): string => {
  if (text.length <= most.characters && bytesOf(plain(text)) <= most.bytes) return text;
  const characters = Array.from(graphemes.segment(text.slice(0, 12 * most.characters)), ({ segment }) => segment);
  if (characters.length <= most.characters && bytesOf(plain(text)) <= most.bytes) return text;
  const shown = (count: number) => `${characters.slice(0, count).join('')}…`;
  let [fits, tooLong] = [0, most.characters];
  while (tooLong - fits > 1) {
    const middle = Math.floor((fits + tooLong) / 2);
    if (bytesOf(plain(shown(middle))) <= most.bytes) fits = middle;
    else tooLong = middle;
  }
  return shown(fits);
};

/** A name as far as there is room for it: 25 rows with two of them still fit. */
export const shortened = (name: string): string => cut(name, { characters: 60, bytes: 150 });

export const longestList = 8;

/** `A3, A6 and 2 more` */
export const listOf = (words: Words, items: readonly string[], longest = longestList): string => {
  const shown = items.slice(0, longest).join(', ');
  const count = items.length - longest;
  return count > 0 ? words.say('list/more', { items: shown, count }) : shown;
};

/** `A3, A6 and I2` */
export const enumerated = (words: Words, items: readonly string[], key = 'list/and'): string =>
  items.length > 1
    ? words.say(key, { first: items.slice(0, -1).join(', '), last: items.at(-1) ?? '' })
    : items.join('');

/** `R3–R5, R9`: codes that follow one another as a range. */
export const rangesOf = (codes: readonly ItemCode[]): readonly string[] => {
  const ranges: { first: ItemCode; last: ItemCode }[] = [];
  for (const code of codes) {
    const range = ranges.at(-1);
    if (range && isNext(range.last, code)) range.last = code;
    else ranges.push({ first: code, last: code });
  }
  return ranges.flatMap(({ first, last }) => {
    if (first === last) return [first];
    return isNext(first, last) ? [first, last] : [`${first}–${last}`];
  });
};

/** More cannot be taken in at a glance. */
export const mostRanges = 12;

/** `A3, R3–R5, …`: how many more there are is not said. */
export const firstOf = (codes: readonly ItemCode[]): string => {
  const ranges = rangesOf(codes);
  return [...ranges.slice(0, mostRanges), ...(ranges.length > mostRanges ? ['…'] : [])].join(', ');
};

/** `A3, R3–R5 and 2 more`: how many items follow, not how many ranges. */
export const codesOf = (words: Words, codes: readonly ItemCode[], most = mostRanges): string => {
  const fitting = codes.findLastIndex((_, at) => rangesOf(codes.slice(0, at + 1)).length <= most) + 1;
  const items = rangesOf(codes.slice(0, fitting)).join(', ');
  const count = codes.length - fitting;
  return count > 0 ? words.say('list/more', { items, count }) : items;
};

const isNext = (code: ItemCode, other: ItemCode): boolean =>
  code[0] === other[0] && Number(other.slice(1)) === Number(code.slice(1)) + 1;

/** As many as there is room for in bytes, and how many are left out. */
export const within = <One>(all: readonly One[], room: number, bytes: (one: One) => number) => {
  let left = room;
  const end = all.findIndex((one) => {
    left -= bytes(one);
    return left < 0;
  });
  return end < 0 ? { shown: all, count: 0 } : { shown: all.slice(0, end), count: all.length - end };
};

/** What a line of text takes of a card beside the text itself. */
const lineFrame = 130;

/** Lines as far as there is room for them; a last one says how many more there are. */
export const linesWithin = (words: Words, lines: readonly string[], room: number): readonly string[] => {
  const { shown, count } = within(lines, room, (line) => lineFrame + bytesOf(line));
  return count === 0 ? shown : [...shown, words.say('row/more', { count })];
};
