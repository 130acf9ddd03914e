import {
  type Command,
  type ItemState,
  type Move,
  moves,
  type PersonId,
  type Rejection,
  type Role,
  roles,
} from '../../../src/engagement';
import {
  acknowledge,
  add,
  anna,
  assign,
  ben,
  block,
  comeBack,
  complete,
  defer,
  exclude,
  type Given,
  given,
  lotse,
  mehmet,
  nextWeek,
  note,
  release,
  remove,
  rename,
  reopen,
  schedule,
  setRole,
  someoneNew,
  started,
  take,
  tomorrow,
  unblock,
} from '../../support/given';

type State = ItemState['type'];
type Refused = Rejection['code'];

/** Whoever tries: somebody of any role who has done nothing here before. */
const me: PersonId = 'p9';
const owners = ['nobody', 'me', 'somebody else'] as const;
type Owner = (typeof owners)[number];

const intoState: Readonly<Record<State, (code: string) => Command | undefined>> = {
  open: () => undefined,
  blocked: (code) => block(code),
  deferred: (code) => defer(code),
  excluded: (code) => exclude(code),
  complete: (code) => complete(code),
};

const tried: Readonly<Record<Move, (code: string) => Command>> = {
  acknowledge,
  take: (code) => take(code),
  assign: (code) => assign(code, someoneNew),
  release,
  schedule: (code) => schedule(code, tomorrow),
  complete: (code) => complete(code),
  defer: (code) => defer(code, tomorrow, 'holiday'),
  exclude: (code) => exclude(code),
  block: (code) => block(code),
  unblock,
  reopen: (code) => reopen(code),
  note: (code) => note(code),
  rename: (code) => rename(code, 'Something else'),
  remove,
  return: comeBack,
};

