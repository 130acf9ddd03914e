import type { CardName, CardRow } from '../../src/application/ports';
import { type Azurite, startAzurite } from '../support/azurite';
import { type BotProcess, freePort, startBot } from '../support/bot-process';
import { headingOf, textOf } from '../support/card-content';
import { anna, type Connector, eventually, mehmet, type Shown, startConnector } from '../support/connector';
import { type Kept, openKept } from '../support/lotse';
import { type Channel, channel, newest } from '../support/teams';

let azurite: Azurite;
let connector: Connector;
let kept: Kept;
let port: number;
let bot: BotProcess | undefined;

beforeAll(async () => {
  [azurite, connector, port] = await Promise.all([startAzurite(), startConnector(), freePort()]);
  kept = await openKept(azurite.connectionString, 'crash');
});

afterAll(async () => {
  await bot?.stop('SIGKILL');
  await connector.stop();
  await azurite.stop();
});

const tick = 1_000;

/** Resolves when it listens: from then on people notice how long things take. */
const start = async (): Promise<number> => {
  const environment = { TICK_SECONDS: '1', TABLE_PREFIX: 'crash', LOG_LEVEL: 'error' };
  bot = await startBot({ port, connectionString: azurite.connectionString, environment });
  return Date.now();
};

const kill = async (): Promise<void> => {
  await bot?.stop('SIGKILL');
};

let channels = 0;
const started = async (): Promise<Channel> => {
  const here = channel(port, connector, { channelId: `19:crash-${++channels}@thread.tacv2` });
  await here.say('start Contoso');
  await eventually(() => here.posts().length === 2);
  await eventually(async () => (await cardsOf(here)).every((one) => one.leasedUntil === undefined));
  return here;
};

const cardsOf = async (here: Channel): Promise<readonly CardRow[]> =>
  (await kept.mailbox.pending(await kept.idOf(here.place))).cards;

const initiate = (here: Channel): Shown | undefined =>
  here.posts().find((one) => headingOf(newest(one).card).startsWith('Phase 1 of 4'));

const openNow = (here: Channel): string => newest(initiate(here)).summary;

/** When the posts may be touched again: the process that died may have been at them, or Teams asked to wait. */
const freeAt = async (here: Channel, only?: CardName): Promise<number> =>
  Math.max(
    ...(await cardsOf(here))
      .filter(({ card }) => only === undefined || card === only)
      .map(({ leasedUntil }) => (leasedUntil ? Date.parse(leasedUntil) : 0)),
  );

const measured: Record<string, number> = {};
afterAll(() => {
  if (process.env['MEASURE']) process.stdout.write(`${JSON.stringify(measured)}\n`);
});

describe('a process that is killed', () => {
  beforeAll(start);

  test('right after it answered has saved what it answered, and everybody sees it two ticks after the next start', async () => {
    const here = await started();
    const answer = await here.press({ verb: 'item.complete', data: { itemId: 'I1' } }, {}, anna);
    await kill();
    expect(textOf(answer)).toContain('I1 is done.');
    expect(await kept.historyOf(here.place)).toContainEqual(
      expect.objectContaining({ type: 'ItemCompleted', item: 'I1' }),
    );

    const free = await freeAt(here, 'phase-initiate');
    const up = await start();
    await eventually(() => openNow(here) === 'Initiate: 1 of 2 open', 35_000);
    measured['after an answer'] = Date.now() - Math.max(up, free);
    expect(measured['after an answer']).toBeLessThan(2 * tick);
    expect(here.posts()).toHaveLength(2);
  }, 60_000);

  test('while Teams takes no updates makes up for them once Teams does again', async () => {
    const here = await started();
    connector.failures.push(...Array.from({ length: 20 }, () => ({ status: 503, method: 'PUT' as const })));
    await here.press({ verb: 'item.complete', data: { itemId: 'I1' } }, {}, mehmet);
    // Both posts were refused, and that is written down.
    await eventually(() => connector.failures.length <= 18);
    await eventually(async () => (await freeAt(here)) < Date.now() + 15_000);
    await kill();
    connector.failures.length = 0;
    expect(openNow(here)).toBe('Initiate: 2 of 2 open');

    const free = await freeAt(here, 'phase-initiate');
    const up = await start();
    // A post is left alone for ten seconds after Teams refused.
    expect(free - up).toBeLessThan(10_000);
    await eventually(() => openNow(here) === 'Initiate: 1 of 2 open', 35_000);
    measured['after refused updates'] = Date.now() - Math.max(up, free);
    expect(measured['after refused updates']).toBeLessThan(2 * tick);
    expect(here.posts()).toHaveLength(2);
  }, 60_000);

  test('in the middle of starting an onboarding leaves one onboarding with one pair of posts', async () => {
    const here = channel(port, connector, { channelId: '19:crash-start@thread.tacv2' });
    connector.failures.push({ status: 429, method: 'POST' });
    const form = { verb: 'engagement.start', data: {} };
    const answer = await here.press(form, { customer: 'Contoso', lead: anna.aadObjectId });
    await kill();
    expect(textOf(answer)).toContain('The onboarding of Contoso has started.');
    connector.failures.length = 0;

    const free = await freeAt(here);
    const up = await start();
    await eventually(() => here.posts().length === 2, 35_000);
    measured['after a start'] = Date.now() - Math.max(up, free);
    expect(measured['after a start']).toBeLessThan(2 * tick);
    expect(textOf((await here.say('start Fabrikam', mehmet)).card)).toContain(
      'The onboarding of Contoso already runs here',
    );
    expect(here.posts().map((one) => newest(one).summary)).toEqual([
      'Contoso · Initiate: 2 of 2 open',
      'Initiate: 2 of 2 open',
    ]);
  }, 60_000);
});

describe('a process that is asked to stop', () => {
  test('finishes what it has begun, and says nothing more', async () => {
    const here = await started();
    await here.press({ verb: 'item.complete', data: { itemId: 'I1' } }, {}, anna);
    const asked = Date.now();
    await bot?.stop('SIGINT');
    measured['to stop'] = Date.now() - asked;
    expect(openNow(here)).toBe('Initiate: 1 of 2 open');
    expect((await cardsOf(here)).map(({ leasedUntil }) => leasedUntil)).toEqual([undefined, undefined]);
    expect(measured['to stop']).toBeLessThan(5_000);
  });
});
