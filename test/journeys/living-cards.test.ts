import { setTimeout as wait } from 'node:timers/promises';
import type { Lotse } from '../../src/compose';
import type { CardName, CardRow } from '../../src/application/ports';
import { decide } from '../../src/engagement/index';
import { button, headingOf, row, textOf } from '../support/card-content';
import { anna, ben, eventually, type Failure, mehmet, type Shown } from '../support/connector';
import { inDays } from '../support/days';
import { type Stage, startLotse, startStage } from '../support/lotse';
import { type Channel, channel, newest } from '../support/teams';

let stage: Stage;
/** Another instance of the product on the same storage. */
let second: Lotse;

beforeAll(async () => {
  stage = await startStage();
  second = await startLotse(stage.azurite.connectionString);
});

afterAll(async () => {
  await second.stop();
  await stage.stop();
});

let channels = 0;
const fresh = () => ({ channelId: `19:cards-${++channels}@thread.tacv2` });
const seenFrom = (lotse: Lotse, where: { channelId: string }): Channel => channel(lotse.port, stage.connector, where);

const titled = (where: Channel, title: string): readonly Shown[] =>
  where.posts().filter((one) => headingOf(newest(one).card).startsWith(title));

const post = (where: Channel, title: string): Promise<Shown> => eventually(() => titled(where, title)[0]);

/** An onboarding with its first posts, all as they should be. */
const started = async (where: { channelId: string } = fresh()): Promise<Channel> => {
  const here = seenFrom(stage.lotse, where);
  await here.say('start Contoso');
  await eventually(() => here.posts().length === 2);
  await settled(here);
  return here;
};

const cardsOf = async (where: Channel): Promise<readonly CardRow[]> =>
  (await stage.kept.mailbox.pending(await stage.kept.idOf(where.place))).cards;

const cardOf = async (where: Channel, name: CardName): Promise<CardRow> => {
  const found = (await cardsOf(where)).find(({ card }) => card === name);
  if (!found) throw new Error(`There is no card ${name}.`);
  return found;
};

/** Waits until nothing is behind and nobody is at it. */
const settled = (where: Channel) =>
  eventually(async () =>
    (await cardsOf(where)).every((one) => one.wanted <= one.shown && one.leasedUntil === undefined),
  );

/** Lets the time pass until which a card is to be left alone. */
const pass = async (where: Channel, name: CardName, what: 'leasedUntil' | 'holds'): Promise<void> => {
  const found = await eventually(async () => {
    const row = await cardOf(where, name);
    return row[what] !== undefined && row;
  });
  const saved = await stage.kept.mailbox.saveCard(await stage.kept.idOf(where.place), {
    ...found,
    ...(what === 'holds' ? { holds: {} } : { leasedUntil: new Date(Date.now() - 1).toISOString() }),
  });
  expect(saved).toBeDefined();
};

const press = (where: Channel, verb: string, data: Record<string, string>, by = anna, on?: string) =>
  where.press({ verb, data }, {}, by, on);

const numbersIn = ({ contents }: Shown, pattern: RegExp): number[] =>
  contents.map(({ card }) => Number(pattern.exec(textOf(card))?.[1]));

