import { catalog } from '../../src/catalog/index';
import type { Means } from './corpus';

/** One spelling of a text: what is compared here has nothing to do with how sentences are read. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const words = (text: string): readonly string[] => plain(text).split(' ').filter(Boolean);

/** What an item may be called: every word of its titles and of what people say for it. */
const namesOf: ReadonlyMap<string, readonly string[]> = new Map(
  catalog.responsibilities.map(({ code, title, words: said }) => [
    code,
    words([title.en, title.de, ...said.en, ...said.de].join(' ')).filter(({ length }) => length > 2),
  ]),
);

/** Words alike: one may be the beginning of the other, or have a slip in it. */
const alike = (one: string, other: string): boolean =>
  one === other ||
  (one.length > 3 && other.startsWith(one.slice(0, 4))) ||
  (other.length > 3 && one.startsWith(other.slice(0, 4))) ||
  (one.length > 4 && other.includes(one)) ||
  (other.length > 4 && one.includes(other));

/** Its code stands there, or lies inside of a range; or a word of its name does. */
const isNamed = (item: string, text: string): boolean => {
  const [letter, number] = [item.slice(0, 1).toLowerCase(), Number(item.slice(1))];
  const written = plain(text);
  if (new RegExp(`(?:^| )${letter} ?0?${String(number)}(?: |$)`).test(written)) return true;
  const ranges = [
    ...written.matchAll(new RegExp(`${letter} ?(\\d{1,2}) (?:(?:bis|to|thru|through) )?${letter}? ?(\\d{1,2})`, 'g')),
  ];
  const isWithin = (from: number, to: number) => Math.min(from, to) <= number && number <= Math.max(from, to);
  if (ranges.some(([, from, to]) => isWithin(Number(from), Number(to)))) return true;
  return words(text).some((word) => (namesOf.get(item) ?? []).some((name) => alike(word, name)));
};

const dated =
  /\d|mon|tue|wed|thu|fri|sat|sun|die|mit|don|fre|sam|son|jan|feb|mar|maer|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec|day|tag|week|woche|month|monat|year|jahr|tomorrow|morgen|today|heute|weekend|ende|end|kw|christmas|weihnacht|easter|ostern|quarter|quartal|sprint|while|weile|second|first|erst|zweit/;

/** What keeps somebody from being taken at their word, and what may stand there all the same. */
const politely =
  /^(?:\W|hi|hey|hello|hallo|moin|guten (?:morgen|tag|abend)|good (?:morning|afternoon|evening)|lotse|please|bitte|pls|ok|okay|so|well|also|@\p{L}+(?: \p{Lu}\p{L}+)?)*(?:can|could|would|will|may|might|shall|let|kann|koenn|könn|wuerd|würd|mag|moeg|mög|darf|duerf|dürf|lass|wollen|sollen|wärst|waerst|bist|are you able)/iu;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Why an action cannot have been meant by a text; undefined when nothing speaks against it. */
export const complaint = (text: string, { kind, ...told }: Means): string | undefined => {
  if (kind !== 'command') return undefined;
  const items = (told['items'] ?? []) as readonly string[];
  const strange = items.find((item) => !isNamed(item, text));
  if (strange !== undefined) return `${strange} is not named`;
  if (told['date'] !== undefined && !dated.test(plain(text))) return 'no day is said';
  for (const key of ['reason', 'note', 'title', 'customer'])
    if (told[key] !== undefined && !plain(text).includes(plain(textOf(told[key])))) return `the ${key} is not said`;
  const person = told['person'];
  if (typeof person === 'string' && person !== 'me' && !words(text).includes(words(person)[0] ?? ''))
    return `${person} is not named`;
  const own = textOf(told['reason'] ?? told['note'] ?? told['title'] ?? told['customer']);
  const asks = /\?\s*$/.test(text) && !text.trimEnd().endsWith(`${own}?`);
  if (asks && own === '' && !politely.test(text)) return 'it asks';
  return undefined;
};

/** In front of a sentence they take away that it can be meant. */
export const markers = [
  'if',
  'unless',
  'maybe',
  'perhaps',
  'wenn',
  'falls',
  'vielleicht',
  'angeblich',
  'not',
  'never',
  'nicht',
  'niemals',
];
