import type { Calendar } from '../calendar';
import { dayAfter, daysAfter, daysBetween, weekdayOf } from '../days';
import type { Checkpoint, Day, Engagement, Instant, ReminderTime, TimeOfDay } from '../model';

/** When people are reminded on the day of the meeting itself. */
const onTheDay: TimeOfDay = '08:00';

/** While nobody has set a meeting. */
const defaultCheckpoint: Checkpoint = { every: 'week', weekday: 1, time: '09:00', remind: 'atStart' };

/** The meeting with everything that was not said filled in. */
export const agreedCheckpoint = ({ checkpoint, started }: Engagement): Required<Checkpoint> => ({
  remind: 'dayBefore',
  mention: 'channel',
  from: dayAfter(started?.on ?? '1970-01-01'),
  ...(checkpoint ?? defaultCheckpoint),
});

/** When the reminder really comes: where the meeting is earlier than its reminder on the same day, at its start. */
export const reminderTimeOf = ({ remind, time }: Required<Checkpoint>): ReminderTime =>
  remind === 'sameDay' && time <= onTheDay ? 'atStart' : remind;

/** When whoever sets a meeting is reminded where they do not say: in time; only without a meeting it is at the start. */
export const usualReminder = (engagement: Engagement): ReminderTime =>
  engagement.checkpoint ? agreedCheckpoint(engagement).remind : 'dayBefore';

/** Whether people are reminded of both at the same times. */
export const remindsAlike = (one: Checkpoint, other: Checkpoint): boolean =>
  (['every', 'weekday', 'time', 'remind', 'from'] as const).every((key) => one[key] === other[key]);

/** So many days lie between two meetings at the most. */
const farthest = 14;

/** The first such weekday on or after a day. */
const firstFrom = (day: Day, weekday: number): Day => daysAfter(day, (weekday - weekdayOf(day) + 7) % 7);

/** Whether the rhythm has a meeting on that day. */
const hasMeeting = ({ every, weekday, from }: Required<Checkpoint>, day: Day): boolean => {
  if (every === 'off' || day < from) return false;
  if (every === 'weekday') return isWorkingDay(day);
  if (weekdayOf(day) !== weekday) return false;
  return every === 'week' || daysBetween(firstFrom(from, weekday), day) % farthest === 0;
};

/** The first so many meetings on or after a day; none where there are none. */
export const checkpointsFrom = (engagement: Engagement, day: Day, count: number): readonly Day[] => {
  const { from } = agreedCheckpoint(engagement);
  const start = from > day ? from : day;
  const until = daysAfter(start, farthest * (count + engagement.reminders.skipped.length));
  return checkpointsBetween(engagement, start, until).slice(0, count);
};

/** Whether there is a meeting on that day, and it is not left out. */
export const isCheckpointDay = (engagement: Engagement, day: Day): boolean =>
  hasMeeting(agreedCheckpoint(engagement), day) && !engagement.reminders.skipped.includes(day);

/** Every meeting from one day to another, both included. */
export const checkpointsBetween = (engagement: Engagement, from: Day, to: Day): readonly Day[] => {
  const days = Array.from({ length: Math.max(daysBetween(from, to) + 1, 0) }, (_, ahead) => daysAfter(from, ahead));
  return days.filter((day) => isCheckpointDay(engagement, day));
};

/** The day of the first meeting after today; none where there are none. */
export const nextCheckpoint = (engagement: Engagement, today: Day): Day | undefined =>
  checkpointsFrom(engagement, dayAfter(today), 1)[0];

/** The first so many meetings that have not begun at this instant. */
export const upcomingCheckpoints = (
  engagement: Engagement,
  at: Instant,
  calendar: Calendar,
  count: number,
): readonly Day[] => {
  const { timeZone } = engagement;
  const { time } = agreedCheckpoint(engagement);
  return checkpointsFrom(engagement, calendar.dayOf(at, timeZone), count + 1)
    .filter((day) => calendar.instantOf(day, time, timeZone) > at)
    .slice(0, count);
};

/** When people are reminded of the meeting of that day. Never after it has begun. */
export const reminderOf = (engagement: Engagement, meeting: Day, { instantOf }: Calendar): Instant => {
  const agreed = agreedCheckpoint(engagement);
  const { timeZone } = engagement;
  switch (reminderTimeOf(agreed)) {
    case 'dayBefore':
      return instantOf(workingDayBefore(meeting), '09:00', timeZone);
    case 'sameDay':
      return instantOf(meeting, onTheDay, timeZone);
    case 'atStart':
      return instantOf(meeting, agreed.time, timeZone);
  }
};

const isWorkingDay = (day: Day): boolean => weekdayOf(day) < 6;

/** Monday to Friday. */
export const workingDayBefore = (day: Day): Day => {
  let before = daysAfter(day, -1);
  while (!isWorkingDay(before)) before = daysAfter(before, -1);
  return before;
};

/** That day, or the next one from Monday to Friday. */
export const workingDayFrom = (day: Day): Day => {
  let from = day;
  while (!isWorkingDay(from)) from = dayAfter(from);
  return from;
};
