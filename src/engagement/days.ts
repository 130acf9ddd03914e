import type { Day } from './model';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day that really is in the calendar: `2026-02-30` is none. */
export const isDay = (text: string): text is Day => {
  const [, year, month, day] = (form.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
};

const oneDay = 86_400_000;

export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * oneDay).toISOString().slice(0, 10);

export const dayAfter = (day: Day): Day => daysAfter(day, 1);

/** Monday 1 … Sunday 7. */
export const weekdayOf = (day: Day): number => new Date(day).getUTCDay() || 7;

/** How many days lie between. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / oneDay);

/** The same day some years on; 29 February becomes the 28th where there is none. */
export const addYears = (day: Day, years: number): Day => {
  const year = Number(day.slice(0, 4)) + years;
  const moved = `${String(year)}${day.slice(4)}`;
  return isDay(moved) ? moved : `${String(year)}-02-28`;
};

const daysIn = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
