import { awayUntil, isGone } from '../../../src/engagement';
import {
  anna,
  away,
  ben,
  complete,
  given,
  joinTeam,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  note,
  someoneNew,
  started,
  today,
  tomorrow,
} from '../../support/given';

describe('being away', () => {
  const gone = given(started()).when(away(mehmet, nextWeek), mehmet);

  test('lasts until the day said, that day included', () => {
    gone.yields({ type: 'AwaySet', person: mehmet, until: nextWeek });
    expect(awayUntil(gone.engagement, mehmet, nextWeek)).toBe(nextWeek);
    expect(awayUntil(gone.engagement, mehmet, '2026-12-08')).toBeUndefined();
    expect(awayUntil(gone.engagement, anna, today)).toBeUndefined();
  });

  test('is nobody whose name is that of a built-in', () => {
    expect(awayUntil(gone.engagement, 'constructor', today)).toBeUndefined();
  });

  test('ends when one says so', () => {
    const back = gone.when(away(mehmet), mehmet);
    back.yields({ type: 'AwaySet', person: mehmet });
    expect(back.engagement.away).toEqual({});
  });

  test('can be moved to another day', () => {
    const { engagement } = gone.when(away(mehmet, tomorrow), mehmet);
    expect(engagement.away).toEqual({ [mehmet]: tomorrow });
  });

  test('of several people is kept apart', () => {
    const { engagement } = gone.when(away(ben, tomorrow), ben).when(away(mehmet), mehmet);
    expect(engagement.away).toEqual({ [ben]: tomorrow });
  });

  test.each([
    ['the lead', anna],
    ['FastTrack', ben],
  ])('of somebody else can be entered by %s', (_, person) => {
    expect(given(started()).when(away(mehmet, nextWeek), person).decision).toHaveProperty('events');
  });

  test('of somebody else is not for a member', () => {
    given(started())
      .when(away(someoneNew, nextWeek), mehmet)
      .refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('that is so already, or is over already, changes nothing', () => {
    gone.when(away(mehmet, nextWeek), mehmet).refuses('away.already', { person: mehmet });
    given(started()).when(away(mehmet), mehmet).refuses('away.not', { person: mehmet });
    gone.when(away(mehmet), mehmet, '2026-12-08').refuses('away.not');
  });

  test.each([
    ['2026-11-29', 'away.tooEarly'],
    ['2028-12-01', 'until.tooLate'],
    ['friday', 'until.notADay'],
    ['', 'until.notADay'],
  ] as const)('until %j is refused', (until, code) => {
    given(started()).when(away(mehmet, until), mehmet).refuses(code);
  });

  test.each([today, '2028-11-30'])('until %s is accepted', (until) => {
    expect(given(started()).when(away(mehmet, until), mehmet).decision).toHaveProperty('events');
  });
});

describe('leaving the team', () => {
  const left = given(started()).when(leaveTeam(mehmet), lotse);

  test('is what the roster says', () => {
    left.yields({ type: 'PersonLeft', person: mehmet });
    expect(isGone(left.engagement, mehmet)).toBe(true);
    expect(isGone(left.engagement, anna)).toBe(false);
  });

  test('ends when the roster says so', () => {
    const back = left.when(joinTeam(mehmet), lotse);
    back.yields({ type: 'PersonJoined', person: mehmet });
    expect(isGone(back.engagement, mehmet)).toBe(false);
  });

  test('twice changes nothing; nor does joining whoever is here', () => {
    left.when(leaveTeam(mehmet), lotse).refuses('person.already', { person: mehmet });
    given(started()).when(joinTeam(mehmet), lotse).refuses('person.already', { person: mehmet });
  });

  test.each([leaveTeam(mehmet), joinTeam(mehmet)])('is never a person’s word: $type', (command) => {
    given(started()).when(command, anna).refuses('command.lotseOnly');
  });

  test('is over when the one who left does something here', () => {
    const back = left.when(complete('A3'), mehmet);
    back.yields({ type: 'PersonJoined', person: mehmet }, { type: 'ItemCompleted', item: 'A3' });
    expect(back.engagement.gone).toEqual([]);
  });

  test('is not over when what they ask for is refused', () => {
    left.when(note('A3', ''), mehmet).refuses('note.missing');
  });

  test('of several people is kept apart', () => {
    const { engagement } = left.when(leaveTeam(ben), lotse).when(joinTeam(mehmet), lotse);
    expect(engagement.gone).toEqual([ben]);
  });
});