describe('a burst of presses', () => {
  test('by three people over two instances shows the final state in fewer updates than presses, never an older one later', async () => {
    const where = fresh();
    const here = await started(where);
    const there = seenFrom(second, where);
    await press(here, 'item.complete', { itemIds: 'I1,I2' });
    const assess = await post(here, 'Phase 2 of 4: Assess');
    const overview = await post(here, 'Contoso');
    await settled(here);
    const [updates, overviews, events] = [
      assess.contents.length,
      overview.contents.length,
      await stage.kept.historyOf(here.place),
    ];

    const people = [anna, ben, mehmet];
    const presses: readonly (readonly [string, Record<string, string>])[] = [
      ...['A1', 'A2', 'A3', 'A4', 'A5'].map((itemId) => ['item.complete', { itemId }] as const),
      ...Array.from({ length: 13 }, (_, n) => ['item.acknowledge', { itemId: `G${n + 1}` }] as const),
      ['item.take', { itemId: 'A6' }],
      ['item.acknowledge', { itemId: 'A6' }],
    ];
    expect(presses).toHaveLength(20);
    await Promise.all(presses.map(([verb, data], n) => press(n % 2 ? there : here, verb, data, people[n % 3])));

    await eventually(() => textOf(newest(assess).card).includes('1 of 6 open'));
    await settled(here);
    expect(newest(assess).summary).toBe('Assess: 1 of 6 open');
    expect(textOf(newest(assess).card)).toContain('5 done');
    expect(assess.contents.length - updates).toBeLessThan(10);
    expect(overview.contents.length - overviews).toBeLessThan(10);
    const open = numbersIn(assess, /(\d+) of 6 open/);
    expect(open).toEqual([...open].sort((one, other) => other - one));
    const openOnOverview = numbersIn(overview, /(\d+) of 6 open/).filter((found) => !Number.isNaN(found));
    expect(openOnOverview).toEqual([...openOnOverview].sort((one, other) => other - one));
    expect(newest(overview).summary).toBe('Contoso · Assess: 1 of 6 open');
    // Whoever took A6 first accepted it with that; then the other press of the same person says so.
    expect((await stage.kept.historyOf(here.place)).length - events.length).toBeGreaterThanOrEqual(20);
    expect(titled(here, 'Phase 2 of 4')).toHaveLength(1);
  });
});

describe('a post that somebody deleted', () => {
  test('is posted again once, and is kept true from then on', async () => {
    const here = await started();
    const old = await post(here, 'Phase 1 of 4');
    stage.connector.remove(old.activityId);
    await press(here, 'item.take', { itemId: 'I1' });
    const [, again] = await eventually(() => titled(here, 'Phase 1 of 4').length === 2 && titled(here, 'Phase 1 of 4'));
    await settled(here);
    expect(textOf(newest(again).card)).toContain('Anna Schmidt');
    await press(here, 'item.take', { itemId: 'I2' });
    await eventually(() => again!.contents.length === 2);
    await settled(here);
    expect(titled(here, 'Phase 1 of 4')).toHaveLength(2);
    expect(old.contents).toHaveLength(1);
  });

  test('whose channel is gone as well is left alone instead of being posted again and again', async () => {
    const here = await started();
    const old = await post(here, 'Phase 1 of 4');
    stage.connector.remove(old.activityId);
    const before = stage.connector.asked.length;
    stage.connector.failures.push(...Array<Failure>(20).fill({ status: 404, method: 'POST' }));
    await press(here, 'item.take', { itemId: 'I1' });
    const creates = () =>
      stage.connector.asked
        .slice(before)
        .filter(({ method, path }) => method === 'POST' && path === '/v3/conversations')
        .map(({ status }) => status);
    await eventually(() => creates().length > 0);
    await wait(1_200);
    stage.connector.failures.length = 0;
    expect(creates()).toEqual([404]);
    const { activityId, leasedUntil = '' } = await cardOf(here, 'phase-initiate');
    expect(activityId).toBeUndefined();
    expect(Date.parse(leasedUntil) - Date.now()).toBeGreaterThan(500_000);
  });
});

