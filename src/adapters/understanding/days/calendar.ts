import type { Day } from '../../../engagement/index';
import { isDay } from '../../../engagement/index';
import type { Unit } from './words';

// Noon UTC: far enough from midnight that no rule of any zone moves the day.
const at = (day: Day): Date => new Date(`${day}T12:00:00Z`);
const dayAt = (date: Date): Day => date.toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => {
  const date = at(day);
  date.setUTCDate(date.getUTCDate() + days);
  return dayAt(date);
};

/** The same day so many months on, or the last day of that month where it is shorter. */
export const addMonths = (day: Day, months: number): Day => {
  const first = dayOf(yearOf(day), monthOf(day) + months, 1) ?? day;
  return [0, 1, 2, 3].map((less) => `${first.slice(0, 8)}${two(Number(day.slice(8)) - less)}`).find(isDay) ?? first;
};

/** So many days, weeks, months or years on; with fewer than none of them back. */
export const moved = (day: Day, count: number, unit: Unit): Day => {
  if (unit === 'day' || unit === 'week') return addDays(day, count * (unit === 'week' ? 7 : 1));
  return addMonths(day, count * (unit === 'year' ? 12 : 1));
};

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => at(day).getUTCDay() || 7;
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day));
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));

/** Months beyond December belong to the next year. Undefined when there is no such day. */
export const dayOf = (year: number, month: number, day: number): Day | undefined => {
  const extra = Math.floor((month - 1) / 12);
  const text = `${String(year + extra).padStart(4, '0')}-${two(month - extra * 12)}-${two(day)}`;
  return isDay(text) ? text : undefined;
};

export const lastOfMonth = (year: number, month: number): Day | undefined => {
  const next = dayOf(year, month + 1, 1);
  return next && addDays(next, -1);
};

/** A date without a year: this year's, or next year's once it is past. */
export const coming = (today: Day, month: number, day: number): Day | undefined => {
  const here = dayOf(yearOf(today), month, day);
  return here !== undefined && here >= today ? here : dayOf(yearOf(today) + 1, month, day);
};

/** Monday of a calendar week as ISO 8601 counts them. */
export const mondayOfWeek = (year: number, week: number): Day | undefined => {
  const fourth = dayOf(year, 1, 4);
  const monday = fourth && addDays(mondayOf(fourth), (week - 1) * 7);
  return monday && week >= 1 && yearOf(addDays(monday, 3)) === year ? monday : undefined;
};

const two = (value: number): string => String(value).padStart(2, '0');
