import * as chrono from 'chrono-node';
import type { Day, Language } from '../../../engagement/index';
import { coming, dayOf } from './calendar';
import { articles, months, numbers, openers, stepOf, weekdays } from './words';
import { dayOfMonth, inFigures, type Written } from './figures';
import { gapBefore, placesBetween, type Token } from '../tokens';
import { type Purpose, readers } from './spoken';

export type FoundDay = { readonly day: Day; readonly at: readonly number[] };
export type Asking = { readonly today: Day; readonly language: Language; readonly purpose: Purpose };

/** How many words a date has at most, and how many characters. */
const longest = { words: 8, text: 48 } as const;

/**
 * The first date among the tokens, none of which is in `skip`. To be asked only where something wants a date, because
 * ordinary words look like one ("so", "do", "may").
 */
export const dayIn = (
  text: string,
  tokens: readonly Token[],
  asking: Asking,
  skip: ReadonlySet<number> = new Set(),
): FoundDay | undefined => {
  for (const at of tokens.keys()) {
    const found = dayAt(text, tokens, at, asking, skip);
    if (found) return found;
  }
  return undefined;
};

/** The date that begins at a token. */
export const dayAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  asking: Asking,
  skip: ReadonlySet<number> = new Set(),
): FoundDay | undefined => {
  const token = tokens[at];
  if (!token || !isPlain(token)) return undefined;
  if (openers[asking.purpose].has(token.key)) return announced(text, tokens, at, asking);
  return !skip.has(at) && mayStandAlone(text, tokens, at) ? readAt(text, tokens, at, asking) : undefined;
};

const isPlain = (token: Token): boolean => token.code === undefined && token.person === undefined;

/** A date after "until", "bis zum" … which belong to it. */
const announced = (text: string, tokens: readonly Token[], opener: number, asking: Asking): FoundDay | undefined => {
  const itself = readAt(text, tokens, opener, asking);
  if (itself) return itself;
  for (let at = opener + 1; at <= opener + 4; at += 1) {
    const found = readAt(text, tokens, at, asking);
    if (found) return { day: found.day, at: [...placesBetween(opener, at), ...found.at] };
    if (!articles.has(tokens[at]?.key ?? '')) return undefined;
  }
  return undefined;
};

/** Short names of days and the names of months are too ordinary to be a date without being announced. */
const mayStandAlone = (text: string, tokens: readonly Token[], at: number): boolean => {
  // The end of a date that does not exist is none itself: "31.02.".
  if (at > 0 && /^\S+$/.test(gapBefore(text, tokens, at))) return false;
  const key = tokens[at]?.key ?? '';
  const ordinary = months.has(key) || (weekdays.has(key) && key.length < 4);
  return !ordinary || /^\d/.test(tokens[at + 1]?.key ?? '');
};

/** No day that anything could be put off to, although it is one. */
const now = new Set(['now', 'jetzt', 'nun', 'sofort']);

const readAt = (text: string, tokens: readonly Token[], at: number, asking: Asking): FoundDay | undefined => {
  const token = tokens[at];
  if (!token || !isPlain(token) || now.has(token.key)) return undefined;
  const next = articles.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  if (weekdays.has(token.key)) {
    // "Fr., 04.12.": the date says more than its weekday.
    const exact = written(text, tokens, next, asking);
    if (exact) return { day: exact.day, at: [...placesBetween(at, next), ...exact.at] };
  }
  return written(text, tokens, at, asking) ?? spoken(tokens, at, asking) ?? last(text, tokens, at, asking);
};

const written = (text: string, tokens: readonly Token[], at: number, asking: Asking): FoundDay | undefined => {
  const slice = sliceAt(text, tokens, at);
  if (!/^\d/.test(slice)) return undefined;
  return taken(tokens, at, inFigures(slice, asking.today) ?? named(slice, asking) ?? dayOfMonth(slice, asking.today));
};

const spoken = (tokens: readonly Token[], at: number, asking: Asking): FoundDay | undefined => {
  const words = tokens.slice(at, at + longest.words).map((token) => (isPlain(token) ? token.key : ''));
  for (const read of readers) {
    const found = read(words, asking.today, asking.purpose);
    if (found) return { day: found.day, at: placesBetween(at, at + found.words) };
  }
  return undefined;
};

const last = (text: string, tokens: readonly Token[], at: number, asking: Asking): FoundDay | undefined =>
  mayBegin(tokens[at]?.key ?? '') ? taken(tokens, at, named(sliceAt(text, tokens, at), asking)) : undefined;

const sliceAt = (text: string, tokens: readonly Token[], at: number): string => {
  const start = tokens[at]?.start ?? text.length;
  return text.slice(start, Math.min(start + longest.text, tokens.at(-1)?.end ?? start) + 1);
};

const relative = new Set(
  'today tonight tomorrow tmr tmrw yesterday last past fuer heute morgen uebermorgen gestern vorgestern'.split(' '),
);

/** Whether chrono may know a date that begins so: to look at every word would take long. */
const mayBegin = (key: string): boolean =>
  relative.has(key) || months.has(key) || weekdays.has(key) || numbers.has(key) || stepOf(key) !== undefined;

/**
 * What chrono knows: names of months, "tomorrow". Only at the very beginning: it finds weekdays in ordinary words. Its
 * reference is UTC on both sides, because it ignores names of time zones.
 */
const named = (slice: string, { today, language }: Asking): Written | undefined => {
  const reference = { instant: new Date(`${today}T12:00:00Z`), timezone: 0 };
  const parsers = { en: chrono.en.GB, de: chrono.de.casual };
  for (const parser of language === 'en' ? [parsers.en, parsers.de] : [parsers.de, parsers.en]) {
    const found = parser.parse(slice, reference, { forwardDate: true })[0];
    if (found?.index !== 0 || !found.start.isCertain('day') || !found.start.isCertain('month')) continue;
    const [year, month, date] = (['year', 'month', 'day'] as const).map((part) => found.start.get(part) ?? NaN);
    if (year === undefined || month === undefined || date === undefined) continue;
    const day = found.start.isCertain('year') ? dayOf(year, month, date) : coming(today, month, date);
    if (day) return { day, length: found.text.length };
  }
  return undefined;
};

const taken = (tokens: readonly Token[], at: number, read: Written | undefined): FoundDay | undefined => {
  const start = tokens[at]?.start ?? 0;
  const count = read ? tokens.slice(at).filter((token) => token.start < start + read.length).length : 0;
  return read && { day: read.day, at: placesBetween(at, at + count) };
};
