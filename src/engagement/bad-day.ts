import { addYears, isDay } from './days';
import type { Asked, Day } from './model';

/** Why no day to come can be meant: there is no such day, or it is more than two years ahead. */
export const badDay = (day: string, today: Day): { readonly code: 'until.notADay' | 'until.tooLate' } | undefined => {
  if (!isDay(day)) return { code: 'until.notADay' };
  return day > addYears(today, 2) ? { code: 'until.tooLate' } : undefined;
};

/** The same of a day until which something lasts: tomorrow at the earliest. */
export const badUntil = (
  until: string,
  { today }: Asked,
): { readonly code: 'until.notADay' | 'until.tooEarly' | 'until.tooLate' } | undefined =>
  badDay(until, today) ?? (until <= today ? { code: 'until.tooEarly' } : undefined);
