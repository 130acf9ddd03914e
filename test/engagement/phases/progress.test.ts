import { overallProgress, phaseAfter, phaseToReturnTo, progress, sections } from '../../../src/engagement';
import {
  acknowledge,
  anna,
  assign,
  block,
  codes,
  complete,
  defer,
  exclude,
  type Given,
  given,
  mehmet,
  started,
  startedIn,
  take,
  today,
  tomorrow,
} from '../../support/given';

const nothing = { open: 0, complete: 0, deferred: 0, excluded: 0, blocked: 0, overdue: 0, acknowledged: 0 };

describe('counts', () => {
  test('at the start 43 of 43 are open', () => {
    expect(overallProgress(given(started()).engagement, today)).toEqual({ ...nothing, total: 43, open: 43 });
  });

  test.each([
    ['general', 25],
    ['initiate', 2],
    ['assess', 6],
    ['remediate', 2],
    ['enable', 8],
  ] as const)('%s has %i', (section, total) => {
    expect(progress(given(started()).engagement, section, today)).toEqual({ ...nothing, total, open: total });
  });

  const busy = given(started())
    .when(complete('A1'), mehmet)
    .when(defer('A2'), mehmet)
    .when(exclude('A3'), mehmet)
    .when(block('A4'), mehmet)
    .when(take('A5', today), mehmet)
    .when(assign('A6', mehmet, tomorrow), anna)
    .when(acknowledge('A4'), anna).engagement;

  test('open is neither complete nor deferred nor excluded; blocked is open; total is every item', () => {
    expect(progress(busy, 'assess', tomorrow)).toEqual({
      total: 6,
      open: 3,
      complete: 1,
      deferred: 1,
      excluded: 1,
      blocked: 1,
      overdue: 1,
      acknowledged: 2,
    });
  });

  test('over everything they are the sum of the sections', () => {
    const sum = sections.map((section) => progress(busy, section, tomorrow).open).reduce((a, b) => a + b);
    expect(overallProgress(busy, tomorrow)).toMatchObject({ total: 43, open: sum, acknowledged: 2 });
  });

  test('only those given general responsibilities differ between one-off and standing', () => {
    const items = Object.values(given(started()).engagement.items);
    expect(items.filter(({ standing }) => standing)).toHaveLength(16);
    expect(items.filter(({ standing }) => standing).every(({ section }) => section === 'general')).toBe(true);
  });
});

test('the phases follow each other, and nothing follows Enable', () => {
  expect(phaseAfter('initiate')).toBe('assess');
  expect(phaseAfter('assess')).toBe('remediate');
  expect(phaseAfter('remediate')).toBe('enable');
  expect(phaseAfter('enable')).toBeUndefined();
});

test('one goes back to where one came from, past phases that were passed over, and from Initiate nowhere', () => {
  expect(phaseToReturnTo(given(started()).engagement)).toBeUndefined();
  const settled = codes.assess.reduce<Given>((so, code) => so.when(complete(code)), given(started()));
  const beyond = settled.when(complete('I1')).when(complete('I2')).engagement;
  expect(beyond.phase).toBe('remediate');
  expect(phaseToReturnTo(beyond)).toBe('initiate');
  expect(phaseToReturnTo(given(startedIn('enable')).engagement)).toBe('remediate');
  const over = codes.enable.reduce<Given>((so, code) => so.when(complete(code)), given(startedIn('enable')));
  expect(phaseToReturnTo(over.engagement)).toBe('enable');
});
