import type { Activity } from 'botbuilder';
import { addressOf } from '../../../src/adapters/teams/address';
import { createBot } from '../../../src/adapters/teams/bot';
import { operationOf } from '../../../src/adapters/teams/inbound';
import { UnreachableError } from '../../../src/application/ports';
import type { Presence } from '../../../src/application/presence';
import type { Reply } from '../../../src/application/reply';
import type { Inbound } from '../../../src/application/request';

const bot = { id: '28:lotse', name: 'Lotse' };
const general = '19:general@thread.tacv2';
const place = { tenantId: 'tenant-1', conversationId: general, team: general };

const activity = (more: object): Activity =>
  ({
    type: 'conversationUpdate',
    id: 'f:1',
    channelId: 'msteams',
    serviceUrl: 'https://smba.trafficmanager.net/emea/',
    from: { id: '29:anna', name: 'Anna Schmidt', aadObjectId: 'aad-anna' },
    recipient: bot,
    conversation: { id: general, conversationType: 'channel', isGroup: true, tenantId: 'tenant-1' },
    channelData: { tenant: { id: 'tenant-1' }, team: { id: general } },
    ...more,
  }) as Activity;

const pressing = (value: unknown) => activity({ type: 'invoke', name: 'adaptiveCard/action', value });

/** A bot, what came to it, and what it sent. */
const createTurns = (broken: { respond?: Error; presence?: Error; installed?: boolean; says?: Reply['says'] } = {}) => {
  const calls: unknown[] = [];
  const sent: Partial<Activity>[] = [];
  const updated: Partial<Activity>[] = [];
  const logged: { readonly what: Readonly<Record<string, unknown>>; readonly text: string }[] = [];
  const taking =
    (name: string) =>
    (...what: readonly unknown[]): Promise<void> => {
      calls.push([name, ...what]);
      return broken.presence ? Promise.reject(broken.presence) : Promise.resolve();
    };
  const presence: Presence = { changed: taking('changed'), lost: taking('lost'), back: taking('back') };
  const heard: Inbound[] = [];
  /** What was told to stand where. */
  const standing: (readonly [string, string])[] = [];
  const late: unknown[] = [];
  const given: unknown[] = [];
  const turn = createBot({
    given: (...what) => given.push(what),
    late: {
      goOn: (work) => late.push(work),
      shown: (...what) => late.push(what),
    },
    respond: (inbound) => {
      heard.push(inbound);
      if (broken.respond) return Promise.reject(broken.respond);
      return Promise.resolve({ language: 'en', says: broken.says ?? [], show: { show: 'help' }, today: '2026-11-30' });
    },
    asking: {
      asking: (_, reply) => reply,
      sent: (_, { show }, activityId) => void standing.push([show.show, activityId]),
      answered: () => undefined,
    },
    greet: (...what) => {
      calls.push(['greet', ...what]);
      return Promise.resolve(broken.installed ?? true);
    },
    presence,
    view: ({ show, says, language }: Reply) => ({
      card: { shows: show.show, says, language },
      summary: show.show,
    }),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (what, text) => logged.push({ what, text }),
    },
  });
  const take = async (came: Activity): Promise<unknown> => {
    const { body } = await turn(came, {
      send: (message) => {
        sent.push(message);
        return Promise.resolve(`sent-${sent.length}`);
      },
      update: (id, message) => {
        updated.push({ ...message, id });
        return Promise.resolve();
      },
    });
    return body;
  };
  return { take, calls, sent, updated, logged, heard, standing, late, given };
};

const cardOf = (message: Partial<Activity> | undefined): unknown => message?.attachments?.[0]?.content;

describe('news of a conversation', () => {
  test('of people is looked after once, with all who came or went', async () => {
    const { take, calls, sent } = createTurns();
    const came = activity({ membersAdded: [{ id: '29:ben', aadObjectId: 'aad-ben' }] });
    await take(came);
    expect(calls).toEqual([['changed', place, ['aad-ben'], operationOf(came)]]);
    expect(sent).toEqual([]);
  });

  test('of a deleted channel loses that place', async () => {
    const { take, calls } = createTurns();
    const channelData = { tenant: { id: 'tenant-1' }, team: { id: general }, channel: { id: '19:x' } };
    await take(activity({ channelData: { ...channelData, eventType: 'channelDeleted' } }));
    expect(calls).toEqual([['lost', { ...place, conversationId: '19:x' }, 'place']]);
  });

  test('of a restored channel brings that place back', async () => {
    const { take, calls } = createTurns();
    const channelData = { tenant: { id: 'tenant-1' }, team: { id: general }, channel: { id: '19:x' } };
    await take(activity({ channelData: { ...channelData, eventType: 'channelRestored' } }));
    expect(calls).toEqual([['back', { ...place, conversationId: '19:x' }, expect.stringContaining('"19:x"')]]);
  });

  test('of a removal loses the whole team', async () => {
    const { take, calls } = createTurns();
    await take(activity({ membersRemoved: [{ id: bot.id }] }));
    await take(activity({ type: 'installationUpdate', action: 'remove' }));
    expect(calls).toEqual([
      ['lost', place, 'team'],
      ['lost', place, 'team'],
    ]);
  });

  test.each([
    ['a roster that cannot be reached', new UnreachableError('silence')],
    ['a surprise', new TypeError('surprise')],
  ])('that cannot be taken up is logged, and no error for Teams: %s', async (_, error) => {
    const { take, logged, sent } = createTurns({ presence: error });
    await take(activity({ membersRemoved: [{ id: '29:ben' }] }));
    expect(logged).toEqual([
      { what: { err: error, change: 'people' }, text: 'News of a conversation could not be taken up.' },
    ]);
    expect(sent).toEqual([]);
  });

  test.each([
    ['a renamed channel', { channelData: { eventType: 'channelRenamed', channel: { id: '19:x' } } }],
    ['an upgrade', { type: 'installationUpdate', action: 'add-upgrade' }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }] }],
    ['an edit', { type: 'messageUpdate' }],
    ['typing', { type: 'typing' }],
    ['something nobody knows yet', { type: 'tomorrow' }],
    ['junk', { recipient: null, conversation: 5, membersAdded: 7, membersRemoved: [null], channelData: 'x' }],
  ])('that changes nothing is let pass: %s', async (_, more) => {
    const { take, calls, sent, heard, logged } = createTurns();
    await take(activity(more));
    expect({ calls, sent, heard, logged }).toEqual({ calls: [], sent: [], heard: [], logged: [] });
  });
});

