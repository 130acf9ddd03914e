import type { Place } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import type { Request } from '../../src/application/request';
import { anna, ben, type Channel, complete, createChannel, eva, mehmet, saysOf } from './channel';
import { createFakeMessenger } from './messages';
import { createDeliver } from '../../src/application/deliver';
import { calendar } from '../../src/adapters/clock/index';
import { createFakeLog } from './stage';

const mine: Request = { type: 'show', what: 'mine' };
const left: Request = { type: 'show', what: 'left' };
const chat = (who = mehmet, tenantId = 'tenant') =>
  ({
    place: { tenantId, conversationId: `chat of ${who.id}` },
    address: `chat of ${who.name}`,
    personal: true,
    alone: true,
  }) as const;
const at = (n: number): { readonly place: Place; readonly address: string } => ({
  place: { tenantId: 'tenant', conversationId: `19:project-${String(n)}` },
  address: `project ${String(n)}`,
});

/** Onboardings in several channels, in each of which Mehmet has taken A1. */
const running = async (count: number) => {
  const channel = createChannel();
  const { mailbox, contacts } = channel.memory;
  const { store, directory, clock } = channel;
  const parts = { store, directory, mailbox, contacts, clock, calendar, log: createFakeLog() };
  const deliver = createDeliver({
    ...parts,
    findInvolved: channel.findInvolved,
    messenger: createFakeMessenger().messenger,
  });
  const ids: string[] = [];
  for (let n = 1; n <= count; n++) {
    await channel.begin(anna, { customer: `Customer ${String(n)}` }, at(n));
    await channel.press(mehmet, { type: 'act', wishes: [{ type: 'TakeItem', item: 'A1' }] }, at(n));
    const id = await channel.idOf(at(n).place);
    await deliver(id);
    ids.push(id);
  }
  return { ...channel, ids, deliver };
};

const shownIn = ({ show }: Reply): readonly string[] =>
  show.show === 'mine' || show.show === 'which' ? show.of.map(({ seen }) => seen.engagement.customer) : [];

describe('my items', () => {
  test('in a channel are those of the onboarding there', async () => {
    const { press } = await running(2);
    expect(shownIn(await press(mehmet, mine, at(2)))).toEqual(['Customer 2']);
  });

  test('in a personal chat are those of every onboarding one is part of', async () => {
    const { press, say } = await running(3);
    const all = ['Customer 1', 'Customer 2', 'Customer 3'];
    expect(shownIn(await say(mehmet, 'my items', mine, chat()))).toEqual(all);
    expect(shownIn(await press(mehmet, mine, chat()))).toEqual(all);
    expect(shownIn(await say(eva, 'my items', mine, chat(eva)))).toEqual([]);
  });

  test('name whoever asks as they are known in each of them', async () => {
    const { say, ids, memory } = await running(2);
    const { show } = await say(mehmet, 'my items', mine, chat());
    if (show.show !== 'mine') throw new Error(show.show);
    expect(show.of.map(({ seen }) => seen.id)).toEqual(ids);
    for (const { seen, asker } of show.of) expect((await memory.store.load(seen.id)).people[asker]?.id).toBe(mehmet.id);
  });

  test('over 20 onboardings cost one query and 20 reads, all at once', async () => {
    let [queries, reads, atOnce, most] = [0, 0, 0, 0];
    const channel = createChannel({
      store: (store) => ({
        load: async (id) => {
          reads++;
          most = Math.max(most, ++atOnce);
          await Promise.resolve();
          atOnce--;
          return store.load(id);
        },
      }),
      contacts: (contacts) => ({
        engagementsOf: (...who) => {
          queries++;
          return contacts.engagementsOf(...who);
        },
      }),
    });
    for (let n = 1; n <= 20; n++) {
      await channel.begin(anna, { customer: `Customer ${String(n)}` }, at(n));
      await channel.memory.contacts.join('tenant', anna.id, await channel.idOf(at(n).place));
    }
    [queries, reads, most] = [0, 0, 0];
    expect(shownIn(await channel.say(anna, 'my items', mine, chat(anna)))).toHaveLength(20);
    expect(queries).toBe(1);
    // Beside these the personal chat itself, in which none lives.
    expect(reads).toBe(20 + 1);
    expect(most).toBe(20);
  });

  test('are those of the channels whose roster still knows one, though nobody told of a change', async () => {
    const { say, people } = await running(2);
    people.leaves(mehmet, at(1).address);
    expect(shownIn(await say(mehmet, 'my items', mine, chat()))).toEqual(['Customer 2']);
  });

  test('say which day it is in each of them', async () => {
    const { say, press, clock } = await running(2);
    await press(anna, { type: 'act', wishes: [{ type: 'ConfigureEngagement', timeZone: 'Pacific/Auckland' }] }, at(2));
    clock.pass(13 * 3_600_000);
    const { show } = await say(mehmet, 'my items', mine, chat());
    expect(show).toMatchObject({ of: [{ today: '2026-11-30' }, { today: '2026-12-01' }] });
    expect((await press(mehmet, mine, at(2))).show).toMatchObject({ of: [{ today: '2026-12-01' }] });
  });

  test('are no longer looked for where it is over', async () => {
    const { say, press, memory, ids } = await running(2);
    await press(anna, { type: 'act', wishes: [{ type: 'CancelEngagement', reason: 'Stopped' }] }, at(1));
    await say(mehmet, 'my items', mine, chat());
    expect(await memory.contacts.engagementsOf('tenant', mehmet.id)).toEqual([ids[1]]);
  });

  test('leave out what is over, what one has left, and other tenants', async () => {
    const { say, press, people, presence, ids, memory } = await running(3);
    await press(anna, { type: 'act', wishes: [{ type: 'CancelEngagement', reason: 'Stopped' }] }, at(1));
    people.leaves(mehmet, at(2).address);
    await presence.changed(at(2).place, [mehmet.id], 'left');
    await memory.contacts.join('another', mehmet.id, ids[2]!);
    expect(shownIn(await say(mehmet, 'my items', mine, chat()))).toEqual(['Customer 3']);
    expect(shownIn(await say(mehmet, 'my items', mine, chat(mehmet, 'another')))).toEqual([]);
  });
});

