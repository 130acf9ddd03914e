import { addYears, isDay } from '../../../src/engagement';
import { anna, assign, defer, given, mehmet, started, take, today, tomorrow } from '../../support/given';

const nonsense = ['', 'tomorrow', '2026-13-01', '2026-00-10', '2026-12-00', '2026-12-32', '2026-02-29', '2026-04-31'];
const misshapen = [
  '2026-1-1',
  '26-01-01',
  '2026/12/01',
  '2026-12-01T00:00',
  ' 2026-12-01',
  '2026-12-01\n',
  '+02026-12-01',
];

describe('days', () => {
  test.each(['2026-11-30', '2028-02-29', '2000-02-29', '2026-02-28', '2026-12-31', '2026-01-31', '2026-06-30'])(
    '%s is in the calendar',
    (day) => {
      expect(isDay(day)).toBe(true);
    },
  );

  test.each([...nonsense, ...misshapen, '1900-02-29', '2100-02-29', '2026-06-31', '2026-09-31', '2026-11-31'])(
    '%j is not',
    (day) => {
      expect(isDay(day)).toBe(false);
    },
  );

  test.each([
    ['2026-11-30', 2, '2028-11-30'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2028-02-29', 2, '2030-02-28'],
    ['2026-02-28', 2, '2028-02-28'],
  ])('%s and %i years is %s', (day, years, later) => {
    expect(addYears(day, years)).toBe(later);
  });
});

describe('the date until which an item is deferred', () => {
  const deferred = (until: string, on = today) => given(started()).when(defer('A3', until, 'holiday'), mehmet, on);
  const accepted = (until: string, on = today) => {
    deferred(until, on).yields({ type: 'ItemDeferred', item: 'A3', until, reason: 'holiday' });
  };

  test('tomorrow is the earliest', () => {
    accepted(tomorrow);
  });

  test.each([today, '2026-11-29', '2025-12-31', '0001-01-01'])('%s is too early', (until) => {
    deferred(until).refuses('until.tooEarly', { item: 'A3' });
  });

  test('two years to the day is the latest', () => {
    accepted('2028-11-30');
  });

  test.each(['2028-12-01', '2029-01-01', '9999-12-31'])('%s is too late', (until) => {
    deferred(until).refuses('until.tooLate', { item: 'A3' });
  });

  test('a leap day is a day like others', () => {
    accepted('2028-02-29');
  });

  test('two years from a leap day end on 28 February', () => {
    accepted('2030-02-28', '2028-02-29');
    deferred('2030-03-01', '2028-02-29').refuses('until.tooLate');
  });

  test.each([...nonsense, ...misshapen])('%j is no day', (until) => {
    deferred(until).refuses('until.notADay', { item: 'A3' });
  });
});

describe('the due day', () => {
  test.each([today, tomorrow, '2026-11-01', '2028-02-29'])('%s is accepted', (dueOn) => {
    given(started())
      .when(assign('A3', mehmet, dueOn), anna)
      .yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet, dueOn });
  });

  test.each([...nonsense, ...misshapen])('%j is no day', (dueOn) => {
    given(started()).when(take('A3', dueOn), mehmet).refuses('dueOn.notADay', { item: 'A3' });
    given(started())
      .when(assign('A3', mehmet, dueOn), anna)
      .refuses('dueOn.notADay', { item: 'A3' });
  });
});