describe('where Lotse is installed', () => {
  const installed = activity({ type: 'installationUpdate', action: 'add', locale: 'de-DE' });

  test('it says who it is, and what was lost is back', async () => {
    const { take, calls, sent } = createTurns();
    await take(installed);
    expect(calls).toEqual([
      ['greet', place, addressOf(installed)],
      ['back', place, addressOf(installed)],
    ]);
    expect(sent).toHaveLength(1);
    expect(cardOf(sent[0])).toEqual({ shows: 'welcome', says: [], language: 'de' });
  });

  test('and known already, it says nothing', async () => {
    const { take, sent } = createTurns({ installed: false });
    await take(installed);
    expect(sent).toEqual([]);
  });
});

describe('an answer', () => {
  test('to a sentence is one message', async () => {
    const { take, sent, heard } = createTurns();
    await take(activity({ type: 'message', text: '<at>Lotse</at> help' }));
    expect(heard).toMatchObject([{ kind: 'said', text: 'help' }]);
    expect(sent.map(cardOf)).toEqual([{ shows: 'help', says: [], language: 'en' }]);
  });

  test('to a press is a card in the place of the old one, always with 200', async () => {
    const { take, sent, heard } = createTurns();
    const body = await take(pressing({ action: { verb: 'help.show', data: {} }, trigger: 'manual' }));
    expect(heard).toMatchObject([{ kind: 'pressed', request: { type: 'show', what: 'help' } }]);
    expect(sent).toEqual([]);
    expect(body).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { shows: 'help' },
    });
  });

  test.each([
    ['a sentence', activity({ type: 'message', text: 'help' })],
    ['a press', pressing({ action: { verb: 'help.show' } })],
  ])('to %s says so when something is broken, and it is logged', async (_, came) => {
    const error = new TypeError('surprise');
    const { take, sent, logged } = createTurns({ respond: error });
    const body = (await take(came)) as { readonly value?: unknown } | undefined;
    expect(body?.value ?? cardOf(sent[0])).toEqual({
      shows: 'said',
      says: [{ type: 'problem', problem: 'failed' }],
      language: 'en',
    });
    expect(logged).toEqual([{ what: { err: error }, text: 'A turn failed.' }]);
  });

  test('to an invoke that is no press of ours is empty', async () => {
    const { take, sent, heard } = createTurns();
    expect(await take(activity({ type: 'invoke', name: 'composeExtension/query', value: {} }))).toEqual({});
    expect(sent).toEqual([]);
    expect(heard).toEqual([]);
  });

  test('to the press of an older client changes the answer it stands on, and no other message', async () => {
    const { take, sent, updated } = createTurns();
    const press = (replyToId: string) => take(activity({ type: 'message', value: { verb: 'help.show' }, replyToId }));
    await press('a post');
    expect([sent.length, updated.length]).toEqual([1, 0]);
    await press('sent-1');
    expect([sent.length, updated.length]).toEqual([1, 1]);
    expect(updated[0]).toMatchObject({ id: 'sent-1' });
  });

  test('to the press of an older client on a question to somebody else leaves that question as it is', async () => {
    const { take, sent, updated } = createTurns({ says: [{ type: 'askedOf', name: 'Anna Schmidt' }] });
    await take(activity({ type: 'message', text: 'a question' }));
    await take(activity({ type: 'message', value: { verb: 'item.complete' }, replyToId: 'sent-1' }));
    expect([sent.length, updated.length]).toEqual([2, 0]);
  });

  test('to a sentence is told to stand where it was sent, and to a press of its own card nowhere anew', async () => {
    const { take, standing } = createTurns();
    await take(activity({ type: 'message', text: 'help' }));
    await take(activity({ type: 'message', value: { verb: 'help.show' }, replyToId: 'sent-1' }));
    expect(standing).toEqual([['help', 'sent-1']]);
  });
});