describe('in a personal chat', () => {
  test('everything is about the only onboarding one is part of', async () => {
    const { say, now } = await running(1);
    const reply = await say(mehmet, "what's left", left, chat());
    expect(reply).toMatchObject({ show: { show: 'left' }, seen: { engagement: { customer: 'Customer 1' } } });
    expect(saysOf(await say(mehmet, 'A1 done', { type: 'act', wishes: complete('A1') }, chat()))).toEqual(['accepted']);
    expect((await now(at(1).place)).items['A1']?.state.type).toBe('complete');
  });

  test('it is asked which of several is meant', async () => {
    const { say } = await running(2);
    const reply = await say(mehmet, "what's left", left, chat());
    expect(reply.show).toMatchObject({ show: 'which', request: left });
    expect(shownIn(reply)).toEqual(['Customer 1', 'Customer 2']);
    const asked = await say(mehmet, 'A1 done', { type: 'act', wishes: complete('A1') }, chat());
    expect(asked.show).toMatchObject({ show: 'which' });
  });

  test('what nobody understands is no question of which one', async () => {
    const { say } = await running(2);
    const unclear = await say(mehmet, 'blah', { type: 'unclear', items: [] }, chat());
    expect(unclear.show).toMatchObject({ show: 'nothingHere' });
    expect((await say(mehmet, 'R3 hm', { type: 'unclear', items: [], unknownCode: 'R3' }, chat())).show).toMatchObject({
      show: 'which',
    });
  });

  test('help and greetings need none, and a new one can be started there', async () => {
    const { say, press, idOf } = await running(2);
    expect((await say(mehmet, 'help', { type: 'show', what: 'help' }, chat())).show).toEqual({ show: 'help' });
    expect((await say(mehmet, 'hi', { type: 'greeting' }, chat())).show).toEqual({ show: 'welcome', alone: true });
    await press(mehmet, { type: 'start', answers: { customer: 'Own' } }, chat());
    const { seen } = await say(mehmet, "what's left", left, chat());
    expect(seen).toMatchObject({ id: await idOf(chat().place), engagement: { customer: 'Own' } });
  });

  test('a new one can be started by a sentence although one is part of another', async () => {
    const { say } = await running(1);
    const start: Request = { type: 'show', what: 'startForm', filled: { customer: 'Own' } };
    expect((await say(mehmet, 'start Own', start, chat())).show).toMatchObject({ show: 'startForm' });
  });

  test('a press names the onboarding it is about', async () => {
    const { press, now, ids } = await running(2);
    const reply = await press(mehmet, { type: 'act', wishes: complete('A1') }, { ...chat(), engagementId: ids[1]! });
    expect(saysOf(reply)).toEqual(['accepted']);
    expect((await now(at(2).place)).items['A1']?.state.type).toBe('complete');
    expect((await now(at(1).place)).items['A1']?.state.type).toBe('open');
  });

  test('nobody reaches an onboarding they are no part of', async () => {
    const { press, now, ids } = await running(1);
    for (const [who, from] of [
      [eva, chat(eva)],
      [mehmet, chat(mehmet, 'another')],
      [mehmet, { ...chat(), personal: undefined }],
    ] as const) {
      const { personal, ...where } = from;
      const reply = await press(
        who,
        { type: 'act', wishes: complete('A1') },
        { ...where, ...(personal && { personal }), engagementId: ids[0]! },
      );
      expect(saysOf(reply)).toEqual([personal ? 'notPart' : 'notForHere']);
      expect(reply.seen?.engagement.customer).not.toBe('Customer 1');
    }
    expect((await now(at(1).place)).items['A1']?.state.type).toBe('open');
  });

  test('whoever is no longer in the roster of the channel reaches nothing, at the latest after an hour', async () => {
    const { press, people, ids, clock } = await running(1);
    const show = () => press(mehmet, left, { ...chat(), engagementId: ids[0]! });
    expect(saysOf(await show())).toEqual([]);
    people.leaves(mehmet, at(1).address);
    clock.pass(3_600_000);
    expect(saysOf(await show())).toEqual(['notPart']);
  });

  test('people are looked up where the onboarding lives', async () => {
    const { press, people, ids, now } = await running(1);
    people.leaves(eva, chat().address);
    const give: Request = { type: 'act', wishes: [{ type: 'AssignItem', item: 'A2', assignee: eva.id }] };
    expect(saysOf(await press(ben, give, { ...chat(ben), engagementId: ids[0]! }))).toEqual(['accepted']);
    expect((await now(at(1).place)).items['A2']?.owner).toBeDefined();
  });

  test('an onboarding stays reached where it lives', async () => {
    const { say, memory } = await running(1);
    await say(mehmet, "what's left", left, chat());
    expect(await memory.directory.locate(at(1).place)).toMatchObject({ address: at(1).address });
  });

  test('one is told things from then on', async () => {
    const { say, memory } = await running(1);
    expect(await memory.contacts.chatOf('tenant', mehmet.id)).toBeUndefined();
    await say(mehmet, 'hi', { type: 'greeting' }, chat());
    expect(await memory.contacts.chatOf('tenant', mehmet.id)).toBe(chat().address);
  });

  test('nothing is told any more once Lotse was removed from it', async () => {
    const { say, memory, presence } = await running(1);
    await say(mehmet, 'hi', { type: 'greeting' }, chat());
    await presence.lost(chat().place, 'place', mehmet.id);
    expect(await memory.contacts.chatOf('tenant', mehmet.id)).toBeUndefined();
  });
});

