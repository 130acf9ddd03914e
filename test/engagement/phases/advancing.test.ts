import { openInLeftPhases, questionOf, waitingFor } from '../../../src/engagement';
import {
  advance,
  anna,
  ben,
  codes,
  comeBack,
  complete,
  confirm,
  defer,
  exclude,
  given,
  having,
  itemOf,
  lotse,
  mehmet,
  nextWeek,
  started,
  startedIn,
  today,
} from '../../support/given';

const mark = { by: anna, at: '2026-11-30T08:00:00.000Z', on: today };
const others = codes.assess.filter((code) => code !== 'A2' && code !== 'A5');

describe('moving on where all is settled and a member’s deferral waits for agreement', () => {
  const waiting = having(
    given(startedIn('assess')).when(defer('A2'), mehmet).when(exclude('A5'), mehmet).when(defer('E1'), mehmet),
    others.map((code) => complete(code)),
    mehmet,
  );

  test('is what a lead is asked', () => {
    expect(questionOf(waiting.engagement)).toEqual({ type: 'agreement', phase: 'assess', items: ['A2', 'A5'] });
  });

  test('needs no reason and agrees to what was deferred and excluded', () => {
    const moved = waiting.when(advance('assess'));
    moved.yields(
      { type: 'PhaseLeft', phase: 'assess' },
      { type: 'PhaseOpened', phase: 'remediate' },
      { type: 'ItemAcknowledged', item: 'A2' },
      { type: 'ItemAcknowledged', item: 'A5' },
    );
    expect(itemOf(moved.engagement, 'A2').state).toMatchObject({ type: 'deferred', agreed: true });
    expect(moved.engagement.phases.assess).toStrictEqual({ opened: mark, left: mark });
  });

  test('agrees to nothing in other phases', () => {
    expect(waitingFor(waiting.when(advance('assess')).engagement, anna).map(({ code }) => code)).toEqual(['E1']);
  });

  test('records no reason where none was needed', () => {
    expect(waiting.when(advance('assess', 'it is time')).engagement.phases.assess).not.toHaveProperty('anyway');
  });

  test('carries over what comes back later', () => {
    const { engagement } = waiting.when(advance('assess')).when(comeBack('A2'), lotse, nextWeek);
    expect(itemOf(engagement, 'A2')).toMatchObject({ countsIn: 'remediate', state: { type: 'open' } });
  });
});

describe('moving on anyway, with something open', () => {
  const half = given(startedIn('assess')).when(defer('A2'), mehmet).when(complete('A1'));
  const open = ['A3', 'A4', 'A5', 'A6'];

  test.each([undefined, '', '  '])('needs a reason, and %j is none', (reason) => {
    half.when(advance('assess', reason)).refuses('phase.needsReason', { phase: 'assess', items: open, sides: [] });
  });

  test('records the reason, what was open, who and when', () => {
    const moved = half.when(advance('assess', ' the licences run out '));
    moved.yields(
      { type: 'PhaseLeft', phase: 'assess', anyway: { reason: 'the licences run out', items: open, sides: [] } },
      { type: 'PhaseOpened', phase: 'remediate' },
      { type: 'ItemAcknowledged', item: 'A2' },
    );
    expect(moved.engagement.phases.assess.anyway).toStrictEqual({
      ...mark,
      reason: 'the licences run out',
      items: open,
      sides: [],
    });
  });

  test('leaves the open items where they are, flagged, and they hold up nothing but finishing', () => {
    const moved = half.when(advance('assess', 'the licences run out'));
    expect(openInLeftPhases(moved.engagement).map(({ code }) => code)).toEqual(open);
    expect(moved.when(complete('R1')).when(confirm(), ben).when(confirm(), anna).engagement.phase).toBe('enable');
  });

  test('accepts a reason of 300 characters, and not of 301', () => {
    expect(half.when(advance('assess', ` ${'x'.repeat(300)} `)).decision).toHaveProperty('events');
    half.when(advance('assess', 'x'.repeat(301))).refuses('reason.tooLong');
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    half.when(advance('assess', 'it is time'), person).refuses('role.missing', { may: ['lead'] });
  });

  test('passes over what is settled already', () => {
    const early = having(
      given(started()),
      codes.assess.map((code) => complete(code)),
    );
    early.when(advance('initiate', 'no kick-off needed')).yields(
      {
        type: 'PhaseLeft',
        phase: 'initiate',
        anyway: { reason: 'no kick-off needed', items: ['I1', 'I2'], sides: [] },
      },
      { type: 'PhaseLeft', phase: 'assess' },
      { type: 'PhaseOpened', phase: 'remediate' },
    );
  });

  test('from Enable leaves no phase to open', () => {
    const { engagement } = given(startedIn('enable')).when(advance('enable', 'the rest is for operations'));
    expect(engagement).not.toHaveProperty('phase');
    expect(engagement.phases.enable.anyway?.items).toEqual(codes.enable);
  });
});

describe('moving on from Remediate without the joint check', () => {
  const ready = given(startedIn('remediate')).when(complete('R1'));

  test('needs a reason, and says whose word is missing', () => {
    ready.when(advance('remediate')).refuses('phase.needsReason', { items: [], sides: ['customer', 'specialist'] });
    ready
      .when(confirm(), ben)
      .when(advance('remediate'))
      .refuses('phase.needsReason', { items: [], sides: ['customer'] });
  });

  test('says what is open besides, and never R2', () => {
    given(startedIn('remediate'))
      .when(advance('remediate'))
      .refuses('phase.needsReason', { items: ['R1'], sides: ['customer', 'specialist'] });
  });

  test('records whose word was missing; what was confirmed is over', () => {
    const moved = ready.when(confirm(), anna).when(advance('remediate', 'Ben is on leave'));
    moved.yields(
      {
        type: 'PhaseLeft',
        phase: 'remediate',
        anyway: { reason: 'Ben is on leave', items: [], sides: ['specialist'] },
      },
      { type: 'PhaseOpened', phase: 'enable' },
    );
    expect(moved.engagement.confirmations).toEqual({});
    expect(moved.engagement.phases.remediate.anyway?.sides).toEqual(['specialist']);
  });

  test('does not complete R2, which stands open in a phase already left', () => {
    const { engagement } = ready.when(advance('remediate', 'Ben is on leave'));
    expect(openInLeftPhases(engagement).map(({ code }) => code)).toEqual(['R2']);
  });
});

describe('moving on from a phase that is not current', () => {
  test('that was left changes nothing, so pressing twice does not leave the next one', () => {
    given(started())
      .when(advance('initiate', 'no kick-off needed'))
      .when(advance('initiate', 'no kick-off needed'))
      .refuses('phase.alreadyLeft', { phase: 'initiate', by: anna, on: today });
  });

  test('that has not begun is refused', () => {
    given(started()).when(advance('enable', 'now')).refuses('phase.notOpen', { phase: 'enable' });
  });
});

test('nobody is asked anything after the last phase', () => {
  expect(questionOf(given(startedIn('enable')).when(advance('enable', 'done')).engagement)).toBeUndefined();
});
