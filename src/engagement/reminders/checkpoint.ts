import { dayAfter, daysAfter, daysBetween, weekdayOf } from '../days';
import type { Checkpoint, Day, Engagement } from '../model';

/** While nobody has set a meeting. */
export const defaultCheckpoint: Checkpoint = { every: 'week', weekday: 1, time: '09:00' };

/** The day of the first checkpoint after today; none where there are none. */
export const nextCheckpoint = (
  { checkpoint = defaultCheckpoint, started }: Engagement,
  today: Day,
): Day | undefined => {
  const { every, weekday } = checkpoint;
  if (every === 'off') return undefined;
  const days = Array.from({ length: 14 }, (_, ahead) => daysAfter(today, ahead + 1));
  if (every === 'weekday') return days.find((day) => weekdayOf(day) < 6);
  const first = firstFrom(started?.on ?? today, weekday);
  return days.find((day) => weekdayOf(day) === weekday && (every === 'week' || daysBetween(first, day) % 14 === 0));
};

/** Every two weeks counts from the first such weekday after it was agreed. */
const firstFrom = (agreed: Day, weekday: number): Day => {
  let day = agreed;
  while (weekdayOf(day) !== weekday) day = dayAfter(day);
  return day;
};