describe('the language of one person', () => {
  const helped = (channel: Channel, who = mehmet, more = {}) => channel.press(who, mine, { locale: 'en', ...more });

  test('is that of their last sentence, at every instance, and nobody else’s', async () => {
    const here = createChannel();
    await here.begin(anna);
    const there = createChannel(here.shared);
    await here.say(mehmet, 'de: Was ist offen?', left);
    await here.calm();
    expect((await helped(here)).language).toBe('de');
    expect((await helped(there)).language).toBe('de');
    expect((await helped(there, ben)).language).toBe('en');
    expect((await here.now()).language).toBe('en');
  });

  test('changes nothing of the record', async () => {
    const here = createChannel();
    await here.begin(anna);
    const before = await here.now();
    await here.say(mehmet, 'de: Was ist offen?', left);
    await here.calm();
    expect(await here.now()).toEqual(before);
    expect(await here.memory.store.history(await here.idOf())).toHaveLength(before.version);
  });

  test('is the newer one also where the older one was said', async () => {
    const here = createChannel();
    await here.begin(anna);
    const there = createChannel(here.shared);
    await here.say(mehmet, 'de: Was ist offen?', left);
    await here.calm();
    await there.say(mehmet, "en: what's left", left);
    await there.calm();
    expect((await helped(here)).language).toBe('en');
    expect((await helped(there)).language).toBe('en');
  });

  test('is put down once, not with every sentence', async () => {
    let saved = 0;
    const here = createChannel({
      store: (store) => ({
        append: (...what) => {
          saved++;
          return store.append(...what);
        },
      }),
    });
    await here.begin(anna);
    saved = 0;
    for (let n = 1; n <= 3; n++) {
      await here.say(mehmet, 'de: Was ist offen?', left);
      await here.calm();
    }
    expect(saved).toBe(1);
    await here.say(ben, "what's left", left);
    await here.calm();
    expect(saved).toBe(1);
  });

  test('follows them into their personal chat', async () => {
    const { say, press, calm } = await running(2);
    await say(mehmet, 'de: Was ist offen?', left, at(1));
    await calm();
    expect((await press(mehmet, mine, { ...chat(), locale: 'en' })).language).toBe('de');
  });

  test('is there that of what they said there, whatever they spoke in their onboardings', async () => {
    const { say, press, calm } = await running(2);
    await say(mehmet, 'de: Was ist offen?', left, at(1));
    await say(mehmet, 'de: Was ist offen?', left, at(2));
    await calm();
    await say(mehmet, "en: what's left", left, { ...chat(), locale: 'de' });
    expect((await press(mehmet, mine, { ...chat(), locale: 'de' })).language).toBe('en');
  });
});

test('what is written in a conversation of several people is answered briefly, what one alone reads is not', async () => {
  const { say, press } = await running(1);
  expect((await say(mehmet, 'my items', mine, at(1))).brief).toBe(true);
  expect(await press(mehmet, mine, at(1))).not.toHaveProperty('brief');
  expect(await say(mehmet, 'my items', mine, chat())).not.toHaveProperty('brief');
});
