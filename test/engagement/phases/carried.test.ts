import { carried, type Engagement, itemsOf, lotse, openInLeftPhases, progress } from '../../../src/engagement';
import {
  anna,
  codes,
  comeBack,
  complete,
  defer,
  type Given,
  given,
  having,
  itemOf,
  mehmet,
  nextWeek,
  reopen,
  stamped,
  started,
  startedIn,
  take,
} from '../../support/given';

const completeAll = (begun: Given, items: readonly string[]): Given =>
  having(
    begun,
    items.map((item) => complete(item)),
  );
const leftOpen = (engagement: Engagement) => openInLeftPhases(engagement).map(({ code, countsIn }) => [code, countsIn]);
const codesIn = (engagement: Engagement, section: Parameters<typeof itemsOf>[1]) =>
  itemsOf(engagement, section).map(({ code }) => code);

/** I2 is deferred into Assess, as people will do with remediation timelines. */
const deferred = given(started()).when(take('I2'), mehmet).when(defer('I2'), anna).when(complete('I1'));
const back = deferred.when(comeBack('I2'), lotse, nextWeek);

describe('an item that comes back after its phase was left', () => {
  test('counts at home until its date comes', () => {
    expect(deferred.engagement.phase).toBe('assess');
    expect(carried(itemOf(deferred.engagement, 'I2'))).toBe(false);
    expect(progress(deferred.engagement, 'assess', nextWeek).total).toBe(6);
    expect(progress(deferred.engagement, 'initiate', nextWeek)).toMatchObject({ total: 2, open: 0, deferred: 1 });
  });

  test('is carried to the phase current then, code and owner unchanged', () => {
    expect(itemOf(back.engagement, 'I2')).toMatchObject({
      code: 'I2',
      section: 'initiate',
      countsIn: 'assess',
      owner: mehmet,
      state: { type: 'open' },
    });
    expect(carried(itemOf(back.engagement, 'I2'))).toBe(true);
  });

  test('makes Assess 7, in the order of the catalogue, and Initiate 1', () => {
    expect(progress(back.engagement, 'assess', nextWeek)).toMatchObject({ total: 7, open: 7 });
    expect(progress(back.engagement, 'initiate', nextWeek)).toMatchObject({ total: 1, open: 0 });
    expect(codesIn(back.engagement, 'assess')).toEqual(['I2', ...codes.assess]);
  });

  test('leaves the phase it comes from left, and unflagged', () => {
    expect(back.engagement.phase).toBe('assess');
    expect(back.engagement.phases.initiate.left).toBeDefined();
    expect(leftOpen(back.engagement)).toEqual([]);
  });

  test('keeps the current phase from being left until it is settled', () => {
    const waiting = completeAll(back, codes.assess);
    expect(waiting.engagement.phase).toBe('assess');
    expect(waiting.when(complete('I2'), mehmet).engagement.phase).toBe('remediate');
  });

  test('flags the phase it was carried to when it is reopened after that was left', () => {
    const { engagement } = completeAll(back, [...codes.assess, 'I2']).when(reopen('I2'));
    expect(leftOpen(engagement)).toEqual([['I2', 'assess']]);
  });

  test('is carried on when it is deferred again', () => {
    const again = completeAll(back.when(defer('I2', '2026-12-14')), codes.assess).when(
      comeBack('I2'),
      lotse,
      '2026-12-14',
    );
    expect(itemOf(again.engagement, 'I2')).toMatchObject({ section: 'initiate', countsIn: 'remediate' });
  });

  test('is carried from a phase that was passed over, too', () => {
    const passedOver = completeAll(given(started()).when(defer('A2')), [...codes.assess.slice(2), 'A1', 'I1', 'I2']);
    expect(passedOver.engagement.phase).toBe('remediate');
    const { engagement } = passedOver.when(comeBack('A2'), lotse, nextWeek);
    expect(codesIn(engagement, 'remediate')).toEqual(['A2', 'R1', 'R2']);
  });

  test('stays at home after the last phase', () => {
    const over = completeAll(given(startedIn('enable')).when(defer('E1')), codes.enable.slice(1));
    expect(over.engagement).not.toHaveProperty('phase');
    const { engagement } = over.when(comeBack('E1'), lotse, nextWeek);
    expect(itemOf(engagement, 'E1')).toMatchObject({ countsIn: 'enable', state: { type: 'open' } });
    expect(carried(itemOf(engagement, 'E1'))).toBe(false);
    expect(engagement).not.toHaveProperty('phase');
  });

  test('stays in the earlier phase it comes from, too, which is flagged', () => {
    const over = completeAll(given(startedIn('enable'), stamped({ type: 'ItemReopened', item: 'A2' })), codes.enable)
      .when(defer('A2'))
      .when(comeBack('A2'), lotse, nextWeek);
    expect(leftOpen(over.engagement)).toEqual([['A2', 'assess']]);
  });
});

describe('an item that comes back while its phase is not left', () => {
  test.each(['I2', 'A3', 'E5'])('stays in its phase: %s', (code) => {
    const { engagement } = given(started()).when(defer(code)).when(comeBack(code), lotse, nextWeek);
    expect(carried(itemOf(engagement, code))).toBe(false);
  });

  test('stays a general responsibility, whatever phase is current', () => {
    const { engagement } = given(startedIn('remediate')).when(defer('G7')).when(comeBack('G7'), lotse, nextWeek);
    expect(itemOf(engagement, 'G7')).toMatchObject({ countsIn: 'general', state: { type: 'open' } });
  });
});

test('an item that is reopened by hand stays in the phase already left', () => {
  const { engagement } = deferred.when(reopen('I2'), mehmet);
  expect(leftOpen(engagement)).toEqual([['I2', 'initiate']]);
});
