import type { Calendar } from '../calendar';
import { dayAfter, daysAfter } from '../days';
import { later } from '../instants';
import { isOpen } from '../items/questions';
import type { Command } from '../messages';
import type { Day, Engagement, Instant } from '../model';
import { checkpointsBetween, checkpointsFrom, reminderOf } from './checkpoint';
import { pendingReminders } from './questions';

export type Owed = { readonly owed: readonly Command[]; readonly next?: Instant };

/** What falls due so near a checkpoint is told in its post. In milliseconds. */
const near = 3_600_000;
/** What comes so much after its time counts as missed. In milliseconds. */
export const lateAfter = 3_600_000;

/**
 * What the engagement owes at this instant, and when it has to be looked at next: when something will be owed, or when what
 * its posts show of today will be no longer so. Asking early or twice is harmless.
 */
export const owed = (engagement: Engagement, at: Instant, calendar: Calendar): Owed => {
  const today = calendar.dayOf(at, engagement.timeZone);
  const since = activeSince(engagement, calendar);
  if (engagement.status !== 'running' || since === undefined) return resuming(engagement, today, calendar);
  const returning = returningItems(engagement, today);
  const reminding = remindersOwed(engagement, at, since, calendar);
  const nextDay = nextDayThatMatters(engagement, today);
  const midnight = nextDay && calendar.instantOf(nextDay, '00:00', engagement.timeZone);
  const [next] = [midnight, reminding.next].filter((instant) => instant !== undefined).sort();
  // What comes back now belongs to what is told.
  const commands = returning.length > 0 ? returning : reminding.owed;
  return { owed: commands, ...(next !== undefined && { next }) };
};

const returningItems = (engagement: Engagement, today: Day): readonly Command[] =>
  Object.values(engagement.items).flatMap(({ code, state }): readonly Command[] =>
    state.type === 'deferred' && state.until <= today ? [{ type: 'ReturnItem', item: code }] : [],
  );

/** Items come back, become overdue or a day more so, and the next checkpoint is another one. */
const nextDayThatMatters = (engagement: Engagement, today: Day): Day | undefined => {
  const days = Object.values(engagement.items).flatMap((item) => {
    const { dueOn, state } = item;
    if (state.type === 'deferred') return [state.until];
    return isOpen(item) && dueOn !== undefined ? [dayAfter(dueOn > today ? dueOn : today)] : [];
  });
  const meetings = checkpointsFrom(engagement, today, 1).map(dayAfter);
  return [...days, ...meetings].filter((day) => day > today).sort()[0];
};

const remindersOwed = (engagement: Engagement, at: Instant, since: Instant, calendar: Calendar): Owed => {
  const today = calendar.dayOf(at, engagement.timeZone);
  const { missed, next: nextMeeting } = checkpointReminders(engagement, at, since, calendar);
  const soon = later(at, near);
  // A checkpoint is near: it tells all of it.
  if (nextMeeting !== undefined && nextMeeting <= soon) return { owed: [], next: nextMeeting };
  const { movedAt = since } = engagement.reminders;
  // No item is caught up with only because the time zone is another one now.
  const pending = pendingReminders(engagement, today, calendar)
    .filter(({ from }) => from >= since)
    .map(({ reminder, from }) => ({ reminder, from: newest(from, movedAt) }));
  const until = (end: Instant) => pending.filter(({ from }) => from <= end).map(({ reminder }) => reminder);
  const isLate = (from: Instant) => from < later(at, -lateAfter);
  const [next] = [...pending.map(({ from }) => from), nextMeeting]
    .filter((instant) => instant !== undefined && instant > at)
    .sort();
  const looks = next === undefined ? {} : { next };
  if (missed) {
    const { meeting, from } = missed;
    return { owed: [{ type: 'PostCheckpoint', meeting, late: isLate(from), reminders: until(soon) }], ...looks };
  }
  const reminders = until(at);
  if (reminders.length === 0) return { owed: [], ...looks };
  const catchesUp = pending.some(({ from }) => isLate(from));
  return {
    owed: [catchesUp ? { type: 'PostCheckpoint', late: true, reminders } : { type: 'RemindOfItems', reminders }],
    ...looks,
  };
};

type CheckpointReminders = {
  /** The newest one whose time has come, and that was not given. Older ones are over with it. */
  readonly missed?: { readonly meeting: Day; readonly from: Instant };
  /** When the next one is to be given. */
  readonly next?: Instant;
};

/** A reminder comes so many days before its meeting at the most. */
const mostAhead = 3;

const checkpointReminders = (
  engagement: Engagement,
  at: Instant,
  since: Instant,
  calendar: Calendar,
): CheckpointReminders => {
  const { reminders, timeZone } = engagement;
  const begin = newest(since, reminders.setAt ?? since);
  const firstDay = calendar.dayOf(begin, timeZone);
  const first = reminders.meeting === undefined ? firstDay : newest(firstDay, dayAfter(reminders.meeting));
  const last = daysAfter(calendar.dayOf(at, timeZone), mostAhead);
  // The first one after all that may be told of by now tells when the next one is at the latest.
  const meetings = [
    ...checkpointsBetween(engagement, first, last),
    ...checkpointsFrom(engagement, newest(first, dayAfter(last)), 1),
  ];
  const times = meetings
    .map((meeting) => ({ meeting, from: reminderOf(engagement, meeting, calendar) }))
    .filter(({ from }) => from > begin);
  const missed = times.findLast(({ from }) => from <= at);
  const next = times.find(({ from }) => from > at)?.from;
  return { ...(missed && { missed }), ...(next !== undefined && { next }) };
};

/** Since when it runs: nothing is owed of before the start, or of a pause. None before the start. */
const activeSince = ({ started, resumed, timeZone }: Engagement, calendar: Calendar): Instant | undefined => {
  if (resumed?.until === undefined) return (resumed ?? started)?.at;
  const itself = calendar.instantOf(resumed.until, '00:00', timeZone);
  // Lotse may have noticed only later that the pause is over.
  return resumed.at < itself ? resumed.at : itself;
};

const newest = (one: string, other: string): string => (one > other ? one : other);

/** While it is paused nothing is owed but that it goes on; what came due meanwhile follows then. */
const resuming = ({ paused, timeZone }: Engagement, today: Day, calendar: Calendar): Owed => {
  const until = paused?.until;
  if (until === undefined) return { owed: [] };
  if (until <= today) return { owed: [{ type: 'ResumeEngagement' }] };
  return { owed: [], next: calendar.instantOf(until, '00:00', timeZone) };
};
