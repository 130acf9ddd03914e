import {
  type Checkpoint,
  checkpointsFrom,
  nextCheckpoint,
  upcomingCheckpoints,
  workingDayFrom,
} from '../../../src/engagement';
import { type Given, given, skip, start, today } from '../../support/given';
import { calendar } from './looking';

/** Agreed on Monday 30 November 2026. */
const agreed = (checkpoint?: Checkpoint) => given().when({ ...start, ...(checkpoint && { checkpoint }) }).engagement;

describe('the next checkpoint', () => {
  test('is on Monday while nobody has set a meeting, and always after today', () => {
    expect(nextCheckpoint(agreed(), today)).toBe('2026-12-07');
    expect(nextCheckpoint(agreed(), '2026-12-06')).toBe('2026-12-07');
    expect(nextCheckpoint(agreed(), '2026-12-07')).toBe('2026-12-14');
  });

  test.each([
    [1, '2026-12-07'],
    [2, '2026-12-01'],
    [5, '2026-12-04'],
    [7, '2026-12-06'],
  ])('every week is on weekday %i: %s', (weekday, day) => {
    expect(nextCheckpoint(agreed({ every: 'week', weekday, time: '10:00' }), today)).toBe(day);
  });

  test('every two weeks counts from the first such weekday after it was agreed', () => {
    const meeting = agreed({ every: 'twoWeeks', weekday: 2, time: '10:00' });
    expect(
      ['2026-11-30', '2026-12-01', '2026-12-08', '2026-12-15', '2027-06-28'].map((day) => nextCheckpoint(meeting, day)),
    ).toEqual(['2026-12-01', '2026-12-15', '2026-12-15', '2026-12-29', '2027-06-29']);
  });

  test('every two weeks on the weekday it was agreed on counts from the next such day', () => {
    const meeting = agreed({ every: 'twoWeeks', weekday: 1, time: '10:00' });
    expect(checkpointsFrom(meeting, today, 2)).toEqual(['2026-12-07', '2026-12-21']);
  });

  test('every working day is never on a weekend', () => {
    const daily = agreed({ every: 'weekday', weekday: 1, time: '09:00' });
    expect(['2026-12-03', '2026-12-04', '2026-12-05', '2026-12-06'].map((day) => nextCheckpoint(daily, day))).toEqual([
      '2026-12-04',
      '2026-12-07',
      '2026-12-07',
      '2026-12-07',
    ]);
  });

  test('is none where there are none', () => {
    expect(nextCheckpoint(agreed({ every: 'off', weekday: 1, time: '09:00' }), today)).toBeUndefined();
  });

  test('before the start is a Monday as well', () => {
    expect(nextCheckpoint(given().engagement, today)).toBe('2026-12-07');
  });
});

describe('the meetings to come', () => {
  const mondays = agreed({ every: 'week', weekday: 1, time: '10:00' });

  test('are those that have not begun, in the time zone of the engagement', () => {
    const next = (at: string) => upcomingCheckpoints(mondays, at, calendar, 2);
    expect(next('2026-12-07T08:59:59.999Z')).toEqual(['2026-12-07', '2026-12-14']);
    expect(next('2026-12-07T09:00:00.000Z')).toEqual(['2026-12-14', '2026-12-21']);
  });

  test('are none on the day the onboarding began, nor before', () => {
    expect(checkpointsFrom(mondays, '2026-11-01', 2)).toEqual(['2026-12-07', '2026-12-14']);
    expect(checkpointsFrom(agreed({ every: 'weekday', weekday: 1, time: '10:00' }), '2026-11-01', 1)).toEqual([
      '2026-12-01',
    ]);
  });

  test('are as many as asked for, however many are left out', () => {
    const daily = given().when({ ...start, checkpoint: { every: 'weekday', weekday: 1, time: '10:00' } });
    const skipped = ['2026-12-01', '2026-12-02', '2026-12-04'].reduce<Given>((so, day) => so.when(skip(day)), daily);
    expect(checkpointsFrom(skipped.engagement, today, 3)).toEqual(['2026-12-03', '2026-12-07', '2026-12-08']);
    expect(checkpointsFrom(agreed({ every: 'off', weekday: 1, time: '10:00' }), today, 3)).toEqual([]);
  });
});

test.each([
  ['2026-12-04', '2026-12-04'],
  ['2026-12-05', '2026-12-07'],
  ['2026-12-06', '2026-12-07'],
])('the working day from %s on is %s', (day, working) => {
  expect(workingDayFrom(day)).toBe(working);
});
