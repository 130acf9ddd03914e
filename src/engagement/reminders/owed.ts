import { dayAfter } from '../days';
import { isOpen } from '../items/questions';
import type { Command } from '../messages';
import type { Day, Engagement, Instant, TimeOfDay, TimeZone } from '../model';

/** Pure functions between instants and local days; nothing here reads a clock. */
export type Calendar = {
  readonly dayOf: (at: Instant, zone: TimeZone) => Day;
  readonly instantOf: (day: Day, time: TimeOfDay, zone: TimeZone) => Instant;
};

export type Owed = { readonly owed: readonly Command[]; readonly next?: Instant };

/**
 * What the engagement owes at this instant, and when it has to be looked at next: when something will be owed, or when an
 * item becomes overdue or a day more so. Asking early or twice is harmless.
 */
export const owed = (engagement: Engagement, at: Instant, calendar: Calendar): Owed => {
  const today = calendar.dayOf(at, engagement.timeZone);
  if (engagement.status !== 'running') return resuming(engagement, today, calendar);
  const items = Object.values(engagement.items);
  const deferred = items.flatMap(({ code, state }) =>
    state.type === 'deferred' ? [{ item: code, until: state.until }] : [],
  );
  const lateFrom = items.flatMap((item) =>
    isOpen(item) && item.dueOn !== undefined ? [dayAfter(item.dueOn > today ? item.dueOn : today)] : [],
  );
  const [nextDay] = [...deferred.map(({ until }) => until), ...lateFrom].filter((day) => day > today).sort();
  return {
    owed: deferred.filter(({ until }) => until <= today).map(({ item }) => ({ type: 'ReturnItem', item })),
    ...(nextDay !== undefined && { next: calendar.instantOf(nextDay, '00:00', engagement.timeZone) }),
  };
};

/** While it is paused nothing is owed but that it goes on; what came due meanwhile follows then. */
const resuming = ({ paused, timeZone }: Engagement, today: Day, calendar: Calendar): Owed => {
  const until = paused?.until;
  if (until === undefined) return { owed: [] };
  if (until <= today) return { owed: [{ type: 'ResumeEngagement' }] };
  return { owed: [], next: calendar.instantOf(until, '00:00', timeZone) };
};
