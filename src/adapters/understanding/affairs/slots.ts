import type { Context } from '../context';
import { fold } from '../normalise';
import { nameIn } from '../own-name';
import { positionsOf, saidLast } from '../lexicon';
import { sectionAt } from '../sections';
import type { Reach, Reader, Words } from '../template';
import type { Token } from '../tokens';
import { day, dayAgain, past, singleDay, until } from './dates';
import type { Slot } from './kinds';
import { endOf } from './lexicon';
import { ahead, regularly, settings } from './settings';

/** A name has no more words, nor has what cannot be read, or the words for an item. */
const longest = { name: 5, odd: 6, item: 6, text: 40 } as const;

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const me = keys("i i'll me myself ich mich mir");
const mine = keys('my mine me i meine meinen meiner mir mich ich');

/** Reads what a template leaves open. */
export const readerOf = (words: Words, context: Context): Reader<Slot> => {
  const known = new Map<string, readonly Reach[]>();
  return (slot, at, last) => {
    const key = `${slot} ${at} ${String(last)}`;
    const found = known.get(key) ?? reachesOf(slot, at, last, words, context);
    known.set(key, found);
    return found;
  };
};

const reachesOf = (slot: Slot, at: number, last: boolean, words: Words, context: Context): readonly Reach[] => {
  const { tokens } = words;
  switch (slot) {
    case 'section':
      return section(tokens, at);
    case 'phase':
    case 'to':
    case 'left':
      return section(tokens, at).filter((one) => one.value !== 'general');
    case 'person':
      return person(tokens, at);
    case 'who':
    case 'heir':
      return orMe(tokens, at, me, context);
    case 'owner':
      return orMe(tokens, at, mine, context);
    case 'role':
      return oneOf(['lead', 'specialist', 'member'], tokens, at);
    case 'gone':
      return oneOf(['gone'], tokens, at);
    case 'language':
      return oneOf(['english', 'german'], tokens, at).map(({ end, value }) => ({
        end,
        value: value === 'english' ? 'en' : 'de',
      }));
    case 'day':
      return day(words, at, context);
    case 'until':
      return until(words, at, context);
    case 'on':
      return singleDay(words, at, context);
    case 'again':
      return dayAgain(words, at, context);
    case 'past':
      return past(words, at, context);
    case 'meeting':
      return oneOf(['meeting'], tokens, at);
    case 'meetings':
      return oneOf(['meeting', 'meetings'], tokens, at);
    case 'settings':
      return settings(words, at, context);
    case 'regularly':
      return regularly(words, at, context);
    case 'ahead':
      return ahead(tokens, at);
    case 'item':
      return item(tokens, at, context);
    case 'name':
      return name(words, at, context);
    case 'odd':
      return odd(tokens, at);
    case 'text':
      return last
        ? closing(words, at)
        : upTo(longest.text, tokens, at, () => true).map(({ end }) => own(words, at, end));
  }
};

const section = (tokens: readonly Token[], at: number): readonly Reach[] => {
  const found = sectionAt(tokens, at);
  return found ? [{ end: found.end, value: found.section }] : [];
};

const person = (tokens: readonly Token[], at: number): readonly Reach[] => {
  const id = tokens[at]?.person;
  return id === undefined ? [] : [{ end: at + 1, value: id }];
};

const orMe = (
  tokens: readonly Token[],
  at: number,
  words: ReadonlySet<string>,
  { hearing }: Context,
): readonly Reach[] =>
  words.has(tokens[at]?.key ?? '') ? [{ end: at + 1, value: hearing.by.id }] : person(tokens, at);

type Listed = Parameters<typeof endOf>[0];
/** The longest of these words that begins here; says of which list it is. */
const oneOf = (lists: readonly Listed[], tokens: readonly Token[], at: number): readonly Reach[] =>
  lists
    .flatMap((value) => {
      const end = endOf(value, tokens, at);
      return end === undefined ? [] : [{ end, value }];
    })
    .sort((a, b) => b.end - a.end);

/** By its code, or by words that lead to it and nothing else. */
const item = (tokens: readonly Token[], at: number, { finder }: Context): readonly Reach[] => {
  const code = tokens[at]?.code;
  if (code !== undefined) return [{ end: at + 1, value: code }];
  if (at === 0) return [];
  return upTo(longest.item, tokens, at, isPlain).flatMap(({ end }) => {
    const found = finder.find(tokens.slice(at, end).map((token) => token.key));
    return found.type === 'one' && found.exact ? [{ end, value: found.item }] : [];
  });
};

/** Words that cannot be read: neither a reason nor what takes the certainty out of a sentence. */
const odd = (tokens: readonly Token[], at: number): readonly Reach[] => {
  const said = [...positionsOf('doubt', tokens), ...positionsOf('because', tokens)];
  const known = new Set(said.map((one) => tokens[one]));
  return upTo(longest.odd, tokens, at, (token) => isPlain(token) && !known.has(token));
};

const isPlain = (token: Token): boolean => token.code === undefined && token.person === undefined;

/** Somebody mentioned or known, or words that begin like a name. */
const name = (words: Words, at: number, { hearing }: Context): readonly Reach[] => {
  const { tokens, text } = words;
  const named = [...hearing.mentioned, ...(hearing.people ?? [])].find((one) => one.id === tokens[at]?.person);
  if (named) return [{ end: at + 1, value: named.name }];
  if (!/^\p{Lu}/u.test(text.slice(tokens[at]?.start ?? text.length))) return [];
  // The shortest one first: "Robert Miller, yesterday".
  const ends = upTo(longest.name, tokens, at, (token) => /^\p{L}+$/u.test(token.key));
  return ends.map(({ end }) => own(words, at, end)).reverse();
};

const upTo = (
  most: number,
  tokens: readonly Token[],
  at: number,
  fits: (token: Token) => boolean,
): readonly Reach[] => {
  const strange = tokens.slice(at, at + most).findIndex((token) => !fits(token));
  const length = strange < 0 ? Math.min(most, tokens.length - at) : strange;
  return Array.from({ length }, (_, less) => ({ end: at + length - less, value: '' }));
};

const own = ({ text, tokens }: Words, at: number, end: number): Reach => ({
  end,
  value: nameIn(text, tokens.slice(at, end)) ?? '',
});

/** All that follows, but for "please" and "thanks" at its end. */
const closing = (words: Words, at: number): readonly Reach[] => {
  const { text, tokens, open } = words;
  const start = tokens[at]?.start ?? text.length;
  if (open) return [{ end: tokens.length, value: text.slice(start).trim() }];
  const polite = saidLast(['polite', 'greeting'], tokens.slice(at));
  const end = tokens.length - (polite < tokens.length - at ? polite : 0);
  return [{ ...own(words, at, end), end: tokens.length }];
};
