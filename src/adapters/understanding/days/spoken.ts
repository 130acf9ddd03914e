import type { Day } from '../../../engagement/index';
import {
  addDays,
  coming,
  dayOf,
  lastOfMonth,
  mondayOf,
  mondayOfWeek,
  monthOf,
  moved,
  weekdayOf,
  yearOf,
} from './calendar';
import { countOf, months, stepOf, unitOf, weekdays, weekNamed, yearIn } from './words';

/** What a week means: something due is due on its Friday, something put off is back on its Monday. */
export type Purpose = 'due' | 'until';
/** A day, and how many words it took. */
type Spoken = { readonly day: Day; readonly words: number };
type Reader = (words: readonly string[], today: Day, purpose: Purpose) => Spoken | undefined;

const toFriday = 4;
const small = new Set(['of', 'the', 'der', 'des', 'vom', 'von', 'den', 'dem', 'in', 'im']);

const withoutSmall = (words: readonly string[], from: number): number => {
  let at = from;
  while (small.has(words[at] ?? '')) at += 1;
  return at;
};

/** "KW 14", "calendar week 14", "week 14 2027". */
const weekNumber: Reader = (words, today, purpose) => {
  const named = weekNamed(words);
  if (named === undefined) return undefined;
  const { week, words: next } = named;
  const of = yearIn(words[next]);
  const here = mondayOfWeek(of ?? yearOf(today), week);
  const past = here === undefined || addDays(here, toFriday) < today;
  const monday = of === undefined && past ? mondayOfWeek(yearOf(today) + 1, week) : here;
  if (!monday) return undefined;
  return { day: purpose === 'due' ? addDays(monday, toFriday) : monday, words: next + (of ? 1 : 0) };
};

/** "Friday", "next Friday", "übernächsten Montag", "Freitag nächster Woche", "next week Friday". */
const weekday: Reader = (words, today) => {
  const step = stepOf(words[0] ?? '');
  const from = step === undefined ? 0 : 1;
  if (step !== undefined && unitOf(words[1] ?? '') === 'week') {
    const later = weekdays.get(words[withoutSmall(words, 2)] ?? '');
    if (later === undefined) return undefined;
    return { day: addDays(mondayOf(today), 7 * step + later - 1), words: withoutSmall(words, 2) + 1 };
  }
  const wanted = weekdays.get(words[from] ?? '');
  if (wanted === undefined) return undefined;
  const after = withoutSmall(words, from + 1);
  const weeks = stepOf(words[after] ?? '');
  if (weeks !== undefined && unitOf(words[after + 1] ?? '') === 'week')
    return { day: addDays(mondayOf(today), 7 * weeks + wanted - 1), words: after + 2 };
  // "Next Friday" is that of next week in English; "nächsten Freitag" is the first one to come.
  if (words[0] === 'next') return { day: addDays(mondayOf(today), 6 + wanted), words: 2 };
  const soon = addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1);
  return { day: step === 2 ? addDays(soon, 7) : soon, words: from + 1 };
};

/** "in two weeks", "for 10 days", "einen Monat". */
const span: Reader = (words, today) => {
  const from = ['in', 'for', 'by', 'um'].includes(words[0] ?? '') ? 1 : 0;
  const word = words[from] ?? '';
  const count = countOf(word);
  const after = words[from] === 'a' && words[from + 1] === 'couple' ? from + 2 : from + 1;
  const amount = after > from + 1 ? 2 : count;
  const unit = unitOf(words[withoutSmall(words, after)] ?? '');
  if (amount === undefined || unit === undefined) return undefined;
  return { day: moved(today, amount, unit), words: withoutSmall(words, after) + 1 };
};

/** "next week", "nächsten Monat": its first day, and for a due day its last working day. */
const nextUnit: Reader = (words, today, purpose) => {
  const step = stepOf(words[0] ?? '');
  const unit = unitOf(words[1] ?? '');
  if (step === undefined || unit === undefined || unit === 'day') return undefined;
  const day = purpose === 'due' || step === 0 ? edge('end', unit, step, today) : edge('start', unit, step, today);
  return day === undefined ? undefined : { day, words: 2 };
};

type Edge = 'start' | 'middle' | 'end';
const edges: readonly (readonly [Edge, RegExp])[] = [
  ['end', /^(?:end|ende)$/],
  ['middle', /^(?:mid|middle|mitte)$/],
  ['start', /^(?:start|beginning|anfang)$/],
];

