import { addressOf, threadOf } from '../../../src/adapters/teams/address';
import { localeOf, operationOf, readInbound } from '../../../src/adapters/teams/inbound';

/** A sentence in a thread of a channel, as Teams sends it. */
const sentence = {
  type: 'message',
  id: '1700000000001',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  locale: 'de-DE',
  text: '<at>Lotse</at>&nbsp;A3 ist erledigt',
  from: { id: '29:anna', name: 'Anna Schmidt', aadObjectId: 'aad-anna' },
  recipient: { id: '28:lotse', name: 'Lotse' },
  conversation: {
    id: '19:general@thread.tacv2;messageid=1700000000000',
    conversationType: 'channel',
    isGroup: true,
    tenantId: 'tenant-of-conversation',
  },
  channelData: { tenant: { id: 'tenant-1' }, team: { id: '19:team@thread.tacv2' } },
  entities: [
    { type: 'mention', text: '<at>Lotse</at>', mentioned: { id: '28:lotse', name: 'Lotse' } },
    { type: 'clientInfo', locale: 'de-DE', country: 'DE', platform: 'Web', timezone: 'Europe/Berlin' },
  ],
};

const press = {
  ...sentence,
  type: 'invoke',
  name: 'adaptiveCard/action',
  text: undefined,
  replyToId: '1700000000000',
  value: {
    action: { type: 'Action.Execute', id: 'x', verb: 'item.show', data: { engagementId: 'e-1', itemId: 'A3' } },
    trigger: 'manual',
  },
};

const read = (activity: object) => readInbound(activity);

test('a sentence is who said what, where and when', () => {
  expect(read(sentence)).toEqual({
    kind: 'said',
    text: 'A3 ist erledigt',
    mentioned: [],
    place: { tenantId: 'tenant-1', conversationId: '19:general@thread.tacv2', team: '19:team@thread.tacv2' },
    address: addressOf(sentence as object),
    thread: threadOf(sentence as object),
    by: { id: 'aad-anna', name: 'Anna Schmidt', timeZone: 'Europe/Berlin' },
    op: operationOf(sentence as object),
    locale: 'de',
    message: { thread: threadOf(sentence as object), under: '1700000000001' },
  });
});

test('a press is what it asks for, and the post it stands on', () => {
  expect(read(press)).toMatchObject({
    kind: 'pressed',
    request: { type: 'show', what: 'item', item: 'A3' },
    engagementId: 'e-1',
    on: '1700000000000',
  });
});

test('the press of an older client comes as a message, is the same press, and is answered where all can read it', () => {
  const { action } = press.value;
  const submitted = { ...press, type: 'message', value: { ...action.data, verb: action.verb } };
  const { alone, ...same } = read(press);
  expect(alone).toBe(true);
  expect(read(submitted)).toEqual(same);
});

test('in a personal chat nobody else reads the answer, whatever it comes as', () => {
  const conversation = { id: 'a:anna', conversationType: 'personal', tenantId: 'tenant-1' };
  expect(read({ ...sentence, conversation })).toMatchObject({ personal: true, alone: true });
  expect(read(sentence)).not.toHaveProperty('alone');
  expect(read({ ...press, conversation: { ...conversation, conversationType: 'groupChat' } })).not.toHaveProperty(
    'personal',
  );
});

test('a press says which living card it stands on and whether it closes a form, as far as that can be', () => {
  const pressed = (more: object) =>
    read({ ...press, value: { action: { ...press.value.action, data: { ...press.value.action.data, ...more } } } });
  expect(pressed({ card: 'phase-assess', closes: 'form' })).toMatchObject({ card: 'phase-assess', closes: true });
  for (const odd of [{ card: 'phase-general' }, { card: 7 }, { closes: true }, { closes: 'door' }]) {
    expect(pressed(odd)).toEqual(read(press));
  }
});

