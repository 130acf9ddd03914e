import type { Day } from '../../../engagement/index';
import type { Token } from '../tokens';
import {
  addDays,
  addMonths,
  dayOf,
  lastOfMonth,
  mondayOf,
  mondayOfWeek,
  monthOf,
  moved,
  weekdayOf,
  yearOf,
} from './calendar';
import type { Asking } from './index';
import { isLast, pastDayIn } from './past';
import { articles, countOf, monthNamed, openers, stepOf, unitOf, weekdays, weekNamed } from './words';

/** Days up to today, both included; without `until` up to now. And how many words say them. */
type Stretch = { readonly since: Day; readonly until?: Day; readonly words: number };
type Reader = (words: readonly string[], today: Day, opened: Opened) => Stretch | undefined;
/** What announces it: "since", anything else like "in the", or nothing. */
export type Opened = 'since' | 'during' | 'not';

/** A stretch has no more words. */
const longest = 10;
/** "so" and "do" are seldom days. */
const shortest = 4;

/** A day, a week, a month or some time before now whose words begin at a token. */
export const stretchAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  opened: Opened,
  asking: Omit<Asking, 'purpose'>,
): Stretch | undefined => {
  const near = tokens.slice(at, at + longest);
  const words = near.map((token) => (token.code === undefined && token.person === undefined ? token.key : ''));
  for (const read of [partOfDay, whole, recent, calendarWeek, month]) {
    const found = read(words, asking.today, opened);
    if (found) return found;
  }
  if (openers.due.has(words[0] ?? '')) return undefined;
  const day = pastDayIn(text, near, asking);
  return day ? { since: day.day, until: day.day, words: day.at.length } : shortDay(words, asking.today, opened);
};

const partsOfDay: readonly (readonly [RegExp, number])[] = [
  [/^day before yesterday\b/, 2],
  [/^this (?:morning|afternoon|evening)\b/, 0],
  [/^heute (?:morgen|frueh|vormittag|mittag|nachmittag|abend)\b/, 0],
  [/^gestern (?:morgen|frueh|vormittag|mittag|nachmittag|abend)\b/, 1],
];

/** "the day before yesterday", "heute Morgen". */
const partOfDay: Reader = (words, today) => {
  const said = words.slice(0, 3).join(' ');
  for (const [form, back] of partsOfDay) {
    const found = form.exec(said);
    const day = addDays(today, -back);
    if (found) return { since: day, until: day, words: found[0].split(' ').length };
  }
  return undefined;
};

/** "this week", "im letzten Monat", "Friday last week", "letzte Woche Freitag". */
const whole: Reader = (words, today) => {
  const first = weekdays.has(words[0] ?? '') ? 1 : 0;
  const from = first === 1 && (words[1] === 'of' || articles.has(words[1] ?? '')) ? 2 : first;
  const back = unitsBack(words[from] ?? '');
  const unit = unitOf(words[from + 1] ?? '');
  if (back === undefined || unit === undefined || unit === 'day') return undefined;
  const start = startOf(unit, today, back);
  const named = words[first === 1 ? 0 : from + 2] ?? '';
  const day = named.length < shortest ? undefined : weekdays.get(named);
  if (unit === 'week' && day !== undefined) {
    const on = addDays(start, day - 1);
    return on > today ? undefined : { since: on, until: on, words: first === 1 ? from + 2 : from + 3 };
  }
  if (first === 1) return undefined;
  return { since: start, ...(back === 1 && { until: addDays(startOf(unit, today, 0), -1) }), words: from + 2 };
};

/** The one before this one: 1; this one: 0. */
const unitsBack = (word: string): number | undefined => {
  if (isLast(word)) return 1;
  return stepOf(word) === 0 || /^(?:current|aktuelle[nrms]?|laufende[nrms]?)$/.test(word) ? 0 : undefined;
};

const startOf = (unit: 'week' | 'month' | 'year', today: Day, back: number): Day => {
  if (unit === 'week') return addDays(mondayOf(today), -7 * back);
  const first = unit === 'year' ? `${today.slice(0, 4)}-01-01` : `${today.slice(0, 8)}01`;
  return addMonths(first, unit === 'year' ? -12 * back : -back);
};

/** "the last two weeks", "seit 3 Tagen", "since a week ago", "the past week". */
const recent: Reader = (words, today, opened) => {
  const isPast = words[0] === 'past';
  const from = isLast(words[0]) || isPast ? 1 : 0;
  if (from === 0 && opened !== 'since') return undefined;
  const word = words[from] ?? '';
  const said = countOf(word);
  const count = said ?? (isPast ? 1 : undefined);
  const at = said === undefined ? from : from + 1;
  const unit = unitOf(words[at] ?? '');
  if (count === undefined || unit === undefined) return undefined;
  return { since: moved(today, -count, unit), words: words[at + 1] === 'ago' ? at + 2 : at + 1 };
};

/** "KW 47", "week 47": the latest one that has begun. */
const calendarWeek: Reader = (words, today) => {
  const named = weekNamed(words);
  if (named === undefined) return undefined;
  const monday = [0, 1]
    .map((back) => mondayOfWeek(yearOf(today) - back, named.week))
    .find((one) => one !== undefined && one <= today);
  return monday === undefined ? undefined : { since: monday, until: addDays(monday, 6), words: named.words };
};

/** "in November", "im Oktober 2025": the latest one that has begun. */
const month: Reader = (words, today, opened) => {
  const named = opened === 'not' ? undefined : monthNamed(words);
  if (named === undefined) return undefined;
  const year = named.year ?? yearOf(today) - (named.month > monthOf(today) ? 1 : 0);
  const [first, last] = [dayOf(year, named.month, 1), lastOfMonth(year, named.month)];
  if (first === undefined || last === undefined || first > today) return undefined;
  return { since: first, until: last, words: named.words };
};

/** "since Mon": too short to be a date that nothing announces. */
const shortDay: Reader = (words, today, opened) => {
  const wanted = weekdays.get(words[0] ?? '');
  if (wanted === undefined || opened === 'not') return undefined;
  const day = addDays(today, -((weekdayOf(today) - wanted + 7) % 7));
  return { since: day, until: day, words: 1 };
};
