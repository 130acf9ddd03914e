import type { Activity } from 'botbuilder';
import { addressOf, placeOf, readAddress, threadOf } from '../../../src/adapters/teams/address';

const inChannel = {
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  from: { id: '29:anna', name: 'Anna Schmidt' },
  recipient: { id: '28:lotse', name: 'Lotse' },
  conversation: {
    id: '19:general@thread.tacv2;messageid=1700000000000',
    conversationType: 'channel',
    tenantId: 'tenant-1',
    isGroup: true,
    name: 'General',
  },
  channelData: { tenant: { id: 'tenant-1' }, team: { id: '19:team@thread.tacv2' } },
} as unknown as Partial<Activity>;

const inChat = (conversationType: string): Partial<Activity> =>
  ({
    ...inChannel,
    conversation: { id: '19:chat@thread.v2', conversationType, tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' } },
  }) as unknown as Partial<Activity>;

test('an address leads back to the channel, not to the thread it was read in', () => {
  const { reference, isChannel, conversationId, teamId } = readAddress(addressOf(inChannel));
  expect({ isChannel, conversationId, teamId }).toEqual({
    isChannel: true,
    conversationId: '19:general@thread.tacv2',
    teamId: '19:team@thread.tacv2',
  });
  expect(reference).toEqual({
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    channelId: 'msteams',
    bot: { id: '28:lotse', name: 'Lotse' },
    conversation: {
      id: '19:general@thread.tacv2',
      conversationType: 'channel',
      tenantId: 'tenant-1',
      isGroup: true,
      name: '',
    },
  });
});

test.each([
  ['groupChat', true],
  ['personal', false],
])('a chat of type %s is no channel', (type, isGroup) => {
  const { reference, isChannel, teamId } = readAddress(addressOf(inChat(type)));
  expect({ isChannel, teamId, isGroup: reference.conversation.isGroup }).toEqual({
    isChannel: false,
    teamId: undefined,
    isGroup,
  });
});

test('every activity of a conversation has the same address, whoever wrote it in whichever thread', () => {
  const other = {
    ...inChannel,
    id: '2',
    from: { id: '29:ben', name: 'Ben Carter' },
    locale: 'de-DE',
    conversation: { ...inChannel.conversation, id: '19:general@thread.tacv2;messageid=42' },
  } as Partial<Activity>;
  expect(addressOf(other)).toBe(addressOf(inChannel));
});

test('a thread has an address of its own, which leads to the same channel; a chat has none', () => {
  const { thread, conversationId, isChannel } = readAddress(threadOf(inChannel) ?? '');
  expect({ thread, conversationId, isChannel }).toEqual({
    thread: '1700000000000',
    conversationId: '19:general@thread.tacv2',
    isChannel: true,
  });
  expect(readAddress(addressOf(inChannel)).thread).toBeUndefined();
  expect(threadOf(inChat('groupChat'))).toBeUndefined();
});

test('an address changes when Teams moves the conversation', () => {
  const moved = { ...inChannel, serviceUrl: 'https://smba.trafficmanager.net/de/' };
  expect(addressOf(moved)).not.toBe(addressOf(inChannel));
});

test('an address leads to the place it was made of', () => {
  const { reference, teamId } = readAddress(addressOf(inChannel));
  const { id, tenantId } = reference.conversation as { id: string; tenantId: string };
  expect({ conversationId: id, tenantId, team: teamId }).toEqual(placeOf(inChannel));
});

test('a chat belongs to no team', () => {
  expect(placeOf(inChat('groupChat'))).toEqual({ tenantId: 'tenant-1', conversationId: '19:chat@thread.v2' });
});

test('the same conversation id in another tenant is another place', () => {
  const elsewhere = { ...inChannel, channelData: { tenant: { id: 'tenant-2' } } };
  expect(placeOf(elsewhere)).toEqual({ tenantId: 'tenant-2', conversationId: '19:general@thread.tacv2' });
  expect(placeOf(elsewhere)).not.toEqual(placeOf(inChannel));
});
