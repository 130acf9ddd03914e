import { type Checkpoint, nextCheckpoint } from '../../../src/engagement';
import { given, start, today } from '../../support/given';

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

  test('every two weeks on the weekday it was agreed on counts from that day', () => {
    const meeting = agreed({ every: 'twoWeeks', weekday: 1, time: '10:00' });
    expect(nextCheckpoint(meeting, today)).toBe('2026-12-14');
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
