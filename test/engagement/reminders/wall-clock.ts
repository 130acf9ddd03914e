import type { DateTime } from 'luxon';
import type { Checkpoint, ReminderTime, Rhythm } from '../../../src/engagement';

/** What everybody would expect, found with a wall calendar and a clock on the wall instead of with the rules under test. */
type Meeting = Pick<Checkpoint, 'every' | 'weekday' | 'time'> & { readonly remind: ReminderTime };

const isWorkday = (day: DateTime): boolean => day.weekday <= 5;

/** The days of meetings after this day, up to and including the last. */
export const meetingDays = (every: Rhythm, weekday: number, after: DateTime, last: DateTime): readonly DateTime[] => {
  const days: DateTime[] = [];
  for (let day = after.plus({ days: 1 }); day <= last; day = day.plus({ days: 1 })) days.push(day);
  if (every === 'off') return [];
  if (every === 'weekday') return days.filter(isWorkday);
  const weekly = days.filter((day) => day.weekday === weekday);
  return every === 'week' ? weekly : weekly.filter((_, at) => at % 2 === 0);
};

export const remindedAt = (day: DateTime, { time, remind }: Meeting): DateTime => {
  const at = (clock: string, on: DateTime) =>
    on.set({ hour: Number(clock.slice(0, 2)), minute: Number(clock.slice(3)), second: 0, millisecond: 0 });
  if (remind === 'atStart' || (remind === 'sameDay' && time < '08:00')) return at(time, day);
  if (remind === 'sameDay') return at('08:00', day);
  let before = day.minus({ days: 1 });
  while (!isWorkday(before)) before = before.minus({ days: 1 });
  return at('09:00', before);
};