describe('a first post of which nobody knows whether it arrived', () => {
  const doubtful = async (accept: boolean): Promise<Channel> => {
    const here = seenFrom(stage.lotse, fresh());
    const { answers } = await here.tell({ text: 'hello' });
    const form = await here.press(button(newest(answers[0]).card, 'Start onboarding'));
    stage.connector.failures.push({ status: 502, accept, method: 'POST' });
    await here.press(button(form, 'Start'), { customer: 'Contoso' });
    await post(here, 'Phase 1 of 4');
    return here;
  };

  test.each([
    ['was not accepted', false, 0],
    ['was accepted all the same', true, 1],
  ])('and that %s is posted again after a minute, and not before', async (_, accept, copies) => {
    const here = await doubtful(accept);
    expect(titled(here, 'Contoso')).toHaveLength(copies);
    const { activityId, shown, leasedUntil = '' } = await cardOf(here, 'overview');
    expect([activityId, shown]).toEqual([undefined, 0]);
    expect(Date.parse(leasedUntil) - Date.now()).toBeGreaterThan(50_000);
    expect(Date.parse(leasedUntil) - Date.now()).toBeLessThanOrEqual(60_000);

    await press(here, 'item.take', { itemId: 'I1' });
    await eventually(() => textOf(newest(titled(here, 'Phase 1 of 4')[0]).card).includes('Anna Schmidt'));
    expect(titled(here, 'Contoso')).toHaveLength(copies);

    await pass(here, 'overview', 'leasedUntil');
    await press(here, 'item.take', { itemId: 'I2' });
    await eventually(() => titled(here, 'Contoso').length === copies + 1);
    await settled(here);
    expect(titled(here, 'Contoso')).toHaveLength(copies + 1);
    expect((await cardOf(here, 'overview')).activityId).toBe(titled(here, 'Contoso').at(-1)?.activityId);
  });

  test('is taken away when it turns up beside the one posted again', async () => {
    const here = await doubtful(true);
    await pass(here, 'overview', 'leasedUntil');
    await press(here, 'item.take', { itemId: 'I2' });
    const [copy, known] = await eventually(() => titled(here, 'Contoso').length === 2 && titled(here, 'Contoso'));
    await settled(here);
    await here.press(button(newest(copy).card, 'General'), {}, mehmet, copy!.activityId);
    await eventually(() => copy?.deleted);
    await here.press(button(newest(known).card, 'General'), {}, mehmet, known!.activityId);
    await press(here, 'item.complete', { itemId: 'I2' });
    await eventually(() => newest(known).summary === 'Contoso · Initiate: 1 of 2 open');
    expect(known?.deleted).toBeUndefined();
  });

  test('is taken for the post when somebody presses it before it is posted again', async () => {
    const here = await doubtful(true);
    const [copy] = titled(here, 'Contoso');
    await here.press(button(newest(copy).card, 'General'), {}, mehmet, copy!.activityId);
    await eventually(async () => (await cardOf(here, 'overview')).activityId === copy?.activityId);
    await pass(here, 'overview', 'leasedUntil');
    await press(here, 'item.complete', { itemId: 'I2' });
    await eventually(() => newest(copy).summary === 'Contoso · Initiate: 1 of 2 open');
    await settled(here);
    expect(titled(here, 'Contoso')).toHaveLength(1);
  });
});

describe('a post of an onboarding that is over', () => {
  test('stays when the next one is started from it', async () => {
    const here = await started();
    const overview = titled(here, 'Contoso')[0]!;
    await press(here, 'engagement.cancel', { reason: 'Stopped' });
    await eventually(() => textOf(newest(overview).card).includes('Stopped'));
    const form = await here.press(button(newest(overview).card, 'Start onboarding'), {}, mehmet, overview.activityId);
    await here.press(button(form, 'Start'), { customer: 'Fabrikam' }, mehmet, overview.activityId);
    await post(here, 'Fabrikam');
    await here.press(button(newest(overview).card, 'Start onboarding'), {}, mehmet, overview.activityId);
    await wait(500);
    expect(overview.deleted).toBeUndefined();
  });
});

describe('a post that somebody else changed', () => {
  test('is right again after the next press', async () => {
    const here = await started();
    const initiate = await post(here, 'Phase 1 of 4');
    stage.connector.edit(initiate.activityId, { card: {}, summary: 'Scribbled over' });
    expect(newest(initiate).summary).toBe('Scribbled over');
    await press(here, 'item.complete', { itemId: 'I1' });
    await eventually(() => newest(initiate).summary === 'Initiate: 1 of 2 open');
    await settled(here);
    expect(titled(here, 'Phase 1 of 4')).toHaveLength(1);
  });
});

