import { type Command, type ItemState, type Move, moves, type Rejection } from '../../../src/engagement';
import {
  acknowledge,
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
  lotse,
  mehmet,
  reopen,
  started,
  take,
  tomorrow,
  unblock,
} from '../../support/given';

type State = ItemState['type'];
type Refused = Rejection['code'];

/** What brings A3 into a state; done by Ben, so that Anna meets somebody else's work. */
const intoState: Readonly<Record<State, Command | undefined>> = {
  open: undefined,
  blocked: block('A3'),
  deferred: defer('A3'),
  excluded: exclude('A3'),
  complete: complete('A3'),
};

const tried: Readonly<Record<Move, Command>> = {
  acknowledge: acknowledge('A3'),
  take: take('A3'),
  assign: assign('A3', mehmet),
  complete: complete('A3'),
  defer: defer('A3', tomorrow, 'holiday'),
  exclude: exclude('A3'),
  block: block('A3'),
  unblock: unblock('A3'),
  reopen: reopen('A3'),
  return: comeBack('A3'),
};

/** From domain.md: the state afterwards, or the refusal. */
const table: Readonly<Record<Move, Readonly<Record<State, State | Refused>>>> = {
  acknowledge: { open: 'open', blocked: 'blocked', deferred: 'deferred', excluded: 'excluded', complete: 'complete' },
  take: {
    open: 'open',
    blocked: 'blocked',
    deferred: 'deferred',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
  assign: {
    open: 'open',
    blocked: 'blocked',
    deferred: 'deferred',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
  complete: {
    open: 'complete',
    blocked: 'complete',
    deferred: 'complete',
    excluded: 'item.reopenFirst',
    complete: 'item.alreadyComplete',
  },
  defer: {
    open: 'deferred',
    blocked: 'deferred',
    deferred: 'deferred',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
  exclude: {
    open: 'excluded',
    blocked: 'excluded',
    deferred: 'excluded',
    excluded: 'item.alreadyExcluded',
    complete: 'item.reopenFirst',
  },
  block: {
    open: 'blocked',
    blocked: 'item.alreadyBlocked',
    deferred: 'item.reopenFirst',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
  unblock: {
    open: 'item.notBlocked',
    blocked: 'open',
    deferred: 'item.notBlocked',
    excluded: 'item.notBlocked',
    complete: 'item.notBlocked',
  },
  reopen: {
    open: 'item.alreadyOpen',
    blocked: 'item.alreadyOpen',
    deferred: 'open',
    excluded: 'open',
    complete: 'open',
  },
  return: {
    open: 'item.alreadyOpen',
    blocked: 'item.alreadyOpen',
    deferred: 'open',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
};

const states = Object.keys(intoState) as State[];
const isRefusal = (outcome: State | Refused): outcome is Refused => outcome.startsWith('item.');
const cases = (Object.keys(table) as Move[]).flatMap((move) =>
  states.map((state) => ({ move, state, outcome: table[move][state] })),
);

const prepared = (state: State) => {
  const before = intoState[state];
  const begun = given(started());
  return before ? begun.when(before, ben) : begun;
};
const asker = (move: Move) => (move === 'return' ? { by: lotse, on: '2026-12-07' } : { by: anna, on: '2026-11-30' });

describe('the move table', () => {
  test.each(cases)('$move from $state leads to $outcome', ({ move, state, outcome }) => {
    const { by, on } = asker(move);
    const result = prepared(state).when(tried[move], by, on);
    if (isRefusal(outcome)) result.refuses(outcome);
    else expect(itemOf(result.engagement, 'A3').state.type).toBe(outcome);
  });

  test.each(cases.filter(({ outcome }) => outcome === 'item.reopenFirst'))(
    '$move from $state says what the item is, by whom and since when',
    ({ move, state }) => {
      const { by, on } = asker(move);
      prepared(state)
        .when(tried[move], by, on)
        .refuses('item.reopenFirst', { item: 'A3', state, by: ben, on: '2026-11-30' });
    },
  );

  test.each(Object.keys(table) as Move[])('the states offered for %s are the ones it is accepted from', (move) => {
    const accepted = states.filter((state) => !isRefusal(table[move][state]));
    expect([...moves[move]].sort()).toEqual(accepted.sort());
  });

  test('items of a later phase can be acted on at any time', () => {
    given(started()).when(complete('E8'), mehmet).yields({ type: 'ItemCompleted', item: 'E8' });
  });

  test.each(Object.entries(tried))('%s of an item that does not exist is refused', (_, command) => {
    given(started())
      .when({ ...command, item: 'X7' } as Command, lotse)
      .refuses('item.unknown', { item: 'X7' });
  });
});
