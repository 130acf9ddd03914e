import {
  isAcknowledged,
  isDueSoon,
  isOpen,
  isOverdue,
  isSettled,
  itemsOwnedBy,
  markOf,
  waitingFor,
  waitsForAgreement,
} from '../../../src/engagement';
import {
  acknowledge,
  anna,
  assign,
  ben,
  block,
  complete,
  defer,
  exclude,
  given,
  itemOf,
  mehmet,
  started,
  take,
  today,
  tomorrow,
} from '../../support/given';

const a3After = (...commands: Parameters<ReturnType<typeof given>['when']>[]) => {
  const engagement = commands.reduce((so, [command, by, on]) => so.when(command, by, on), given(started())).engagement;
  return { engagement, a3: itemOf(engagement, 'A3') };
};

describe('settled and open', () => {
  test.each([
    ['complete', complete('A3'), true],
    ['excluded', exclude('A3'), true],
    ['deferred', defer('A3'), true],
    ['blocked', block('A3'), false],
    ['merely taken', take('A3'), false],
  ])('what is %s', (_, command, settled) => {
    const { a3 } = a3After([command, mehmet]);
    expect(isSettled(a3)).toBe(settled);
    expect(isOpen(a3)).toBe(!settled);
  });
});

describe('overdue', () => {
  test('begins on the day after the due day', () => {
    const { a3 } = a3After([take('A3', tomorrow), mehmet]);
    expect(isOverdue(a3, tomorrow)).toBe(false);
    expect(isOverdue(a3, '2026-12-02')).toBe(true);
  });

  test('is nothing without a due day', () => {
    expect(isOverdue(a3After([take('A3'), mehmet]).a3, '2030-01-01')).toBe(false);
  });

  test.each([complete('A3'), exclude('A3'), defer('A3')])('is nothing that is settled: $type', (command) => {
    expect(isOverdue(a3After([take('A3', today), mehmet], [command, mehmet]).a3, '2026-12-02')).toBe(false);
  });
});

describe('due soon', () => {
  test.each([
    ['a week before', '2026-11-24', true],
    ['more than a week before', '2026-11-23', false],
    ['on its due day', tomorrow, true],
    ['the day after', '2026-12-02', false],
  ])('%s', (_, on, isSo) => {
    expect(isDueSoon(a3After([take('A3', tomorrow), mehmet]).a3, on)).toBe(isSo);
  });

  test('is nothing without a due day, nor what is settled', () => {
    expect(isDueSoon(a3After([take('A3'), mehmet]).a3, today)).toBe(false);
    expect(isDueSoon(a3After([take('A3', today), mehmet], [complete('A3'), mehmet]).a3, today)).toBe(false);
  });
});

describe('acknowledged', () => {
  test('is an item its owner has marked', () => {
    const assigned = a3After([assign('A3', mehmet), anna], [acknowledge('A3'), anna]);
    expect(isAcknowledged(assigned.engagement, assigned.a3)).toBe(false);
    const accepted = a3After([assign('A3', mehmet), anna], [acknowledge('A3'), mehmet]);
    expect(isAcknowledged(accepted.engagement, accepted.a3)).toBe(true);
  });

  test('is an item nobody owns once a lead has marked it; others do not count', () => {
    const seen = a3After([acknowledge('A3'), mehmet], [acknowledge('A3'), ben]);
    expect(isAcknowledged(seen.engagement, seen.a3)).toBe(false);
    const byLead = a3After([acknowledge('A3'), anna]);
    expect(isAcknowledged(byLead.engagement, byLead.a3)).toBe(true);
  });

  test('keeps who and when for everybody who marked it', () => {
    const { a3 } = a3After([acknowledge('A3'), mehmet, tomorrow]);
    expect(markOf(a3, mehmet)).toEqual({ by: mehmet, at: '2026-12-01T08:00:00.000Z', on: tomorrow });
    expect(markOf(a3, anna)).toBeUndefined();
  });
});

describe('what is mine', () => {
  const { engagement } = given(started())
    .when(take('G1'), mehmet)
    .when(take('A3'), mehmet)
    .when(take('A4'), mehmet)
    .when(take('A5'), mehmet)
    .when(take('A6'), mehmet)
    .when(take('E1'), mehmet)
    .when(take('E2'), ben)
    .when(block('A3'), mehmet)
    .when(defer('A4'), mehmet)
    .when(complete('A5'), mehmet)
    .when(exclude('A6'), mehmet);

  test('is what I own and have not finished, general responsibilities last', () => {
    expect(itemsOwnedBy(engagement, mehmet).map(({ code }) => code)).toEqual(['A3', 'A4', 'E1', 'G1']);
  });

  test('is nothing for whoever owns nothing', () => {
    expect(itemsOwnedBy(engagement, anna)).toEqual([]);
  });
});

describe('what waits for agreement', () => {
  const { engagement } = given(started())
    .when(defer('A2'), mehmet)
    .when(exclude('A3'), mehmet)
    .when(defer('A4'), ben)
    .when(complete('A5'), mehmet);

  test('is what a member deferred or excluded', () => {
    const waiting = Object.values(engagement.items).filter(waitsForAgreement);
    expect(waiting.map(({ code }) => code)).toEqual(['A2', 'A3']);
  });

  test('waits for the lead and for FastTrack, not for a member', () => {
    expect(waitingFor(engagement, anna).map(({ code }) => code)).toEqual(['A2', 'A3']);
    expect(waitingFor(engagement, ben).map(({ code }) => code)).toEqual(['A2', 'A3']);
    expect(waitingFor(engagement, mehmet)).toEqual([]);
  });
});