describe('a place from which Lotse was removed', () => {
  test('shows what happened meanwhile once Lotse is back, on the same posts', async () => {
    const here = await started();
    const initiate = await post(here, 'Phase 1 of 4');
    await here.uninstall();
    const id = await stage.kept.idOf(here.place);
    // From a personal chat nobody would be let in now; what was under way when it was removed is all that can come.
    const { store } = stage.kept;
    const seen = await store.load(id);
    const asked = { by: 'p1', at: new Date().toISOString(), today: inDays(0), op: 'meanwhile' };
    const decision = decide({ type: 'CompleteItem', item: 'I1' }, seen.engagement, asked);
    if ('refused' in decision) throw new Error(decision.refused.code);
    await store.append(seen, decision.events, asked, { cards: ['overview', 'phase-initiate'], posts: [] });
    await wait(1_500);
    expect(initiate.contents).toHaveLength(1);
    await here.install();
    await eventually(() => newest(initiate).summary === 'Initiate: 1 of 2 open');
    await settled(here);
    expect(titled(here, 'Phase 1 of 4')).toHaveLength(1);
    expect(titled(here, 'Contoso')).toHaveLength(1);
  });
});

describe('the overview somebody writes for', () => {
  test('is posted anew; the old one is a line, and links lead to the new one', async () => {
    const where = fresh();
    const here = await started(where);
    const [old] = titled(here, 'Contoso');
    const initiate = await post(here, 'Phase 1 of 4');
    const answer = await here.say('overview', mehmet);
    expect(answer.summary).toBe('Contoso · Initiate: 2 of 2 open');
    const found = await eventually(() => titled(here, 'Contoso')[0]);
    expect(found.activityId).not.toBe(old?.activityId);
    expect(textOf(answer.card)).toContain(found.activityId);
    await eventually(() => textOf(newest(old).card).includes(`/${found.activityId}?`));
    expect(textOf(newest(old).card).split('\n').filter(Boolean)).toHaveLength(1);
    await eventually(() => textOf(newest(initiate).card).includes(`/${found.activityId}?`));
    await press(seenFrom(second, where), 'item.complete', { itemId: 'I1' });
    await eventually(() => newest(found).summary === 'Contoso · Initiate: 1 of 2 open');
    await settled(here);
    expect(here.posts()).toHaveLength(3);
  });
});

