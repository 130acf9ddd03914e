import type { Notice, PostRow } from '../../src/application/ports';
import { address, anna, eva, mehmet, place } from './channel';
import { createDelivering, type Message } from './messages';

const seconds = 1_000;

/** Anna leads, Ben is FastTrack, and Mehmet and Eva have taken something, so that they are known. */
const running = async () => {
  const here = await createDelivering();
  await here.act(mehmet, { type: 'TakeItem', item: 'A1' });
  await here.act(eva, { type: 'TakeItem', item: 'A2' });
  await here.deliver();
  here.sent();
  const give = (item: string, to = mehmet, by = anna) => here.act(by, { type: 'AssignItem', item, assignee: to.id });
  const told = (): readonly Message[] =>
    here.sent().filter(({ how, reply }) => how !== 'update' && reply?.show.show === 'notice');
  const meet = (who = mehmet) => here.memory.contacts.meet(place.tenantId, who.id, `chat of ${who.name}`);
  const later = async (milliseconds = 20 * seconds) => {
    here.clock.pass(milliseconds);
    await here.deliver();
  };
  return { ...here, give, told, meet, later };
};

const noticesIn = (message: Message | undefined): readonly Notice[] => {
  const show = message?.reply?.show;
  if (show?.show !== 'notice') throw new Error('Nothing is told in it.');
  return show.notices;
};

const waitingIn = async ({ memory, id }: Awaited<ReturnType<typeof running>>): Promise<readonly PostRow[]> =>
  (await memory.mailbox.pending(id)).posts;

describe('what several operations tell somebody', () => {
  test('is one message, within half a minute of the first', async () => {
    const here = await running();
    const { clock, give, deliver, told, later } = here;
    await give('I1');
    await deliver();
    clock.pass(15 * seconds);
    await give('I2');
    await deliver();
    expect(told()).toEqual([]);
    await later(10 * seconds);
    const [message, ...others] = told();
    expect(others).toEqual([]);
    expect(noticesIn(message).map((notice) => 'items' in notice && notice.items)).toEqual([['I1'], ['I2']]);
    await later();
    expect(told()).toEqual([]);
    expect(await waitingIn(here)).toEqual([]);
  });

  test('is looked after at the right time without anybody acting', async () => {
    const here = await running();
    await here.give('I1');
    const next = await here.deliver();
    const [row] = await waitingIn(here);
    expect(Date.parse(next ?? '') - Date.parse(row?.at ?? '')).toBe(20 * seconds);
  });

  test('is told with what others are told, in one message under the post it is about', async () => {
    const { give, told, later, memory, id, keyOf } = await running();
    await give('I1', mehmet);
    await give('I2', eva);
    await later();
    const messages = told();
    const post = (await memory.mailbox.pending(id)).cards.find(({ card }) => card === 'phase-initiate')?.activityId;
    expect(messages.map(({ how, to, about }) => ({ how, to, about }))).toEqual([
      { how: 'answer', to: address, about: post },
    ]);
    expect(noticesIn(messages[0]).map(({ to }) => to)).toEqual([await keyOf(mehmet), await keyOf(eva)]);
    expect(messages[0]?.reply?.show).not.toHaveProperty('alone');
  });

  test('goes on in a second message where it is more than fits into one', async () => {
    const { give, told, later, deliver, clock } = await running();
    for (let n = 1; n <= 24; n++) await give(`G${String(n)}`, n % 2 ? mehmet : eva);
    await later();
    expect(told().map((message) => noticesIn(message).length)).toEqual([20]);
    clock.pass(1 * seconds);
    await deliver();
    expect(told().map((message) => noticesIn(message).length)).toEqual([4]);
  });
});

