import { type Command, handedOver, unfinished } from '../../../src/engagement';
import {
  acknowledge,
  acknowledgePhase,
  advance,
  anna,
  assign,
  ben,
  block,
  cancel,
  codes,
  complete,
  confirm,
  defer,
  discard,
  exclude,
  finish,
  given,
  having,
  joinTeam,
  leaveTeam,
  lotse,
  mehmet,
  note,
  pause,
  release,
  reopen,
  resume,
  start,
  started,
  startedIn,
  stepBack,
  take,
  today,
  tomorrow,
  undo,
} from '../../support/given';

const each = (of: readonly string[], command: (code: string) => Command) => of.map((code) => command(code));
const phasesDone = having(
  given(startedIn('enable')),
  each(codes.enable, (code) => complete(code)),
);
/** All phases left, every general responsibility owned and accepted by Mehmet. */
const ready = having(
  phasesDone,
  each(codes.general, (code) => take(code)),
  mehmet,
);
const nothing = { phases: [], open: [], general: [], unowned: [] };

describe('finishing', () => {
  test('ends an onboarding in which nothing is missing', () => {
    expect(unfinished(ready.engagement)).toEqual(nothing);
    const finished = ready.when(finish, anna);
    finished.yields({ type: 'EngagementFinished' });
    expect(finished.engagement).toMatchObject({
      status: 'finished',
      customer: 'Contoso',
      ended: { by: anna, at: '2026-11-30T08:00:00.000Z', on: today },
    });
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    ready.when(finish, person).refuses('role.missing', { may: ['lead'] });
  });

  test('needs all phases left', () => {
    given(started())
      .when(finish)
      .refuses('engagement.notFinished', {
        phases: ['initiate', 'assess', 'remediate', 'enable'],
        open: [...codes.initiate, ...codes.assess, ...codes.remediate, ...codes.enable],
        general: codes.general,
      });
    ready
      .when(stepBack('enable'))
      .when(finish)
      .refuses('engagement.notFinished', { ...nothing, phases: ['enable'] });
  });

  test.each([
    ['open', reopen('A3')],
    ['blocked', undefined],
  ])('needs nothing %s, in no phase', (_, command) => {
    const open = ready.when(reopen('A3'));
    (command ? open : open.when(block('A3')))
      .when(finish)
      .refuses('engagement.notFinished', { ...nothing, open: ['A3'] });
  });

  test('is held up by what was left open when a lead moved on anyway', () => {
    having(
      given(startedIn('enable')).when(advance('enable', 'the rest is for operations')),
      each(codes.general, (code) => complete(code)),
    )
      .when(finish)
      .refuses('engagement.notFinished', { ...nothing, open: codes.enable });
  });

  test('is held up by a deferred item that came back', () => {
    ready
      .when(reopen('E1'))
      .when(defer('E1', tomorrow))
      .when({ type: 'ReturnItem', item: 'E1' }, lotse, tomorrow)
      .when(finish)
      .refuses('engagement.notFinished', { ...nothing, open: ['E1'] });
  });

  test.each([
    ['nobody owns', release('G7')],
    ['its new owner has not acknowledged', assign('G7', ben)],
    ['was reopened without an owner', undefined],
  ])('is held up by a general responsibility %s', (_, command) => {
    const one = command
      ? ready.when(command)
      : ready.when(release('G7')).when(acknowledge('G7'), anna).when(complete('G7')).when(reopen('G7'));
    one.when(finish).refuses('engagement.notFinished', { ...nothing, general: ['G7'] });
  });

  test.each([
    ['complete', complete('G7')],
    ['excluded', exclude('G7')],
  ])('does not need an owner for a general responsibility that is %s', (_, settle) => {
    expect(ready.when(release('G7')).when(settle).when(finish).engagement.status).toBe('finished');
  });

  test('a lead’s mark alone hands nothing over: somebody has to own it', () => {
    expect(unfinished(phasesDone.when(acknowledgePhase('general'), anna).engagement).general).toEqual(codes.general);
  });

  test('hands over what is deferred, if somebody owns it', () => {
    const deferred = ready.when(reopen('A3')).when(defer('A3')).when(defer('G7'));
    deferred.when(finish).refuses('engagement.notFinished', { ...nothing, unowned: ['A3'] });
    expect(deferred.when(assign('A3', ben)).when(finish).engagement.status).toBe('finished');
  });

  test('hands over standing responsibilities and deferred items by name', () => {
    const { engagement } = ready
      .when(complete('G7'))
      .when(exclude('G8'))
      .when(reopen('A3'))
      .when(assign('A3', ben))
      .when(defer('A3'))
      .when(defer('G9'));
    const codesOf = handedOver(engagement).map(({ code }) => code);
    expect(codesOf).toEqual([...codes.general.filter((code) => code !== 'G7' && code !== 'G8'), 'A3']);
  });
});

