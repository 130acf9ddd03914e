import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { addressOf, readAddress } from '../../../src/adapters/teams/address';
import { type Change, changeIn } from '../../../src/adapters/teams/changes';

const general = '19:general@thread.tacv2';
const project = '19:project@thread.tacv2';
const tenantId = 'tenant-1';
const bot = { id: '28:lotse', name: 'Lotse' };
const anna = { id: '29:anna', aadObjectId: 'aad-anna' };
const ben = { id: '29:ben', aadObjectId: 'aad-ben' };

/** As Teams tells it of a team: in its general channel, whichever channel it is about. */
const inTeam = (eventType: string, more: object = {}, data: object = {}): object => ({
  type: 'conversationUpdate',
  id: 'f:1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  timestamp: '2026-11-30T09:00:00.000Z',
  from: { id: '29:anna', aadObjectId: 'aad-anna' },
  recipient: bot,
  conversation: { id: general, conversationType: 'channel', isGroup: true, tenantId },
  channelData: { tenant: { id: tenantId }, team: { id: general, name: 'Contoso' }, eventType, ...data },
  ...more,
});

const inChat = (more: object): object => ({
  type: 'conversationUpdate',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  recipient: bot,
  conversation: { id: '19:chat@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId },
  channelData: { tenant: { id: tenantId } },
  ...more,
});

const personal = { conversation: { id: 'a:1', conversationType: 'personal', tenantId } };
const itsChannel = { channel: { id: project, name: 'Project' } };
const read = (activity: unknown): Change | undefined => changeIn(activity as Activity);

const team = { tenantId, conversationId: general, team: general };
const channel = { tenantId, conversationId: project, team: general };
const chat = { tenantId, conversationId: '19:chat@thread.v2' };

describe('Lotse is there', () => {
  test.each<[string, object]>([
    ['a member of a team', inTeam('teamMemberAdded', { membersAdded: [{ id: bot.id }] })],
    ['a member of a team, along with people', inTeam('teamMemberAdded', { membersAdded: [anna, { id: bot.id }] })],
    ['a member of a group chat', inChat({ membersAdded: [{ id: bot.id }] })],
    ['a member of a personal chat', inChat({ ...personal, membersAdded: [{ id: bot.id }, anna] })],
    ['installed in a team', inTeam('', { type: 'installationUpdate', action: 'add' })],
    ['installed in a chat', inChat({ type: 'installationUpdate', action: 'add' })],
    ['installed, in the spelling of some samples', inChat({ type: 'installationUpdate', action: 'Add' })],
  ])('as %s', (_, activity) => {
    expect(read(activity)).toEqual({ type: 'installed' });
  });
});

describe('people came or went', () => {
  test.each<[string, object, readonly string[]]>([
    ['one joined a team', inTeam('teamMemberAdded', { membersAdded: [anna] }), ['aad-anna']],
    ['several joined at once', inTeam('teamMemberAdded', { membersAdded: [anna, ben] }), ['aad-anna', 'aad-ben']],
    ['one left a team', inTeam('teamMemberRemoved', { membersRemoved: [ben] }), ['aad-ben']],
    [
      'one joined a private channel',
      inTeam('channelMemberAdded', { membersAdded: [ben] }, { channel: { id: project } }),
      ['aad-ben'],
    ],
    ['one joined a group chat', inChat({ membersAdded: [ben] }), ['aad-ben']],
    ['one left a group chat', inChat({ membersRemoved: [ben] }), ['aad-ben']],
    ['one came and one went', inChat({ membersAdded: [anna], membersRemoved: [ben] }), ['aad-anna', 'aad-ben']],
    ['one of whom Teams tells its own id only', inChat({ membersRemoved: [{ id: '29:ben' }] }), ['29:ben']],
    ['of whom some are nobody', inChat({ membersAdded: [null, 7, {}, { id: 5 }, 'anna', anna] }), ['aad-anna']],
  ])('%s', (_, activity, people) => {
    expect(read(activity)).toEqual({ type: 'people', people });
  });
});

describe('a place is lost', () => {
  test.each<[string, object, Extract<Change, { type: 'lost' }>]>([
    [
      'a deleted channel, alone',
      inTeam('channelDeleted', {}, itsChannel),
      { type: 'lost', place: channel, whole: 'place' },
    ],
    ['a deleted team, with every channel', inTeam('teamDeleted'), { type: 'lost', place: team, whole: 'team' }],
    ['a team deleted for good', inTeam('teamHardDeleted'), { type: 'lost', place: team, whole: 'team' }],
    [
      'a team from which Lotse was removed, with every channel',
      inTeam('teamMemberRemoved', { membersRemoved: [{ id: bot.id }] }),
      { type: 'lost', place: team, whole: 'team' },
    ],
    [
      'a team in which Lotse was uninstalled, with every channel',
      inTeam('', { type: 'installationUpdate', action: 'remove' }),
      { type: 'lost', place: team, whole: 'team' },
    ],
    [
      'a group chat from which Lotse was removed',
      inChat({ membersRemoved: [{ id: bot.id }] }),
      { type: 'lost', place: chat, whole: 'place' },
    ],
    [
      'a chat in which Lotse was uninstalled',
      inChat({ type: 'installationUpdate', action: 'remove' }),
      { type: 'lost', place: chat, whole: 'place' },
    ],
  ])('%s', (_, activity, change) => {
    expect(read(activity)).toEqual(change);
  });
});

test('a restored channel is back, and can be reached as a channel', () => {
  const change = read(inTeam('channelRestored', {}, itsChannel));
  expect(change).toEqual({ type: 'back', place: channel, address: expect.any(String) as string });
  const { address } = change as Extract<Change, { type: 'back' }>;
  expect(readAddress(address)).toMatchObject({ conversationId: project, isChannel: true, teamId: general });
  // The same as of a message from there, so that nothing changes when somebody writes again.
  const message = { conversation: { id: `${project};messageid=1`, conversationType: 'channel', tenantId } };
  expect(address).toBe(addressOf(inTeam('', message) as Partial<Activity>));
});

describe('nothing changes here', () => {
  test.each<[string, object]>([
    ['when a channel is renamed', inTeam('channelRenamed', {}, itsChannel)],
    ['when a channel is created', inTeam('channelCreated', {}, itsChannel)],
    ['when a team is renamed', inTeam('teamRenamed')],
    ['when a team is archived', inTeam('teamArchived')],
    ['when something happens that nobody knows yet', inTeam('teamPainted')],
    ['when a group chat is renamed', inChat({ topicName: 'Contoso' })],
    ['when nobody came and nobody went', inChat({ membersAdded: [], membersRemoved: [] })],
    ['when Lotse is upgraded', inTeam('', { type: 'installationUpdate', action: 'add-upgrade' })],
    [
      'when an upgrade takes its old version away',
      inTeam('', { type: 'installationUpdate', action: 'remove-upgrade' }),
    ],
    ['when somebody writes', inTeam('', { type: 'message', text: 'hello', membersAdded: [anna] })],
    ['when a message is edited', inTeam('editMessage', { type: 'messageUpdate' })],
    ['when somebody reacts', inTeam('', { type: 'messageReaction' })],
    ['when it is of another kind altogether', { type: 'installationUpdateOfTomorrow', action: 'remove' }],
    ['when there is nothing in it', {}],
  ])('%s', (_, activity) => {
    expect(read(activity)).toBeUndefined();
  });
});

describe('what Teams leaves out', () => {
  test.each<[string, object]>([
    ['an installation that does not say which way', { type: 'installationUpdate' }],
    ['an installation whose way is a number', { type: 'installationUpdate', action: 5 }],
    [
      'members that are no list',
      { type: 'conversationUpdate', membersAdded: 'anna', membersRemoved: { id: '29:ben' } },
    ],
    ['members that are null', { type: 'conversationUpdate', membersAdded: null, membersRemoved: [null] }],
    ['a channel that is a number', { ...inTeam('channelRenamed', {}, { channel: 5 }) }],
    ['channel data that is a text', { type: 'conversationUpdate', channelData: 'teamDeleted' }],
    ['channel data that is null', { type: 'conversationUpdate', channelData: null }],
  ])('is no error: %s', (_, activity) => {
    expect(read(activity)).toBeUndefined();
  });

  test('is no error: a channel that was deleted and has no name', () => {
    expect(read(inTeam('channelDeleted', {}, { channel: null }))).toMatchObject({ type: 'lost', whole: 'place' });
    expect(read(inTeam('channelDeleted', {}, { channel: { id: 5 } }))).toMatchObject({ type: 'lost', whole: 'place' });
  });

  test('is no error: a bot that is not told who it is', () => {
    for (const recipient of [undefined, null, {}])
      expect(read(inChat({ recipient, membersAdded: [ben] }))).toEqual({ type: 'people', people: ['aad-ben'] });
  });
});

test('nothing that comes in makes it throw', () => {
  const member = fc.oneof(fc.constantFrom<unknown>(anna, { id: bot.id }, null, 5), fc.jsonValue());
  const members = fc.oneof(fc.array(member), fc.jsonValue());
  const eventType = fc.oneof(
    fc.constantFrom('channelDeleted', 'channelRestored', 'teamDeleted', 'teamMemberAdded'),
    fc.jsonValue(),
  );
  const part = fc.oneof(fc.record({ id: fc.oneof(fc.string(), fc.jsonValue()) }), fc.jsonValue());
  const activity = fc.record(
    {
      type: fc.constantFrom('conversationUpdate', 'installationUpdate', 'message'),
      action: fc.oneof(fc.constantFrom('add', 'remove'), fc.jsonValue()),
      recipient: part,
      conversation: part,
      membersAdded: members,
      membersRemoved: members,
      channelData: fc.oneof(
        fc.record({ eventType, tenant: part, team: part, channel: part }, { requiredKeys: [] }),
        fc.jsonValue(),
      ),
    },
    { requiredKeys: ['type'] },
  );
  fc.assert(
    fc.property(activity, (came) => {
      const change = read(came);
      if (change?.type === 'people') expect(change.people.every((one) => typeof one === 'string')).toBe(true);
      if (change && 'place' in change)
        expect(Object.values(change.place).every((one) => typeof one === 'string')).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
