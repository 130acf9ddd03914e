import { openInLeftPhases, questionOf } from '../../../src/engagement';
import {
  add,
  anna,
  ben,
  block,
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
  note,
  record,
  reopen,
  setRole,
  someoneNew,
  stepBack,
  started,
  startedIn,
  today,
  tomorrow,
  undo,
  withdraw,
} from '../../support/given';

/** Everything in Remediate but the joint check itself is settled. */
const ready = given(startedIn('remediate')).when(complete('R1'));
const sidesIn = (engagement: typeof ready.engagement) => Object.keys(engagement.confirmations);
const moved = [
  { type: 'ItemCompleted', item: 'R2' },
  { type: 'PhaseLeft', phase: 'remediate' },
  { type: 'PhaseOpened', phase: 'enable' },
] as const;

describe('the joint check', () => {
  test.each([confirm(), record()])('has nothing to confirm while something is open: $type', (command) => {
    given(startedIn('remediate'))
      .when(command)
      .refuses('phase.notReady', { phase: 'remediate', items: ['R1'] });
  });

  test('asks both sides as soon as all items but the joint check are settled', () => {
    expect(questionOf(given(startedIn('remediate')).engagement)).toBeUndefined();
    expect(questionOf(ready.engagement)).toEqual({
      type: 'jointCheck',
      phase: 'remediate',
      sides: ['customer', 'specialist'],
    });
    expect(questionOf(ready.when(confirm(), ben).engagement)).toMatchObject({ sides: ['customer'] });
  });

  test('does not wait for R2, open or blocked: it is the joint check itself', () => {
    expect(sidesIn(ready.when(confirm(), ben).engagement)).toEqual(['specialist']);
    expect(sidesIn(ready.when(block('R2')).when(confirm(), ben).engagement)).toEqual(['specialist']);
  });

  test.each(['initiate', 'assess', 'enable'] as const)('is not for %s', (phase) => {
    given(startedIn(phase)).when(confirm(phase)).refuses('phase.noJointCheck', { phase });
  });

  test.each([confirm(), record(), withdraw()])('has not begun before Remediate: $type', (command) => {
    given(startedIn('assess')).when(command).refuses('phase.notOpen', { phase: 'remediate' });
  });

  test.each([confirm(), record(), withdraw()])('is over after it: $type', (command) => {
    given(startedIn('enable')).when(command).refuses('phase.alreadyLeft', { phase: 'remediate', by: anna, on: today });
  });
});

