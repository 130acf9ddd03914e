import { createKeys } from '../../../../src/adapters/teams/entry/keys';
import { createVerify } from '../../../../src/adapters/teams/entry/token';
import { createFakeLog } from '../../../application/stage';
import { eventually } from '../../../support/connector';
import { type BotFramework, startBotFramework } from '../../../support/bot-framework';

const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const day = 24 * 3_600_000;

let botFramework: BotFramework;
let now: number;
let verify: ReturnType<typeof createVerify>;

beforeEach(async () => {
  botFramework = await startBotFramework();
  now = Date.now();
  const keyOf = createKeys(botFramework.metadataUrl, createFakeLog(), () => now);
  verify = createVerify({ appId: 'app', issuer: botFramework.issuer, keyOf });
});
afterEach(() => botFramework.stop());

const come = async (kid = botFramework.keys.ofTeams) => {
  const token = await botFramework.token('app', serviceUrl, { header: { kid } });
  return verify(`Bearer ${token}`);
};
const letIn = { serviceUrl };

test('keys are fetched once, however many come at the same time', async () => {
  expect(await Promise.all(Array.from({ length: 20 }, () => come()))).toEqual(Array(20).fill(letIn));
  expect(await come()).toEqual(letIn);
  expect(botFramework.asked()).toBe(2);
});

test('they are fetched anew after a day, and are good for longer while that fails', async () => {
  await come();
  now += day - 1;
  expect(await come()).toEqual(letIn);
  expect(botFramework.asked()).toBe(2);
  now += 2;
  botFramework.behave('badly');
  expect(await come()).toEqual(letIn);
  await eventually(() => botFramework.asked() === 3);
  botFramework.behave('well');
  now += 30_000;
  expect(await come()).toEqual(letIn);
  await eventually(() => botFramework.asked() === 5);
});

test('made up keys cost one fetch in half a minute', async () => {
  await come();
  for (let time = 0; time < 50; time += 1) expect(await come(`made-up-${time}`)).toHaveProperty('reason');
  expect(botFramework.asked()).toBe(2);
  now += 30_000;
  for (let time = 0; time < 50; time += 1) await come(`made-up-${time}`);
  expect(botFramework.asked()).toBe(4);
});

test('while there are no keys nobody gets in, at little cost, and afterwards everybody does', async () => {
  botFramework.behave('badly');
  for (let time = 0; time < 20; time += 1)
    expect(await come()).toEqual({ reason: 'Bot Framework signs with no such key.' });
  expect(botFramework.asked()).toBe(1);
  botFramework.behave('well');
  now += 5_000;
  expect(await come()).toEqual(letIn);
});

test('whoever does not answer is waited for five seconds', async () => {
  botFramework.behave('not at all');
  const begun = Date.now();
  expect(await come()).toHaveProperty('reason');
  const took = Date.now() - begun;
  expect(took).toBeGreaterThan(4_000);
  expect(took).toBeLessThan(9_000);
  expect(await come()).toHaveProperty('reason');
  expect(botFramework.asked()).toBe(1);
});

test('what is no token costs no fetch at all', async () => {
  for (const header of [undefined, '', 'Bearer', 'Bearer x', 'Bearer a.b.c', `Bearer ${'é'.repeat(900)}`])
    expect(await verify(header)).toHaveProperty('reason');
  expect(botFramework.asked()).toBe(0);
});