describe('an open form', () => {
  const open = async () => {
    const here = await started();
    const initiate = await post(here, 'Phase 1 of 4');
    const on = initiate.activityId;
    const item = await here.press(row(newest(initiate).card, 'I1'), {}, anna, on);
    const form = await here.press(button(item, 'Defer…'), {}, anna, on);
    const { holds = {} } = await cardOf(here, 'phase-initiate');
    const until = Date.parse(holds[anna.aadObjectId] ?? '') - Date.now();
    expect(until).toBeGreaterThan(80_000);
    expect(until).toBeLessThanOrEqual(90_000);
    return { here, initiate, form, on };
  };

  /** Mehmet does something meanwhile: the overview shows it, the post with the form does not. */
  const meanwhile = async (here: Channel, initiate: Shown) => {
    await press(here, 'item.complete', { itemId: 'I2' }, mehmet);
    await eventually(() => newest(titled(here, 'Contoso')[0]).summary === 'Contoso · Initiate: 1 of 2 open');
    // Both posts would be updated at the same time.
    await wait(300);
    expect(initiate.contents).toHaveLength(1);
  };

  test('keeps its post from being updated until it is sent', async () => {
    const { here, initiate, form, on } = await open();
    await meanwhile(here, initiate);
    const sent = Date.now();
    const answer = await here.press(button(form, 'Defer'), { until: inDays(30), reason: 'Kick-off moved' }, anna, on);
    expect(textOf(answer)).toContain('I1 is deferred until');
    await eventually(() => textOf(newest(initiate).card).includes('1 done · 1 deferred'));
    expect(Date.now() - sent).toBeLessThan(3_000);
    expect((await cardOf(here, 'phase-initiate')).holds).toEqual({});
  });

  test('keeps its post from being updated until its owner goes back', async () => {
    const { here, initiate, form, on } = await open();
    await meanwhile(here, initiate);
    await here.press(button(form, 'Back'), {}, anna, on);
    await eventually(() => textOf(newest(initiate).card).includes('1 done'), 3_000);
  });

  test('keeps its post from being updated while somebody else’s form of it is sent', async () => {
    const { here, initiate, form, on } = await open();
    const item = await here.press(row(newest(initiate).card, 'I2'), {}, mehmet, on);
    const other = await here.press(button(item, 'Not applicable…'), {}, mehmet, on);
    await here.press(button(other, 'Not applicable'), { reason: 'One call is enough' }, mehmet, on);
    await wait(300);
    expect(initiate.contents).toHaveLength(1);
    await here.press(button(form, 'Back'), {}, anna, on);
    await eventually(() => textOf(newest(initiate).card).includes('1 not applicable'), 3_000);
  });

  test('that comes back to be mended is an open form', async () => {
    const { here, initiate, form, on } = await open();
    const again = await here.press(button(form, 'Defer'), { until: inDays(-1), reason: 'Too late' }, anna, on);
    expect(textOf(again)).toContain('The date must be tomorrow or later.');
    await meanwhile(here, initiate);
  });

  test('is not let go by what somebody else presses on the same post', async () => {
    const { here, initiate, on } = await open();
    await here.press(row(newest(initiate).card, 'I2'), {}, mehmet, on);
    await meanwhile(here, initiate);
  });

  test('that is opened while its post is just being updated keeps back the next update all the same', async () => {
    const here = await started();
    const initiate = await post(here, 'Phase 1 of 4');
    await press(here, 'item.take', { itemId: 'I2' }, mehmet);
    await eventually(() => initiate.contents.length === 2);
    const item = await here.press(row(newest(initiate).card, 'I1'), {}, anna, initiate.activityId);
    await here.press(button(item, 'Defer…'), {}, anna, initiate.activityId);
    await press(here, 'item.complete', { itemId: 'I2' }, mehmet);
    await eventually(() => newest(titled(here, 'Contoso')[0]).summary === 'Contoso · Initiate: 1 of 2 open');
    await eventually(async () => (await cardOf(here, 'phase-initiate')).leasedUntil === undefined);
    await wait(300);
    expect(initiate.contents).toHaveLength(2);
  });

  test('keeps its post from being updated for 90 seconds at most', async () => {
    const { here, initiate } = await open();
    await meanwhile(here, initiate);
    await settledBut(here, 'phase-initiate');
    await pass(here, 'phase-initiate', 'holds');
    await press(here, 'item.take', { itemId: 'I1' }, mehmet);
    await eventually(() => textOf(newest(initiate).card).includes('1 done'));
  });

  const settledBut = (here: Channel, held: CardName) =>
    eventually(async () => (await cardsOf(here)).every((one) => one.card === held || one.wanted <= one.shown));
});

