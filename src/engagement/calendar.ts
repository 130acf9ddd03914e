import type { Day, Instant, TimeOfDay, TimeZone } from './model';

/** Pure functions between instants and local days; nothing here reads a clock. */
export type Calendar = {
  readonly dayOf: (at: Instant, zone: TimeZone) => Day;
  readonly instantOf: (day: Day, time: TimeOfDay, zone: TimeZone) => Instant;
};