describe('cancelling', () => {
  test.each([
    ['right after the start', given(started())],
    ['in the joint check', given(startedIn('remediate')).when(complete('R1')).when(confirm())],
    ['while it is paused', given(started()).when(pause())],
    ['after the last phase', phasesDone],
  ])('is possible at any time: %s', (_, begun) => {
    const cancelled = begun.when(cancel(' no budget '), anna);
    cancelled.yields({ type: 'EngagementCancelled', reason: 'no budget' });
    expect(cancelled.engagement).toMatchObject({ status: 'cancelled', ended: { by: anna, reason: 'no budget' } });
  });

  test('keeps everything readable', () => {
    const { engagement } = given(startedIn('assess')).when(cancel());
    expect(engagement.items).toEqual(given(startedIn('assess')).engagement.items);
    expect(engagement.phase).toBe('assess');
  });

  test.each([
    ['', 'reason.missing'],
    ['  ', 'reason.missing'],
    ['x'.repeat(301), 'reason.tooLong'],
  ] as const)('needs a reason, and %j is none', (reason, code) => {
    given(started()).when(cancel(reason)).refuses(code);
  });

  test('accepts a reason of 300 characters', () => {
    expect(given(started()).when(cancel('x'.repeat(300))).decision).toHaveProperty('events');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    given(started())
      .when(cancel(), person)
      .refuses('role.missing', { may: ['lead'] });
  });
});

describe('discarding', () => {
  test('is possible for 24 hours, to the millisecond', () => {
    given(started()).when(discard, anna, '2026-12-01T08:00:00.000Z').yields({ type: 'EngagementDiscarded' });
    given(started()).when(discard, anna, '2026-12-01T08:00:00.001Z').refuses('engagement.discardTooLate');
  });

  test('keeps nothing of what was entered but what tells that it is gone', () => {
    const { engagement } = given(started()).when(note('A3'), mehmet).when(discard, anna);
    expect(engagement).toMatchObject({
      status: 'discarded',
      customer: 'Contoso',
      items: {},
      roles: {},
      phases: { initiate: {}, assess: {}, remediate: {}, enable: {} },
      started: { by: anna },
      ended: { by: anna },
    });
    expect(engagement).not.toHaveProperty('phase');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    given(started())
      .when(discard, person)
      .refuses('role.missing', { may: ['lead'] });
  });
});

describe.each([
  ['finished', ready.when(finish)],
  ['cancelled', given(started()).when(cancel())],
  ['discarded', given(started()).when(discard)],
] as const)('after an onboarding was %s', (status, over) => {
  test.each<Command>([
    start,
    complete('A3'),
    acknowledgePhase('general'),
    note('A3'),
    advance('initiate', 'now'),
    pause(),
    resume,
    finish,
    cancel(),
    discard,
  ])('nothing changes any more: $type', (command) => {
    over.when(command, anna, tomorrow).refuses('engagement.ended', { status, by: anna, on: today });
  });

  test('nothing is taken back, and nobody comes or goes', () => {
    over.when(undo(), anna).refuses('engagement.ended');
    over.when(leaveTeam(mehmet), lotse).refuses('engagement.ended');
    over.when(joinTeam(mehmet), lotse).refuses('engagement.ended');
  });
});
