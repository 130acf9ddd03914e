import { Agent, request } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { startAzurite, type Azurite } from '../support/azurite';
import { type BotFramework, startBotFramework } from '../support/bot-framework';
import { anna, type Connector, startConnector } from '../support/connector';
import { startLotse } from '../support/lotse';
import type { Lotse } from '../../src/compose';
import { channel } from '../support/teams';

const tokens = 20_000;
const parts = 5;
const atOnce = 16;
const allowed = 5;

let azurite: Azurite;
let connector: Connector;
let botFramework: BotFramework;
let lotse: Lotse;

beforeAll(async () => {
  [azurite, connector, botFramework] = await Promise.all([startAzurite(), startConnector(), startBotFramework()]);
  const unused = 'https://login.example.com/tenant';
  const endpoints = {
    ToChannelFromBotLoginUrl: unused,
    ToChannelFromBotOAuthScope: unused,
    ToBotFromChannelTokenIssuer: botFramework.issuer,
    ToBotFromChannelOpenIdMetadataUrl: botFramework.metadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: botFramework.metadataUrl,
  };
  const auth = { type: 'required', appType: 'MultiTenant', appId: 'lotse', password: 'unused', endpoints } as const;
  lotse = await startLotse(azurite.connectionString, { auth }, { mostRefused: Infinity });
});
afterAll(async () => {
  await lotse.stop();
  for (const one of [connector, botFramework, azurite]) await one.stop();
});

/** In megabytes, with nothing in it that nobody needs any more. */
const heap = (): number => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let time = 0; time < 3; time += 1) collect();
  return process.memoryUsage().heapUsed / 1_048_576;
};

/** Each with a tenant, a key and an issuer of its own, as whoever wants to fill a memory would write them. */
const junk = (number: number): string => {
  const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const tid = `${number}-`.padEnd(400, 'x');
  const payload = { iss: `https://sts.windows.net/${tid}/`, tid, ver: '1.0', appid: 'lotse', aud: 'lotse' };
  return `${part({ alg: 'RS256', kid: `key-${number}` })}.${part(payload)}.${part({ number })}`;
};

test(`${tokens} junk tokens leave less than ${allowed} MB behind and cost next to no fetch`, async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const activity = JSON.stringify(channel(0, connector).activity(anna, { text: 'start Contoso' }));
  const send = (number: number): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${junk(number)}` };
      const where = { host: '127.0.0.1', port: lotse.port, path: '/api/messages', method: 'POST', headers, agent };
      const asked = request(where, (answer) => {
        answer.resume().once('end', () => {
          resolve(answer.statusCode);
        });
      });
      asked.once('error', reject);
      asked.end(activity);
    });
  const statuses = new Map<number | undefined, number>();
  let next = 0;
  const worker = async (until: number): Promise<void> => {
    while (next < until) {
      const status = await send((next += 1));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  };
  const readings: number[] = [];
  for (let part = 0; part <= parts; part += 1) {
    await Promise.all(Array.from({ length: atOnce }, () => worker((part * tokens) / parts + 500)));
    readings.push(heap());
  }
  agent.destroy();
  expect([...statuses.keys()]).toEqual([401]);
  expect(next).toBeGreaterThanOrEqual(tokens);
  // Half a minute lies between two fetches, each of two pages.
  expect(botFramework.asked()).toBeLessThanOrEqual(10);
  const [first = 0] = readings;
  const grown = Math.min(...readings.slice(-2)) - first;
  process.stdout.write(
    `Heap after 500 tokens and after every ${tokens / parts} more: ${readings.map((mb) => mb.toFixed(1)).join(', ')} MB\n`,
  );
  expect(grown).toBeLessThan(allowed);
}, 240_000);
