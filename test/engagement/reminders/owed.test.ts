import { decide, fold, hasOverdue, owed } from '../../../src/engagement';
import {
  asking,
  cancel,
  codes,
  comeBack,
  complete,
  configure,
  defer,
  discard,
  eventsOf,
  type Given,
  given,
  itemOf,
  lotse,
  mehmet,
  nextWeek,
  pause,
  reopen,
  resume,
  setCheckpoint,
  start,
  started,
  startedIn,
  take,
  tomorrow,
} from '../../support/given';
import { winter } from './winter-calendar';

/** Without meetings, and so without reminders of them. */
const begun = given(started()).when(setCheckpoint({ every: 'off' })).record;
const inLosAngeles = given().when({
  ...start,
  timeZone: 'America/Los_Angeles',
  checkpoint: { every: 'off', weekday: 1, time: '09:00' },
}).record;
const noon = '2026-11-30T11:00:00.000Z';

describe('what is owed', () => {
  test('is nothing, now and later, while nothing is deferred', () => {
    expect(owed(given(begun).engagement, noon, winter)).toStrictEqual({ owed: [] });
    expect(owed(given().engagement, noon, winter)).toStrictEqual({ owed: [] });
  });

  const deferred = given(begun)
    .when(defer('A2', nextWeek))
    .when(defer('A3', tomorrow))
    .when(defer('G7', tomorrow)).engagement;

  test('is nothing before the date; the next look is at its local midnight', () => {
    expect(owed(deferred, noon, winter)).toStrictEqual({ owed: [], next: '2026-11-30T23:00:00.000Z' });
  });

  test('the next look is at the earliest date, whatever comes first in the catalogue', () => {
    const { engagement } = given(begun).when(defer('A2', nextWeek)).when(defer('A3', tomorrow));
    expect(owed(engagement, noon, winter)).toStrictEqual({ owed: [], next: '2026-11-30T23:00:00.000Z' });
  });

  test('is nothing a millisecond early', () => {
    expect(owed(deferred, '2026-11-30T22:59:59.999Z', winter).owed).toEqual([]);
  });

  test('is the return of every item whose date has come, and the next date after that', () => {
    expect(owed(deferred, '2026-11-30T23:00:00.000Z', winter)).toStrictEqual({
      owed: [comeBack('G7'), comeBack('A3')],
      next: '2026-12-06T23:00:00.000Z',
    });
  });

  test('is caught up after a long outage', () => {
    expect(owed(deferred, '2027-06-01T12:00:00.000Z', winter)).toStrictEqual({
      owed: [comeBack('G7'), comeBack('A2'), comeBack('A3')],
    });
  });

  test('follows the time zone of the engagement', () => {
    const west = given(inLosAngeles).when(defer('A2', tomorrow)).engagement;
    expect(owed(west, '2026-12-01T07:59:59.999Z', winter)).toStrictEqual({
      owed: [],
      next: '2026-12-01T08:00:00.000Z',
    });
    expect(owed(west, '2026-12-01T08:00:00.000Z', winter)).toStrictEqual({ owed: [comeBack('A2')] });
  });

  test('is not owed for what was reopened or completed before its date', () => {
    const settled = given(begun)
      .when(defer('A2', tomorrow))
      .when(defer('A3', tomorrow))
      .when(reopen('A2'))
      .when(complete('A3')).engagement;
    expect(owed(settled, '2026-12-02T12:00:00.000Z', winter)).toStrictEqual({ owed: [] });
  });

  test('is still owed after the last phase', () => {
    const { engagement } = codes.enable.slice(1).reduce<Given>(
      (so, code) => so.when(complete(code)),
      given(startedIn('enable'))
        .when(setCheckpoint({ every: 'off' }))
        .when(defer('E1', tomorrow)),
    );
    expect(engagement).not.toHaveProperty('phase');
    expect(owed(engagement, '2026-12-01T12:00:00.000Z', winter).owed).toEqual([comeBack('E1')]);
  });
});

