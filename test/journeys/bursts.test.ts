import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { calendar } from '../../src/adapters/clock/index';
import { loadCards } from '../../src/adapters/teams/cards';
import { createView } from '../../src/adapters/teams/view/index';
import type { CardName, CardRow, Loaded } from '../../src/application/ports';
import { cardReply } from '../../src/application/posts';
import { evolve, notStarted } from '../../src/engagement/index';
import { type Account, account, type Connector, eventually, type Shown } from '../support/connector';
import { inDays } from '../support/days';
import type { Kept } from '../support/lotse';
import { type Channel, type Invoked, pressing } from '../support/teams';
import { startTwoProcesses, type TwoProcesses } from '../support/two-processes';

let stage: TwoProcesses;
let connector: Connector;
let kept: Kept;

beforeAll(async () => {
  stage = await startTwoProcesses('bursts', 2);
  ({ connector, kept } = stage);
}, 60_000);

afterAll(() => stage.stop());

const people: readonly Account[] = Array.from({ length: 8 }, (_, at) => account(at + 10, `Person ${at + 1}`));
const presses = 200;
const spread = 10_000;

/** What person number `who` presses as their press number `at`: things that change what the posts show. */
const pressOf = (who: number, at: number) => {
  const itemId = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'][(who + at) % 6]!;
  const kinds: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    ['item.take', { itemId }],
    ['item.block', { itemId, reason: `${who}-${at}` }],
    ['item.acknowledge', { itemId: `G${(at % 25) + 1}` }],
    ['item.unblock', { itemId }],
    ['item.schedule', { itemId, dueOn: inDays(2 + at) }],
    ['item.release', { itemId }],
    ['item.complete', { itemId }],
    ['item.reopen', { itemId }],
  ];
  const [verb, data] = kinds[(who * 3 + at) % kinds.length]!;
  return { verb, data };
};

const rowsOf = async (here: Channel): Promise<readonly CardRow[]> =>
  (await kept.mailbox.pending(await kept.idOf(here.place))).cards;

/** What a post shows at every version of the engagement, with the versions at which it does. */
const contentsOf = async (here: Channel, card: CardName): Promise<ReadonlyMap<string, readonly number[]>> => {
  const view = createView(loadCards(join(__dirname, '..', '..', 'cards')));
  const id = await kept.idOf(here.place);
  const loaded: Loaded = await kept.store.load(id);
  const { address = '', overview = '' } = await kept.directory.locate(here.place, true);
  const post = { place: here.place, address, activityId: overview };
  const today = calendar.dayOf(new Date().toISOString(), loaded.engagement.timeZone);
  const contents = new Map<string, number[]>();
  let engagement = notStarted;
  for (const event of await kept.historyOf(here.place)) {
    engagement = evolve(engagement, event);
    const shown = JSON.stringify(view(cardReply({ ...loaded, engagement }, card, today, post)).card);
    contents.set(shown, [...(contents.get(shown) ?? []), engagement.version]);
  }
  return contents;
};

test('200 presses in ten seconds by eight people over two processes: every post ends right, never goes back, and changes at most once a second', async () => {
  const here = stage.channels();
  connector.people.push(...people);
  await here[0]!.say('start Contoso', people[0]);
  await eventually(() => here[0]!.posts().length === 2);
  await here[0]!.press({ verb: 'item.complete', data: { itemIds: 'I1,I2' } }, {}, people[0]);
  await eventually(() => here[0]!.posts().length === 3);
  await wait(1_500);

  const began = Date.now();
  const outcomes = await Promise.all(
    Array.from({ length: presses }, async (_, n) => {
      await wait((n * spread) / presses);
      const who = n % people.length;
      const { verb, data } = pressOf(who, Math.floor(n / people.length));
      const to = here[Math.floor(n / 3) % 2]!;
      const { status, body } = await to.send(to.activity(people[who]!, pressing(verb, data)));
      return status === 200 && (body as Invoked).statusCode === 200;
    }),
  );
  expect(outcomes.every(Boolean)).toBe(true);
  console.info(`${presses} presses answered in ${((Date.now() - began) / 1000).toFixed(1)} s`);

  const { engagement } = await kept.store.load(await kept.idOf(here[0]!.place));
  expect(engagement.version).toBeGreaterThan(80);
  await eventually(async () => (await rowsOf(here[0]!)).every((row) => row.shown >= row.wanted && !row.leasedUntil));
  const rows = await rowsOf(here[0]!);
  expect(rows.map(({ card }) => card).sort()).toEqual(['overview', 'phase-assess', 'phase-initiate']);
  expect(here[0]!.posts()).toHaveLength(3);
  for (const { card, activityId } of rows) {
    const post = connector.shown.find((one) => one.activityId === activityId)!;
    const versionsOf = await contentsOf(here[0]!, card);
    // The first content of a post may have been shown before its link was known.
    const updates = post.contents.slice(1);
    const versions = updates.map((content) => versionsOf.get(JSON.stringify(content.card)));
    expect({ card, unknown: versions.filter((known) => known === undefined).length }).toEqual({ card, unknown: 0 });
    expect({ card, order: inOrder(versions.map((known = []) => known)) }).toEqual({ card, order: true });
    expect(updates.length).toBeGreaterThan(0);
    expect(versions.at(-1)).toContain(engagement.version);
    expect({ card, hasty: hasty(post) }).toEqual({ card, hasty: [] });
    console.info(`${card}: ${updates.length} updates`);
  }
}, 90_000);

/** Whether each content can be of a version that is not older than that of the one before. */
const inOrder = (versions: readonly (readonly number[])[]): boolean => {
  let last = 0;
  for (const possible of versions) {
    const next = possible.find((version) => version >= last);
    if (next === undefined) return false;
    last = next;
  }
  return true;
};

/** Updates that came sooner after the one before than a second; clocks of two processes may differ by a little. */
const hasty = ({ contents }: Shown): readonly number[] =>
  contents.slice(2).flatMap((content, n) => {
    const after = content.at - contents[n + 1]!.at;
    return after < 950 ? [after] : [];
  });
