import { openInLeftPhases, questionOf } from '../../../src/engagement';
import {
  add,
  advance,
  anna,
  ben,
  codes,
  complete,
  confirm,
  given,
  having,
  itemOf,
  mehmet,
  remove,
  reopen,
  started,
  startedIn,
  stepBack,
  today,
} from '../../support/given';

const mark = (by: string, at: string) => ({ by, at, on: at.slice(0, 10) });
const leftAt = '2026-11-30T08:00:00.000Z';
const aDayLater = '2026-12-01T08:00:00.000Z';
const aDayAndABit = '2026-12-01T08:00:00.001Z';
const completeAll = (codesOf: readonly string[]) => codesOf.map((code) => complete(code));

describe('stepping back into the phase before', () => {
  test('makes it current again; when it was opened first still stands', () => {
    const back = given(startedIn('assess')).when(stepBack('initiate'), anna, aDayLater);
    back.yields({ type: 'PhaseReturned', phase: 'initiate' });
    expect(back.engagement.phase).toBe('initiate');
    expect(back.engagement.phases.initiate).not.toHaveProperty('left');
    expect(back.engagement.phases.initiate.opened).toEqual(mark(anna, leftAt));
    expect(back.engagement.phases.assess).toEqual({ opened: mark(anna, leftAt) });
  });

  test('needs no reason within 24 hours, to the millisecond', () => {
    const assess = given(startedIn('assess'));
    expect(assess.when(stepBack('initiate'), anna, aDayLater).decision).toHaveProperty('events');
    assess.when(stepBack('initiate'), anna, aDayAndABit).refuses('phase.returnNeedsReason', { phase: 'initiate' });
    assess.when(stepBack('initiate', '  '), anna, aDayAndABit).refuses('phase.returnNeedsReason');
  });

  test('is possible later with a reason', () => {
    given(startedIn('assess'))
      .when(stepBack('initiate', ' the kick-off is repeated '), anna, '2027-03-01')
      .yields({ type: 'PhaseReturned', phase: 'initiate', reason: 'the kick-off is repeated' });
  });

  test('accepts a reason of 300 characters, and not of 301', () => {
    const assess = given(startedIn('assess'));
    expect(assess.when(stepBack('initiate', 'x'.repeat(300))).decision).toHaveProperty('events');
    assess.when(stepBack('initiate', 'x'.repeat(301))).refuses('reason.tooLong');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    given(startedIn('assess'))
      .when(stepBack('initiate'), person)
      .refuses('role.missing', { may: ['lead'] });
  });

  test('into the current phase changes nothing', () => {
    given(startedIn('assess')).when(stepBack('assess')).refuses('phase.alreadyHere', { phase: 'assess' });
  });

  test('is not stepping forward', () => {
    given(startedIn('assess')).when(stepBack('enable')).refuses('phase.neverLeft', { phase: 'enable' });
  });
});

describe('stepping back over several phases', () => {
  test('makes all of them unfinished again', () => {
    const { engagement } = given(startedIn('enable')).when(stepBack('assess'));
    expect(engagement.phase).toBe('assess');
    expect(engagement.phases.initiate.left).toBeDefined();
    expect([engagement.phases.assess, engagement.phases.remediate, engagement.phases.enable]).toEqual([
      expect.not.objectContaining({ left: expect.anything() as unknown }) as unknown,
      { opened: mark(anna, leftAt) },
      { opened: mark(anna, leftAt) },
    ]);
  });

  test('counts the 24 hours from when that phase was left', () => {
    const later = having(given(startedIn('assess')), completeAll(codes.assess), anna, '2026-12-02');
    expect(later.engagement.phase).toBe('remediate');
    later.when(stepBack('initiate'), anna, '2026-12-02').refuses('phase.returnNeedsReason', { phase: 'initiate' });
    expect(later.when(stepBack('assess'), anna, '2026-12-02').decision).toHaveProperty('events');
  });

  test('is possible after the last phase', () => {
    const over = having(given(startedIn('enable')), completeAll(codes.enable));
    expect(over.engagement).not.toHaveProperty('phase');
    expect(over.when(stepBack('enable')).engagement.phase).toBe('enable');
  });

  test('leaves them again one after the other, as far as they are settled and no further than the joint check', () => {
    given(startedIn('enable'))
      .when(stepBack('initiate'))
      .when(advance('initiate'))
      .yields(
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseLeft', phase: 'assess' },
        { type: 'PhaseOpened', phase: 'remediate' },
      );
  });

  test('opens a phase that was passed over', () => {
    const passedOver = having(given(started()), completeAll([...codes.assess, ...codes.initiate]));
    expect(passedOver.engagement.phases.assess).not.toHaveProperty('opened');
    const { engagement } = passedOver.when(stepBack('assess'), anna, aDayLater);
    expect(engagement.phases.assess.opened).toEqual(mark(anna, aDayLater));
  });
});

