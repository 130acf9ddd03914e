import { openSteps, stepsAreSettled } from '../../../src/engagement';
import {
  add,
  block,
  comeBack,
  complete,
  defer,
  exclude,
  given,
  itemOf,
  lotse,
  mehmet,
  nextWeek,
  remove,
  started,
  startedIn,
  unblock,
} from '../../support/given';

const places = [
  { code: 'R1', section: 'remediate', first: 'R3', second: 'R4' },
  { code: 'E8', section: 'enable', first: 'E9', second: 'E10' },
] as const;

describe.each(places)('$code stands for the steps added to $section', ({ code, section, first, second }) => {
  const added = given(startedIn(section)).when(add(section, 'Renew certificates', 'Open port 443'));

  test('and cannot be completed while one of them is open, which are named', () => {
    added.when(complete(code), mehmet).refuses('item.stepsOpen', { item: code, steps: [first, second] });
    added
      .when(complete(first))
      .when(complete(code))
      .refuses('item.stepsOpen', { steps: [second] });
  });

  test('nor while one of them is blocked', () => {
    added
      .when(complete(first))
      .when(block(second))
      .when(complete(code))
      .refuses('item.stepsOpen', { steps: [second] });
  });

  test.each([
    ['complete', complete(second)],
    ['deferred', defer(second)],
    ['excluded', exclude(second)],
    ['removed', remove(second)],
  ])('but can when the last one is %s', (_, settle) => {
    const settled = added.when(complete(first)).when(settle);
    settled.when(complete(code), mehmet).yields({ type: 'ItemCompleted', item: code });
  });

  test('and is offered as soon as the last one is settled', () => {
    const offered = ({ engagement }: typeof added) => stepsAreSettled(engagement, itemOf(engagement, code));
    expect(offered(added)).toBe(false);
    expect(offered(added.when(complete(first)))).toBe(false);
    const settled = added.when(complete(first)).when(defer(second));
    expect(offered(settled)).toBe(true);
    expect(openSteps(settled.engagement, itemOf(settled.engagement, code))).toEqual([]);
    expect(offered(settled.when(complete(code)))).toBe(false);
  });

  test('and is not offered where no step was ever added', () => {
    const { engagement } = given(startedIn(section));
    expect(stepsAreSettled(engagement, itemOf(engagement, code))).toBe(false);
  });

  test('may be deferred or excluded whatever steps are open', () => {
    expect(added.when(defer(code)).decision).toHaveProperty('events');
    expect(added.when(exclude(code)).decision).toHaveProperty('events');
  });

  test('waits for a deferred step that came back', () => {
    added
      .when(complete(first))
      .when(defer(second))
      .when(comeBack(second), lotse, nextWeek)
      .when(complete(code))
      .refuses('item.stepsOpen', { steps: [second] });
  });
});

test('steps of another section hold up nothing', () => {
  given(started())
    .when(add('enable', 'Enrol devices'))
    .when(complete('R1'))
    .yields({ type: 'ItemCompleted', item: 'R1' });
});

test('an item that stands for no steps waits for none', () => {
  const added = given(started()).when(add('assess', 'Buy licences'));
  added.when(complete('A3')).yields({ type: 'ItemCompleted', item: 'A3' });
  expect(openSteps(added.engagement, itemOf(added.engagement, 'A3'))).toEqual([]);
  expect(stepsAreSettled(added.engagement, itemOf(added.engagement, 'A3'))).toBe(false);
});

test('a step that waited and goes on is open', () => {
  given(started())
    .when(add('remediate', 'Renew certificates'))
    .when(block('R3'))
    .when(unblock('R3'))
    .when(complete('R1'))
    .refuses('item.stepsOpen', { steps: ['R3'] });
});