const edge = (which: Edge, unit: string, step: number, today: Day): Day | undefined => {
  if (unit === 'week') {
    const day = addDays(mondayOf(today), 7 * step + { start: 0, middle: 2, end: toFriday }[which]);
    return day >= today ? day : addDays(day, 7);
  }
  if (unit === 'year')
    return dayOf(yearOf(today) + step, { start: 1, middle: 7, end: 12 }[which], which === 'end' ? 31 : 1);
  return inMonth(which, yearOf(today), monthOf(today) + step);
};

const inMonth = (which: Edge, year: number, month: number): Day | undefined =>
  which === 'end' ? lastOfMonth(year, month) : dayOf(year, month, which === 'middle' ? 15 : 1);

/** "end of March", "Ende der Woche", "Mitte nächsten Monats", "Monatsende", "Ende KW 14". */
const partOf: Reader = (words, today) => {
  const whole = /^(wochen|monats|jahres)ende$/.exec(words[0] ?? '')?.[1];
  const unitAlone =
    whole === undefined ? undefined : ({ wochen: 'week', monats: 'month', jahres: 'year' } as const)[whole];
  // "Wochenende" is the weekend, not the end of the working week.
  if (unitAlone === 'month' || unitAlone === 'year') {
    const day = edge('end', unitAlone, 0, today);
    return day === undefined ? undefined : { day, words: 1 };
  }
  const which = edges.find(([, form]) => form.test(words[0] ?? ''))?.[0];
  if (!which) return undefined;
  const from = withoutSmall(words, 1);
  const numbered = weekNumber(words.slice(from), today, 'until');
  if (numbered)
    return { day: addDays(numbered.day, { start: 0, middle: 2, end: toFriday }[which]), words: from + numbered.words };
  const month = months.get(words[from] ?? '');
  if (month !== undefined) {
    const of = yearIn(words[from + 1]);
    const here = inMonth(which, of ?? yearOf(today), month);
    const day = of === undefined && (here ?? '') < today ? inMonth(which, yearOf(today) + 1, month) : here;
    return day === undefined ? undefined : { day, words: from + (of ? 2 : 1) };
  }
  const step = stepOf(words[from] ?? '');
  const at = step === undefined ? from : from + 1;
  const unit = unitOf(words[at] ?? '');
  const day = unit && edge(which, unit, step ?? 0, today);
  return day === undefined ? undefined : { day, words: at + 1 };
};

/** "Dec 4", "December 4th 2026", and a month alone, which is its first day. */
const month: Reader = (words, today) => {
  const named = months.get(words[0] ?? '');
  if (named === undefined) return undefined;
  const number = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(words[1] ?? '')?.[1];
  const of = yearIn(words[number ? 2 : 1]);
  const day = of ? dayOf(of, named, Number(number ?? 1)) : coming(today, named, Number(number ?? 1));
  return day === undefined ? undefined : { day, words: (number ? 2 : 1) + (of ? 1 : 0) };
};

/** "Q1", "next quarter", "nächstes Quartal 2027": as a month. */
const quarter: Reader = (words, today, purpose) => {
  const written = Number(/^q([1-4])$/.exec(words[0] ?? '')?.[1] ?? 0);
  const step = stepOf(words[0] ?? '');
  if (written === 0 && (step === undefined || !/^quart(?:er|al|als)$/.test(words[1] ?? ''))) return undefined;
  const of = written === 0 ? undefined : yearIn(words[1]);
  const here = Math.ceil(monthOf(today) / 3);
  const which = written || here + (step ?? 0);
  const later = of === undefined && written > 0 && written < here ? 1 : 0;
  const first = (which - 1) * 3 + 1;
  const year = (of ?? yearOf(today)) + later;
  const day = purpose === 'due' ? lastOfMonth(year, first + 2) : dayOf(year, first, 1);
  return day === undefined ? undefined : { day, words: written > 0 && of === undefined ? 1 : 2 };
};

/** "The day after tomorrow", without its article. */
const afterTomorrow: Reader = (words, today) =>
  words.slice(0, 3).join(' ') === 'day after tomorrow' ? { day: addDays(today, 2), words: 3 } : undefined;

/** The first of these that fits reads the day; the order matters ("next week Friday" before "next week"). */
export const readers: readonly Reader[] = [weekNumber, partOf, quarter, span, weekday, nextUnit, month, afterTomorrow];
