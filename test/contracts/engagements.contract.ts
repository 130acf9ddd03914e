import { outboxOf } from '../../src/application/notices';
import { ConcurrencyError, DuplicateError, type EngagementStore, type Outbox } from '../../src/application/ports';
import { type Command, type Event, fold, notStarted } from '../../src/engagement/index';
import { asked, change, eventsOf, fresh, items, nothing, type Open, place, start, started, type Stores } from './given';

/** Several commands in one operation. */
const changeAtOnce = async (store: EngagementStore, id: string, commands: readonly Command[], by = asked()) => {
  const onto = await store.load(id);
  const events: Event[] = [];
  for (const command of commands)
    events.push(...eventsOf(command, { ...onto, engagement: fold(events, onto.engagement) }, by));
  await store.append(onto, events, by, nothing);
  return events;
};

export const describeEngagements = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
  });

  describe('engagements', () => {
    test('an engagement nobody started is blank and has no token', async () => {
      const id = fresh('engagement');
      expect(await one.store.load(id)).toEqual({ id, engagement: notStarted, people: {} });
      expect(await one.store.history(id)).toEqual([]);
    });

    test('an id from outside may hold any characters', async () => {
      const id = `${fresh('a')}/\\#?%'"\n ü😀 ${'x'.repeat(2000)}`;
      await change(one.store, id, start);
      expect((await other.store.load(id)).engagement.customer).toBe('Contoso GmbH');
      expect(await other.store.load(`${id}.`)).toMatchObject({ people: {}, engagement: { status: 'notStarted' } });
    });

    test('the state that is loaded is the fold of the history', async () => {
      const id = await started(one.store);
      await change(one.store, id, { type: 'TakeItem', item: 'A1', dueOn: '2026-12-01' });
      await change(other.store, id, { type: 'CompleteItem', item: 'I1', note: 'Kick-off am 3. Dezember' });
      await change(one.store, id, { type: 'DeferItem', item: 'A2', until: '2027-01-15', reason: 'Urlaub' });
      const { engagement } = await other.store.load(id);
      const history = await other.store.history(id);
      expect(fold(history, notStarted)).toEqual(engagement);
      expect(engagement.version).toBe(history.length);
      expect(history.map(({ type }) => type)).toEqual([
        'EngagementStarted',
        'PhaseOpened',
        'ItemAssigned',
        'ItemAcknowledged',
        'ItemCompleted',
        'PhaseLeft',
        'PhaseOpened',
        'ItemDeferred',
      ]);
      expect(Object.keys(engagement.items)).toEqual(items.map(({ code }) => code));
    });

    test('every event keeps the operation it came of', async () => {
      const id = await started(one.store);
      const [first, second] = [asked('f:1/2\\3#4?5'), asked('ü😀'.repeat(200))];
      await change(one.store, id, { type: 'TakeItem', item: 'A1' }, nothing, first);
      await change(other.store, id, { type: 'CompleteItem', item: 'I1' }, nothing, second);
      const history = await other.store.history(id);
      expect(history.slice(2).map(({ op }) => op)).toEqual([first.op, first.op, second.op, second.op, second.op]);
    });

    test('taking back forty items with all that was written on them is one event, and comes back as it was', async () => {
      const id = await started(one.store);
      const codes = Array.from({ length: 40 }, (_, n) => `E${n + 1}`);
      const text = (length: number) => 'ä😀'.repeat(length / 3);
      for (const n of [1, 2, 3])
        await changeAtOnce(
          one.store,
          id,
          codes.map((item) => ({ type: 'NoteItem', item, note: `${n}${text(996)}` })),
        );
      await changeAtOnce(
        one.store,
        id,
        codes.map((item) => ({ type: 'BlockItem', item, reason: text(300) })),
      );
      const blocked = (await one.store.load(id)).engagement;
      await changeAtOnce(
        other.store,
        id,
        codes.map((item) => ({ type: 'CompleteItem', item })),
      );
      const record = await other.store.history(id);
      const undone = await changeAtOnce(other.store, id, [{ type: 'Undo', record }]);
      expect(undone).toHaveLength(1);
      expect(JSON.stringify(undone).length).toBeGreaterThan(100_000);
      const history = await one.store.history(id);
      expect(history.at(-1)).toEqual(undone[0]);
      const { engagement } = await one.store.load(id);
      expect(engagement).toEqual(fold(history, notStarted));
      expect(engagement.items).toEqual(blocked.items);
    });

    test('twenty items are added in one transaction, and everybody they are for is told', async () => {
      const id = await started(one.store);
      const onto = await one.store.load(id);
      const by = asked();
      const lines = Array.from({ length: 20 }, (_, n) => ({
        title: `Schritt ${n} ${'ü'.repeat(60)}`,
        owner: `p${n + 2}`,
        dueOn: '2026-12-04',
      }));
      const events = eventsOf({ type: 'AddItems', phase: 'initiate', lines }, onto, by);
      const outbox = outboxOf(onto.engagement, fold(events, onto.engagement), events, by.op);
      expect([events, outbox.cards, outbox.posts].map(({ length }) => length)).toEqual([20, 2, 20]);
      await one.store.append(onto, events, by, outbox);
      expect((await other.store.history(id)).slice(2)).toEqual(events);
      const { posts, cards } = await other.mailbox.pending(id);
      expect(posts.map(({ slot }) => slot).sort()).toEqual(outbox.posts.map(({ slot }) => slot).sort());
      expect(cards.map(({ card }) => card)).toEqual(outbox.cards);
      expect(Object.values((await other.store.load(id)).engagement.items)).toHaveLength(items.length + 20);
    });

    test('a history of more than ten events keeps its order', async () => {
      const id = await started(one.store);
      for (const n of [1, 2, 3, 4, 5, 6]) {
        await change(one.store, id, { type: 'BlockItem', item: `E${n}`, reason: `${n}` });
        await change(one.store, id, { type: 'UnblockItem', item: `E${n}` });
      }
      const blocked = (await one.store.history(id)).filter(({ type }) => type === 'ItemBlocked');
      expect(blocked).toMatchObject([1, 2, 3, 4, 5, 6].map((n) => ({ item: `E${n}` })));
    });

    test('a part of the history is what has these numbers, both included', async () => {
      const id = await started(one.store);
      for (const n of [1, 2, 3, 4, 5]) {
        await change(one.store, id, { type: 'BlockItem', item: `E${n}`, reason: `${n}` });
        await change(one.store, id, { type: 'UnblockItem', item: `E${n}` });
      }
      const all = await one.store.history(id);
      expect(all).toHaveLength((await one.store.load(id)).engagement.version);
      const part = (first: number, last: number) => other.store.history(id, { first, last });
      expect(await part(1, all.length)).toEqual(all);
      expect(await part(3, 5)).toEqual(all.slice(2, 5));
      expect(await part(9, 11)).toEqual(all.slice(8, 11));
      expect(await part(all.length, all.length)).toEqual(all.slice(-1));
      // Whoever counts back past the first or beyond the newest is given what there is.
      expect(await part(-20, 2)).toEqual(all.slice(0, 2));
      expect(await part(0, 1)).toEqual(all.slice(0, 1));
      expect(await part(11, 1_000)).toEqual(all.slice(10));
      expect(await part(all.length + 1, 1_000)).toEqual([]);
      expect(await part(5, 4)).toEqual([]);
      expect(await part(-20, 0)).toEqual([]);
      expect(await part(-20, -3)).toEqual([]);
      expect(await other.store.history(fresh('engagement'), { first: 1, last: 9 })).toEqual([]);
    });

    test.each([
      ['umlauts', 'ä'],
      ['emoji', '😀'],
      ['quotes and lines', '"\n'],
    ])('a state of far more than 30,000 characters comes back as it was: %s', async (_, character) => {
      const id = await started(one.store);
      const reason = `x${character.repeat(298 / character.length)}x`;
      for (let first = 1; first <= 60; first += 20) {
        const onto = await one.store.load(id);
        const by = asked();
        const codes = Array.from({ length: 20 }, (_, n) => `E${first + n}`);
        const events = codes.flatMap((item) => eventsOf({ type: 'BlockItem', item, reason }, onto, by));
        await one.store.append(onto, events, by, nothing);
      }
      for (const item of ['A1', 'A2', 'G1', 'I1'])
        await change(one.store, id, { type: 'CompleteItem', item, note: character.repeat(900 / character.length) });
      const { engagement } = await other.store.load(id);
      expect(JSON.stringify(engagement).length).toBeGreaterThan(30_000);
      expect(engagement).toEqual(fold(await other.store.history(id), notStarted));
      expect(engagement.items.E60!.state).toMatchObject({ reason });
    });

    test('people and place survive every later change', async () => {
      const id = fresh('engagement');
      const people = {
        p1: { id: 'aad-1', name: 'Jörg Müller', guest: false, language: 'de' as const },
        p2: { id: 'aad-2', name: 'Ann O’Neil 😀', guest: true },
      };
      const where = { ...place(), team: '19:team@thread.tacv2' };
      const onto = { ...(await one.store.load(id)), people, place: where };
      const by = asked();
      await one.store.append(onto, eventsOf(start, onto, by), by, nothing);
      for (const item of ['A1', 'A2']) await change(other.store, id, { type: 'TakeItem', item });
      const loaded = await one.store.load(id);
      expect(loaded).toMatchObject({ id, people });
      expect(loaded.place).toEqual(where);
    });

    test('a place without a team survives as one', async () => {
      const id = fresh('engagement');
      const where = place();
      const onto = { ...(await one.store.load(id)), place: where };
      const by = asked();
      await one.store.append(onto, eventsOf(start, onto, by), by, nothing);
      expect((await other.store.load(id)).place).toEqual(where);
    });

    test('who writes onto what somebody changed meanwhile is told so, and nothing is written', async () => {
      const id = await started(one.store);
      const stale = await one.store.load(id);
      await change(other.store, id, { type: 'TakeItem', item: 'A1' });
      const before = await one.store.load(id);
      const by = asked();
      const outbox: Outbox = { cards: ['overview'], posts: [] };
      const late = one.store.append(stale, eventsOf({ type: 'TakeItem', item: 'A2' }, stale, by), by, outbox);
      await expect(late).rejects.toThrow(ConcurrencyError);
      expect(await one.store.load(id)).toEqual(before);
      expect(await one.store.history(id)).toHaveLength(before.engagement.version);
      expect((await one.mailbox.pending(id)).cards).toEqual([]);
      // The operation was not used up either.
      await change(one.store, id, { type: 'TakeItem', item: 'A2' }, nothing, by);
    });

    test('a change of people alone is no less a change', async () => {
      const id = await started(one.store);
      const stale = await other.store.load(id);
      const onto = { ...stale, people: { p1: { id: 'aad-1', name: 'Jörg', guest: false } } };
      await one.store.append(onto, [], asked(), nothing);
      await expect(other.store.append(stale, [], asked(), nothing)).rejects.toThrow(ConcurrencyError);
      expect((await other.store.load(id)).people).toEqual(onto.people);
    });

    test('what is beside the state can be saved without an event', async () => {
      const id = await started(one.store);
      const before = await one.store.load(id);
      const history = await one.store.history(id);
      const by = asked();
      const beside = { people: { p1: { id: 'aad-1', name: 'Jörg', guest: true } }, place: place() };
      await one.store.append({ ...before, ...beside }, [], by, { cards: ['overview'], posts: [] });
      const after = await other.store.load(id);
      expect(after).toEqual({ ...before, ...beside, token: after.token });
      expect(after.token).not.toBe(before.token);
      expect(await other.store.history(id)).toEqual(history);
      expect((await other.mailbox.pending(id)).cards).toMatchObject([{ wanted: before.engagement.version }]);
      // It is an operation as every other.
      await expect(other.store.append(after, [], by, nothing)).rejects.toThrow(DuplicateError);
      await change(other.store, id, { type: 'TakeItem', item: 'A1' });
      expect(await one.store.load(id)).toMatchObject({ ...beside, engagement: { version: history.length + 2 } });
    });

    test.each([
      ['a plain id', 'plain'],
      ['one that cannot be a key', 'f:1/2\\3#4?5%\n😀'],
      ['one too long for a key', 'x'.repeat(3000)],
    ])('the same operation is applied once, whatever it is called: %s', async (_, name) => {
      const id = await started(one.store);
      const by = asked(name);
      await change(one.store, id, { type: 'TakeItem', item: 'A1' }, nothing, by);
      const before = await one.store.load(id);
      const again = change(other.store, id, { type: 'TakeItem', item: 'A2' }, nothing, by);
      await expect(again).rejects.toThrow(DuplicateError);
      expect(await one.store.load(id)).toEqual(before);
      expect(await one.store.history(id)).toHaveLength(before.engagement.version);
    });

    test('an operation that comes again onto an old load is a duplicate, not a conflict', async () => {
      const id = await started(one.store);
      const stale = await other.store.load(id);
      const by = asked();
      await change(one.store, id, { type: 'TakeItem', item: 'A1' }, nothing, by);
      const again = other.store.append(stale, eventsOf({ type: 'TakeItem', item: 'A1' }, stale, by), by, nothing);
      await expect(again).rejects.toThrow(DuplicateError);
    });

    test('an operation is forgotten once it is old enough, and nothing else is', async () => {
      const id = await started(one.store);
      const [old, young] = [asked(), { ...asked(), at: '2026-11-30T10:00:00.000Z' }];
      await change(one.store, id, { type: 'TakeItem', item: 'A1' }, nothing, old);
      await change(one.store, id, { type: 'TakeItem', item: 'A2' }, nothing, young);
      const before = await one.store.load(id);
      await one.store.forgetOperations(id, '2026-11-30T10:00:00.000Z');
      await other.store.forgetOperations(id, '2026-11-30T10:00:00.000Z');
      expect(await one.store.load(id)).toEqual(before);
      expect(await one.store.history(id)).toHaveLength(before.engagement.version);
      const again = change(one.store, id, { type: 'CompleteItem', item: 'A1' }, nothing, young);
      await expect(again).rejects.toThrow(DuplicateError);
      await change(one.store, id, { type: 'CompleteItem', item: 'A2' }, nothing, old);
    });

    test('the same operation in two engagements is two operations', async () => {
      const by = asked();
      for (const id of [await started(one.store), await started(one.store)])
        await change(one.store, id, { type: 'TakeItem', item: 'A1' }, nothing, by);
    });

    test('of two who start in one place at once, one does', async () => {
      const id = fresh('engagement');
      const blank = [await one.store.load(id), await other.store.load(id)] as const;
      const attempts = await Promise.allSettled([
        change(one.store, id, start, nothing, asked(fresh('op'), 'p1')),
        other.store.append(blank[1], eventsOf(start, blank[1], asked('x', 'p5')), asked(fresh('op'), 'p5'), nothing),
      ]);
      const failed = attempts.filter((attempt) => attempt.status === 'rejected');
      expect(failed).toHaveLength(1);
      expect(failed[0]!.reason).toBeInstanceOf(ConcurrencyError);
      expect(await one.store.history(id)).toHaveLength(2);
    });

    test('twenty concurrent writers from two instances lose nothing and double nothing', async () => {
      const id = await started(one.store);
      const writers = Array.from({ length: 20 }, async (_, n) => {
        const { store } = n % 2 === 0 ? one : other;
        const by = asked();
        for (;;) {
          try {
            await change(store, id, { type: 'TakeItem', item: `E${n + 1}` }, { cards: ['overview'], posts: [] }, by);
            return;
          } catch (error) {
            if (!(error instanceof ConcurrencyError)) throw error;
            await new Promise((resolve) => setTimeout(resolve, Math.random() * 50));
          }
        }
      });
      await Promise.all(writers);
      const { engagement } = await one.store.load(id);
      const history = await other.store.history(id);
      expect(engagement).toEqual(fold(history, notStarted));
      expect(history.filter(({ type }) => type === 'ItemAssigned')).toHaveLength(20);
      expect((await one.mailbox.pending(id)).cards[0]!.wanted).toBe(engagement.version);
    });
  });
};
