import { setTimeout as wait } from 'node:timers/promises';
import { type Azurite, connectionStringFor, startAzurite } from '../support/azurite';
import { button, headingOf, textOf } from '../support/card-content';
import { anna, type Connector, eventually, startConnector, stranger } from '../support/connector';
import { type Fault, type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { type Kept, openKept, startLotse } from '../support/lotse';
import { type Channel, channel, type Invoked, newest, pressing } from '../support/teams';
import type { Lotse } from '../../src/compose';

let azurite: Azurite;
let connector: Connector;
let proxy: LossyProxy;
let lotse: Lotse;
let kept: Kept;

beforeAll(async () => {
  [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  proxy = await startLossyProxy(azurite.port);
  lotse = await startLotse(connectionStringFor(proxy.port));
  kept = await openKept(azurite.connectionString);
});
afterEach(async () => {
  proxy.fail([]);
  connector.down.clear();
  await proxy.release();
});
afterAll(async () => {
  await lotse.stop();
  await proxy.stop();
  await connector.stop();
  await azurite.stop();
});

const always = (fault: Fault): void => {
  proxy.fail(Array<Fault>(1_000).fill(fault));
};

let channels = 0;
const started = async (): Promise<Channel> => {
  const here = channel(lotse.port, connector, { channelId: `19:slow-${(channels += 1)}@thread.tacv2` });
  await here.say('start Contoso');
  await eventually(() => here.posts().length === 2);
  await eventually(async () => {
    const { cards } = await kept.mailbox.pending(await kept.idOf(here.place));
    return cards.every(({ leasedUntil }) => leasedUntil === undefined);
  });
  return here;
};

const initiate = (here: Channel) => {
  const post = here.posts().find((one) => headingOf(newest(one).card).startsWith('Phase 1 of 4'));
  if (!post) throw new Error('The phase was not posted.');
  return post;
};

/** What came back, and after how many milliseconds. */
const timed = async (here: Channel, activity: object) => {
  const begun = Date.now();
  const { status, body } = await here.send(activity);
  return { status, card: (body as Invoked | undefined)?.value ?? {}, took: Date.now() - begun };
};

const completions = async (here: Channel): Promise<number> =>
  (await kept.historyOf(here.place)).filter(({ type }) => type === 'ItemCompleted').length;

const cannotTell = "I can't tell yet whether this was saved. As soon as I know, it shows here.";

test('while storage hangs a press is answered within five seconds, and its post shows what became of it', async () => {
  const here = await started();
  const post = initiate(here);
  const { verb, data } = button(await here.press({ verb: 'item.show', data: { itemId: 'I1' } }), 'Done');
  const before = post.contents.length;
  always('delay the request');
  const { status, card, took } = await timed(
    here,
    here.activity(anna, { ...pressing(verb, data), replyToId: post.activityId }),
  );
  expect(status).toBe(200);
  expect(took).toBeLessThan(5_000);
  expect(textOf(card)).toContain(cannotTell);
  proxy.fail([]);
  await proxy.release();
  await eventually(() => post.contents.length > before, 60_000);
  const done = await completions(here);
  expect(newest(post).summary).toBe(done === 1 ? 'Initiate: 1 of 2 open' : 'Initiate: 2 of 2 open');
  expect(done).toBeLessThanOrEqual(1);
}, 120_000);

test('while storage refuses to answer nothing is saved, and the post is as it was', async () => {
  const here = await started();
  const post = initiate(here);
  const before = post.contents.length;
  const complete = { verb: 'item.complete', data: { engagementId: await kept.idOf(here.place), itemId: 'I1' } };
  always('lose the request');
  const { card, took } = await timed(here, {
    ...here.activity(anna, { ...pressing(complete.verb, complete.data), replyToId: post.activityId }),
  });
  expect(took).toBeLessThan(5_000);
  expect(textOf(card)).toMatch(/can't tell|not saved/);
  proxy.fail([]);
  if (textOf(card).includes("can't tell yet")) await eventually(() => post.contents.length > before, 60_000);
  expect(newest(post).summary).toBe('Initiate: 2 of 2 open');
  expect(await completions(here)).toBe(0);
}, 120_000);

test('while Teams hangs a sentence is over within five seconds and done, and its answer follows, once', async () => {
  const here = await started();
  connector.down.set(here.place.conversationId, { status: 0 });
  const thread = `${here.place.conversationId};messageid=1`;
  const sent = here.activity(anna, { text: '<at>Lotse</at> I1 done' });
  const conversation = { ...(sent['conversation'] as object), id: thread };
  const { status, took } = await timed(here, { ...sent, conversation });
  expect(status).toBe(200);
  expect(took).toBeLessThan(5_000);
  expect(await completions(here)).toBe(1);
  connector.down.clear();
  const answers = () => connector.shown.filter(({ conversationId }) => conversationId === thread);
  await eventually(() => answers().length > 0, 60_000);
  expect(newest(answers()[0]).summary).toBe('My answer may not have reached you; below is what was saved.');
  expect(textOf(newest(answers()[0]).card)).toContain('Anna Schmidt completed I1');
  await wait(3_000);
  expect(answers()).toHaveLength(1);
}, 120_000);

test('an answer that was given is not given again', async () => {
  const here = await started();
  await here.say('I1 done');
  const posts = connector.shown.length;
  const id = await kept.idOf(here.place);
  await eventually(async () =>
    (await kept.mailbox.pending(id)).posts.every(({ message }) => message.type !== 'answer'),
  );
  expect(connector.shown).toHaveLength(posts);
}, 60_000);

test('while Teams does not tell who is there, whoever assigns is answered within five seconds, and nothing is assigned', async () => {
  const here = await started();
  const post = initiate(here);
  const before = post.contents.length;
  connector.down.set(here.place.conversationId, { status: 0 });
  const data = { engagementId: await kept.idOf(here.place), itemId: 'I1', assignee: stranger.aadObjectId };
  const { card, took } = await timed(
    here,
    here.activity(anna, { ...pressing('item.assign', data), replyToId: post.activityId }),
  );
  expect(took).toBeLessThan(5_000);
  expect(textOf(card)).toContain(cannotTell);
  connector.down.clear();
  await eventually(() => post.contents.length > before, 60_000);
  expect(newest(post).summary).toBe('Initiate: 2 of 2 open');
  expect((await kept.historyOf(here.place)).filter(({ type }) => type === 'ItemAssigned')).toEqual([]);
}, 120_000);

test('in a personal chat the answer takes its place as soon as it is there', async () => {
  const chat = channel(lotse.port, connector, { kind: 'personal' });
  await chat.say('start Contoso');
  await eventually(() => chat.posts().length === 2);
  await chat.say('show I1');
  const answer = await eventually(() => connector.shown.find(({ contents }) => contents[0]?.summary.startsWith('I1')));
  const data = { engagementId: await kept.idOf(chat.place), itemId: 'I1', assignee: stranger.aadObjectId };
  connector.down.set(chat.place.conversationId, { status: 0 });
  const { card } = await timed(chat, {
    ...chat.activity(anna, { ...pressing('item.assign', data), replyToId: answer.activityId }),
  });
  expect(textOf(card)).toContain(cannotTell);
  connector.down.clear();
  await eventually(() => answer.contents.length > 1, 60_000);
  expect(newest(answer).summary).not.toContain(cannotTell);
}, 120_000);