describe('confirming the results', () => {
  test('a lead does it for the customer', () => {
    const confirmed = ready.when(confirm(), anna);
    confirmed.yields({ type: 'ResultsConfirmed', phase: 'remediate', side: 'customer' });
    expect(confirmed.engagement.confirmations).toStrictEqual({
      customer: { by: anna, at: '2026-11-30T08:00:00.000Z', on: today },
    });
    expect(confirmed.engagement.phase).toBe('remediate');
  });

  test('a specialist does it for FastTrack', () => {
    ready.when(confirm(), ben).yields({ type: 'ResultsConfirmed', phase: 'remediate', side: 'specialist' });
  });

  test('is not for a member, who hears who may', () => {
    ready.when(confirm(), mehmet).refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('a second time says who did it and when', () => {
    ready.when(confirm(), ben).when(confirm(), ben, tomorrow).refuses('phase.alreadyConfirmed', {
      side: 'specialist',
      by: ben,
      on: today,
    });
  });

  test.each([
    ['the customer', ben, anna, 'customer'],
    ['FastTrack', anna, ben, 'specialist'],
  ] as const)('the last word, by %s, moves on without another click and completes R2', (_, first, last, side) => {
    const over = ready.when(confirm(), first).when(confirm(), last);
    over.yields({ type: 'ResultsConfirmed', phase: 'remediate', side }, ...moved);
    expect(over.engagement.phase).toBe('enable');
    expect(over.engagement.confirmations).toEqual({});
    expect(itemOf(over.engagement, 'R2').state).toMatchObject({ type: 'complete', mark: { by: last } });
  });

  test.each([
    ['open', undefined],
    ['blocked', block('R2')],
    ['deferred', defer('R2')],
  ])('completes R2 that is %s', (_, before) => {
    const { engagement } = (before ? ready.when(before) : ready).when(confirm(), ben).when(confirm(), anna);
    expect(itemOf(engagement, 'R2').state.type).toBe('complete');
    expect(openInLeftPhases(engagement)).toEqual([]);
  });

  test.each([
    ['completed', complete('R2', 'every second Tuesday')],
    ['excluded', exclude('R2', 'no meetings')],
  ])('leaves R2 as it is where it was %s by hand', (_, before) => {
    const settled = ready.when(before, anna);
    const over = settled.when(confirm(), ben).when(confirm(), anna);
    over.yields({ type: 'ResultsConfirmed', phase: 'remediate', side: 'customer' }, moved[1], moved[2]);
    expect(itemOf(over.engagement, 'R2')).toEqual(itemOf(settled.engagement, 'R2'));
  });

  test('goes on through Enable if that is settled already', () => {
    const early = having(
      ready,
      codes.enable.map((code) => complete(code)),
    );
    early
      .when(confirm(), ben)
      .when(confirm(), anna)
      .yields({ type: 'ResultsConfirmed', phase: 'remediate', side: 'customer' }, moved[0], moved[1], {
        type: 'PhaseLeft',
        phase: 'enable',
      });
  });
});

describe('what a member deferred or excluded in Remediate', () => {
  const waiting = given(startedIn('remediate')).when(defer('R1'), mehmet).when(defer('E1'), mehmet);

  test('does not hold up the joint check', () => {
    expect(questionOf(waiting.engagement)).toMatchObject({ type: 'jointCheck' });
  });

  test.each([
    ['the customer', anna],
    ['FastTrack', ben],
  ])('is confirmed with it by %s, and nothing of other phases', (_, person) => {
    const { engagement } = waiting.when(confirm(), person);
    expect(itemOf(engagement, 'R1').state).toMatchObject({ type: 'deferred', agreed: true });
    expect(itemOf(engagement, 'E1').state).toMatchObject({ type: 'deferred', agreed: false });
  });
});

describe('the two confirmations name two different people', () => {
  test('also when FastTrack’s person became lead in between', () => {
    const both = ready.when(confirm(), ben).when(setRole(ben, 'lead'), anna);
    both.when(confirm(), ben).refuses('phase.samePerson');
    expect(both.when(confirm(), anna).engagement.phase).toBe('enable');
  });

  test('also when the lead became FastTrack’s person in between', () => {
    const both = ready
      .when(confirm(), anna)
      .when(setRole(mehmet, 'lead'), anna)
      .when(setRole(anna, 'specialist'), mehmet);
    both.when(confirm(), anna).refuses('phase.samePerson');
    both.when(record('Anna Schmidt', today, anna), mehmet).refuses('phase.samePerson');
    expect(both.when(confirm(), ben).engagement.phase).toBe('enable');
  });

  test('also when the one recorded for FastTrack became lead in between', () => {
    const both = ready.when(record('Mehmet Yılmaz', today, mehmet), anna).when(setRole(mehmet, 'lead'), anna);
    both.when(confirm(), mehmet).refuses('phase.samePerson');
    expect(both.when(confirm(), anna).engagement.phase).toBe('enable');
  });

  test('a lead does not record themselves or another lead for FastTrack', () => {
    ready.when(record('Anna Schmidt', today, anna), anna).refuses('phase.samePerson');
    ready
      .when(setRole(mehmet, 'lead'))
      .when(record('Mehmet Yılmaz', today, mehmet), anna)
      .refuses('phase.samePerson');
  });

  test.each([
    ['customer’s first', confirm(), record()],
    ['FastTrack’s first', record(), confirm()],
  ])('but one lead may give the customer’s and record FastTrack’s, in two steps: %s', (_, first, then) => {
    const half = ready.when(first, anna);
    expect(half.engagement.phase).toBe('remediate');
    expect(half.when(then, anna).engagement.phase).toBe('enable');
  });
});

describe('recording what FastTrack confirmed in the meeting', () => {
  test('keeps name, day and who recorded it', () => {
    const recorded = ready.when(record(' Ben Carter ', '2026-11-27', ben), anna);
    recorded.yields({
      type: 'ResultsConfirmed',
      phase: 'remediate',
      side: 'specialist',
      recorded: { name: 'Ben Carter', on: '2026-11-27', person: ben },
    });
    expect(recorded.engagement.confirmations.specialist).toMatchObject({
      by: anna,
      on: today,
      recorded: { name: 'Ben Carter', on: '2026-11-27' },
    });
  });

  test('works for somebody this team does not know', () => {
    expect(ready.when(record('Grace Kim'), anna).engagement.confirmations.specialist?.recorded).toStrictEqual({
      name: 'Grace Kim',
      on: today,
    });
  });

  test.each([
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is a lead’s, not for %s', (_, person) => {
    ready.when(record(), person).refuses('role.missing', { may: ['lead'] });
  });

  test('is not needed where FastTrack confirmed already', () => {
    ready.when(confirm(), ben).when(record(), anna).refuses('phase.alreadyConfirmed', { side: 'specialist', by: ben });
  });

  test.each([
    ['', 'name.missing'],
    ['  ', 'name.missing'],
    ['x'.repeat(81), 'name.tooLong'],
  ] as const)('needs a name, and %j is none', (name, code) => {
    ready.when(record(name)).refuses(code);
  });

  test('accepts a name of 80 characters', () => {
    expect(ready.when(record(` ${'x'.repeat(80)} `)).decision).toHaveProperty('events');
  });

  test('needs a day, today at the latest', () => {
    ready.when(record('Ben Carter', '2026-02-30')).refuses('confirmedOn.notADay');
    ready.when(record('Ben Carter', tomorrow)).refuses('confirmedOn.tooLate');
    expect(ready.when(record('Ben Carter', today)).decision).toHaveProperty('events');
  });
});

describe('confirmations are void when', () => {
  const voided = { type: 'ConfirmationsVoided', phase: 'remediate', gave: [ben] } as const;
  const confirmed = ready.when(confirm(), ben);

  test('an item of Remediate is reopened', () => {
    const reopened = confirmed.when(reopen('R1'), mehmet);
    reopened.yields({ type: 'ItemReopened', item: 'R1' }, voided);
    expect(reopened.engagement.confirmations).toEqual({});
  });

  test('an item is added to Remediate', () => {
    confirmed
      .when(add('remediate', 'Renew certificates'), ben)
      .yields({ type: 'ItemAdded', item: 'R3', section: 'remediate', title: 'Renew certificates' }, voided);
  });

  test('a deferred item comes back', () => {
    given(startedIn('remediate'))
      .when(defer('R1'), anna)
      .when(confirm(), ben)
      .when(comeBack('R1'), lotse, nextWeek)
      .yields({ type: 'ItemReturned', item: 'R1' }, voided);
  });

  test('an item of an earlier phase is carried into Remediate', () => {
    const carried = having(
      given(startedIn('assess')).when(defer('A2')),
      [...codes.assess.filter((code) => code !== 'A2'), 'R1'].map((code) => complete(code)),
    );
    carried
      .when(confirm(), ben)
      .when(comeBack('A2'), lotse, nextWeek)
      .yields({ type: 'ItemReturned', item: 'A2' }, voided);
  });

  test('what settled an item is undone', () => {
    const undone = confirmed.when(undo(), anna);
    expect(undone.decision).toMatchObject({ events: [{ type: 'OperationUndone' }, voided] });
    expect(undone.engagement.confirmations).toEqual({});
  });

  test('and those who gave them are told, the one recorded and the one who recorded it', () => {
    ready
      .when(record('Ben Carter', today, ben), anna)
      .when(reopen('R1'), mehmet)
      .yields({ type: 'ItemReopened', item: 'R1' }, { ...voided, gave: [anna, ben] });
  });

  test('and have to be given anew', () => {
    const again = confirmed.when(reopen('R1')).when(complete('R1'));
    expect(again.engagement.phase).toBe('remediate');
    expect(again.when(confirm(), anna).engagement.phase).toBe('remediate');
    expect(again.when(confirm(), anna).when(confirm(), ben).engagement.phase).toBe('enable');
  });
});

describe('confirmations stand when', () => {
  const confirmed = ready.when(confirm(), ben);

  test.each([
    ['R2 waits for something', block('R2')],
    ['somebody writes a note', note('R1')],
    ['an item of a phase already left is reopened', reopen('A1')],
    ['an item is added to another phase', add('enable', 'Enrol devices')],
    ['an item of a later phase is settled', complete('E1')],
  ])('%s', (_, command) => {
    expect(sidesIn(confirmed.when(command).engagement)).toEqual(['specialist']);
  });

  test('R2 is completed by hand and reopened', () => {
    const { engagement } = confirmed.when(complete('R2')).when(reopen('R2'));
    expect(sidesIn(engagement)).toEqual(['specialist']);
    expect(engagement.phase).toBe('remediate');
  });
});

describe('withdrawing a confirmation', () => {
  test('takes back what one gave', () => {
    const withdrawn = ready.when(confirm(), ben).when(withdraw(), ben);
    withdrawn.yields({ type: 'ConfirmationsWithdrawn', phase: 'remediate', sides: ['specialist'] });
    expect(withdrawn.engagement.confirmations).toEqual({});
    expect(withdrawn.when(confirm(), anna).engagement.phase).toBe('remediate');
  });

  test('takes back what one recorded', () => {
    ready
      .when(record(), anna)
      .when(withdraw(), anna)
      .yields({ type: 'ConfirmationsWithdrawn', phase: 'remediate', sides: ['specialist'] });
  });

  test('is for every person of the side', () => {
    ready
      .when(confirm(), anna)
      .when(setRole(mehmet, 'lead'))
      .when(withdraw(), mehmet)
      .yields({ type: 'ConfirmationsWithdrawn', phase: 'remediate', sides: ['customer'] });
    ready
      .when(record(), anna)
      .when(setRole(someoneNew, 'specialist'))
      .when(withdraw(), someoneNew)
      .yields({ type: 'ConfirmationsWithdrawn', phase: 'remediate', sides: ['specialist'] });
  });

  test('leaves alone what the other side gave', () => {
    ready.when(confirm(), anna).when(withdraw(), ben).refuses('phase.nothingToWithdraw');
    ready.when(confirm(), ben).when(withdraw(), anna).refuses('phase.nothingToWithdraw');
  });

  test('finds nothing where nobody has confirmed', () => {
    ready.when(withdraw(), anna).refuses('phase.nothingToWithdraw');
  });

  test('is not for a member', () => {
    ready.when(confirm(), ben).when(withdraw(), mehmet).refuses('role.missing');
  });

  test('is possible until the move', () => {
    ready.when(confirm(), ben).when(confirm(), anna).when(withdraw(), ben).refuses('phase.alreadyLeft', { by: anna });
  });
});

test('before Remediate is current, settling its items asks nobody', () => {
  expect(questionOf(given(started()).when(complete('R1')).engagement)).toBeUndefined();
});

test('whose word the phase was left with stays to be seen, until somebody steps back into it', () => {
  const confirmed = given(startedIn('remediate'))
    .when(complete('R1'))
    .when(confirm(), anna)
    .when(record('Robert Miller'), anna);
  const { phases } = confirmed.engagement;
  expect(phases.remediate.confirmed).toMatchObject({
    customer: { by: anna },
    specialist: { by: anna, recorded: { name: 'Robert Miller' } },
  });
  expect(confirmed.when(stepBack('remediate')).engagement.phases.remediate).not.toHaveProperty('confirmed');
});
