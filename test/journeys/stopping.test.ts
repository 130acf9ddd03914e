import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAzurite, type Azurite } from '../support/azurite';
import { type BotProcess, freePort, startBot } from '../support/bot-process';
import { anna, type Connector, eventually, startConnector } from '../support/connector';
import { type Kept, openKept } from '../support/lotse';
import { channel, pressing } from '../support/teams';

let azurite: Azurite;
let connector: Connector;
let kept: Kept;
let bot: BotProcess;
let port: number;

beforeAll(async () => {
  [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  kept = await openKept(azurite.connectionString, 'stopped');
});
const start = async (entry?: string): Promise<void> => {
  port = await freePort();
  const environment = { TABLE_PREFIX: 'stopped', LOG_LEVEL: 'info', TICK_SECONDS: '1' };
  const { connectionString } = azurite;
  bot = await startBot({ port, connectionString, environment, ...(entry !== undefined && { entry }) });
};
afterAll(async () => {
  await connector.stop();
  await azurite.stop();
});

test('whoever ends it under load loses nothing that was accepted, and no lease stays behind', async () => {
  await start();
  const channels = Array.from({ length: 4 }, (_, number) =>
    channel(port, connector, { channelId: `19:busy-${number}@thread.tacv2` }),
  );
  await Promise.all(channels.map((one) => one.say('start Contoso')));
  const ids = await Promise.all(channels.map(({ place }) => kept.idOf(place)));
  const accepted: { readonly n: number; readonly note: string }[] = [];
  let isOver = false;
  /** Presses one after another until nobody answers any more. */
  const press = async (n: number): Promise<void> => {
    while (!isOver) {
      const note = randomUUID();
      const data = { engagementId: ids[n], itemId: 'A1', note };
      const sent = channels[n]?.activity(anna, pressing('item.note', data));
      const answer = await channels[n]?.send(sent).catch(() => undefined);
      if (!answer) return;
      if (JSON.stringify(answer.body).includes('is saved')) accepted.push({ n, note });
    }
  };
  const pressing4 = Promise.all(channels.flatMap((_, n) => [press(n), press(n)]));
  await eventually(() => accepted.length > 40, 30_000);
  const begun = Date.now();
  const code = await bot.stop('SIGTERM');
  const took = Date.now() - begun;
  isOver = true;
  await pressing4;
  expect(code).toBe(0);
  expect(took).toBeLessThan(11_000);
  for (const [n, one] of channels.entries()) {
    const history = JSON.stringify(await kept.historyOf(one.place));
    const lost = accepted.filter(({ n: other, note }) => other === n && !history.includes(note));
    expect(lost).toEqual([]);
    const { cards, posts } = await kept.mailbox.pending(ids[n] ?? '');
    const now = new Date().toISOString();
    expect([...cards, ...posts].filter(({ leasedUntil = '' }) => leasedUntil > now)).toEqual([]);
  }
}, 60_000);

test('whoever hangs holds up nobody for more than ten seconds', async () => {
  await start();
  const stuck = channel(port, connector, { channelId: '19:stuck@thread.tacv2' });
  connector.down.set(stuck.place.conversationId, { status: 0 });
  // The answer will never be taken.
  void stuck.send(stuck.activity(anna, { text: '<at>Lotse</at> start Contoso' })).catch(() => undefined);
  await wait(500);
  let logged = '';
  bot.output.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  const begun = Date.now();
  expect(await bot.stop('SIGTERM')).toBe(0);
  expect(Date.now() - begun).toBeLessThan(12_000);
  expect(Date.now() - begun).toBeGreaterThan(8_000);
  expect(logged).toContain('Not everything that was begun could be finished in time.');
  connector.down.clear();
}, 60_000);

test('what nobody took care of is logged and ends the process, so that whoever watches it starts a new one', async () => {
  await start(join('test', 'support', 'careless-bot.ts'));
  let logged = '';
  bot.output.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  expect(await bot.ended).toBe(1);
  expect(logged).toContain('Lotse ends: something failed that nobody took care of.');
  expect(logged).toContain('Nobody took care of this.');
}, 60_000);
