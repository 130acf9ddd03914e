import { lotse } from '../../../src/engagement';
import {
  anna,
  assign,
  ben,
  block,
  comeBack,
  complete,
  defer,
  exclude,
  given,
  itemOf,
  mehmet,
  nextWeek,
  reopen,
  stamped,
  started,
  take,
  today,
  tomorrow,
  unblock,
} from '../../support/given';

const mark = (by: string, on = today) => ({ by, at: `${on}T08:00:00.000Z`, on });

describe('doing something to an item', () => {
  test('whoever takes an item owns it and has accepted it', () => {
    const taken = given(started()).when(take('A3'), mehmet);
    taken.yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet }, { type: 'ItemAcknowledged', item: 'A3' });
    expect(itemOf(taken.engagement, 'A3')).toMatchObject({ owner: mehmet, acknowledgements: [mark(mehmet)] });
  });

  test('taking an item one has seen before adds no second mark', () => {
    given(started(stamped({ type: 'ItemAcknowledged', item: 'A3' }, mehmet)))
      .when(take('A3'), mehmet)
      .yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet });
  });

  test('an item given to somebody else is not accepted by that', () => {
    const assigned = given(started()).when(assign('A3', mehmet, nextWeek), anna);
    assigned.yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet, dueOn: nextWeek });
    expect(itemOf(assigned.engagement, 'A3').acknowledgements).toEqual([]);
  });

  test('assigning an item to oneself is taking it', () => {
    given(started())
      .when(assign('A3', mehmet), mehmet)
      .yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet }, { type: 'ItemAcknowledged', item: 'A3' });
  });

  test('a due day is kept when the owner changes without a new one', () => {
    const { engagement } = given(started()).when(take('A3', nextWeek), mehmet).when(assign('A3', ben), anna);
    expect(itemOf(engagement, 'A3')).toMatchObject({ owner: ben, dueOn: nextWeek });
  });

  test('a completed item keeps the note, who and when', () => {
    const { engagement } = given(started()).when(complete('A3', '  minutes are in SharePoint '), mehmet, tomorrow);
    expect(itemOf(engagement, 'A3').state).toStrictEqual({
      type: 'complete',
      note: 'minutes are in SharePoint',
      mark: mark(mehmet, tomorrow),
    });
  });

  test('an empty note is none', () => {
    const completed = given(started()).when(complete('A3', '   '), mehmet);
    completed.yields({ type: 'ItemCompleted', item: 'A3' });
    expect(itemOf(completed.engagement, 'A3').state).toStrictEqual({ type: 'complete', mark: mark(mehmet) });
  });

  test('a deferred item keeps its date, reason, who and when', () => {
    const deferred = given(started()).when(defer('A3', nextWeek, ' holiday '), mehmet);
    deferred.yields({ type: 'ItemDeferred', item: 'A3', until: nextWeek, reason: 'holiday' });
    expect(itemOf(deferred.engagement, 'A3').state).toStrictEqual({
      type: 'deferred',
      until: nextWeek,
      reason: 'holiday',
      agreed: false,
      mark: mark(mehmet),
    });
  });

  test('an excluded item keeps its reason, who and when', () => {
    const excluded = given(started()).when(exclude('G20', ' no VPN '), anna);
    excluded.yields({ type: 'ItemExcluded', item: 'G20', reason: 'no VPN' });
    expect(itemOf(excluded.engagement, 'G20').state).toStrictEqual({
      type: 'excluded',
      reason: 'no VPN',
      agreed: true,
      mark: mark(anna),
    });
  });

  test('a blocked item says what it waits for, until it is unblocked', () => {
    const blocked = given(started()).when(block('A3', ' firewall '), mehmet);
    blocked.yields({ type: 'ItemBlocked', item: 'A3', reason: 'firewall' });
    expect(itemOf(blocked.engagement, 'A3').state).toStrictEqual({
      type: 'blocked',
      reason: 'firewall',
      mark: mark(mehmet),
    });
    const unblocked = blocked.when(unblock('A3'), ben);
    unblocked.yields({ type: 'ItemUnblocked', item: 'A3' });
    expect(itemOf(unblocked.engagement, 'A3').state).toStrictEqual({ type: 'open' });
  });

  test.each([
    ['complete', complete('A3')],
    ['excluded', exclude('A3')],
    ['deferred', defer('A3')],
  ])('reopening what is %s keeps owner, due day and acknowledgements', (_, settle) => {
    const before = given(started()).when(take('A3', nextWeek), mehmet);
    const reopened = before.when(settle, mehmet).when(reopen('A3', ' not done after all '), mehmet);
    reopened.yields({ type: 'ItemReopened', item: 'A3', reason: 'not done after all' });
    expect(itemOf(reopened.engagement, 'A3')).toStrictEqual(itemOf(before.engagement, 'A3'));
  });

  test.each([undefined, '', '  '])('reopening needs no reason (%j)', (reason) => {
    given(started(stamped({ type: 'ItemCompleted', item: 'A3' })))
      .when(reopen('A3', reason), mehmet)
      .yields({ type: 'ItemReopened', item: 'A3' });
  });

  test('a deferral can be moved to another day, or get another reason', () => {
    const deferred = given(started()).when(defer('A3', nextWeek, 'holiday'), anna);
    deferred
      .when(defer('A3', tomorrow, 'holiday'))
      .yields({ type: 'ItemDeferred', item: 'A3', until: tomorrow, reason: 'holiday' });
    deferred
      .when(defer('A3', nextWeek, 'illness'))
      .yields({ type: 'ItemDeferred', item: 'A3', until: nextWeek, reason: 'illness' });
  });

  test('a deferred item comes back open, with its owner, due day and acknowledgements', () => {
    const before = given(started()).when(take('A3', nextWeek), mehmet);
    const back = before.when(defer('A3', nextWeek), mehmet).when(comeBack('A3'), lotse, nextWeek);
    back.yields({ type: 'ItemReturned', item: 'A3' });
    expect(itemOf(back.engagement, 'A3')).toStrictEqual(itemOf(before.engagement, 'A3'));
  });

  test.each([
    ['the lead', anna],
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('nobody but Lotse lets a deferred item come back: not %s', (_, person) => {
    given(started()).when(defer('A3'), anna).when(comeBack('A3'), person, nextWeek).refuses('command.lotseOnly');
  });

  test('a deferral moved to a later day does not come back on the earlier one', () => {
    const { decision } = given(started())
      .when(defer('A3', tomorrow, 'holiday'), anna)
      .when(defer('A3', nextWeek, 'illness'), anna)
      .when(comeBack('A3'), lotse, tomorrow);
    expect(decision).toHaveProperty('refused');
  });

  test.each(['constructor', 'toString', '__proto__'])(
    'an item called %s, as forged card data may say, is unknown like any other',
    (item) => {
      given(started()).when(complete(item), mehmet).refuses('item.unknown', { item });
    },
  );
});
