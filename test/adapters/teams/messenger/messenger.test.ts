import { Adapter } from '../../../../src/adapters/teams/adapter';
import { addressOf } from '../../../../src/adapters/teams/address';
import { createMessenger } from '../../../../src/adapters/teams/messenger';
import { createReach } from '../../../../src/adapters/teams/reach';
import type { Address, Log, Messenger } from '../../../../src/application/ports';
import type { Reply } from '../../../../src/application/reply';
import { anna, ben, type Connector, type Failure, startConnector } from '../../../support/connector';
import { channel } from '../../../support/teams';

/** Milliseconds; as it runs it waits much longer. */
const silence = { sending: 1_500, reading: 1_500 };
const reply: Reply = { language: 'en', says: [], show: { show: 'welcome' }, today: '2026-11-30' };
const post = '1700000000001';

let connector: Connector;
let messenger: Messenger;
let address: Address;
let warned: Readonly<Record<string, unknown>>[];

beforeEach(async () => {
  connector = await startConnector();
  const adapter = new Adapter(undefined, () => true);
  adapter.onTurnError = () => Promise.resolve();
  warned = [];
  const log: Log = { info: () => undefined, warn: (what) => warned.push(what), error: () => undefined };
  const view = () => ({ card: { type: 'AdaptiveCard' }, summary: 'In short' });
  messenger = createMessenger(createReach(adapter, '', { silence }), view, log, () => 0.5);
  address = addressOf(channel(0, connector).activity(anna));
});

afterEach(() => connector.stop());

const errands = {
  post: () => messenger.post(address, reply),
  answer: () => messenger.answer(address, post, reply),
  update: () => messenger.update(address, post, reply),
  remove: () => messenger.remove(address, post),
};
type Name = keyof typeof errands;
const creates: readonly Name[] = ['post', 'answer'];
const changes: readonly Name[] = ['update', 'remove'];
const all: readonly Name[] = [...creates, ...changes];

/** The outcome when Teams answers so, and how often it was asked. */
const told = async (name: Name, failure: Failure) => {
  connector.asked.length = 0;
  connector.failures.push(failure);
  const sent = await errands[name]();
  return { ...sent, asked: connector.asked.length };
};

describe('whatever is sent', () => {
  test.each(all)('%s comes again when Teams says, and is asked for once until then', async (name) => {
    expect(await told(name, { status: 429, retryAfter: 7 })).toEqual({ outcome: 'later', seconds: 7, asked: 1 });
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { outcome, ...rest } = await told(name, { status: 412, retryAfter: date });
    expect(outcome).toBe('later');
    expect((rest as { seconds: number }).seconds).toBeGreaterThan(50);
    expect((rest as { seconds: number }).seconds).toBeLessThanOrEqual(61);
  });

  test.each(all)('%s is left alone for longer each time, until something succeeds there', async (name) => {
    for (const seconds of [5, 10, 20]) expect(await told(name, { status: 429 })).toMatchObject({ seconds });
    expect(await errands.post()).toMatchObject({ outcome: 'sent' });
    expect(await told(name, { status: 429 })).toMatchObject({ seconds: 5 });
  });

  test.each(all)('%s is shut out by a conversation that takes nothing, and that is told to the log', async (name) => {
    for (const code of ['BotNotInConversationRoster', 'BotDisabledByAdmin', 'ForbiddenOperationException']) {
      expect(await told(name, { status: 403, code })).toEqual({ outcome: 'shut', asked: 1 });
      expect(warned.at(-1)).toMatchObject({ outcome: 'shut', reason: code });
    }
    const body = { errorCode: 209, message: '{"subCode":"MessageWritesBlocked","details":null}' };
    expect(await told(name, { status: 403, body })).toEqual({ outcome: 'shut', asked: 1 });
    expect(warned.at(-1)).toMatchObject({ outcome: 'shut', reason: 'MessageWritesBlocked' });
  });

  test.each(all)('%s that is malformed or too large will never be taken', async (name) => {
    for (const status of [400, 413]) expect(await told(name, { status })).toEqual({ outcome: 'refused', asked: 1 });
  });

  test.each(all)('%s waits ten minutes when it is us whom Teams does not know', async (name) => {
    expect(await told(name, { status: 401 })).toEqual({ outcome: 'later', seconds: 600, asked: 1 });
    for (const code of ['NotEnoughPermissions', 'InvalidBotApiHost', 'Whatever']) {
      expect(await told(name, { status: 403, code })).toEqual({ outcome: 'later', seconds: 600, asked: 1 });
      expect(warned.at(-1)).toMatchObject({ outcome: 'later', reason: code });
    }
  });

  test.each(all)('%s has certainly not arrived when nobody listens', async (name) => {
    address = JSON.stringify({ ...(JSON.parse(address) as object), serviceUrl: 'http://127.0.0.1:9/' });
    expect(await errands[name]()).toEqual({ outcome: 'later', seconds: 5 });
  });
});

