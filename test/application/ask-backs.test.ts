import type { ItemForm, Request } from '../../src/application/request';
import { address, anna, ben, complete, createChannel, mehmet, type More, saysOf } from './channel';

const which: Request = {
  type: 'choose',
  options: [
    { item: 'A2', request: { type: 'act', wishes: complete('A2') } },
    { item: 'E1', request: { type: 'act', wishes: complete('E1') } },
  ],
};
const second: Request = { type: 'act', wishes: complete('E1') };

/** An empty form about an item. */
const formOf = (form: ItemForm, item = 'E1'): Request => ({
  type: 'show',
  what: 'form',
  form,
  about: { item },
  filled: {},
});

const minutes = 60_000;

/** Anna was asked which screen sharing is done, in a post of its own. */
const asked = async (more: More = {}) => {
  const channel = createChannel();
  await channel.begin();
  channel.answering('choice', 'the second', second);
  const reply = await channel.sayAsPost(anna, 'screen sharing is done', which, 'question', more);
  return { channel, reply };
};

describe('a question back', () => {
  test('says whom it was put to', async () => {
    const { reply } = await asked();
    expect(reply.asks).toBe(anna.id);
  });

  test('is continued by a short sentence, which does what was meant', async () => {
    const { channel } = await asked();
    const reply = await channel.say(anna, 'the second');
    expect(saysOf(reply)).toEqual(['accepted']);
    expect((await channel.now()).items['E1']?.state.type).toBe('complete');
  });

  test('is continued at another instance', async () => {
    const { channel } = await asked();
    const elsewhere = createChannel(channel.shared);
    elsewhere.answering('choice', 'the second', second);
    expect(saysOf(await elsewhere.say(anna, 'the second'))).toEqual(['accepted']);
  });

  test('gives way to what became of it, where it stood', async () => {
    const { channel } = await asked();
    await channel.say(anna, 'the second');
    await channel.calm();
    const [{ to, post, reply } = { to: '', post: '', reply: undefined }] = channel.updated();
    expect([to, post, reply?.show.show, reply && saysOf(reply)]).toEqual([address, 'question', 'said', ['accepted']]);
  });

  test('stands in its thread, and is brought up to date there', async () => {
    const { channel } = await asked({ thread: 'that thread' });
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
    expect((await channel.say(anna, 'the second', undefined, { thread: 'another thread' })).show.show).toBe('unclear');
    await channel.say(anna, 'the second', undefined, { thread: 'that thread' });
    await channel.calm();
    expect(channel.updated().map(({ to }) => to)).toEqual(['that thread']);
  });

  test('asked in a personal chat it is not answered in the channel', async () => {
    const channel = createChannel();
    await channel.begin();
    channel.answering('choice', 'the second', second);
    await channel.memory.contacts.join('tenant', anna.id, await channel.idOf());
    const chat = {
      place: { tenantId: 'tenant', conversationId: 'a:anna' },
      address: 'chat of anna',
      personal: true,
    } as const;
    expect((await channel.sayAsPost(anna, 'screen sharing is done', which, 'question', chat)).show.show).toBe('choice');
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
    expect(saysOf(await channel.say(anna, 'the second', undefined, chat))).toEqual(['accepted']);
  });

  test('whoever was found by name in the roster may be the answer', async () => {
    const channel = createChannel();
    await channel.begin();
    await channel.sayAsPost(anna, 'assign A3', formOf('item.assign', 'A3'), 'question');
    channel.answering(
      'form',
      'Eva',
      { type: 'act', wishes: [{ type: 'AssignItem', item: 'A3', assignee: 'eva' }] },
      'Eva Novak',
    );
    expect(saysOf(await channel.say(anna, 'Eva'))).toEqual(['accepted']);
  });

  test('waits ten minutes and not longer', async () => {
    const early = await asked();
    early.channel.clock.pass(10 * minutes);
    expect(saysOf(await early.channel.say(anna, 'the second'))).toEqual(['accepted']);
    const late = await asked();
    late.channel.clock.pass(10 * minutes + 1);
    const reply = await late.channel.say(anna, 'the second');
    expect([reply.show.show, saysOf(reply)]).toEqual(['unclear', []]);
  });

  test('is answered by whoever was asked, and by nobody else', async () => {
    const { channel } = await asked();
    expect((await channel.say(ben, 'the second')).show.show).toBe('unclear');
    expect((await channel.now()).items['E1']?.state.type).toBe('open');
  });

  test('is answered once', async () => {
    const { channel } = await asked();
    await channel.say(anna, 'the second');
    await channel.calm();
    await channel.press(anna, { type: 'act', wishes: [{ type: 'ReopenItem', item: 'E1' }] });
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
    expect((await channel.now()).items['E1']?.state.type).toBe('open');
  });

  test('a sentence delivered twice answers it the same way twice, and does it once', async () => {
    const { channel } = await asked();
    await channel.say(anna, 'the second', undefined, { op: 'once' });
    await channel.calm();
    const before = (await channel.now()).version;
    const again = await channel.say(anna, 'the second', undefined, { op: 'once' });
    expect(again.show).toEqual({ show: 'item', item: 'E1' });
    expect((await channel.now()).version).toBe(before);
  });

  test('delivered again before that was put down, it is still the same answer', async () => {
    const { channel } = await asked();
    await channel.say(anna, 'the second', undefined, { op: 'once' });
    const again = await channel.say(anna, 'the second', undefined, { op: 'once' });
    expect(again.show).toEqual({ show: 'item', item: 'E1' });
  });

  test('what became of it stays in its place when the answer is delivered again', async () => {
    const { channel } = await asked();
    await channel.say(anna, 'the second', undefined, { op: 'once' });
    await channel.calm();
    channel.updated();
    await channel.say(anna, 'the second', undefined, { op: 'once' });
    await channel.calm();
    expect(channel.updated()).toEqual([]);
  });

  test('an answer that led to another question is none to that when it is delivered again', async () => {
    const { channel } = await asked();
    channel.answering('choice', 'the second', formOf('item.block'));
    await channel.sayAsPost(anna, 'screen sharing is blocked', which, 'question');
    const unclear: Request = { type: 'unclear', items: [] };
    const once = await channel.sayAsPost(anna, 'the second', unclear, 'next question', { op: 'once' });
    channel.answering('form', 'the second', {
      type: 'act',
      wishes: [{ type: 'BlockItem', item: 'E1', reason: 'the second' }],
    });
    const again = await channel.say(anna, 'the second', unclear, { op: 'once' });
    expect([again.show, again.says]).toEqual([once.show, once.says]);
    expect((await channel.now()).items['E1']?.state.type).toBe('open');
  });

  test('where it cannot be read the sentence is heard for itself', async () => {
    const { channel } = await asked();
    const { askBacks } = channel.memory;
    const memory = { ...channel.memory, askBacks: { ...askBacks, asked: () => Promise.reject(new Error('silence')) } };
    const elsewhere = createChannel({ ...channel.shared, beside: { memory, clock: channel.clock } });
    expect((await elsewhere.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('is over once its reader has done something else', async () => {
    const { channel } = await asked();
    await channel.act(anna, ...complete('A3'));
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('is not over because somebody else did something', async () => {
    const { channel } = await asked();
    await channel.act(ben, ...complete('A3'));
    expect(saysOf(await channel.say(anna, 'the second'))).toEqual(['accepted']);
  });

  test('a sentence that says enough by itself is no answer', async () => {
    const { channel } = await asked();
    channel.answering('choice', 'A4 is done', second);
    await channel.say(anna, 'A4 is done', { type: 'act', wishes: complete('A4') });
    const { items } = await channel.now();
    expect([items['A4']?.state.type, items['E1']?.state.type]).toEqual(['complete', 'open']);
  });

  test('no changes nothing, and says so in its place', async () => {
    const { channel } = await asked();
    channel.answering('choice', 'never mind', { type: 'declined' });
    const before = (await channel.now()).version;
    expect(saysOf(await channel.say(anna, 'never mind'))).toEqual(['declined']);
    await channel.calm();
    expect(channel.updated().map(({ reply }) => saysOf(reply))).toEqual([['declined']]);
    expect((await channel.now()).version).toBe(before);
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('an answer that leaves something open leads to the next question, which is continued, too', async () => {
    const { channel } = await asked();
    channel.answering('choice', 'the second', formOf('item.defer'));
    channel.answering('form', 'Friday, holidays', {
      type: 'act',
      wishes: [{ type: 'DeferItem', item: 'E1', until: '2026-12-04', reason: 'holidays' }],
    });
    await channel.sayAsPost(anna, 'defer screen sharing', which, 'question');
    const reply = await channel.sayAsPost(anna, 'the second', { type: 'unclear', items: [] }, 'next question');
    expect([reply.show.show, reply.says]).toEqual(['form', [{ type: 'missing', inputs: ['until', 'reason'] }]]);
    expect(channel.updated().map(({ post, reply: { says } }) => [post, says])).toEqual([
      ['question', [{ type: 'problem', problem: 'goesOn' }]],
    ]);
    expect(saysOf(await channel.say(anna, 'Friday, holidays'))).toEqual(['accepted']);
  });

  test('what cannot be saved can be answered again', async () => {
    const { channel } = await asked();
    const failing = createChannel({
      ...channel.shared,
      dueRows: () => ({ look: () => Promise.reject(new Error('storage is full')) }),
    });
    failing.answering('choice', 'the second', second);
    expect(saysOf(await failing.say(anna, 'the second'))).toEqual(['notSaved']);
    expect(saysOf(await channel.say(anna, 'the second'))).toEqual(['accepted']);
  });
});

describe('the card of a question back', () => {
  const answer: Request = { type: 'act', wishes: complete('E1') };

  test('is answered by whoever was asked, and everybody else sees what became of it', async () => {
    const { channel } = await asked();
    const reply = await channel.press(anna, answer, { on: 'question', asked: anna.id });
    expect(saysOf(reply)).toEqual(['accepted']);
    await channel.calm();
    const [update] = channel.updated();
    expect(update?.post).toBe('question');
    expect(update && saysOf(update.reply)).toEqual(['accepted']);
    expect(update?.reply.alone).toBeUndefined();
  });

  test('tells everybody else whom it was put to, and changes nothing', async () => {
    const { channel } = await asked();
    const reply = await channel.press(mehmet, answer, { on: 'question', asked: anna.id });
    expect(reply.says).toEqual([{ type: 'askedOf', name: 'Anna Schmidt' }]);
    await channel.calm();
    expect(channel.updated()).toEqual([]);
    expect((await channel.now()).items['E1']?.state.type).toBe('open');
  });

  test('is closed by its way back: no sentence answers it after that, and everybody sees that nothing was done', async () => {
    const { channel } = await asked();
    const reply = await channel.press(
      anna,
      { type: 'show', what: 'overview' },
      { on: 'question', asked: anna.id, closes: true },
    );
    expect(reply.show.show).toBe('overview');
    await channel.calm();
    expect(channel.updated().map(({ post, reply: shown }) => [post, shown.show.show, saysOf(shown)])).toEqual([
      ['question', 'said', ['declined']],
    ]);
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('no other post is changed by it, whatever the press says', async () => {
    const { channel } = await asked();
    await channel.press(anna, answer, { on: 'the overview', asked: anna.id });
    await channel.press(ben, { type: 'act', wishes: complete('A4') }, { on: 'question', asked: ben.id });
    await channel.calm();
    expect(channel.updated()).toEqual([]);
  });

  test('the form it leads to is what a sentence answers from then on', async () => {
    const { channel } = await asked();
    await channel.press(anna, formOf('item.block'), { on: 'question', asked: anna.id });
    await channel.calm();
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
    channel.answering('form', 'because of the vendor', {
      type: 'act',
      wishes: [{ type: 'BlockItem', item: 'E1', reason: 'the vendor' }],
    });
    expect(saysOf(await channel.say(anna, 'because of the vendor'))).toEqual(['accepted']);
  });

  test('of an older client is changed by the answer itself', async () => {
    const { channel } = await asked();
    await channel.pressInOlderClient(anna, answer, { on: 'question', asked: anna.id });
    await channel.calm();
    expect(channel.updated()).toEqual([]);
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('is answered once: no sentence answers it after that', async () => {
    const { channel } = await asked();
    await channel.press(anna, { type: 'act', wishes: complete('A2') }, { on: 'question', asked: anna.id });
    await channel.calm();
    expect((await channel.say(anna, 'the second')).show.show).toBe('unclear');
  });

  test('goes on being theirs while it leads from one form to the next', async () => {
    const { channel } = await asked();
    const form = formOf('item.defer');
    expect((await channel.press(anna, form, { on: 'question', asked: anna.id })).asks).toBe(anna.id);
    expect((await channel.press(anna, form, { on: 'a post' })).asks).toBeUndefined();
    expect(
      (await channel.press(anna, { type: 'show', what: 'item', item: 'E1' }, { asked: anna.id })).asks,
    ).toBeUndefined();
  });

  test('nobody but its reader sees a personal chat: nothing is updated there', async () => {
    const { channel } = await asked();
    await channel.press(anna, answer, { on: 'question', asked: anna.id, personal: true });
    await channel.calm();
    expect(channel.updated()).toEqual([]);
  });
});

test('somebody who has not appeared yet is found by name in the roster', async () => {
  const channel = createChannel();
  await channel.begin();
  const names: (readonly string[])[] = [];
  channel.hearing(({ people = [] }) => void names.push(people.map(({ name }) => name)));
  await channel.say(anna, 'assign A3 to Eva', formOf('item.assign', 'A3'));
  expect(names).toEqual([
    ['Anna Schmidt', 'Ben Carter'],
    ['Anna Schmidt', 'Ben Carter', 'Mehmet Yılmaz', 'Eva Novak'],
  ]);
});
