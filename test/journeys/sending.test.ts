import { join } from 'node:path';
import { Adapter } from '../../src/adapters/teams/adapter';
import { addressOf } from '../../src/adapters/teams/address';
import { loadCards } from '../../src/adapters/teams/cards';
import { createMessenger, messageOf } from '../../src/adapters/teams/messenger';
import { createReach } from '../../src/adapters/teams/reach';
import { createRoster } from '../../src/adapters/teams/roster';
import { createView } from '../../src/adapters/teams/view/index';
import { systemClock } from '../../src/adapters/clock/index';
import { type Address, type Messenger, type Roster, UnreachableError } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { createFakeClock, createFakeLog } from '../application/stage';
import { anna, ben, type Connector, startConnector } from '../support/connector';
import { channel } from '../support/teams';

let connector: Connector;
let messenger: Messenger;
let roster: Roster;
let address: Address;

beforeAll(async () => {
  connector = await startConnector();
  const adapter = new Adapter(undefined, () => true);
  adapter.onTurnError = () => Promise.resolve();
  const reach = createReach(adapter, '');
  messenger = createMessenger(reach, createView(loadCards(join(__dirname, '..', '..', 'cards'))), createFakeLog());
  roster = createRoster(reach, systemClock, createFakeLog());
  address = addressOf(channel(0, connector).activity(anna));
});

afterAll(() => connector.stop());

const reply: Reply = { language: 'en', says: [], show: { show: 'welcome' }, today: '2026-11-30' };

const post = () => messenger.post(address, reply);
const answer = () => messenger.answer(address, '1700000000001', reply);
const update = () => messenger.update(address, '1700000000001', reply);
const remove = (activityId = '1700000000001') => messenger.remove(address, activityId);

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

  test('of a removal is that the post is gone, and removing it again is no failure', async () => {
    const { activityId = '' } = (await post()) as { activityId?: string };
    connector.asked.length = 0;
    expect(await remove(activityId)).toEqual({ outcome: 'sent' });
    const path = `/v3/conversations/19:general@thread.tacv2;messageid=${activityId}/activities/${activityId}`;
    expect(connector.asked).toEqual([{ method: 'DELETE', path, status: 200 }]);
    expect(connector.shown.find((one) => one.activityId === activityId)?.deleted).toBe(true);
    expect(await remove(activityId)).toEqual({ outcome: 'sent' });
    expect(await messenger.update(address, activityId, reply)).toEqual({ outcome: 'gone' });
  });

  test('outside of channels is removed and changed without a thread', async () => {
    const chat = addressOf(channel(0, connector, { kind: 'personal' }).activity(anna));
    const { activityId = '' } = (await messenger.post(chat, reply)) as { activityId?: string };
    connector.asked.length = 0;
    await messenger.update(chat, activityId, reply);
    await messenger.remove(chat, activityId);
    const path = `/v3/conversations/a:${anna.aadObjectId}/activities/${activityId}`;
    expect(connector.asked).toEqual([
      { method: 'PUT', path, status: 200 },
      { method: 'DELETE', path, status: 200 },
    ]);
  });

  test('is told for each conversation, of which one may be shut while others are not', async () => {
    const chat = addressOf(channel(0, connector, { kind: 'personal', of: ben }).activity(ben));
    connector.down.set(`a:${ben.aadObjectId}`, { status: 403, code: 'ConversationBlockedByUser' });
    for (let times = 0; times < 2; times += 1) {
      expect(await messenger.post(chat, reply)).toEqual({ outcome: 'shut' });
      expect(await post()).toMatchObject({ outcome: 'sent' });
    }
    connector.down.clear();
    expect(await messenger.post(chat, reply)).toMatchObject({ outcome: 'sent' });
  });
});

describe('what is sent', () => {
  test('is a card alone, with a summary for notifications', () => {
    const message = messageOf({ card: { type: 'AdaptiveCard' }, summary: 'In short' });
    expect(message).toMatchObject({
      type: 'message',
      summary: 'In short',
      attachments: [{ content: { type: 'AdaptiveCard' } }],
    });
    expect(message.text).toBeUndefined();
  });

  test('is plain text alone where there is text, in which nothing is markup', () => {
    const message = messageOf({ card: { type: 'AdaptiveCard' }, summary: 'In short', text: '# A3\n* open' });
    expect(message).toMatchObject({ type: 'message', text: '# A3\n* open', textFormat: 'plain', summary: 'In short' });
    expect(message.attachments).toBeUndefined();
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

  test('is nobody but the person in a personal chat', async () => {
    const chat = channel(0, connector, { kind: 'personal', of: ben });
    expect((await roster.members(addressOf(chat.activity(ben))))?.map(({ name }) => name)).toEqual(['Ben Carter']);
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