describe('what is new', () => {
  test.each(creates)('a %s is asked for once, and may have arrived, after an answer of trouble', async (name) => {
    for (const status of [500, 502, 503, 504, 408])
      expect(await told(name, { status })).toEqual({ outcome: 'unknown', asked: 1 });
    expect(await told(name, { status: 502, accept: true })).toEqual({ outcome: 'unknown', asked: 1 });
    expect(connector.shown).toHaveLength(1);
  });

  test.each(creates)('a %s may have arrived when no answer comes', async (name) => {
    expect(await told(name, { status: 0 })).toEqual({ outcome: 'unknown', asked: 0 });
    expect(await told(name, { status: 0, accept: true })).toEqual({ outcome: 'unknown', asked: 0 });
    expect(connector.shown).toHaveLength(1);
  });

  test.each(creates)('a %s has nowhere to go when the place is gone', async (name) => {
    expect(await told(name, { status: 404 })).toEqual({ outcome: 'gone', asked: 1 });
  });
});

describe('what is there already', () => {
  test.each(changes)('is asked to %s once, and again later, after an answer of trouble or none', async (name) => {
    expect(await told(name, { status: 502 })).toEqual({ outcome: 'later', seconds: 5, asked: 1 });
    expect(await told(name, { status: 408 })).toEqual({ outcome: 'later', seconds: 10, asked: 1 });
    expect(await told(name, { status: 0 })).toEqual({ outcome: 'later', seconds: 20, asked: 0 });
  });

  test('is changed and taken away once; then it is gone, and taking it away again is no failure', async () => {
    await errands.post();
    expect(await errands.update()).toEqual({ outcome: 'sent', activityId: post });
    expect(await errands.remove()).toEqual({ outcome: 'sent' });
    expect(await errands.update()).toEqual({ outcome: 'gone' });
    expect(await errands.remove()).toEqual({ outcome: 'sent' });
    expect(connector.asked.slice(-4).map(({ method, status }) => [method, status])).toEqual([
      ['PUT', 200],
      ['DELETE', 200],
      ['PUT', 404],
      ['DELETE', 404],
    ]);
    // Taking away what is gone already is worth no warning.
    expect(warned).toHaveLength(1);
  });
});

test('what fails in one conversation is nothing to another', async () => {
  const chat = addressOf(channel(0, connector, { kind: 'personal', of: ben }).activity(ben));
  connector.down.set(`a:${ben.aadObjectId}`, { status: 429 });
  for (const seconds of [5, 10]) expect(await messenger.post(chat, reply)).toEqual({ outcome: 'later', seconds });
  expect(await told('update', { status: 502 })).toMatchObject({ seconds: 5 });
  expect(await errands.post()).toMatchObject({ outcome: 'sent' });
  expect(await messenger.post(chat, reply)).toEqual({ outcome: 'later', seconds: 20 });
});
