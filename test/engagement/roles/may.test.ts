import { type Command, mayActOn, roleOf, steers, withRole } from '../../../src/engagement';
import {
  acknowledge,
  anna,
  assign,
  ben,
  block,
  complete,
  defer,
  exclude,
  type Given,
  given,
  itemOf,
  mehmet,
  reopen,
  someoneNew,
  started,
  take,
  unblock,
} from '../../support/given';

const people = [
  ['the lead', anna],
  ['FastTrack', ben],
  ['a member', mehmet],
] as const;

const from = (owner: string | undefined, before?: Command): Given => {
  const owned = owner === undefined ? given(started()) : given(started()).when(assign('A3', owner), anna);
  return before ? owned.when(before, anna) : owned;
};

type Try = { readonly move: string; readonly command: Command; readonly before?: Command };

/** Each move, and what has to happen first so that only authorisation can stand in the way. */
const moves: readonly Try[] = [
  { move: 'completing', command: complete('A3') },
  { move: 'deferring', command: defer('A3') },
  { move: 'excluding', command: exclude('A3') },
  { move: 'blocking', command: block('A3') },
  { move: 'unblocking', command: unblock('A3'), before: block('A3') },
  { move: 'reopening', command: reopen('A3'), before: complete('A3') },
];

describe.each([...moves, { move: 'taking', command: take('A3') }])('$move', ({ command, before }: Try) => {
  test.each(people)('what is nobody’s is for %s', (_, person) => {
    expect(from(undefined, before).when(command, person).decision).toHaveProperty('events');
  });

  test('what is somebody else’s is not for a member, who hears whose it is', () => {
    from(someoneNew, before).when(command, mehmet).refuses('item.someoneElses', { item: 'A3', owner: someoneNew });
  });

  test.each(people.slice(0, 2))('what is somebody else’s is for %s', (_, person) => {
    expect(from(someoneNew, before).when(command, person).decision).toHaveProperty('events');
  });
});

test.each(moves)('$move what is their own is for a member', ({ command, before }) => {
  expect(from(mehmet, before).when(command, mehmet).decision).toHaveProperty('events');
});

describe('assigning', () => {
  test.each(people.slice(0, 2))('to others is for %s', (_, person) => {
    given(started()).when(assign('A3', mehmet), person).yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet });
  });

  test('to others is not for a member, who hears who may', () => {
    given(started())
      .when(assign('A3', someoneNew), mehmet)
      .refuses('item.assignNeedsRole', { item: 'A3', may: ['lead', 'specialist'] });
  });

  test('their own item to others is not for a member either', () => {
    from(mehmet).when(assign('A3', someoneNew), mehmet).refuses('item.assignNeedsRole');
  });

  test('somebody else’s item to themselves is not for a member', () => {
    from(someoneNew).when(assign('A3', mehmet), mehmet).refuses('item.someoneElses', { owner: someoneNew });
  });

  test('somebody else’s item to a third is for the lead', () => {
    from(someoneNew).when(assign('A3', mehmet), anna).yields({ type: 'ItemAssigned', item: 'A3', owner: mehmet });
  });
});

describe('acknowledging', () => {
  test.each(people)('anything is for everybody: %s', (_, person) => {
    from(someoneNew).when(acknowledge('A3'), person).yields({ type: 'ItemAcknowledged', item: 'A3' });
  });
});

describe('a refusal to act on somebody else’s item', () => {
  test.each<[string, Command]>([
    ['a missing reason', exclude('A3', '')],
    ['a day that is none', defer('A3', 'never')],
  ])('comes before %s', (_, command) => {
    from(someoneNew).when(command, mehmet).refuses('item.someoneElses');
  });
});

describe('roles', () => {
  const { engagement } = given(started());

  test.each([
    [anna, 'lead', true],
    [ben, 'specialist', true],
    [mehmet, 'member', false],
    [someoneNew, 'member', false],
  ] as const)('%s is %s', (person, role, steering) => {
    expect(roleOf(engagement, person)).toBe(role);
    expect(steers(engagement, person)).toBe(steering);
  });

  test('are found by role', () => {
    expect(withRole(engagement, 'lead')).toEqual([anna]);
    expect(withRole(engagement, 'specialist')).toEqual([ben]);
  });

  test('say whose items one may act on', () => {
    const { engagement: owned } = from(someoneNew);
    const a3 = itemOf(owned, 'A3');
    expect([anna, ben, mehmet, someoneNew].map((person) => mayActOn(owned, a3, person))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });
});