test('a press says to whom the question was put that it stands on', () => {
  const pressed = (asked: unknown) =>
    read({ ...press, value: { action: { ...press.value.action, data: { ...press.value.action.data, asked } } } });
  expect(pressed('aad-anna')).toMatchObject({ asked: 'aad-anna', request: { type: 'show', what: 'item', item: 'A3' } });
  expect(pressed(' ')).toEqual(read(press));
  for (const odd of [7, ['aad-anna'], null, 'x'.repeat(201)])
    expect(pressed(odd)).toMatchObject({ request: { type: 'unreadable' } });
});

test('a press in a place without posts stands on none', () => {
  expect(read({ ...press, replyToId: undefined })).not.toHaveProperty('on');
});

describe('a press that cannot be read', () => {
  test.each([
    ['an invoke without a value', { ...press, value: undefined }],
    ['an invoke whose value is null', { ...press, value: null }],
    ['an invoke whose value is empty', { ...press, value: {} }],
    ['an invoke whose value is a text', { ...press, value: 'item.show' }],
    ['an invoke whose action is null', { ...press, value: { action: null } }],
    ['an invoke whose action is a text', { ...press, value: { action: 'item.show' } }],
    ['an invoke without a verb', { ...press, value: { action: { data: { itemId: 'A3' } } } }],
    ['a message with an empty value', { ...sentence, text: undefined, value: {} }],
    ['a message with a list as its value', { ...sentence, text: '', value: [] }],
    ['a message of another bot', { ...sentence, text: null, value: { verb: 'buy', itemId: 'A3' } }],
  ])('%s is told so', (_, activity) => {
    expect(read(activity)).toMatchObject({ kind: 'pressed', request: { type: 'unreadable' } });
  });
});

test.each([
  ['without text', { ...sentence, text: undefined }],
  ['whose text is null', { ...sentence, text: null }],
  ['that is nothing but the mention', { ...sentence, text: '<at>Lotse</at>&nbsp;' }],
  ['with a value of null', { ...sentence, text: '', value: null }],
])('a message %s is a sentence without words', (_, activity) => {
  expect(read(activity)).toMatchObject({ kind: 'said', text: '' });
});

test('a sentence stays one, even if it carries a value', () => {
  expect(read({ ...sentence, value: { verb: 'item.complete', itemId: 'A4' } })).toMatchObject({
    kind: 'said',
    text: 'A3 ist erledigt',
  });
});

describe('the place', () => {
  test('is the channel, in whichever thread somebody writes', () => {
    const thread = { ...sentence.conversation, id: '19:general@thread.tacv2;messageid=42' };
    expect(read({ ...sentence, conversation: thread }).place).toEqual(read(sentence).place);
  });

  test.each([
    [{ tenant: { id: 'tenant-1' } }, 'tenant-1'],
    [{}, 'tenant-of-conversation'],
    [{ tenant: null }, 'tenant-of-conversation'],
    [null, 'tenant-of-conversation'],
    [undefined, 'tenant-of-conversation'],
    ['tenant-2', 'tenant-of-conversation'],
    [{ tenant: { id: 5 } }, 'tenant-of-conversation'],
    [{ tenant: { id: '' } }, 'tenant-of-conversation'],
  ])('with channel data %j is in the tenant %s', (channelData, tenantId) => {
    expect(read({ ...sentence, channelData }).place.tenantId).toBe(tenantId);
  });

  test.each([[{ id: 5 }], [{ id: null }], ['19:general'], [null], [undefined]])(
    'whose conversation is %j has no name, and is no error',
    (conversation) => {
      expect(read({ ...sentence, conversation }).place.conversationId).toBe('');
    },
  );

  test('that names no tenant is in a tenant of its own', () => {
    expect(read({ ...sentence, channelData: {}, conversation: { id: 'a:1' } }).place).toEqual({
      tenantId: 'none',
      conversationId: 'a:1',
    });
  });
});

