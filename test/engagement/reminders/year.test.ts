import { DateTime } from 'luxon';
import { type Checkpoint, type Instant, reminderTimes } from '../../../src/engagement';
import { anna, given, setCheckpoint, started } from '../../support/given';
import { lookAfter, onTheWall, postsIn, startedAt, toldIn } from './looking';
import { meetingDays, remindedAt } from './wall-clock';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland'];
/** Long enough for the clocks to go forward and back everywhere. */
const days = 380;

/** Eight o'clock on Monday 30 November 2026. */
const morningIn = (zone: string): DateTime => DateTime.fromISO('2026-11-30T08:00', { zone });
const instant = (at: DateTime): Instant => at.toUTC().toISO()!;

const yearOf = (zone: string, checkpoint?: Checkpoint) => {
  const from = instant(morningIn(zone));
  return lookAfter(startedAt(from, zone, checkpoint), from, instant(morningIn(zone).plus({ days }))).events;
};

const rhythms = [
  { every: 'week', weekday: 2, time: '10:00' },
  { every: 'week', weekday: 6, time: '07:30' },
  { every: 'twoWeeks', weekday: 1, time: '14:15' },
  { every: 'weekday', weekday: 1, time: '09:00' },
] as const;

describe.each(zones)('a year in %s, looking only when it was said that one has to look', (zone) => {
  describe.each(rhythms)('a meeting $every on weekday $weekday at $time', (meeting) => {
    test.each(reminderTimes)('is reminded of every time, once, and on time: %s', (remind) => {
      const begin = morningIn(zone);
      const end = begin.plus({ days });
      const expected = meetingDays(meeting.every, meeting.weekday, begin.startOf('day'), end.plus({ days: 4 }))
        .map((day) => ({ meeting: day.toISODate(), at: remindedAt(day, { ...meeting, remind }) }))
        .filter(({ at }) => at > begin && at <= end)
        .map(({ at, ...one }) => ({ ...one, wall: at.toFormat('yyyy-MM-dd HH:mm'), late: false }));
      const posts = postsIn(yearOf(zone, { ...meeting, remind }));
      expect(posts.map(({ at, meeting, late }) => ({ meeting, wall: onTheWall(at, zone), late }))).toEqual(expected);
      expect(expected.length).toBeGreaterThan(25);
    });
  });

  test('is silent where there are no meetings', () => {
    expect(yearOf(zone, { every: 'off', weekday: 1, time: '09:00' })).toEqual([]);
  });
});

describe('while nobody has set a meeting', () => {
  test.each(zones)('there is a post every Monday at 09:00: %s', (zone) => {
    const posts = postsIn(yearOf(zone)).slice(0, 4);
    expect(posts.map(({ at }) => onTheWall(at, zone))).toEqual([
      '2026-12-07 09:00',
      '2026-12-14 09:00',
      '2026-12-21 09:00',
      '2026-12-28 09:00',
    ]);
  });
});

describe('a meeting on Sundays in the middle of the night', () => {
  const at = (zone: string, time: string, night: string): readonly Instant[] => {
    const posts = postsIn(yearOf(zone, { every: 'week', weekday: 7, time, remind: 'atStart' }));
    return posts.filter(({ meeting }) => meeting === night).map((post) => post.at);
  };

  test.each([
    ['Europe/Berlin', '02:30', '2027-03-28', '2027-03-28T01:00:00.000Z'],
    ['America/New_York', '02:30', '2027-03-14', '2027-03-14T07:00:00.000Z'],
    ['Pacific/Auckland', '02:30', '2027-09-26', '2027-09-25T14:00:00.000Z'],
  ])('in %s at %s is reminded of once where that hour is left out: %s', (zone, time, night, instant) => {
    expect(at(zone, time, night)).toEqual([instant]);
  });

  test.each([
    ['Europe/Berlin', '02:30', '2027-10-31', '2027-10-31T00:30:00.000Z'],
    ['America/New_York', '01:30', '2027-11-07', '2027-11-07T05:30:00.000Z'],
    ['Pacific/Auckland', '02:30', '2027-04-04', '2027-04-03T13:30:00.000Z'],
  ])('in %s at %s is reminded of once where that hour comes twice: %s', (zone, time, night, instant) => {
    expect(at(zone, time, night)).toEqual([instant]);
  });
});

test('what was switched off stays silent, and what is switched on again begins anew', () => {
  const from = '2026-11-30T07:00:00.000Z';
  const back = '2027-03-03T12:00:00.000Z';
  const off = given(started()).when(setCheckpoint({ every: 'off' }));
  expect(toldIn(lookAfter(off.engagement, from, back).events)).toEqual([]);
  const on = off.when(setCheckpoint({ every: 'week' }), anna, back).engagement;
  const posts = postsIn(lookAfter(on, back, '2027-03-20T00:00:00.000Z').events);
  expect(posts.map(({ meeting, late }) => ({ meeting, late }))).toEqual([
    { meeting: '2027-03-08', late: false },
    { meeting: '2027-03-15', late: false },
    { meeting: '2027-03-22', late: false },
  ]);
});
