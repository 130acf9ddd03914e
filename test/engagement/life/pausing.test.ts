import type { Command } from '../../../src/engagement';
import {
  acknowledge,
  add,
  anna,
  away,
  ben,
  cancel,
  complete,
  configure,
  confirm,
  defer,
  discard,
  finish,
  given,
  itemOf,
  joinTeam,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  note,
  pause,
  resume,
  setRole,
  start,
  started,
  startedIn,
  take,
  today,
  tomorrow,
  undo,
} from '../../support/given';

const paused = given(started()).when(take('A3'), anna).when(pause(nextWeek), anna);

describe('pausing', () => {
  test('stops everything until the day on which it goes on by itself', () => {
    paused.yields({ type: 'EngagementPaused', until: nextWeek });
    expect(paused.engagement.status).toBe('paused');
    expect(paused.engagement.paused).toEqual({
      by: anna,
      at: '2026-11-30T08:00:00.000Z',
      on: today,
      until: nextWeek,
    });
  });

  test('is possible without a day', () => {
    const open = given(started()).when(pause(), anna);
    open.yields({ type: 'EngagementPaused' });
    expect(open.engagement.paused).not.toHaveProperty('until');
  });

  test.each([
    ['friday', 'until.notADay'],
    [today, 'until.tooEarly'],
    ['2028-12-01', 'until.tooLate'],
  ] as const)('until %s is refused', (until, code) => {
    given(started()).when(pause(until)).refuses(code);
  });

  test.each([tomorrow, '2028-11-30'])('until %s is accepted', (until) => {
    expect(given(started()).when(pause(until)).decision).toHaveProperty('events');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    given(started())
      .when(pause(), person)
      .refuses('role.missing', { may: ['lead'] });
  });
});

describe('while an onboarding is paused', () => {
  test.each<Command>([
    acknowledge('A3'),
    complete('A3'),
    note('A3'),
    add('assess', 'Buy licences'),
    confirm(),
    setRole(mehmet, 'lead'),
    away(anna, nextWeek),
    configure({ language: 'de' }),
    pause(tomorrow),
    finish,
    start,
  ])('nothing changes: $type', (command) => {
    paused.when(command, anna, tomorrow).refuses('engagement.paused', { by: anna, on: today, until: nextWeek });
  });

  test('nothing is taken back', () => {
    paused.when(undo(), anna).refuses('engagement.paused');
  });

  test('no deferred item comes back', () => {
    given(started())
      .when(defer('A2', tomorrow))
      .when(pause())
      .when({ type: 'ReturnItem', item: 'A2' }, lotse, tomorrow)
      .refuses('engagement.paused');
  });

  test('who has left or come back is known all the same', () => {
    const left = paused.when(leaveTeam(mehmet), lotse);
    left.yields({ type: 'PersonLeft', person: mehmet });
    left.when(joinTeam(mehmet), lotse).yields({ type: 'PersonJoined', person: mehmet });
  });

  test('it can be cancelled', () => {
    const { engagement } = paused.when(cancel('no budget'), anna);
    expect(engagement.status).toBe('cancelled');
    expect(engagement).not.toHaveProperty('paused');
  });

  test('it can be discarded on the first day', () => {
    const { engagement } = paused.when(discard, anna, tomorrow);
    expect(engagement.status).toBe('discarded');
    expect(engagement).not.toHaveProperty('paused');
  });
});

describe('resuming', () => {
  test('goes on where it stopped', () => {
    const resumed = paused.when(resume, anna, tomorrow);
    resumed.yields({ type: 'EngagementResumed' });
    const before = given(started()).when(take('A3'), anna).engagement;
    const { resumed: mark, ...rest } = resumed.engagement;
    const reminders = { ...before.reminders, changedAt: `${tomorrow}T08:00:00.000Z` };
    expect(rest).toStrictEqual({ ...before, reminders, version: before.version + 2 });
    expect(mark).toMatchObject({ by: anna, on: tomorrow });
    expect(resumed.when(complete('A3'), anna).decision).toHaveProperty('events');
  });

  test('after the last phase brings back no phase', () => {
    const { engagement } = given(startedIn('enable'))
      .when({ type: 'AdvancePhase', phase: 'enable', reason: 'done' })
      .when(pause())
      .when(resume);
    expect(engagement).not.toHaveProperty('phase');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    paused.when(resume, person).refuses('role.missing', { may: ['lead'] });
  });

  test('what is not paused changes nothing', () => {
    given(started()).when(resume, anna).refuses('engagement.notPaused');
    given(started()).when(resume, lotse).refuses('engagement.notPaused');
  });

  test('happens by itself on the day said, and not before', () => {
    paused.when(resume, lotse, '2026-12-06').refuses('until.notYet');
    paused.when(resume, lotse, nextWeek).yields({ type: 'EngagementResumed' });
    expect(paused.when(resume, lotse, '2026-12-20').engagement.status).toBe('running');
  });

  test('never happens by itself where no day was said', () => {
    given(started()).when(pause()).when(resume, lotse, '2028-01-01').refuses('until.notYet');
  });

  test('keeps owners and marks', () => {
    expect(itemOf(paused.when(resume, anna).engagement, 'A3')).toEqual(itemOf(paused.engagement, 'A3'));
  });
});