describe('an item with a due day', () => {
  const dated = given(begun).when(take('A3', tomorrow), mehmet).engagement;

  test('is looked at again when it becomes overdue', () => {
    expect(owed(dated, noon, winter)).toStrictEqual({
      owed: [],
      next: winter.instantOf('2026-12-02', '00:00', 'Europe/Berlin'),
    });
    expect(hasOverdue(dated, tomorrow)).toBe(false);
  });

  test('is looked at every day while it is overdue', () => {
    const { next } = owed(dated, '2026-12-09T12:00:00.000Z', winter);
    expect(next).toBe(winter.instantOf('2026-12-10', '00:00', 'Europe/Berlin'));
    expect(hasOverdue(dated, '2026-12-09')).toBe(true);
  });

  test('is left alone once it is done', () => {
    const { engagement } = given(begun).when(take('A3', tomorrow), mehmet).when(complete('A3'), mehmet);
    expect(owed(engagement, noon, winter)).toStrictEqual({ owed: [] });
    expect(hasOverdue(engagement, '2026-12-09')).toBe(false);
  });
});

describe('while an onboarding is paused', () => {
  const paused = given(begun).when(defer('A2', tomorrow)).when(take('A3', tomorrow)).when(pause(nextWeek)).engagement;

  test('nothing is owed but that it goes on, at local midnight of the day said', () => {
    expect(owed(paused, noon, winter)).toStrictEqual({ owed: [], next: '2026-12-06T23:00:00.000Z' });
    expect(owed(paused, '2026-12-06T22:59:59.999Z', winter)).toStrictEqual({
      owed: [],
      next: '2026-12-06T23:00:00.000Z',
    });
    expect(owed(paused, '2026-12-06T23:00:00.000Z', winter)).toStrictEqual({ owed: [resume] });
  });

  test('follows the time zone of the engagement', () => {
    const west = given(inLosAngeles).when(pause(tomorrow)).engagement;
    expect(owed(west, '2026-12-01T07:59:59.999Z', winter)).toStrictEqual({
      owed: [],
      next: '2026-12-01T08:00:00.000Z',
    });
    expect(owed(west, '2026-12-01T08:00:00.000Z', winter)).toStrictEqual({ owed: [resume] });
  });

  test('what came due meanwhile is owed as soon as it goes on', () => {
    const running = fold(eventsOf(decide(resume, paused, asking(lotse, nextWeek))), paused);
    expect(owed(running, '2026-12-06T23:00:00.000Z', winter).owed).toEqual([comeBack('A2')]);
  });

  test('without a day nothing is ever owed', () => {
    const open = given(begun).when(defer('A2', tomorrow)).when(pause()).engagement;
    expect(owed(open, '2028-01-01T00:00:00.000Z', winter)).toStrictEqual({ owed: [] });
  });
});

describe('after the end', () => {
  test.each([cancel(), discard])('nothing is owed: $type', (end) => {
    const { engagement } = given(begun).when(defer('A2', tomorrow)).when(pause(tomorrow)).when(end);
    expect(owed(engagement, '2028-01-01T00:00:00.000Z', winter)).toStrictEqual({ owed: [] });
  });
});

describe('moving to another time zone', () => {
  test('moves the midnight at which items come back', () => {
    const { engagement } = given(begun)
      .when(defer('A2', tomorrow))
      .when(configure({ timeZone: 'America/Los_Angeles' }));
    expect(owed(engagement, noon, winter)).toStrictEqual({ owed: [], next: '2026-12-01T08:00:00.000Z' });
  });
});

describe('doing what is owed', () => {
  const due = given(begun).when(defer('A2', tomorrow)).when(defer('A3', tomorrow)).engagement;
  const at = '2026-12-01T07:00:00.000Z';
  const done = owed(due, at, winter).owed.reduce(
    (engagement, command) => fold(eventsOf(decide(command, engagement, asking(lotse, tomorrow))), engagement),
    due,
  );

  test('brings the items back', () => {
    expect(itemOf(done, 'A2').state.type).toBe('open');
    expect(itemOf(done, 'A3').state.type).toBe('open');
  });

  test('leaves nothing owed but to tell of it in the morning', () => {
    expect(owed(done, at, winter)).toStrictEqual({ owed: [], next: '2026-12-01T08:00:00.000Z' });
  });

  test('twice is harmless', () => {
    expect(decide(comeBack('A2'), done, asking(lotse, tomorrow))).toEqual({
      refused: { code: 'item.alreadyOpen', item: 'A2' },
    });
  });
});
