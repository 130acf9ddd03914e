import type { TimeZone } from '../../../engagement/index';
import { fold } from '../normalise';

/** What cities are called that no time zone is named after, or under another name. */
const cities: Readonly<Record<string, string>> = {
  'Europe/Berlin':
    'münchen munich hamburg köln cologne frankfurt stuttgart düsseldorf leipzig dresden germany deutschland',
  'Europe/Vienna': 'wien graz linz salzburg innsbruck austria österreich',
  'Europe/Zurich': 'zürich zuerich genf geneva basel bern switzerland schweiz',
  'Europe/Rome': 'rom mailand milan milano italien italy',
  'Europe/Paris': 'frankreich france lyon',
  'Europe/London': 'england manchester edinburgh',
  'Europe/Brussels': 'brüssel belgien belgium',
  'Europe/Amsterdam': 'niederlande rotterdam',
  'Europe/Prague': 'prag',
  'Europe/Warsaw': 'warschau',
  'Europe/Copenhagen': 'kopenhagen',
  'Europe/Lisbon': 'lissabon',
  'Europe/Athens': 'athen',
  'Europe/Bucharest': 'bukarest',
  'Europe/Belgrade': 'belgrad',
  'Europe/Moscow': 'moskau',
  'Europe/Luxembourg': 'luxemburg',
  'Africa/Cairo': 'kairo',
  'Asia/Tokyo': 'tokio',
  'Asia/Singapore': 'singapur',
  'Asia/Shanghai': 'peking beijing',
  'Asia/Kolkata': 'kolkata mumbai delhi neu-delhi new-delhi bangalore hyderabad',
  'America/Los_Angeles': 'seattle redmond san-francisco',
  'America/New_York': 'boston washington atlanta',
  UTC: 'utc gmt',
};

const keyOf = (name: string): string => fold(name.trim()).replace(/[\s_-]+/g, ' ');

const zones: ReadonlyMap<string, ReadonlySet<TimeZone>> = (() => {
  const found = new Map<string, Set<TimeZone>>();
  const add = (name: string, zone: TimeZone): void => {
    const key = keyOf(name);
    found.set(key, (found.get(key) ?? new Set()).add(zone));
  };
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    add(zone, zone);
    add(zone.split('/').at(-1) ?? zone, zone);
  }
  for (const [zone, names] of Object.entries(cities)) {
    add(zone, zone);
    for (const name of names.split(' ')) if (!found.has(keyOf(name))) add(name, zone);
  }
  return found;
})();

const longestName = 60;

/** The time zone somebody means by its name or by a city, if it is only one. */
export const timeZoneNamed = (name: string): TimeZone | undefined => {
  if (name.length > longestName) return undefined;
  const [zone, another] = zones.get(keyOf(name)) ?? [];
  return another === undefined ? zone : undefined;
};