describe('whoever has a personal chat with Lotse', () => {
  test('is told there, in their language, and nobody else hears of it', async () => {
    const { give, told, later, meet, say } = await running();
    await meet();
    await say(mehmet, 'de: Notiz', { type: 'act', wishes: [{ type: 'NoteItem', item: 'A1', note: 'Läuft' }] });
    await give('I1');
    await later();
    const messages = told();
    expect(messages.map(({ how, to }) => ({ how, to }))).toEqual([{ how: 'post', to: 'chat of Mehmet Yılmaz' }]);
    expect(messages[0]?.reply).toMatchObject({ language: 'de', show: { alone: true } });
  });

  test('is told there while others are told by a mention', async () => {
    const { give, told, later, meet } = await running();
    await meet(mehmet);
    await give('I1', mehmet);
    await give('I2', eva);
    await later();
    expect(told().map(({ how, to }) => ({ how, to }))).toEqual([
      { how: 'post', to: 'chat of Mehmet Yılmaz' },
      { how: 'answer', to: address },
    ]);
  });

  test.each(['gone', 'shut'] as const)('and it is %s is told by a mention, now and from then on', async (outcome) => {
    const { give, told, later, meet, answering } = await running();
    await meet();
    answering(({ to }) => (to.startsWith('chat') ? { outcome } : undefined));
    await give('I1');
    await later();
    expect(told().map(({ to }) => to)).toEqual(['chat of Mehmet Yılmaz', address]);
    await give('I2');
    await later();
    expect(told().map(({ to }) => to)).toEqual([address]);
  });

  test('which cannot take it right now is told there later, once', async () => {
    const { give, told, later, meet, answering } = await running();
    let busy = true;
    await meet();
    answering(({ to }) => (busy && to.startsWith('chat') ? { outcome: 'later', seconds: 40 } : undefined));
    await give('I1');
    await later();
    busy = false;
    await later(30 * seconds);
    expect(told()).toHaveLength(1);
    await later(10 * seconds);
    expect(told().map(({ to }) => to)).toEqual(['chat of Mehmet Yılmaz']);
    await later();
    expect(told()).toEqual([]);
  });

  test('of which nobody knows whether it arrived is not told again', async () => {
    const here = await running();
    await here.meet();
    here.answering(({ to }) => (to.startsWith('chat') ? { outcome: 'unknown' } : undefined));
    await here.give('I1');
    await here.later();
    expect(here.told()).toHaveLength(1);
    await here.later();
    expect(here.told()).toEqual([]);
    expect(await waitingIn(here)).toEqual([]);
  });

  test('in another tenant is not told there', async () => {
    const { give, told, later, memory } = await running();
    await memory.contacts.meet('another', mehmet.id, 'chat in another tenant');
    await give('I1');
    await later();
    expect(told().map(({ to }) => to)).toEqual([address]);
  });
});

describe('what is no longer so', () => {
  test.each([
    ['was given to somebody else', { type: 'AssignItem', item: 'I1', assignee: eva.id }],
    ['was given back', { type: 'ReleaseItem', item: 'I1' }],
    ['is done', { type: 'CompleteItem', item: 'I1' }],
  ] as const)('because it %s is not told', async (_, wish) => {
    const here = await running();
    await here.give('I1');
    await here.act(anna, wish);
    await here.later();
    const notices = here.told().flatMap(noticesIn);
    expect(notices.map(({ to }) => to)).toEqual(wish.type === 'AssignItem' ? [await here.keyOf(eva)] : []);
    expect(await waitingIn(here)).toEqual([]);
  });

  test('because the block was lifted is not told, and neither is a phase that asks no more', async () => {
    const here = await running();
    await here.act(mehmet, { type: 'BlockItem', item: 'A1', reason: 'Vendor' });
    await here.act(mehmet, { type: 'UnblockItem', item: 'A1' });
    await here.act(mehmet, { type: 'ExcludeItem', item: 'I1', reason: 'Not here' });
    await here.act(mehmet, { type: 'CompleteItem', item: 'I2' });
    await here.act(mehmet, { type: 'ReopenItem', item: 'I2' });
    await here.later();
    expect(here.told()).toEqual([]);
    expect(await waitingIn(here)).toEqual([]);
  });

  test('because the onboarding is over is not told', async () => {
    const here = await running();
    await here.give('I1');
    await here.act(anna, { type: 'CancelEngagement', reason: 'Stopped' });
    await here.later();
    expect(here.told()).toEqual([]);
  });

  test('to somebody who left is not told', async () => {
    const here = await running();
    await here.give('I1');
    here.people.leaves(mehmet, address);
    await here.presence.changed(place, [mehmet.id], 'left');
    await here.later();
    expect(here.told().flatMap(noticesIn)).toMatchObject([{ type: 'left', to: await here.keyOf(anna) }]);
  });

  test('is told as far as it still is', async () => {
    const here = await running();
    await here.act(
      anna,
      { type: 'AssignItem', item: 'I1', assignee: mehmet.id },
      { type: 'AssignItem', item: 'I2', assignee: mehmet.id },
    );
    await here.act(mehmet, { type: 'CompleteItem', item: 'I1' });
    await here.later();
    expect(here.told().flatMap(noticesIn)).toMatchObject([{ items: ['I2'] }]);
  });
});

