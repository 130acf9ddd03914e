import type { Day } from '../../../engagement/index';
import { placesBetween, type Token } from '../tokens';
import { addDays, coming, dayOf, lastOfMonth, mondayOf, mondayOfWeek, monthOf, moved, yearOf } from './calendar';
import { type Asking, dayAt } from './index';
import { articles, countOf, monthNamed, stepOf, unitOf, weekNamed } from './words';

/** Days to come, both included; without `from` up to `to`. */
export type Coming = { readonly from?: Day; readonly to: Day };
type FoundComing = Coming & { readonly at: readonly number[] };
type Stretch = Required<Coming> & { readonly words: number };
type Reader = (words: readonly string[], today: Day) => Stretch | undefined;

/** May stand before a stretch of days and say nothing. */
const small = new Set([
  ...articles,
  ...'within during over of for innerhalb waehrend binnen laufe des vom von'.split(' '),
]);
const ending = new Set(['by', 'until', 'till', 'til', 'before', 'bis', 'vor']);
const before = new Set(['before', 'vor']);

/** The first time that lies ahead: "this week", "in December", "by Friday", "in den nächsten zwei Wochen", "KW 50". */
export const comingIn = (
  text: string,
  tokens: readonly Token[],
  asking: Omit<Asking, 'purpose'>,
): FoundComing | undefined => {
  for (const at of tokens.keys()) {
    const found = comingAt(text, tokens, at, asking);
    if (found) return found;
  }
  return undefined;
};

const comingAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  asking: Omit<Asking, 'purpose'>,
): FoundComing | undefined => {
  let from = at;
  while (small.has(tokens[from]?.key ?? '') || ending.has(tokens[from]?.key ?? '')) from += 1;
  const opening = tokens.slice(at, from).map((token) => token.key);
  const words = tokens.slice(from, from + 8).map((token) => (token.code || token.person ? '' : token.key));
  // "Before Friday" ends the day before, "by December" with it.
  const upTo = (first: Day, last: Day): Coming =>
    opening.some((key) => ending.has(key))
      ? { to: opening.some((key) => before.has(key)) ? addDays(first, -1) : last }
      : { from: first, to: last };
  const found = stretchOf(words, asking.today);
  if (found) return { ...upTo(found.from, found.to), at: placesBetween(at, from + found.words) };
  const purpose = 'due';
  const single = dayAt(text, tokens, at, { ...asking, purpose }) ?? dayAt(text, tokens, from, { ...asking, purpose });
  return single && { ...upTo(single.day, single.day), at: placesBetween(at, Math.max(...single.at) + 1) };
};

const stretchOf = (words: readonly string[], today: Day): Stretch | undefined => {
  for (const read of [ahead, whole, week, month]) {
    const found = read(words, today);
    if (found) return found;
  }
  return undefined;
};

/** "the next two weeks", "next 10 days", "in den kommenden vierzehn Tagen". */
const ahead: Reader = (words, today) => {
  if (stepOf(words[0] ?? '') !== 1) return undefined;
  const count = countOf(words[1] ?? '');
  const unit = unitOf(words[2] ?? '');
  if (count === undefined || unit === undefined) return undefined;
  return { from: today, to: moved(today, count, unit), words: 3 };
};

/** "this week", "nächsten Monat". */
const whole: Reader = (words, today) => {
  const step = stepOf(words[0] ?? '');
  const unit = unitOf(words[1] ?? '');
  if (step === undefined || unit === undefined || unit === 'day') return undefined;
  if (unit === 'week') {
    const monday = addDays(mondayOf(today), 7 * step);
    return { from: monday, to: addDays(monday, 6), words: 2 };
  }
  if (unit === 'year') {
    const year = String(yearOf(today) + step);
    return { from: `${year}-01-01`, to: `${year}-12-31`, words: 2 };
  }
  return inMonth(yearOf(today), monthOf(today) + step, 2);
};

/** "KW 50", "week 50": the next one that is not over. */
const week: Reader = (words, today) => {
  const named = weekNamed(words);
  if (named === undefined) return undefined;
  const monday = [0, 1]
    .map((years) => mondayOfWeek(yearOf(today) + years, named.week))
    .find((one) => one !== undefined && addDays(one, 6) >= today);
  return monday === undefined ? undefined : { from: monday, to: addDays(monday, 6), words: named.words };
};

/** "December", "März 2027". */
const month: Reader = (words, today) => {
  const named = monthNamed(words);
  if (named === undefined) return undefined;
  const next = coming(`${today.slice(0, 8)}01`, named.month, 1);
  return inMonth(named.year ?? yearOf(next ?? today), named.month, named.words);
};

const inMonth = (year: number, number: number, words: number): Stretch | undefined => {
  const [first, last] = [dayOf(year, number, 1), lastOfMonth(year, number)];
  return first && last ? { from: first, to: last, words } : undefined;
};
