import type { Calendar } from '../../../src/engagement';

/** Hours ahead of UTC in winter; enough of a calendar for tests in November and December. */
const ahead: Readonly<Record<string, number>> = { UTC: 0, 'Europe/Berlin': 1, 'America/Los_Angeles': -8 };

const hour = 3_600_000;
const offset = (zone: string) => (ahead[zone] ?? 0) * hour;

export const winter: Calendar = {
  dayOf: (at, zone) => new Date(Date.parse(at) + offset(zone)).toISOString().slice(0, 10),
  instantOf: (day, time, zone) => new Date(Date.parse(`${day}T${time}:00.000Z`) - offset(zone)).toISOString(),
};