/** From domain.md, for whoever may: the state afterwards, or why nothing changes. The item is somebody's. */
const table: Readonly<Record<Move, Readonly<Record<State, State | 'removed' | Refused>>>> = {
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
  release: {
    open: 'open',
    blocked: 'blocked',
    deferred: 'deferred',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
  schedule: {
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
  note: { open: 'open', blocked: 'blocked', deferred: 'deferred', excluded: 'excluded', complete: 'complete' },
  rename: { open: 'open', blocked: 'blocked', deferred: 'deferred', excluded: 'excluded', complete: 'complete' },
  remove: { open: 'removed', blocked: 'removed', deferred: 'removed', excluded: 'removed', complete: 'removed' },
  return: {
    open: 'item.alreadyOpen',
    blocked: 'item.alreadyOpen',
    deferred: 'open',
    excluded: 'item.reopenFirst',
    complete: 'item.reopenFirst',
  },
};

/** From domain.md: who may, whatever the state; and what those hear who may not. */
type Forbidden = (role: Role, owner: Owner) => Refused | undefined;
const everybody: Forbidden = () => undefined;
const theirsOrNobodys: Forbidden = (role, owner) =>
  role === 'member' && owner === 'somebody else' ? 'item.someoneElses' : undefined;
const forbidden: Readonly<Record<Move, Forbidden>> = {
  acknowledge: everybody,
  note: everybody,
  take: theirsOrNobodys,
  release: theirsOrNobodys,
  schedule: theirsOrNobodys,
  complete: theirsOrNobodys,
  defer: theirsOrNobodys,
  exclude: theirsOrNobodys,
  block: theirsOrNobodys,
  unblock: theirsOrNobodys,
  reopen: theirsOrNobodys,
  assign: (role) => (role === 'member' ? 'item.assignNeedsRole' : undefined),
  rename: (role) => (role === 'member' ? 'role.missing' : undefined),
  remove: (role) => (role === 'member' ? 'role.missing' : undefined),
  return: () => 'command.lotseOnly',
};

/** Only who owns the item makes these change nothing; me is one who took it and so has accepted it. */
const alreadyByOwner = (move: Move, state: State, owner: Owner): Refused | undefined => {
  if (move === 'release' && owner === 'nobody') return 'item.alreadyUnowned';
  if (owner !== 'me') return undefined;
  if (move === 'acknowledge') return 'item.alreadyAcknowledged';
  return move === 'take' && state !== 'excluded' && state !== 'complete' ? 'item.alreadyOwned' : undefined;
};

/** That nothing would change is said to everybody, also to those who may not; then who may; then from which states. */
const isAlready = (outcome: string) => /^item\.(already|notBlocked)/.test(outcome);
const expected = (move: Move, state: State, role: Role, owner: Owner): State | 'removed' | Refused => {
  const outcome = table[move][state];
  if (move === 'return') return 'command.lotseOnly';
  const already = alreadyByOwner(move, state, owner) ?? (isAlready(outcome) ? outcome : undefined);
  return already ?? forbidden[move](role, owner) ?? outcome;
};

const states = Object.keys(intoState) as State[];
const allMoves = Object.keys(table) as Move[];
const isRefusal = (outcome: string): outcome is Refused => outcome.includes('.');

/** A3 is of the catalogue, A7 was added. */
const prepared = (code: string, state: State, owner: PersonId | undefined, role: Role = 'member'): Given => {
  const begun = given(started()).when(add('assess', 'Buy licences'));
  const known = role === 'member' ? begun : begun.when(setRole(me, role));
  const owned = owner === undefined ? known : known.when(take(code), owner);
  const before = intoState[state](code);
  return before ? owned.when(before, ben) : owned;
};
const outcomeOf = (result: ReturnType<Given['when']>, code: string): string =>
  'refused' in result.decision
    ? result.decision.refused.code
    : (result.engagement.items[code]?.state.type ?? 'removed');

describe('the move table', () => {
  const cases = allMoves.flatMap((move) => states.map((state) => ({ move, state, outcome: table[move][state] })));
  const asker = (move: Move) => (move === 'return' ? { by: lotse, on: nextWeek } : { by: anna, on: '2026-11-30' });

  test.each(cases)('$move from $state leads to $outcome', ({ move, state, outcome }) => {
    const { by, on } = asker(move);
    expect(outcomeOf(prepared('A7', state, mehmet).when(tried[move]('A7'), by, on), 'A7')).toBe(outcome);
  });

  test.each(cases.filter(({ outcome }) => outcome === 'item.reopenFirst'))(
    '$move from $state says what the item is, by whom and since when',
    ({ move, state }) => {
      const { by, on } = asker(move);
      prepared('A7', state, mehmet)
        .when(tried[move]('A7'), by, on)
        .refuses('item.reopenFirst', { item: 'A7', state, by: ben, on: '2026-11-30' });
    },
  );

  test.each(allMoves)('the states offered for %s are the ones it is accepted from', (move) => {
    const accepted = states.filter((state) => !isRefusal(table[move][state]));
    expect([...moves[move]].sort()).toEqual(accepted.sort());
  });
});

describe('every move from every state, by every role, whoever owns the item', () => {
  const ownerIs = { nobody: undefined, me, 'somebody else': mehmet };
  const grid = (of: (role: Role, owner: Owner) => string) =>
    Object.fromEntries(
      roles.flatMap((role) => owners.map((owner) => [`${role}, ${owner} owns it`, of(role, owner)] as const)),
    );
  const cases = allMoves.flatMap((move) => states.map((state) => ({ move, state })));

  test.each(cases)('$move from $state, of an item that was added', ({ move, state }) => {
    const really = grid((role, owner) =>
      outcomeOf(prepared('A7', state, ownerIs[owner], role).when(tried[move]('A7'), me), 'A7'),
    );
    expect(really).toEqual(grid((role, owner) => expected(move, state, role, owner)));
  });

  test.each(cases)('$move from $state, of an item of the catalogue', ({ move, state }) => {
    const really = grid((role, owner) =>
      outcomeOf(prepared('A3', state, ownerIs[owner], role).when(tried[move]('A3'), me), 'A3'),
    );
    const isWorded = move === 'rename' || move === 'remove';
    expect(really).toEqual(
      grid((role, owner) => (isWorded && role !== 'member' ? 'item.notAdded' : expected(move, state, role, owner))),
    );
  });
});

test('items of a later phase can be acted on at any time', () => {
  given(started()).when(complete('E8'), mehmet).yields({ type: 'ItemCompleted', item: 'E8' });
});

test.each(Object.entries(tried))('%s of an item that does not exist is refused', (_, command) => {
  given(started()).when(command('X7'), lotse).refuses('item.unknown', { item: 'X7' });
});
