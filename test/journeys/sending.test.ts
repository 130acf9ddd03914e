import { join } from 'node:path';
import { createAdapter } from '../../src/adapters/teams/adapter';
import { addressOf } from '../../src/adapters/teams/address';
import { loadCards } from '../../src/adapters/teams/cards';
import { createMessenger } from '../../src/adapters/teams/messenger';
import { createReach } from '../../src/adapters/teams/reach';
import { createRoster } from '../../src/adapters/teams/roster';
import { createView } from '../../src/adapters/teams/view/index';
import { systemClock } from '../../src/adapters/clock/index';
import { type Address, type Messenger, type Roster, UnreachableError } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { createFakeClock, createFakeLog } from '../application/stage';
import { anna, type Connector, type Failure, startConnector } from '../support/connector';
import { channel } from '../support/teams';

/** Milliseconds; as it runs it waits much longer. */
const silence = { sending: 300, reading: 300 };

let connector: Connector;
let messenger: Messenger;
let roster: Roster;
let address: Address;

beforeAll(async () => {
  connector = await startConnector();
  const adapter = createAdapter();
  adapter.onTurnError = () => Promise.resolve();
  const reach = createReach(adapter, '', silence);
  messenger = createMessenger(reach, createView(loadCards(join(__dirname, '..', '..', 'cards'))), createFakeLog());
  roster = createRoster(reach, systemClock, createFakeLog());
  address = addressOf(channel(0, connector).activity(anna));
});

afterAll(() => connector.stop());

const reply: Reply = { language: 'en', says: [], show: { show: 'welcome' }, today: '2026-11-30' };

const told = (failure: Failure, how: () => Promise<unknown>) => {
  connector.asked.length = 0;
  connector.failures.push(failure);
  return how();
};

const post = () => messenger.post(address, reply);
const answer = () => messenger.answer(address, '1700000000001', reply);
const update = () => messenger.update(address, '1700000000001', reply);

describe('what became of something sent', () => {
  test('is known with the id of the new post', async () => {
    expect(await post()).toEqual({ outcome: 'sent', activityId: '1700000000001' });
    expect(await update()).toEqual({ outcome: 'sent', activityId: '1700000000001' });
    expect(await answer()).toEqual({ outcome: 'sent', activityId: '1700000000002' });
    expect(connector.shown.map(({ conversationId }) => conversationId)).toEqual([
      '19:general@thread.tacv2',
      '19:general@thread.tacv2;messageid=1700000000001',
    ]);
  });

  const creates: readonly (readonly [string, Failure, object])[] = [
    [
      'refused because of haste, to come again when Teams says',
      { status: 429, retryAfter: 7 },
      { outcome: 'later', seconds: 7 },
    ],
    ['refused because of haste, to come again soon', { status: 429 }, { outcome: 'later', seconds: 5 }],
    ['refused because something else is under way', { status: 412 }, { outcome: 'later', seconds: 5 }],
    ['forbidden, which takes people to mend', { status: 403 }, { outcome: 'later', seconds: 600 }],
    ['for a place that is no longer there', { status: 404 }, { outcome: 'gone' }],
    ['answered with 502 and not accepted', { status: 502 }, { outcome: 'unknown' }],
    ['answered with 502 though it was accepted', { status: 502, accept: true }, { outcome: 'unknown' }],
    ['answered with 500', { status: 500 }, { outcome: 'unknown' }],
    ['never answered', { status: 0 }, { outcome: 'unknown' }],
    ['never answered though it was accepted', { status: 0, accept: true }, { outcome: 'unknown' }],
  ];

  test.each(creates)('of a new post %s', async (_, failure, outcome) => {
    expect(await told(failure, post)).toEqual(outcome);
    expect(connector.asked.length).toBeLessThanOrEqual(1);
  });

  test.each(creates)('of a reply %s', async (_, failure, outcome) => {
    expect(await told(failure, answer)).toEqual(outcome);
    expect(connector.asked.length).toBeLessThanOrEqual(1);
  });

  const updates: readonly (readonly [string, Failure, object])[] = [
    ['refused because of haste', { status: 429, retryAfter: 7 }, { outcome: 'later', seconds: 7 }],
    ['of a post that was deleted', { status: 404 }, { outcome: 'gone' }],
    ['answered with 502', { status: 502 }, { outcome: 'later', seconds: 10 }],
    ['never answered', { status: 0 }, { outcome: 'later', seconds: 10 }],
  ];

  test.each(updates)('of an update %s', async (_, failure, outcome) => {
    expect(await told(failure, update)).toEqual(outcome);
  });

  test('is nothing, and certainly so, when nobody listens', async () => {
    const nowhere = { ...(JSON.parse(address) as object), serviceUrl: 'http://127.0.0.1:9/' };
    expect(await messenger.post(JSON.stringify(nowhere), reply)).toEqual({ outcome: 'later', seconds: 10 });
  });
});

describe('who is there', () => {
  test('is known by Entra id and by Teams id, guests as such', async () => {
    expect(await roster.member(address, anna.aadObjectId)).toEqual({
      id: anna.aadObjectId,
      name: 'Anna Schmidt',
      guest: false,
    });
    expect(await roster.member(address, '29:2')).toMatchObject({ name: 'Ben Carter', guest: true });
    expect(await roster.member(address, 'nobody')).toBeUndefined();
    expect((await roster.members(address))?.map(({ name }) => name)).toEqual([
      'Anna Schmidt',
      'Ben Carter',
      'Mehmet Yılmaz',
    ]);
    expect(await roster.nameOf(address)).toBe('Contoso Onboarding');
  });

  test('is not known, and nothing breaks, when Teams cannot be asked', async () => {
    const nowhere = JSON.stringify({ ...(JSON.parse(address) as object), serviceUrl: 'http://127.0.0.1:9/' });
    expect(await roster.members(nowhere)).toBeUndefined();
    await expect(roster.member(nowhere, anna.aadObjectId)).rejects.toThrow(UnreachableError);
  });

  test('is worth waiting for, the name of the place only for two seconds', async () => {
    const clock = createFakeClock();
    const silent = createRoster(() => new Promise(() => undefined), clock, createFakeLog());
    expect(await silent.nameOf(address)).toBeUndefined();
    expect(clock.waits).toEqual([2_000]);
  });
});
