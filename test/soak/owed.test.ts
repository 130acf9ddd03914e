import { slotsOf } from './owed';

describe('what is owed, figured out without the product', () => {
  const checkpoint = { every: 'weekday', weekday: 1, time: '09:00', remind: 'atStart' };
  const startedAt = Date.parse('2027-03-24T10:00:00Z');
  const until = Date.parse('2027-03-30T12:00:00Z');
  const instants = (change: Partial<typeof checkpoint>): readonly string[] =>
    slotsOf({ timeZone: 'Europe/Berlin', checkpoint: { ...checkpoint, ...change }, startedAt }, until).map(
      ({ day, remindAt }) => `${day} ${new Date(remindAt).toISOString().slice(0, 16)}`,
    );

  test('on weekdays from the next day on, also where the clocks change', () => {
    expect(instants({})).toEqual([
      '2027-03-25 2027-03-25T08:00',
      '2027-03-26 2027-03-26T08:00',
      '2027-03-29 2027-03-29T07:00',
      '2027-03-30 2027-03-30T07:00',
    ]);
  });

  test('one working day before, which for Monday is Friday', () => {
    expect(instants({ every: 'week', remind: 'dayBefore', time: '15:00' })).toEqual(['2027-03-29 2027-03-26T08:00']);
  });

  test('at eight on the day itself, or at the start where that is earlier', () => {
    expect(instants({ every: 'week', remind: 'sameDay' })).toEqual(['2027-03-29 2027-03-29T06:00']);
    expect(instants({ every: 'week', remind: 'sameDay', time: '07:30' })).toEqual(['2027-03-29 2027-03-29T05:30']);
  });
});
