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
  nextWeek,
  reopen,
  started,
  take,
  today,
  tomorrow,
  unblock,
} from '../../support/given';

describe('asking for what already is so', () => {
  test('a lead who excludes what a member excluded agrees to it', () => {
    given(started())
      .when(exclude('A2'), mehmet)
      .when(exclude('A2'), anna)
      .yields({ type: 'ItemAcknowledged', item: 'A2' });
  });

  test('FastTrack deferring to the same day for the same reason agrees to it', () => {
    given(started()).when(defer('A2'), mehmet).when(defer('A2'), ben).yields({ type: 'ItemAcknowledged', item: 'A2' });
  });

  test('a lead who defers to another day makes a deferral of their own', () => {
    const { engagement } = given(started()).when(defer('A2', tomorrow), mehmet).when(defer('A2', nextWeek), anna);
    expect(itemOf(engagement, 'A2').state).toMatchObject({ until: nextWeek, agreed: true });
  });

  test('taking what I was given accepts it', () => {
    const { engagement } = given(started()).when(assign('A3', mehmet), anna).when(take('A3'), mehmet);
    expect(itemOf(engagement, 'A3').acknowledgements).toMatchObject([{ by: mehmet }]);
  });

  test('a lead who takes what a member deferred agrees to it, seen before or not', () => {
    const { engagement } = given(started())
      .when(acknowledge('A2'), anna)
      .when(defer('A2'), mehmet)
      .when(take('A2'), anna);
    expect(itemOf(engagement, 'A2').state).toMatchObject({ type: 'deferred', agreed: true });
  });

  test('acknowledging twice says when I saw it', () => {
    given(started())
      .when(acknowledge('A3'), mehmet)
      .when(acknowledge('A3'), mehmet, tomorrow)
      .refuses('item.alreadyAcknowledged', { item: 'A3', by: mehmet, on: today });
  });

  test('a member acknowledging twice what waits for agreement has still only seen it', () => {
    given(started())
      .when(exclude('A3'), mehmet)
      .when(acknowledge('A3'), mehmet)
      .when(acknowledge('A3'), mehmet)
      .refuses('item.alreadyAcknowledged', { by: mehmet });
  });

  test('another person’s acknowledgement is not mine', () => {
    const { engagement } = given(started()).when(acknowledge('A3'), mehmet).when(acknowledge('A3'), ben);
    expect(itemOf(engagement, 'A3').acknowledgements.map(({ by }) => by)).toEqual([mehmet, ben]);
  });

  test('taking what is mine changes nothing', () => {
    given(started())
      .when(take('A3', nextWeek), mehmet)
      .when(take('A3'), mehmet)
      .refuses('item.alreadyOwned', { item: 'A3', owner: mehmet });
  });

  test('taking what is mine for the same day changes nothing', () => {
    given(started())
      .when(take('A3', nextWeek), mehmet)
      .when(take('A3', nextWeek), mehmet)
      .refuses('item.alreadyOwned', { owner: mehmet });
  });

  test('taking what is mine for another day moves the due day', () => {
    given(started())
      .when(take('A3', nextWeek), mehmet)
      .when(take('A3', tomorrow), mehmet)
      .yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet, dueOn: tomorrow });
  });

  test('giving an item to its owner changes nothing', () => {
    given(started())
      .when(assign('A3', mehmet), anna)
      .when(assign('A3', mehmet), ben)
      .refuses('item.alreadyOwned', { item: 'A3', owner: mehmet });
  });

  test('taking my own completed item asks to reopen it first', () => {
    given(started())
      .when(take('A3'), mehmet)
      .when(complete('A3'), mehmet)
      .when(take('A3'), mehmet)
      .refuses('item.reopenFirst', { state: 'complete' });
  });

  test('taking my own excluded item asks to reopen it first', () => {
    given(started())
      .when(take('A3'), mehmet)
      .when(exclude('A3'), mehmet)
      .when(take('A3'), mehmet)
      .refuses('item.reopenFirst', { state: 'excluded' });
  });

  test('taking my own deferred item changes nothing', () => {
    given(started())
      .when(take('A3'), mehmet)
      .when(defer('A3'), mehmet)
      .when(take('A3'), mehmet)
      .refuses('item.alreadyOwned');
  });

  test.each([
    ['item.alreadyComplete', complete('A3'), complete('A3', 'with another note')],
    ['item.alreadyExcluded', exclude('A3'), exclude('A3', 'with another reason')],
    ['item.alreadyBlocked', block('A3'), block('A3', 'with another reason')],
    ['item.alreadyDeferred', defer('A3', nextWeek, 'holiday'), defer('A3', nextWeek, ' holiday ')],
  ] as const)('%s says who did it and when', (code, first, again) => {
    given(started()).when(first, ben).when(again, anna, tomorrow).refuses(code, { item: 'A3', by: ben, on: today });
  });

  test('an item already deferred says until when', () => {
    given(started())
      .when(defer('A3'), ben)
      .when(defer('A3'), anna)
      .refuses('item.alreadyDeferred', { until: nextWeek });
  });

  test('whoever may not change an item still hears that it is done', () => {
    given(started())
      .when(assign('A3', ben), anna)
      .when(complete('A3'), ben)
      .when(complete('A3'), mehmet)
      .refuses('item.alreadyComplete', { by: ben });
  });

  test('an open item cannot be reopened', () => {
    given(started()).when(reopen('A3'), mehmet).refuses('item.alreadyOpen', { item: 'A3' });
  });

  test('an item that waits for nothing cannot be unblocked', () => {
    given(started()).when(unblock('A3'), mehmet).refuses('item.notBlocked', { item: 'A3' });
  });
});