test('whoever is given an item that is deferred hears of it', async () => {
  const here = await running();
  await here.act(anna, { type: 'DeferItem', item: 'A3', until: '2027-01-11', reason: 'Later' });
  await here.give('A3');
  await here.later();
  expect(here.told().flatMap(noticesIn)).toMatchObject([{ type: 'assigned', items: ['A3'] }]);
});

describe('two instances', () => {
  test('tell it once between them', async () => {
    const here = await running();
    const there = await createDelivering(here.shared);
    await here.give('I1');
    here.clock.pass(20 * seconds);
    await Promise.all([here.deliver(), there.deliver()]);
    const isNotice = ({ reply }: Message) => reply?.show.show === 'notice';
    expect([...here.sent(), ...there.sent()].filter(isNotice)).toHaveLength(1);
  });

  test('tell nobody twice where the messenger is slow', async () => {
    const here = await running();
    const there = await createDelivering(here.shared);
    for (const who of [mehmet, eva]) await here.meet(who);
    await here.memory.contacts.meet(place.tenantId, 'ben', 'chat of Ben Carter');
    await here.give('I1', mehmet);
    await here.give('I2', eva);
    await here.act(anna, { type: 'AssignItem', item: 'A3', assignee: 'ben' });
    const meanwhile: Promise<unknown>[] = [];
    here.answering(() => {
      here.clock.pass(14 * seconds);
      meanwhile.push(there.deliver());
      return undefined;
    });
    await here.later();
    await Promise.all(meanwhile);
    await there.deliver();
    await here.later(30 * seconds);
    await there.deliver();
    const chats = [...here.told(), ...there.sent().filter(({ how }) => how === 'post')].map(({ to }) => to);
    expect(chats.filter((to) => to.startsWith('chat')).sort()).toEqual([
      'chat of Ben Carter',
      'chat of Eva Novak',
      'chat of Mehmet Yılmaz',
    ]);
  });

  test('of which one died while telling leave it to the other once its lease has run out', async () => {
    const here = await running();
    await here.give('I1');
    here.clock.pass(20 * seconds);
    const [row] = await waitingIn(here);
    const until = new Date(Date.parse(here.clock.now()) + 30 * seconds).toISOString();
    await here.memory.mailbox.savePosts(here.id, [{ ...row!, leasedUntil: until }]);
    expect(await here.deliver()).toBe(until);
    expect(here.told()).toEqual([]);
    await here.later(30 * seconds);
    expect(here.told()).toHaveLength(1);
  });
});

test('what is to be told under a post that is not there yet waits for it', async () => {
  const here = await running();
  const overview = (await here.memory.mailbox.pending(here.id)).cards.find(({ card }) => card === 'phase-initiate');
  const { activityId: _, ...gone } = overview!;
  await here.memory.mailbox.saveCard(here.id, {
    ...gone,
    shown: 0,
    leasedUntil: new Date(Date.parse(here.clock.now()) + 40 * seconds).toISOString(),
  });
  await here.give('I1');
  await here.later();
  expect(here.told()).toEqual([]);
  await here.later(30 * seconds);
  expect(here.told().map(({ how }) => how)).toEqual(['answer']);
});
