import { Agent, request } from 'node:http';
import fc from 'fast-check';
import { itemVerbs } from '../../src/application/request';
import { startAzurite, type Azurite } from '../support/azurite';
import { freePort, launchBot, type StartingBot } from '../support/bot-process';
import { anna, type Connector, eventually, startConnector, stranger } from '../support/connector';
import { type Kept, openKept } from '../support/lotse';
import { type Channel, channel } from '../support/teams';

const batches = 200;
const batch = 50;
const atOnce = 10;
const prefix = 'fuzzed';

let azurite: Azurite;
let connector: Connector;
let bot: StartingBot;
let kept: Kept;
let port: number;
let general: Channel;
let engagementId: string;

beforeAll(async () => {
  [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  port = await freePort();
  const environment = { TABLE_PREFIX: prefix, LOG_LEVEL: 'silent' };
  bot = launchBot({ port, connectionString: azurite.connectionString, environment });
  await bot.ready;
  kept = await openKept(azurite.connectionString, prefix);
  general = channel(port, connector);
  await general.say('start Contoso');
  engagementId = await kept.idOf(general.place);
  await eventually(() => general.posts().length === 2);
}, 60_000);
afterAll(async () => {
  await bot.stop();
  await connector.stop();
  await azurite.stop();
});

/** Text as nobody should send it: halves of characters, null bytes, names that objects have, templates, markup, length. */
const nastyText = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xff_ff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '\ud800',
    '\udfff\ud800x',
    'a\0b',
    '\u202eoverview',
    '__proto__',
    'constructor',
    'toString',
    '${$root}',
    '${json(customer)}',
    '{{DATE(2027-01-01T00:00:00Z,SHORT)}}',
    '<at>Lotse</at>',
    '[x](javascript:alert(1))',
    "' or PartitionKey ne '",
    '../../head',
    '-1',
    'NaN',
    '1e999',
    '9999-99-99',
    'x'.repeat(70_000),
    'ü'.repeat(20_000),
  ),
);

const deep = (depth: number): unknown => {
  let value: unknown = 'end';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { data: value };
  return value;
};

/** Written as JSON says it: an object literal would set the prototype instead. */
const withPrototype = JSON.parse(
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}',
) as object;

/** Anything JSON can say. */
const anything = fc.oneof(
  nastyText,
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom(null, true, 0, -0.5, 1e308, [], {}, [[]], withPrototype),
  fc.constantFrom(60, 2_000).map(deep),
  fc.constantFrom(300, 20_000).map((length) => Array<number>(length).fill(7)),
);

const sometimes = (usual: unknown, odd: fc.Arbitrary<unknown> = anything): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });

const otherVerbs = [
  ...['phase.acknowledge', 'phase.confirm', 'phase.advance', 'phase.return', 'phase.withdraw', 'item.add'],
  ...['engagement.start', 'engagement.configure', 'engagement.pause', 'engagement.cancel', 'engagement.discard'],
  ...['checkpoint.set', 'checkpoint.skip', 'role.set', 'person.handOver', 'person.away', 'reminder.snooze', 'undo'],
  ...['form.show', 'history.show', 'items.show', 'item.show', 'phase.show', 'mine.show', 'help.show'],
];

const inputs = [
  ...['itemIds', 'phase', 'page', 'reason', 'note', 'until', 'when', 'dueOn', 'assignee', 'person', 'role', 'title'],
  ...['customer', 'language', 'timeZone', 'every', 'weekday', 'time', 'form', 'lines', 'of', 'which', 'card', 'closes'],
];

const dataOf = (engagement: string, itemId: fc.Arbitrary<unknown>) =>
  fc
    .record({
      engagementId: sometimes(engagement),
      itemId,
      more: fc.dictionary(fc.oneof(fc.constantFrom(...inputs), nastyText), anything, { maxKeys: 6 }),
    })
    .map(({ more, ...known }) => ({ ...more, ...known }));

const pressed = (verb: fc.Arbitrary<unknown>, data: fc.Arbitrary<unknown>) =>
  fc.record({ verb, data }).chain((action) =>
    fc.record({
      type: fc.constant('invoke'),
      name: sometimes('adaptiveCard/action'),
      value: sometimes({ action: { type: 'Action.Execute', ...action }, trigger: 'manual' }),
    }),
  );

type Sent = { readonly activity: object; readonly elsewhere: boolean };

/** By somebody of this onboarding who presses nothing that makes sense, or by somebody of another tenant who does. */
const sent = (): fc.Arbitrary<Sent> => {
  const noItem = fc.oneof(
    anything.filter((value) => typeof value !== 'string' || !/^\s*[a-z]\d{1,3}\s*$/i.test(value)),
  );
  const byMember = fc.oneof(
    pressed(
      fc.constantFrom(...itemVerbs),
      dataOf(engagementId, noItem).map((data) => ({ ...data, itemIds: undefined })),
    ),
    pressed(anything, anything),
    fc.record({ type: fc.constant('message'), text: anything, value: sometimes(undefined) }),
    fc.record({ type: anything, text: anything, value: anything, membersAdded: anything, action: anything }),
  );
  const byStranger = pressed(fc.constantFrom(...itemVerbs, ...otherVerbs), dataOf(engagementId, sometimes('A1')));
  const envelope = fc.record(
    {
      id: sometimes(undefined),
      from: anything,
      recipient: anything,
      conversation: anything,
      channelData: anything,
      entities: anything,
      locale: anything,
      localTimezone: anything,
      replyToId: anything,
      timestamp: anything,
      deliveryMode: fc.constantFrom('expectReplies', 'notification', 7),
      channelId: anything,
      attachments: anything,
    },
    { requiredKeys: [] },
  );
  const few = fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: envelope });
  return fc.oneof(
    fc.record({
      activity: fc.tuple(byMember, few).map(([one, more]) => ({ ...one, ...more })),
      elsewhere: fc.constant(false),
    }),
    fc.record({ activity: byStranger, elsewhere: fc.constant(true) }),
  );
};

const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
afterAll(() => {
  agent.destroy();
});

const send = (body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(
      { host: '127.0.0.1', port, path: '/api/messages', method: 'POST', headers, agent },
      (answer) => {
        answer.resume().once('end', () => {
          resolve(answer.statusCode ?? 0);
        });
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });

test(`${batches * batch} requests that make no sense, or come from elsewhere, change nothing and break nothing`, async () => {
  const foreign = channel(port, connector, { tenantId: 'tenant-2' });
  const before = await kept.historyOf(general.place);
  const statuses = new Map<number, number>();
  const one = async ({ activity, elsewhere }: Sent): Promise<void> => {
    const full = elsewhere ? foreign.activity(stranger, activity) : general.activity(anna, activity);
    const status = await send(JSON.stringify(full));
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
    if (status >= 500) throw new Error(`The bot answered ${status}.`);
  };
  await fc.assert(
    fc.asyncProperty(fc.array(sent(), { minLength: batch, maxLength: batch }), async (all) => {
      const waiting = [...all];
      const worker = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) await one(next);
      };
      await Promise.all(Array.from({ length: atOnce }, worker));
      expect(await kept.historyOf(general.place)).toEqual(before);
    }),
    { numRuns: batches, endOnFailure: true },
  );
  process.stdout.write(`Answered with ${[...statuses].map(([status, times]) => `${status}: ${times}`).join(', ')}\n`);
  expect(statuses.get(200)).toBeGreaterThan(1_000);
  // The process is still the same: whatever nobody took care of would have ended it.
  expect(bot.complaints()).toBe('');
  expect((await general.say('show A1')).summary).toContain('A1');
}, 600_000);
