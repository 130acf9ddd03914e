import { setTimeout as wait } from 'node:timers/promises';
import { calendar } from '../../src/adapters/clock/index';
import { readAction } from '../../src/adapters/teams/action';
import { operationOf } from '../../src/adapters/teams/inbound';
import { type Command, decide, type Event, fold, itemsIn, notStarted } from '../../src/engagement/index';
import { pressesOf, textOf } from '../support/card-content';
import { type Account, account, type Connector, eventually } from '../support/connector';
import { inDays } from '../support/days';
import type { Kept } from '../support/lotse';
import { type Invoked, pressing } from '../support/teams';
import { startTwoProcesses, type TwoProcesses } from '../support/two-processes';

let stage: TwoProcesses;
let connector: Connector;
let kept: Kept;

beforeAll(async () => {
  stage = await startTwoProcesses('many', 5);
  ({ connector, kept } = stage);
}, 60_000);

afterAll(() => stage.stop());

const people: readonly Account[] = Array.from({ length: 10 }, (_, at) => account(at + 10, `Person ${at + 1}`));
const each = 50;
const items = ['I1', 'I2', 'A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'R1', 'E1', 'G14', 'G15'];

type Action = {
  readonly by: Account;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
  readonly id: string;
};

/** Fifty actions of one person, other ones for everybody, on items they all share. */
const actionsOf = (by: Account, who: number): readonly Action[] =>
  Array.from({ length: each }, (_, at) => {
    const itemId = items[(who * 7 + at * 5) % items.length]!;
    const kinds: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['item.note', { note: `${who}-${at}` }],
      ['item.acknowledge', {}],
      ['item.complete', { note: `${who}-${at}` }],
      ['item.reopen', {}],
      ['item.note', { note: `again ${who}-${at}` }],
      ['item.defer', { until: inDays(5 + at), reason: `${who}-${at}` }],
      ['item.block', { reason: `${who}-${at}` }],
      ['item.unblock', {}],
      ['item.exclude', { reason: `${who}-${at}` }],
      ['item.schedule', { dueOn: inDays(3 + who) }],
    ];
    const [verb, inputs] = kinds[(who + at) % kinds.length]!;
    return { by, verb, data: { itemId, ...inputs }, id: `f:${who}-${at}` };
  });

/** What the person was told: something was accepted, nothing came of it, or it was not saved. */
type Told = 'accepted' | 'refused' | 'notSaved' | 'uncertain';

const toldBy = (body: unknown, op: string): Told => {
  const card = (body as Invoked).value;
  const text = textOf(card);
  if (text.includes('not saved')) return 'notSaved';
  if (text.includes("can't tell")) return 'uncertain';
  return pressesOf(card).some(({ verb, data }) => verb === 'undo' && data['of'] === op) ? 'accepted' : 'refused';
};

const commandOf = ({ verb, data }: Action): Command => {
  const { request } = readAction(verb, data);
  if (request.type !== 'act' || !request.wishes[0]) throw new Error(`${verb} is no wish.`);
  return request.wishes[0] as Command;
};

/** Whoever was told that nobody can tell yet is still being worked for. */
const settled = async (id: string): Promise<void> => {
  const versionOf = async () => (await kept.store.load(id)).engagement.version;
  await eventually(async () => {
    const before = await versionOf();
    await wait(2_000);
    return (await versionOf()) === before;
  }, 60_000);
};

test('ten people, fifty actions each, all at once over two processes: as if one after the other', async () => {
  const here = stage.channels();
  connector.people.push(...people);
  await here[0]!.say('start Contoso', people[0]);
  await eventually(() => here[0]!.posts().length === 2);
  const before = await kept.historyOf(here[0]!.place);

  const actions = people.flatMap(actionsOf);
  const began = Date.now();
  const outcomes = await Promise.all(
    actions.map(async (action, at) => {
      const to = here[at % here.length]!;
      const activity = to.activity(action.by, { ...pressing(action.verb, action.data), id: action.id });
      const op = operationOf(activity);
      const { status, body } = await to.send(activity);
      expect(status).toBe(200);
      return { action, op, told: toldBy(body, op) };
    }),
  );
  const took = Date.now() - began;
  expect(took).toBeLessThan(30_000);
  await settled(await kept.idOf(here[0]!.place));

  const history = (await kept.historyOf(here[0]!.place)).slice(before.length);
  const byOp = new Map<string, Event[]>();
  for (const event of history) byOp.set(event.op, [...(byOp.get(event.op) ?? []), event]);
  const count = (told: Told) => outcomes.filter((one) => one.told === told).length;
  console.info(
    `${actions.length} actions in ${(took / 1000).toFixed(1)} s: ${count('accepted')} accepted, ${count('refused')} refused, ${count('notSaved')} not saved, ${count('uncertain')} uncertain`,
  );

  for (const { action, op, told } of outcomes) {
    const events = byOp.get(op) ?? [];
    // What follows by itself (a phase that is left) belongs to the same operation.
    const own = events.filter((event) => itemsIn(event).length > 0);
    if (told === 'uncertain') continue;
    expect({ action, told, own: own.length }).toEqual({ action, told, own: told === 'accepted' ? 1 : 0 });
  }
  // A busy machine can tell some only later.
  expect(count('accepted')).toBeGreaterThan(50);

  // One serial order explains everything: the one of the record.
  const { people: known } = await kept.store.load(await kept.idOf(here[0]!.place));
  let engagement = fold(before, notStarted);
  for (const [op, events] of byOp) {
    const { action } = outcomes.find((one) => one.op === op)!;
    const first = events[0]!;
    expect(known[first.by]?.id).toBe(action.by.aadObjectId);
    const asked = { by: first.by, at: first.at, op, today: calendar.dayOf(first.at, engagement.timeZone) };
    expect(decide(commandOf(action), engagement, asked)).toEqual({ events });
    engagement = fold(events, engagement);
  }
}, 150_000);
