import type { Command } from '../messages';
import type { Day, Engagement, Instant, TimeOfDay, TimeZone } from '../model';

/** Pure functions between instants and local days; nothing here reads a clock. */
export type Calendar = {
  readonly dayOf: (at: Instant, zone: TimeZone) => Day;
  readonly instantOf: (day: Day, time: TimeOfDay, zone: TimeZone) => Instant;
};

export type Owed = { readonly owed: readonly Command[]; readonly next?: Instant };

/** What the engagement owes at this instant, and when it will owe something next. Asking early or twice is harmless. */
export const owed = (engagement: Engagement, at: Instant, calendar: Calendar): Owed => {
  const today = calendar.dayOf(at, engagement.timeZone);
  const deferred = Object.values(engagement.items).flatMap(({ code, state }) =>
    state.type === 'deferred' ? [{ item: code, until: state.until }] : [],
  );
  const [nextDay] = deferred
    .map(({ until }) => until)
    .filter((until) => until > today)
    .sort();
  return {
    owed: deferred.filter(({ until }) => until <= today).map(({ item }) => ({ type: 'ReturnItem', item })),
    ...(nextDay !== undefined && { next: calendar.instantOf(nextDay, '00:00', engagement.timeZone) }),
  };
};
