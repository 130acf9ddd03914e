import { agreedCheckpoint, type Checkpoint, checkpointsFrom, type Day } from '../../../src/engagement';
import {
  anna,
  ben,
  type Given,
  given,
  lotse,
  mehmet,
  nextWeek,
  pause,
  postCheckpoint,
  setCheckpoint,
  skip,
  start,
  started,
  today,
  tomorrow,
  undo,
} from '../../support/given';

const running = given(started());
/** The meeting most of these change: set on Monday 30 November 2026. */
const tuesdays = running.when(setCheckpoint({ every: 'week', weekday: 2, time: '10:00' }));
const everyOther = running.when(setCheckpoint({ every: 'twoWeeks', weekday: 2, time: '10:00' }));
const usual = { remind: 'dayBefore', mention: 'channel' } as const;

describe('setting the checkpoint', () => {
  test.each([
    ['a lead', anna],
    ['FastTrack', ben],
  ])('is for %s', (_, by) => {
    const checkpoint = { ...usual, every: 'week', weekday: 2, time: '10:00', from: tomorrow } as const;
    running
      .when(setCheckpoint({ every: 'week', weekday: 2, time: '10:00' }), by)
      .yields({ type: 'CheckpointSet', checkpoint });
  });

  test('is not for a member', () => {
    running.when(setCheckpoint({ every: 'off' }), mehmet).refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('waits while the onboarding is paused', () => {
    running
      .when(pause())
      .when(setCheckpoint({ every: 'off' }))
      .refuses('engagement.paused');
  });

  test('leaves as it was what is not said', () => {
    const agreed = tuesdays.when(setCheckpoint({ remind: 'sameDay', mention: 'private' }));
    const later = agreed.when(setCheckpoint({ time: '11:00' }), anna, tomorrow).engagement.checkpoint;
    expect(later).toMatchObject({ every: 'week', weekday: 2, time: '11:00', remind: 'sameDay', mention: 'private' });
  });

  test('takes the day and time assumed so far where only the rest is said, and reminds a day before', () => {
    running.when(setCheckpoint({ mention: 'private' })).yields({
      type: 'CheckpointSet',
      checkpoint: { every: 'week', weekday: 1, time: '09:00', remind: 'dayBefore', mention: 'private', from: tomorrow },
    });
  });

  test('reminds at the start of a meeting nobody set, unless asked otherwise when it is set', () => {
    expect(agreedCheckpoint(running.engagement).remind).toBe('atStart');
    expect(running.when(setCheckpoint({ remind: 'atStart' })).engagement.checkpoint?.remind).toBe('atStart');
  });

  test.each<Partial<Checkpoint>>([
    {},
    { every: 'week' },
    { weekday: 2, time: '10:00' },
    { remind: 'dayBefore', mention: 'channel' },
    { from: tomorrow },
  ])('to what it is changes nothing: %j', (settings) => {
    tuesdays.when(setCheckpoint(settings), ben, nextWeek).refuses('checkpoint.already');
  });

  test.each<Partial<Checkpoint>>([
    { every: 'weekday' },
    { weekday: 3 },
    { time: '10:30' },
    { remind: 'atStart' },
    { mention: 'private' },
    { from: nextWeek },
  ])('to anything else does: %j', (settings) => {
    const { engagement } = tuesdays.when(setCheckpoint(settings));
    expect(engagement.checkpoint).toMatchObject(settings);
  });

  test('to another time counts from then on: the meeting of that day may be over, or still ahead', () => {
    const mondays = running.when(setCheckpoint({ every: 'week', weekday: 1, time: '10:00' }));
    const moved = (earliest?: string) =>
      mondays.when(setCheckpoint({ time: '11:00', ...(earliest !== undefined && { earliest }) }), anna, nextWeek)
        .engagement;
    expect(checkpointsFrom(moved(), nextWeek, 1)).toEqual(['2026-12-14']);
    expect(checkpointsFrom(moved(nextWeek), nextWeek, 1)).toEqual([nextWeek]);
  });

  test.each(['09:00', '09:30'])('on the day of the start begins with the meeting of that day, at %s', (time) => {
    const mondays = running.when(setCheckpoint({ every: 'week', weekday: 1, time, earliest: today }));
    expect(checkpointsFrom(mondays.engagement, today, 2)).toEqual([today, nextWeek]);
  });

  test('as it was given with the start changes nothing either', () => {
    const checkpoint = { every: 'twoWeeks', weekday: 2, time: '10:00' } as const;
    const begun = given().when({ ...start, checkpoint });
    begun.when(setCheckpoint(checkpoint), anna, nextWeek).refuses('checkpoint.already');
  });

  test.each([
    ['2026-02-30', 'until.notADay'],
    ['soon', 'until.notADay'],
    ['2028-12-01', 'until.tooLate'],
  ] as const)('to begin on %s is refused', (from, code) => {
    tuesdays.when(setCheckpoint({ every: 'twoWeeks', from })).refuses(code);
  });

  test('to begin two years from now is possible', () => {
    expect(everyOther.when(setCheckpoint({ from: '2028-11-30' })).engagement.checkpoint?.from).toBe('2028-11-30');
  });
});

describe('every two weeks', () => {
  const days = (so: Pick<Given, 'engagement'>, from = today) => checkpointsFrom(so.engagement, from, 3);

  test('counts from the first such weekday after the day it was set', () => {
    expect(days(everyOther)).toEqual(['2026-12-01', '2026-12-15', '2026-12-29']);
  });

  test('never begins on the day it was set, unless that meeting is said to be still ahead', () => {
    const mondays = { every: 'twoWeeks', weekday: 1, time: '10:00' } as const;
    const set = running.when(setCheckpoint(mondays), anna, nextWeek);
    expect(days(set, nextWeek)).toEqual(['2026-12-14', '2026-12-28', '2027-01-11']);
    const ahead = running.when(setCheckpoint({ ...mondays, earliest: nextWeek }), anna, nextWeek);
    expect(days(ahead, nextWeek)).toEqual(['2026-12-07', '2026-12-21', '2027-01-04']);
    // Nobody said that there is none on the day of the start, also where something else about it was set before.
    for (const begun of [running, running.when(setCheckpoint({ remind: 'atStart' }))]) {
      const atOnce = begun.when(setCheckpoint({ ...mondays, earliest: today }));
      expect(days(atOnce)).toEqual(['2026-11-30', '2026-12-14', '2026-12-28']);
    }
    expect(ahead.engagement.checkpoint).not.toHaveProperty('earliest');
  });

  test.each<Partial<Checkpoint>>([{ time: '15:00' }, { remind: 'atStart' }, { mention: 'private' }])(
    'goes on in the same weeks where only this is changed: %j',
    (settings) => {
      const changed = everyOther.when(setCheckpoint(settings), anna, '2026-12-02');
      expect(days(changed, '2026-12-02')).toEqual(['2026-12-15', '2026-12-29', '2027-01-12']);
    },
  );

  test('goes on in the same weeks where it was agreed with the start', () => {
    const begun = given().when({ ...start, checkpoint: { every: 'twoWeeks', weekday: 2, time: '10:00' } });
    const changed = begun.when(setCheckpoint({ mention: 'private' }), anna, '2026-12-02');
    expect(days(changed, '2026-12-02')).toEqual(['2026-12-15', '2026-12-29', '2027-01-12']);
  });

  test('counts anew where the weekday or the rhythm is changed', () => {
    const wednesdays = everyOther.when(setCheckpoint({ weekday: 3 }), anna, '2026-12-03');
    expect(days(wednesdays, '2026-12-03')).toEqual(['2026-12-09', '2026-12-23', '2027-01-06']);
    const again = everyOther
      .when(setCheckpoint({ every: 'week' }), anna, '2026-12-03')
      .when(setCheckpoint({ every: 'twoWeeks' }), anna, '2026-12-04');
    expect(days(again, '2026-12-04')).toEqual(['2026-12-08', '2026-12-22', '2027-01-05']);
  });

  test('that is to begin later still does, on whatever weekday', () => {
    const january = everyOther.when(setCheckpoint({ from: '2027-01-01' })).when(setCheckpoint({ weekday: 4 }));
    expect(days(january)).toEqual(['2027-01-07', '2027-01-21', '2027-02-04']);
  });

  test.each<readonly [readonly Partial<Checkpoint>[]]>([
    [[{ every: 'week', weekday: 3 }]],
    [[{ every: 'off' }, { every: 'weekday' }]],
    [[{ every: 'off', from: '2027-01-01' }, { every: 'weekday' }]],
  ])('that is to begin later no longer does in another rhythm: %j', (changes) => {
    const later = everyOther.when(setCheckpoint({ from: '2026-12-08' }), anna, tomorrow);
    const changed = changes.reduce<Given>((so, one) => so.when(setCheckpoint(one), anna, tomorrow), later);
    expect(days(changed)[0]).toBe('2026-12-02');
  });

  describe('at another time set on the day of a meeting', () => {
    const moved = (earliest: Day, settings: Partial<Checkpoint> = { time: '14:00' }) =>
      everyOther.when(setCheckpoint({ ...settings, earliest }), anna, tomorrow);

    test('is on that day and in the same weeks as long as it is ahead', () => {
      expect(days(moved(tomorrow), tomorrow)).toEqual(['2026-12-01', '2026-12-15', '2026-12-29']);
    });

    test('is in the same weeks, but not on that day again, once it is over', () => {
      expect(days(moved('2026-12-02'), tomorrow)).toEqual(['2026-12-15', '2026-12-29', '2027-01-12']);
    });

    test('or on any other day, leaves no meeting out', () => {
      const monday = everyOther.when(setCheckpoint({ time: '14:00' }), anna, '2026-12-14');
      expect(days(monday, '2026-12-14')).toEqual(['2026-12-15', '2026-12-29', '2027-01-12']);
    });

    test('is put down as it was where only the rest is changed', () => {
      expect(moved('2026-12-02', { mention: 'private' }).engagement.checkpoint?.from).toBe(tomorrow);
    });
  });

  test('can be moved by a week', () => {
    const moved = everyOther.when(setCheckpoint({ from: '2026-12-08' }));
    expect(days(moved)).toEqual(['2026-12-08', '2026-12-22', '2027-01-05']);
  });

  test('begins with the first such weekday from the day that is said', () => {
    const moved = everyOther.when(setCheckpoint({ from: '2027-01-01' }));
    expect(days(moved)).toEqual(['2027-01-05', '2027-01-19', '2027-02-02']);
  });
});

describe('leaving out a checkpoint', () => {
  test.each([
    ['a lead', anna],
    ['FastTrack', ben],
  ])('is for %s', (_, by) => {
    tuesdays.when(skip(tomorrow), by).yields({ type: 'CheckpointSkipped', day: tomorrow });
  });

  test('is not for a member', () => {
    tuesdays.when(skip(tomorrow), mehmet).refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('leaves the others', () => {
    const { engagement } = tuesdays.when(skip('2026-12-08'));
    expect(checkpointsFrom(engagement, today, 2)).toEqual(['2026-12-01', '2026-12-15']);
  });

  test('is possible on its day', () => {
    const { engagement } = tuesdays.when(skip(tomorrow), anna, tomorrow);
    expect(checkpointsFrom(engagement, today, 1)).toEqual(['2026-12-08']);
  });

  test.each(['2026-12-02', '2026-11-24', '2026-02-30', '', 'soon'])(
    'is not possible where there is none: %j',
    (day) => {
      tuesdays.when(skip(day)).refuses('checkpoint.none');
    },
  );

  test('is not possible once its day is over', () => {
    tuesdays.when(skip(tomorrow), anna, '2026-12-02').refuses('checkpoint.none');
  });

  test('is not possible once it has begun', () => {
    tuesdays.when(skip(tomorrow, '2026-12-02'), anna, tomorrow).refuses('checkpoint.none');
    expect(tuesdays.when(skip(tomorrow, tomorrow), anna, tomorrow).decision).toHaveProperty('events');
  });

  test('is not possible where there are none at all', () => {
    running
      .when(setCheckpoint({ every: 'off' }))
      .when(skip(nextWeek))
      .refuses('checkpoint.none');
  });

  test('twice is told', () => {
    tuesdays.when(skip(tomorrow)).when(skip(tomorrow), ben).refuses('checkpoint.alreadySkipped', { on: tomorrow });
  });

  describe('is taken back by undoing it', () => {
    const skipped = tuesdays.when(skip(tomorrow), ben);

    test('as long as its day is not over', () => {
      for (const day of [today, tomorrow]) {
        const back = skipped.when(undo(), ben, day);
        expect(back.decision).toMatchObject({ events: [{ type: 'OperationUndone', items: {}, meetings: [tomorrow] }] });
        expect(checkpointsFrom(back.engagement, today, 2)).toEqual([tomorrow, '2026-12-08']);
        expect(back.engagement.items).toEqual(skipped.engagement.items);
      }
      skipped.when(undo(), ben, '2026-12-02').refuses('checkpoint.none');
    });

    test('not once it would have begun', () => {
      skipped.when(undo(undefined, '2026-12-02'), ben, tomorrow).refuses('checkpoint.none');
      expect(skipped.when(undo(undefined, tomorrow), ben, tomorrow).decision).toHaveProperty('events');
    });

    test('once, and others stay left out', () => {
      const both = skipped.when(skip('2026-12-08'), ben).when(undo(), ben);
      expect(checkpointsFrom(both.engagement, today, 2)).toEqual(['2026-12-08', '2026-12-15']);
      expect(checkpointsFrom(both.when(undo(), ben).engagement, today, 1)).toEqual([tomorrow]);
      skipped.when(undo(), ben).when(undo(), ben).refuses('undo.nothing');
    });

    test('by those who did it', () => {
      skipped.when(undo(), mehmet).refuses('undo.nothing');
    });

    test('unless there is no meeting on that day any more', () => {
      skipped
        .when(setCheckpoint({ weekday: 4 }), anna)
        .when(undo(), ben)
        .refuses('checkpoint.none');
    });
  });

  test('holds whatever is changed about the meeting afterwards', () => {
    const without = tuesdays.when(skip('2026-12-08'));
    const changed = without
      .when(setCheckpoint({ time: '11:00', remind: 'atStart' }))
      .when(setCheckpoint({ every: 'weekday', mention: 'private' }));
    expect(checkpointsFrom(changed.engagement, '2026-12-07', 2)).toEqual(['2026-12-07', '2026-12-09']);
  });

  test('several of them leaves the rest of the year', () => {
    const december = ['2026-12-01', '2026-12-08', '2026-12-15', '2026-12-22', '2026-12-29'];
    const { engagement } = december.reduce<Given>((so, day) => so.when(skip(day)), tuesdays);
    expect(checkpointsFrom(engagement, today, 1)).toEqual(['2027-01-05']);
  });

  describe('is kept', () => {
    const both = tuesdays.when(skip(tomorrow)).when(skip('2026-12-08'));
    const kept = (so: Given, when: string) => so.when(skip('2026-12-15'), anna, when).engagement.reminders.skipped;

    test('until a later meeting was reminded of, so that nobody takes it for one that was missed', () => {
      const reminded = both.when(postCheckpoint('2026-12-01'), lotse);
      expect(kept(both, '2026-12-10')).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
      expect(kept(reminded, '2026-12-10')).toEqual(['2026-12-08', '2026-12-15']);
    });

    test('and until its day is over everywhere', () => {
      const reminded = both.when(postCheckpoint('2026-12-08'), lotse);
      expect(kept(reminded, '2026-12-03')).toEqual(['2026-12-01', '2026-12-08', '2026-12-15']);
      expect(kept(reminded, '2026-12-04')).toEqual(['2026-12-08', '2026-12-15']);
    });
  });
});
