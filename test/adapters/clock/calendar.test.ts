import { calendar } from '../../../src/adapters/clock/index';

test.each([
  ['Europe/Berlin', '2026-11-22T22:59:59.999Z', '2026-11-22'],
  ['Europe/Berlin', '2026-11-22T23:00:00.000Z', '2026-11-23'],
  ['Europe/Berlin', '2026-07-22T22:00:00.000Z', '2026-07-23'],
  ['Asia/Kolkata', '2026-11-22T18:29:59.999Z', '2026-11-22'],
  ['Asia/Kolkata', '2026-11-22T18:30:00.000Z', '2026-11-23'],
  ['Pacific/Auckland', '2026-11-22T10:59:59.999Z', '2026-11-22'],
  ['Pacific/Auckland', '2026-11-22T11:00:00.000Z', '2026-11-23'],
  ['America/Los_Angeles', '2027-01-01T07:59:00.000Z', '2026-12-31'],
  ['UTC', '2027-01-01T00:00:00.000Z', '2027-01-01'],
])('in %s it is at %s the day %s', (zone, at, day) => {
  expect(calendar.dayOf(at, zone)).toBe(day);
});

test.each([
  ['Europe/Berlin', '2026-11-23', '09:00', '2026-11-23T08:00:00.000Z'],
  ['Europe/Berlin', '2026-07-23', '09:00', '2026-07-23T07:00:00.000Z'],
  ['Europe/Berlin', '2026-07-23', '00:00', '2026-07-22T22:00:00.000Z'],
  ['Asia/Kolkata', '2026-11-23', '09:00', '2026-11-23T03:30:00.000Z'],
  ['Pacific/Auckland', '2026-01-23', '09:00', '2026-01-22T20:00:00.000Z'],
  ['Pacific/Auckland', '2026-07-23', '09:00', '2026-07-22T21:00:00.000Z'],
  ['Pacific/Auckland', '2027-01-01', '00:00', '2026-12-31T11:00:00.000Z'],
])('in %s the %s at %s is %s', (zone, day, time, instant) => {
  expect(calendar.instantOf(day, time, zone)).toBe(instant);
});

test.each([
  ['just before the clocks go forward', 'Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59:00.000Z'],
  ['the first minute left out', 'Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00:00.000Z'],
  ['the last minute left out', 'Europe/Berlin', '2026-03-29', '02:59', '2026-03-29T01:00:00.000Z'],
  ['just after', 'Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00.000Z'],
  ['the evening of that day', 'Europe/Berlin', '2026-03-29', '20:00', '2026-03-29T18:00:00.000Z'],
  ['left out in the south', 'Pacific/Auckland', '2026-09-27', '02:30', '2026-09-26T14:00:00.000Z'],
  ['midnight left out', 'America/Santiago', '2026-09-06', '00:00', '2026-09-06T04:00:00.000Z'],
  ['half an hour left out', 'Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:30:00.000Z'],
  ['a whole day left out', 'Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T10:00:00.000Z'],
])('a local time that does not exist is the first instant after: %s', (_, zone, day, time, instant) => {
  expect(calendar.instantOf(day, time, zone)).toBe(instant);
});

test.each([
  ['Europe/Berlin', '2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
  ['Pacific/Auckland', '2026-04-05', '02:30', '2026-04-04T13:30:00.000Z'],
])('a local time that exists twice is its first occurrence: %s %s %s', (zone, day, time, instant) => {
  expect(calendar.instantOf(day, time, zone)).toBe(instant);
});

test.each(['Europe/Berlin', 'Pacific/Auckland', 'Australia/Lord_Howe'])(
  'in %s every half hour of a year leads to an instant of that day, never earlier than the one before it',
  (zone) => {
    let before = '';
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 30 * 60_000) {
      const [day, time] = new Date(at).toISOString().split('T') as [string, string];
      const instant = calendar.instantOf(day, time.slice(0, 5), zone);
      if (instant < before) throw new Error(`${day} ${time} in ${zone} is before the half hour before it`);
      if (calendar.dayOf(instant, zone) !== day) throw new Error(`${day} ${time} in ${zone} is another day`);
      before = instant;
    }
  },
);

test('what is no time zone, day or time is an error that says so', () => {
  expect(() => calendar.dayOf('2026-11-23T00:00:00.000Z', 'Europe/Bonn')).toThrow('Europe/Bonn is no time zone');
  expect(() => calendar.instantOf('2026-02-30', '09:00', 'UTC')).toThrow('2026-02-30 09:00 is no day and time');
});
