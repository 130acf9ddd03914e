import { addDays } from '../days/calendar';
import { dayIn } from '../days/index';
import { pastDayIn } from '../days/past';
import { articles, numbers, stepOf, unitOf, weekdays } from '../days/words';
import { fold } from '../normalise';
import type { Context } from '../context';
import type { Reach, Words } from '../template';
import type { Token } from '../tokens';

/** A date has no more words. */
const longest = 10;

const keys = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(fold));
const ending = keys('until till til through bis for für to');
const including = keys('including inclusive einschließlich inklusive einschl incl');

/** Words near the beginning of a date. */
export const near = (tokens: readonly Token[], at: number): readonly Token[] => tokens.slice(at, at + longest);

/** "from 4 Jan until 11 Jan" holds two dates. */
const untilNext = (tokens: readonly Token[]): readonly Token[] => {
  const next = tokens.findIndex(
    (token, at) => at > 0 && ending.has(token.key) && !ending.has(tokens[at - 1]?.key ?? ''),
  );
  return next < 0 ? tokens : tokens.slice(0, next);
};

/** "Monday's", "next week's". */
const unowned = (text: string, token: Token): Token =>
  /['’‘`´]s$/u.test(text.slice(token.start, token.end)) ? { ...token, key: token.key.slice(0, -1) } : token;

/** Any day to come. */
export const day = ({ text, tokens }: Words, at: number, { hearing, language }: Context): readonly Reach[] => {
  const included = [1, 2].find((after) => including.has(tokens[at + after]?.key ?? '') && isJoined(tokens, at, after));
  const from = included === undefined ? at : at + included + 1;
  const found = dayIn(
    text,
    untilNext(near(tokens, from)).map((token) => unowned(text, token)),
    { today: hearing.today, language, purpose: 'until' },
  );
  return found?.at[0] === 0 ? [{ end: from + found.at.length, value: found.day }] : [];
};

/** "until including", "until and including". */
const isJoined = (tokens: readonly Token[], at: number, after: number): boolean =>
  after === 1 || /^(?:and|und)$/.test(tokens[at + 1]?.key ?? '');

/** A day announced as an end. */
export const until = (words: Words, at: number, context: Context): readonly Reach[] =>
  ending.has(words.tokens[at]?.key ?? '') ? day(words, at, context) : [];

export const past = ({ text, tokens }: Words, at: number, { hearing, language }: Context): readonly Reach[] => {
  const found = pastDayIn(text, near(tokens, at), { today: hearing.today, language });
  return found ? [{ end: at + found.at.length, value: found.day }] : [];
};

/** A single day: not "next week", which has several. */
export const singleDay = (words: Words, at: number, context: Context): readonly Reach[] =>
  day(words, at, context).filter(({ end }) => {
    const said = saidIn(words, at, end);
    return !said.some(isWhole) || said.some((key) => weekdays.has(key) || isNumber(key));
  });

/**
 * The day on which it is over: "until Friday" that Friday, "through Friday", "until the end of the week" and "today" the
 * day after, "for two weeks" and "the next two weeks" two weeks from now.
 */
export const dayAgain = (words: Words, at: number, context: Context): readonly Reach[] => {
  const { tokens } = words;
  const key = (one: number): string => tokens[one]?.key ?? '';
  const opened = ending.has(key(at));
  const first = opened ? at + 1 : at;
  const named = articles.has(key(first)) || key(first) === 'die' ? first + 1 : first;
  const isNext = stepOf(key(named)) === 1 && isNumber(key(named + 1));
  const from = isNext ? named + 1 : /^(?:through|fuer)$/.test(key(at)) ? at + 1 : at;
  if (!opened && !isNext && !isSpan(tokens, at)) return [];
  const { today } = context.hearing;
  return day(words, from, context).flatMap(({ end, value }) => {
    const said = saidIn(words, at, end);
    const later = including.has(key(end)) || /^long$|^lang$/.test(key(end)) ? end + 1 : end;
    if (value === today) return isToday(said, opened) ? [{ end, value: addDays(today, 1) }] : [];
    const wholly = said.some((word, index) => isLast(word, said[index + 1])) || including.has(key(end));
    return [{ end: later, value: wholly ? addDays(value, 1) : value }];
  });
};

const saidIn = ({ tokens }: Words, at: number, end: number): readonly string[] =>
  tokens.slice(at, end).map((token) => token.key);

const isNumber = (key: string): boolean => /^\d{1,3}$/.test(key) || numbers.has(key);
const isWhole = (key: string): boolean => !['day', undefined].includes(unitOf(key));

/** "today", "for today": not "for an hour", and not "until today". */
const isToday = (said: readonly string[], opened: boolean): boolean =>
  /^(?:today|heute)$/.test(said[opened ? 1 : 0] ?? '') && (!opened || /^(?:for|fuer)$/.test(said[0] ?? ''));

/** "two weeks", "today", "this week": they say how long without "for". */
const isSpan = (tokens: readonly Token[], at: number): boolean => {
  const [one = '', another = ''] = tokens.slice(at, at + 2).map((token) => token.key);
  return one === 'today' || one === 'heute' || ((isNumber(one) || stepOf(one) === 0) && unitOf(another) !== undefined);
};

/** Words with which the day named belongs to the time before. */
const isLast = (word: string, next = ''): boolean =>
  including.has(word) ||
  /^(?:through|end|ende|monatsende|jahresende)$/.test(word) ||
  (stepOf(word) === 0 && unitOf(next) !== undefined);