describe('the team of a place', () => {
  test.each<[unknown, string | undefined]>([
    [{ team: { id: '19:team@thread.tacv2' } }, '19:team@thread.tacv2'],
    [{ team: null }, undefined],
    [{ team: {} }, undefined],
    [{ team: { id: 5 } }, undefined],
    [{ team: '19:team@thread.tacv2' }, undefined],
    [{}, undefined],
    [null, undefined],
  ])('with channel data %j is %s', (channelData, team) => {
    const { place } = read({ ...sentence, channelData });
    expect(place.team).toBe(team);
    expect('team' in place).toBe(team !== undefined);
  });
});

describe('who asks', () => {
  test('is known by the id of the directory, else by that of Teams', () => {
    expect(read({ ...sentence, from: { id: '29:anna', name: 'Anna Schmidt' } }).by.id).toBe('29:anna');
  });

  test('is nobody where Teams does not say', () => {
    for (const from of [undefined, null]) expect(read({ ...sentence, from }).by).toMatchObject({ id: '', name: '' });
  });
});

describe('an operation', () => {
  const opOf = (activity: object) => operationOf(activity);

  test('has a short name that can stand anywhere', () => {
    for (const id of ['1700000000001', 'f:1/2\\3#4?5%\n😀', 'x'.repeat(3_000)])
      expect(opOf({ ...sentence, id })).toMatch(/^[0-9a-f]{32}$/);
  });

  test('is the same for each delivery of an activity, in whichever thread and by whichever way it came', () => {
    const thread = { ...sentence.conversation, id: '19:general@thread.tacv2;messageid=42' };
    const again = { ...sentence, conversation: thread, timestamp: 'later', serviceUrl: 'https://smba.example/de/' };
    expect(opOf(again)).toBe(opOf(sentence));
    expect(read(again).op).toBe(opOf(sentence));
  });

  test('is another one for every activity, and in every conversation', () => {
    const elsewhere = { ...sentence, conversation: { ...sentence.conversation, id: '19:other@thread.tacv2' } };
    const ops = [sentence, { ...sentence, id: '1700000000002' }, elsewhere, press].map(opOf);
    // The press was given the id of the sentence, and is in the same conversation.
    expect(new Set(ops).size).toBe(3);
  });

  test('that has no name is never taken for another one', () => {
    const { id: _, ...nameless } = sentence;
    expect(opOf(nameless)).not.toBe(opOf(nameless));
  });
});

test.each([
  ['de', 'de'],
  ['de-DE', 'de'],
  ['de-AT', 'de'],
  ['DE-ch', 'de'],
  ['de_DE', 'de'],
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN-gb', 'en'],
  ['fr-FR', undefined],
  ['', undefined],
  [undefined, undefined],
])('a client in %j speaks %s', (locale, language) => {
  expect(localeOf({ ...(locale !== undefined && { locale }) })).toBe(language);
  const inbound = read({ ...sentence, locale });
  expect(inbound.locale).toBe(language);
  expect('locale' in inbound).toBe(language !== undefined);
});

test.each([
  ['its activity', { localTimezone: 'America/New_York' }, 'America/New_York'],
  ['its entity', { entities: [{ type: 'clientInfo', timezone: 'Asia/Tokyo' }] }, 'Asia/Tokyo'],
  ['an entity that names none we know', { entities: [{ type: 'clientInfo', timezone: 'Europe/Bonn' }] }, undefined],
  ['an entity that is no text', { entities: [{ type: 'clientInfo', timezone: 1 }] }, undefined],
  ['entities without it', { entities: [null, {}, { timezone: 'Asia/Tokyo' }] }, undefined],
  ['no entities', { entities: null }, undefined],
])('the time zone of a client comes from %s', (_, more, timeZone) => {
  const inbound = read({ ...sentence, ...more });
  expect(inbound.by.timeZone).toBe(timeZone);
  expect('timeZone' in inbound.by).toBe(timeZone !== undefined);
});

test('an activity with nothing in it is read without an error', () => {
  expect(read({})).toMatchObject({ kind: 'said', text: '', place: { tenantId: 'none', conversationId: '' } });
});
