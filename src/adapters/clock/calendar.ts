import { DateTime, IANAZone } from 'luxon';
import type { Calendar, TimeZone } from '../../engagement/index';

/** `create` keeps what it made; asking `isValidZone` each time would cost as much as all the rest. */
const zoneOf = (name: TimeZone): IANAZone => {
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new RangeError(`${name} is no time zone. Name one like Europe/Berlin.`);
  return zone;
};

const minute = 60_000;
const day = 24 * 60 * minute;

/**
 * A local time that exists twice is its first occurrence; one that does not exist is the first instant after the gap.
 * Luxon would go as far beyond the gap as the time lies in it, and leaves open which of two it takes.
 */
export const calendar: Calendar = {
  dayOf: (at, zone) => DateTime.fromISO(at, { zone: zoneOf(zone) }).toFormat('yyyy-MM-dd'),
  instantOf: (on, time, zoneName) => {
    const zone = zoneOf(zoneName);
    const local = DateTime.fromISO(`${on}T${time}`, { zone: 'utc' }).toMillis();
    if (Number.isNaN(local)) throw new RangeError(`${on} ${time} is no day and time.`);
    const offsetAt = (instant: number) => zone.offset(instant) * minute;
    const candidates = [local - offsetAt(local - day), local - offsetAt(local + day)].sort((one, other) => one - other);
    const exists = candidates.find((instant) => instant + offsetAt(instant) === local);
    return new Date(exists ?? gapEnd(local, candidates, offsetAt)).toISOString();
  },
};

/** Where the clocks are put forward: they show less than `local` before, and more from then on. */
const gapEnd = (local: number, [from = 0, to = 0]: readonly number[], offsetAt: (at: number) => number): number => {
  let before = from - 1;
  let after = to;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetAt(middle) < local) before = middle;
    else after = middle;
  }
  return after;
};