describe('a phase stepped back into, in which all is settled', () => {
  const back = given(startedIn('assess')).when(stepBack('initiate', 'the kick-off is repeated'));

  test('stays, and shows who wanted that and why', () => {
    expect(back.engagement.phases.initiate.stays).toStrictEqual({
      ...mark(anna, leftAt),
      reason: 'the kick-off is repeated',
    });
    expect(back.when(complete('A1'), mehmet).engagement.phase).toBe('initiate');
    expect(given(startedIn('assess')).when(stepBack('initiate')).engagement.phases.initiate.stays).toStrictEqual(
      mark(anna, leftAt),
    );
  });

  test('asks a lead whether it is left', () => {
    expect(questionOf(back.engagement)).toEqual({ type: 'stays', phase: 'initiate' });
  });

  test('is left by a lead without a reason', () => {
    back
      .when(advance('initiate'))
      .yields({ type: 'PhaseLeft', phase: 'initiate' }, { type: 'PhaseOpened', phase: 'assess' });
  });

  test.each([
    ['reopened', reopen('I2'), complete('I2')],
    ['added', add('initiate', 'Book a room'), remove('I3')],
  ])('is left by itself again once something in it was %s and is settled', (_, opening, settling) => {
    const open = back.when(opening);
    expect(open.engagement.phases.initiate).not.toHaveProperty('stays');
    expect(open.when(settling, anna).engagement.phase).toBe('assess');
  });

  test('forgets that it stayed when it is left', () => {
    expect(back.when(advance('initiate')).engagement.phases.initiate).toEqual({
      opened: mark(anna, leftAt),
      left: mark(anna, leftAt),
    });
  });
});

describe('a phase stepped back into, in which something is open', () => {
  const back = given(startedIn('assess')).when(reopen('I2')).when(stepBack('initiate'));

  test('is flagged no longer and is left by itself when that is settled', () => {
    expect(openInLeftPhases(back.engagement)).toEqual([]);
    expect(back.engagement.phases.initiate).not.toHaveProperty('stays');
    expect(questionOf(back.engagement)).toBeUndefined();
    expect(back.when(complete('I2'), mehmet).engagement.phase).toBe('assess');
  });

  test('was left anyway, and that no longer stands', () => {
    const { engagement } = given(started()).when(advance('initiate', 'no time')).when(stepBack('initiate'));
    expect(engagement.phases.initiate).toEqual({ opened: mark(anna, leftAt) });
  });
});

describe('stepping back and the joint check', () => {
  test('back into Remediate both sides are asked again', () => {
    const back = given(startedIn('enable')).when(stepBack('remediate'));
    expect(back.engagement.phases.remediate).not.toHaveProperty('stays');
    expect(questionOf(back.engagement)).toMatchObject({ type: 'jointCheck', sides: ['customer', 'specialist'] });
    const over = back.when(confirm(), ben).when(confirm(), anna);
    expect(over.engagement.phase).toBe('enable');
    expect(itemOf(over.engagement, 'R2').state.type).toBe('complete');
  });

  test('out of Remediate what was confirmed is void', () => {
    const back = given(startedIn('remediate')).when(complete('R1')).when(confirm(), ben).when(stepBack('assess'));
    expect(back.engagement.confirmations).toEqual({});
    const again = back.when(advance('assess')).when(confirm(), anna, today);
    expect(again.engagement.phase).toBe('remediate');
  });
});