describe('two instances', () => {
  test('to which people turn at once make one onboarding of two starts, with one pair of posts', async () => {
    const where = fresh();
    const [here, there] = [seenFrom(stage.lotse, where), seenFrom(second, where)];
    const answers = await Promise.all([here.say('start Contoso', anna), there.say('start Fabrikam', mehmet)]);
    const texts = answers.map(({ card }) => textOf(card));
    const [winner, loser] = texts[0]?.includes('has started') ? (['Contoso', 1] as const) : (['Fabrikam', 0] as const);
    expect(texts[loser]).toContain(`The onboarding of ${winner} already runs here`);
    await eventually(() => here.posts().length >= 2);
    await settled(here);
    expect(here.posts().map((one) => newest(one).summary)).toEqual([
      `${winner} · Initiate: 2 of 2 open`,
      'Initiate: 2 of 2 open',
    ]);
    const events = await stage.kept.historyOf(here.place);
    expect(events.filter(({ type }) => type === 'EngagementStarted')).toHaveLength(1);
  });

  test('pressed at the same time lose nothing, and each post stays one post', async () => {
    const where = fresh();
    const here = await started(where);
    const there = seenFrom(second, where);
    const acknowledge = (by: Channel, who: typeof anna) =>
      Array.from({ length: 12 }, (_, n) => press(by, 'item.acknowledge', { itemId: `G${n + 1}` }, who));
    await Promise.all([...acknowledge(here, anna), ...acknowledge(there, mehmet)]);
    const events = await stage.kept.historyOf(here.place);
    const marks = events.filter(({ type }) => type === 'ItemAcknowledged');
    expect(marks).toHaveLength(24);
    await eventually(() => textOf(newest(titled(here, 'Contoso')[0]).card).includes('General: 12 of 25 acknowledged'));
    await settled(here);
    expect(here.posts()).toHaveLength(2);
    const counts = numbersIn(titled(here, 'Contoso')[0]!, /General: (\d+) of 25/);
    expect(counts).toEqual([...counts].sort((one, other) => one - other));
  });
});

describe('whoever is given work', () => {
  test('hears of it once, by a mention under the post of the phase', async () => {
    const where = fresh();
    const here = await started(where);
    const initiate = await post(here, 'Phase 1 of 4');
    const thread = `${where.channelId};messageid=${initiate.activityId}`;
    const told = () => stage.connector.shown.filter(({ conversationId }) => conversationId === thread);
    await Promise.all([
      press(here, 'item.assign', { itemIds: 'I1,I2', assignee: mehmet.aadObjectId }, anna, initiate.activityId),
      press(seenFrom(second, where), 'item.acknowledge', { itemId: 'I1' }, anna),
    ]);
    const [notice] = await eventually(() => told().length > 0 && told());
    const { card } = newest(notice);
    expect(textOf(card)).toContain('<at>Mehmet Yılmaz</at>, Anna Schmidt asks you to take these on:');
    expect(card['msteams']).toMatchObject({
      entities: [
        {
          type: 'mention',
          text: '<at>Mehmet Yılmaz</at>',
          mentioned: { id: mehmet.aadObjectId, name: 'Mehmet Yılmaz' },
        },
      ],
    });
    expect(textOf(card)).toMatch(/\*\*I1\*\*[^]*\*\*I2\*\*/);
    await settled(here);
    // Another look at everything by both instances brings nothing more.
    await press(seenFrom(second, where), 'item.take', { itemId: 'A1' });
    await press(here, 'item.take', { itemId: 'A2' });
    await settled(here);
    expect(told()).toHaveLength(1);
    expect((await stage.kept.mailbox.pending(await stage.kept.idOf(here.place))).posts).toEqual([]);
  });

  test('by themselves hears nothing', async () => {
    const here = await started();
    const before = stage.connector.shown.length;
    await press(here, 'item.assign', { itemId: 'I1', assignee: anna.aadObjectId });
    await settled(here);
    expect(stage.connector.shown).toHaveLength(before);
  });

  test('hears nothing twice when nobody knows whether it arrived', async () => {
    const where = fresh();
    const here = await started(where);
    const initiate = await post(here, 'Phase 1 of 4');
    stage.connector.failures.push({ status: 502, accept: true, method: 'POST' });
    await press(here, 'item.assign', { itemId: 'I1', assignee: mehmet.aadObjectId });
    await eventually(
      async () => (await stage.kept.mailbox.pending(await stage.kept.idOf(here.place))).posts.length === 0,
    );
    await press(here, 'item.take', { itemId: 'I2' });
    await settled(here);
    const thread = `${where.channelId};messageid=${initiate.activityId}`;
    expect(stage.connector.shown.filter(({ conversationId }) => conversationId === thread)).toHaveLength(1);
  });
});
