import { type ItemState, type Move, type PersonId, type Role } from '../../../src/engagement';
import {
  acknowledge,
  add,
  anna,
  assign,
  block,
  complete,
  defer,
  exclude,
  type Given,
  given,
  mehmet,
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
import { cellOf, merged, type Table } from './table';

type State = ItemState['type'];
const states: Readonly<Record<State, string>> = {
  open: 'open',
  blocked: 'blocked',
  deferred: 'deferred',
  excluded: 'not applicable',
  complete: 'done',
};
const intoState: Readonly<Record<State, (begun: Given) => Given>> = {
  open: (begun) => begun,
  blocked: (begun) => begun.when(block('A7')),
  deferred: (begun) => begun.when(defer('A7')),
  excluded: (begun) => begun.when(exclude('A7')),
  complete: (begun) => begun.when(complete('A7')),
};

/** Everything people do to one item; what Lotse does by itself is no question of who may. */
const moves = {
  acknowledge: ['acknowledge', acknowledge('A7')],
  note: ['add a note', note('A7')],
  take: ['take', take('A7')],
  assign: ['assign to somebody', assign('A7', someoneNew)],
  release: ['release', release('A7')],
  schedule: ['set the due day', schedule('A7', tomorrow)],
  complete: ['complete', complete('A7')],
  defer: ['defer', defer('A7', tomorrow, 'holiday')],
  exclude: ['mark as not applicable', exclude('A7')],
  block: ['block', block('A7')],
  unblock: ['unblock', unblock('A7')],
  reopen: ['reopen', reopen('A7')],
  rename: ['rename', rename('A7', 'Something else')],
  remove: ['remove', remove('A7')],
} as const satisfies Record<Exclude<Move, 'return'>, readonly [string, unknown]>;
const allMoves = Object.keys(moves) as (keyof typeof moves)[];
const allStates = Object.keys(states) as State[];

const me: PersonId = 'p9';
const owners = { 'nobody’s': undefined, 'their own': me, 'somebody else’s': mehmet } as const;
type Owner = keyof typeof owners;
const roles: Readonly<Record<Role, string>> = { member: 'member', specialist: 'FastTrack', lead: 'lead' };
type Asker = { readonly role: Role; readonly owner: Owner };
const askers = (Object.keys(roles) as Role[]).flatMap((role) =>
  (Object.keys(owners) as Owner[]).map((owner): Asker => ({ role, owner })),
);

const cell = (move: keyof typeof moves, state: State, { role, owner }: Asker): string => {
  const begun = given(started()).when(add('assess', 'Buy licences'));
  const known = role === 'member' ? begun : begun.when(setRole(me, role));
  const owns = owners[owner];
  const owned = owns === undefined ? known : known.when(assign('A7', owns), anna);
  return cellOf(intoState[state](owned).when(moves[move][1], me).decision);
};

const steering: Asker = { role: 'lead', owner: 'somebody else’s' };
const possible = (move: keyof typeof moves, state: State): string => cell(move, state, steering);

/** Who may, where the item is in a state the move is possible from. */
const allowed = (move: keyof typeof moves, asker: Asker): string => {
  const state = allStates.find((one) => possible(move, one) === 'yes');
  if (!state) throw new Error(`${move} is possible from no state.`);
  return cell(move, state, asker);
};

/** Two tables say it all only if who may does not depend on the state, nor the state's answer on who asks. */
const checkThatTwoTablesDo = (): void => {
  for (const move of allMoves)
    for (const state of allStates)
      for (const asker of askers) {
        const [really, from, who] = [cell(move, state, asker), possible(move, state), allowed(move, asker)];
        const isTold = from === 'yes' ? really === who : really === from || (who !== 'yes' && really === who);
        if (!isTold)
          throw new Error(`${move} from ${state} by ${asker.role} (${asker.owner}): ${really}, not ${from} or ${who}.`);
      }
};

export const movesByState = (): Table => {
  checkThatTwoTablesDo();
  return merged({
    head: ['Who wants to …', ...Object.values(states)],
    rows: allMoves.map((move) => [moves[move][0], ...allStates.map((state) => possible(move, state))]),
  });
};

/** Askers to whom everything is answered alike share a column. */
export const movesByAsker = (): Table => {
  const columns = new Map<string, Asker[]>();
  for (const asker of askers) {
    const answers = allMoves.map((move) => allowed(move, asker)).join('|');
    columns.set(answers, [...(columns.get(answers) ?? []), asker]);
  }
  const nameOf = (some: readonly Asker[]): string =>
    `${[...new Set(some.map(({ role }) => roles[role]))].join(', ')}: ${[...new Set(some.map(({ owner }) => owner))].join(' or ')}`;
  const groups = [...columns.values()];
  return merged({
    head: ['Who wants to …', ...groups.map(nameOf)],
    rows: allMoves.map((move) => [moves[move][0], ...groups.map(([asker]) => allowed(move, asker!))]),
  });
};
