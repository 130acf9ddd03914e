import {
  anna,
  assign,
  complete,
  given,
  itemOf,
  mehmet,
  nextWeek,
  release,
  schedule,
  someoneNew,
  started,
  take,
  today,
  tomorrow,
} from '../../support/given';

const taken = given(started()).when(take('A3', nextWeek), mehmet);

describe('releasing an item', () => {
  test('leaves it without an owner; due day and marks stay', () => {
    const released = taken.when(release('A3'), mehmet);
    released.yields({ type: 'ItemReleased', item: 'A3' });
    expect(itemOf(released.engagement, 'A3')).not.toHaveProperty('owner');
    expect(itemOf(released.engagement, 'A3')).toMatchObject({ dueOn: nextWeek, acknowledgements: [{ by: mehmet }] });
  });

  test('nobody owns changes nothing', () => {
    given(started()).when(release('A3'), mehmet).refuses('item.alreadyUnowned', { item: 'A3' });
  });

  test('somebody else owns is not for a member', () => {
    taken.when(release('A3'), someoneNew).refuses('item.someoneElses', { owner: mehmet });
  });

  test('somebody else owns is for the lead', () => {
    taken.when(release('A3'), anna).yields({ type: 'ItemReleased', item: 'A3' });
  });

  test('that is done asks to reopen it first', () => {
    taken.when(complete('A3'), mehmet).when(release('A3'), mehmet).refuses('item.reopenFirst', { state: 'complete' });
  });
});

describe('a due day', () => {
  test.each([today, tomorrow, '2026-11-01'])('can be set to %s', (day) => {
    const due = taken.when(schedule('A3', day), mehmet);
    due.yields({ type: 'ItemScheduled', item: 'A3', dueOn: day });
    expect(itemOf(due.engagement, 'A3').dueOn).toBe(day);
  });

  test('can be set before anybody owns the item', () => {
    given(started())
      .when(schedule('A3', tomorrow), mehmet)
      .yields({ type: 'ItemScheduled', item: 'A3', dueOn: tomorrow });
  });

  test('can be cleared', () => {
    const cleared = taken.when(schedule('A3'), mehmet);
    cleared.yields({ type: 'ItemScheduled', item: 'A3' });
    expect(itemOf(cleared.engagement, 'A3')).not.toHaveProperty('dueOn');
    expect(itemOf(cleared.engagement, 'A3').owner).toBe(mehmet);
  });

  test('that is not there cannot be cleared', () => {
    given(started()).when(schedule('A3'), mehmet).refuses('item.noDueDay', { item: 'A3' });
  });

  test('that is so already changes nothing', () => {
    taken.when(schedule('A3', nextWeek), mehmet).refuses('item.alreadyScheduled', { item: 'A3', dueOn: nextWeek });
  });

  test.each([tomorrow, nextWeek])('of what is done asks to reopen it first, also for the same day: %s', (day) => {
    taken.when(complete('A3'), mehmet).when(schedule('A3', day), mehmet).refuses('item.reopenFirst');
  });

  test('of somebody else’s item is not for a member', () => {
    taken.when(schedule('A3', tomorrow), someoneNew).refuses('item.someoneElses', { owner: mehmet });
  });

  test.each(['', 'friday', '2026-02-29'])('of %j is none', (day) => {
    taken.when(schedule('A3', day), mehmet).refuses('dueOn.notADay', { item: 'A3' });
  });

  test('stays when the item is given to somebody else', () => {
    expect(itemOf(taken.when(assign('A3', someoneNew)).engagement, 'A3').dueOn).toBe(nextWeek);
  });
});
