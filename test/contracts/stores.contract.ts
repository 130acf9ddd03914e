import { outboxOf } from '../../src/application/notices';
import {
  type CardName,
  ConcurrencyError,
  DuplicateError,
  type Directory,
  type DueRow,
  type DueRows,
  type EngagementStore,
  type Loaded,
  type Mailbox,
  type Notice,
  type Outbox,
  type Place,
} from '../../src/application/ports';
import {
  type Asked,
  type Command,
  decide,
  type Event,
  fold,
  type ItemDefinition,
  notStarted,
} from '../../src/engagement/index';

export type Stores = {
  readonly store: EngagementStore;
  readonly mailbox: Mailbox;
  readonly directory: Directory;
  readonly dueRows: DueRows;
  ready(): Promise<void>;
};

const items: readonly ItemDefinition[] = [
  { code: 'G1', section: 'general', standing: true },
  { code: 'I1', section: 'initiate', standing: false },
  { code: 'A1', section: 'assess', standing: false },
  { code: 'A2', section: 'assess', standing: false },
  ...Array.from({ length: 60 }, (_, n): ItemDefinition => ({ code: `E${n + 1}`, section: 'enable', standing: false })),
];

export const start: Command = {
  type: 'StartEngagement',
  customer: 'Contoso GmbH',
  language: 'de',
  timeZone: 'Europe/Berlin',
  catalogVersion: '1',
  items,
  starterIsGuest: false,
  specialist: 'p2',
  checkpoint: { every: 'week', weekday: 2, time: '09:00' },
};

export const nothing: Outbox = { cards: [], posts: [] };

let counted = 0;
/** Another one each time: tests share one storage. */
export const fresh = (what: string): string => {
  counted += 1;
  return `${what}-${counted}-${Date.now().toString(36)}`;
};

export const asked = (op = fresh('op'), by = 'p1'): Asked => ({
  by,
  at: '2026-11-23T10:00:00.000Z',
  today: '2026-11-23',
  op,
});

export const eventsOf = (command: Command, onto: Loaded, by: Asked): readonly Event[] => {
  const decision = decide(command, onto.engagement, by);
  if ('refused' in decision) throw new Error(`Refused: ${decision.refused.code}`);
  return decision.events;
};

/** Load, decide, append. */
export const change = async (
  store: EngagementStore,
  id: string,
  command: Command,
  outbox: Outbox = nothing,
  by: Asked = asked(),
): Promise<void> => {
  const onto = await store.load(id);
  await store.append(onto, eventsOf(command, onto, by), by, outbox);
};

export const started = async (store: EngagementStore, outbox: Outbox = nothing): Promise<string> => {
  const id = fresh('engagement');
  await change(store, id, start, outbox);
  return id;
};

const place = (): Place => ({ tenantId: fresh('tenant'), conversationId: `19:${fresh('x')}@thread.tacv2` });

/** Several commands in one operation. */
const changeAtOnce = async (store: EngagementStore, id: string, commands: readonly Command[], by = asked()) => {
  const onto = await store.load(id);
  const events: Event[] = [];
  for (const command of commands)
    events.push(...eventsOf(command, { ...onto, engagement: fold(events, onto.engagement) }, by));
  await store.append(onto, events, by, nothing);
  return events;
};

/** What every implementation of the storage ports promises. `open` gives another instance on the same storage. */
export const describeStores = (open: () => Promise<Stores>): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    one = await open();
    other = await open();
  });

  test('storage that answers is ready', async () => {
    await expect(one.ready()).resolves.toBeUndefined();
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

  describe('the mailbox', () => {
    const notice = { type: 'assigned', to: 'p2', by: 'p1', items: ['A1', 'A2'] } as const;

    test('nothing is pending where nothing was asked for', async () => {
      expect(await one.mailbox.pending(await started(one.store))).toEqual({ cards: [], posts: [] });
      expect(await one.mailbox.pending(fresh('engagement'))).toEqual({ cards: [], posts: [] });
    });

    test('a commit asks for cards at its version', async () => {
      const id = await started(one.store, { cards: ['overview', 'phase-initiate'], posts: [] });
      const { cards } = await other.mailbox.pending(id);
      expect(cards).toEqual([
        { card: 'overview', wanted: 2, shown: 0, token: expect.any(String) as string },
        { card: 'phase-initiate', wanted: 2, shown: 0, token: expect.any(String) as string },
      ]);
    });

    test('a later commit raises what is wanted and touches nothing else of the card', async () => {
      const id = await started(one.store, { cards: ['overview'], posts: [] });
      const [card] = (await one.mailbox.pending(id)).cards;
      const held = {
        activityId: '1:abc/def',
        shown: 2,
        leasedUntil: '2026-11-23T10:00:30.000Z',
        heldUntil: '2026-11-23T10:01:30.000Z',
      };
      await one.mailbox.saveCard(id, { ...card!, ...held });
      await change(other.store, id, { type: 'TakeItem', item: 'A1' }, { cards: ['overview'], posts: [] });
      expect((await one.mailbox.pending(id)).cards).toMatchObject([{ card: 'overview', wanted: 4, ...held }]);
    });

    test('a card is saved by whoever read it last, and by nobody else', async () => {
      const id = await started(one.store, { cards: ['overview'], posts: [] });
      const [card] = (await one.mailbox.pending(id)).cards;
      const saved = await one.mailbox.saveCard(id, { ...card!, leasedUntil: '2026-11-23T10:00:30.000Z' });
      expect(saved).toMatchObject({ card: 'overview', wanted: 2, leasedUntil: '2026-11-23T10:00:30.000Z' });
      expect(await other.mailbox.saveCard(id, { ...card!, shown: 2 })).toBeUndefined();
      const { leasedUntil: _, ...released } = { ...saved!, shown: 2, activityId: 'a1' };
      const again = await one.mailbox.saveCard(id, released);
      const { cards } = await other.mailbox.pending(id);
      expect(cards).toEqual([{ card: 'overview', wanted: 2, shown: 2, activityId: 'a1', token: again!.token }]);
    });

    test('a card somebody wants anew meanwhile is not saved over', async () => {
      const id = await started(one.store, { cards: ['overview'], posts: [] });
      const [card] = (await one.mailbox.pending(id)).cards;
      await change(other.store, id, { type: 'TakeItem', item: 'A1' }, { cards: ['overview'], posts: [] });
      expect(await one.mailbox.saveCard(id, { ...card!, shown: 2 })).toBeUndefined();
      expect((await one.mailbox.pending(id)).cards).toMatchObject([{ wanted: 4, shown: 0 }]);
    });

    test('a card nobody asked for cannot be saved', async () => {
      const id = await started(one.store);
      const card = {
        card: 'overview',
        wanted: 1,
        shown: 1,
        token: 'W/"datetime\'2026-11-23T00%3A00%3A00.0000000Z\'"',
      } as const;
      expect(await one.mailbox.saveCard(id, card)).toBeUndefined();
    });

    test('a post waits until it is sent', async () => {
      const id = await started(one.store, { cards: ['overview'], posts: [{ slot: 'a/1', under: 'overview', notice }] });
      const [post] = (await other.mailbox.pending(id)).posts;
      expect(post).toEqual({
        slot: 'a/1',
        under: 'overview',
        notice,
        state: 'waiting',
        token: expect.any(String) as string,
      });
      const claimed = await one.mailbox.savePost(id, { ...post!, leasedUntil: '2026-11-23T10:00:30.000Z' });
      expect(await other.mailbox.savePost(id, { ...post!, leasedUntil: '2026-11-23T10:00:31.000Z' })).toBeUndefined();
      expect((await other.mailbox.pending(id)).posts).toMatchObject([{ leasedUntil: '2026-11-23T10:00:30.000Z' }]);
      expect(await one.mailbox.savePost(id, { ...claimed!, state: 'sent' })).toMatchObject({ state: 'sent', notice });
      expect((await other.mailbox.pending(id)).posts).toEqual([]);
    });

    test.each<Notice>([
      { type: 'assigned', to: 'p2', by: 'p1', items: ['A1', 'A2'] },
      { type: 'asked', to: ['p1', 'p2'], phase: 'remediate' },
      { type: 'voided', to: ['p1'], phase: 'remediate', items: ['A1'] },
      { type: 'left', to: ['p1', 'p3'], person: 'p2', items: ['G1', 'A1'] },
    ])('what people are told comes back as it was, and so it does once claimed: $type', async (told) => {
      const post = { slot: `${told.type}-1`, under: 'phase-remediate', notice: told } as const;
      const id = await started(one.store, { cards: [], posts: [post] });
      const [waiting] = (await other.mailbox.pending(id)).posts;
      expect(waiting).toMatchObject(post);
      expect(waiting!.notice).toEqual(told);
      const claimed = await other.mailbox.savePost(id, { ...waiting!, leasedUntil: '2026-11-23T10:00:30.000Z' });
      expect(claimed!.notice).toEqual(told);
      expect((await one.mailbox.pending(id)).posts[0]!.notice).toEqual(told);
    });

    test('every card there is can be wanted, shown and waited under', async () => {
      const all: readonly CardName[] = [
        'closing',
        'overview',
        'phase-assess',
        'phase-enable',
        'phase-initiate',
        'phase-remediate',
      ];
      const posts = all.map((under) => ({ slot: under, under, notice }));
      const id = await started(one.store, { cards: all, posts });
      const pending = await other.mailbox.pending(id);
      expect(pending.cards.map(({ card }) => card).sort()).toEqual(all);
      expect(pending.posts.map(({ under }) => under).sort()).toEqual(all);
      for (const card of pending.cards)
        expect(await other.mailbox.saveCard(id, { ...card, shown: 2, activityId: card.card })).toMatchObject({
          card: card.card,
        });
      const { cards } = await one.mailbox.pending(id);
      expect(cards.map(({ card, activityId, shown }) => [card, activityId, shown])).toEqual(
        cards.map(({ card }) => [card, card, 2]),
      );
    });

    test('one commit may name a card or a slot twice, and wants it once', async () => {
      const post = { slot: 'twice', under: 'overview', notice } as const;
      const id = await started(one.store, { cards: ['overview', 'overview'], posts: [post, post] });
      const { cards, posts } = await other.mailbox.pending(id);
      expect(cards.map(({ card }) => card)).toEqual(['overview']);
      expect(posts.map(({ slot }) => slot)).toEqual(['twice']);
    });

    test('the same slot is posted once, even if a later commit asks for it again', async () => {
      const outbox: Outbox = { cards: ['overview'], posts: [{ slot: 'once', under: 'overview', notice }] };
      const id = await started(one.store, outbox);
      const [post] = (await one.mailbox.pending(id)).posts;
      await one.mailbox.savePost(id, { ...post!, state: 'sent' });
      const second = { slot: 'second', under: 'overview', notice } as const;
      await change(other.store, id, { type: 'TakeItem', item: 'A1' }, { ...outbox, posts: [...outbox.posts, second] });
      const { posts, cards } = await one.mailbox.pending(id);
      expect(posts.map(({ slot }) => slot)).toEqual(['second']);
      expect(cards).toMatchObject([{ wanted: 4 }]);
      expect((await one.store.load(id)).engagement.items.A1!.owner).toBe('p1');
    });
  });

  describe('the directory', () => {
    test('a place nobody registered has the same id each time, and its own', async () => {
      const where = place();
      const first = await one.directory.locate(where);
      expect(first).toEqual({ id: expect.stringMatching(/^[0-9a-f]{32}-1$/) as string });
      expect(await other.directory.locate({ ...where })).toEqual(first);
      expect(await one.directory.locate({ ...where, tenantId: fresh('tenant') })).not.toEqual(first);
      expect(await one.directory.locate({ ...where, conversationId: fresh('19') })).not.toEqual(first);
    });

    test('what one instance registers the other finds', async () => {
      const where = { tenantId: `${fresh('tenant')}/ü#`, conversationId: `a:${fresh('c')}/\\?😀` };
      await other.directory.locate(where);
      const { id } = await one.directory.locate(where);
      await one.directory.register(where, id, '{"serviceUrl":"https://smba.example/emea/"}');
      expect(await other.directory.locate(where)).toEqual({
        id,
        address: '{"serviceUrl":"https://smba.example/emea/"}',
      });
      expect(await one.directory.locate(where)).toEqual(await other.directory.locate(where));
    });

    test('registering again replaces', async () => {
      const where = place();
      await one.directory.register(where, 'e-1', 'old');
      await one.directory.register(where, 'e-1', 'old');
      await one.directory.register(where, 'e-2', 'new');
      expect(await one.directory.locate(where)).toEqual({ id: 'e-2', address: 'new' });
      expect(await other.directory.locate(where)).toEqual({ id: 'e-2', address: 'new' });
    });

    test('ids follow one another, and each belongs to its place', async () => {
      const { id } = await one.directory.locate(place());
      const ids = [id];
      while (ids.length < 12) ids.push(one.directory.following(ids.at(-1)!));
      const stem = id.replace(/-1$/, '');
      expect(ids).toEqual(Array.from({ length: 12 }, (_, n) => `${stem}-${n + 1}`));
      expect(other.directory.following(id)).toBe(ids[1]);
    });

    test('the next onboarding of a place is found by whoever asks anew', async () => {
      const where = place();
      const { id } = await one.directory.locate(where);
      await one.directory.register(where, id, 'address');
      await other.directory.locate(where);
      await one.directory.register(where, one.directory.following(id), 'address');
      const next = { id: id.replace(/1$/, '2'), address: 'address' };
      expect(await one.directory.locate(where)).toEqual(next);
      expect(await other.directory.locate(where, true)).toEqual(next);
      expect(await other.directory.locate(where)).toEqual(next);
    });

    test('a place that was forgotten keeps its onboarding, and cannot be reached', async () => {
      const where = place();
      await one.directory.register(where, 'e-3', 'address');
      await other.directory.locate(where);
      await one.directory.forget(where);
      expect(await one.directory.locate(where)).toEqual({ id: 'e-3' });
      expect(await other.directory.locate(where, true)).toEqual({ id: 'e-3' });
      await one.directory.forget(where);
      expect(await one.directory.locate(where)).toEqual({ id: 'e-3' });
    });

    test('a place that was forgotten can be registered again, by the same instance or another', async () => {
      for (const again of [one, other]) {
        const where = place();
        await one.directory.register(where, 'e-1', 'address');
        await one.directory.forget(where);
        expect(await again.directory.locate(where, true)).toEqual({ id: 'e-1' });
        await again.directory.register(where, 'e-1', 'address');
        expect(await one.directory.locate(where, true)).toEqual({ id: 'e-1', address: 'address' });
        expect(await other.directory.locate(where, true)).toEqual({ id: 'e-1', address: 'address' });
      }
    });

    test('forgetting a place nobody knows leaves it unknown', async () => {
      const where = { ...place(), team: fresh('19:team') };
      const before = await one.directory.locate(where);
      await one.directory.forget(where);
      expect(await other.directory.locate(where, true)).toEqual(before);
      expect(await other.directory.inTeam(where.tenantId, where.team)).toEqual([]);
    });

    test('the places of a team are found, lost ones too, and no others', async () => {
      const tenantId = fresh('tenant/ü');
      const team = `19:o'team&"#?${fresh('x')}@thread.tacv2`;
      const [first, second, lost] = [1, 2, 3].map(
        (n): Place => ({ tenantId, conversationId: `19:${n}/\\#?'@thread.tacv2`, team }),
      ) as [Place, Place, Place];
      const strangers: readonly Place[] = [
        { tenantId, conversationId: '19:other team', team: `${team}2` },
        { tenantId, conversationId: '19:chat' },
        { tenantId: fresh('tenant'), conversationId: '19:other tenant', team },
      ];
      expect(await one.directory.inTeam(tenantId, team)).toEqual([]);
      for (const [n, where] of [first, second, lost, ...strangers].entries())
        await (n % 2 === 0 ? one : other).directory.register(where, `e-${n}`, 'address');
      await one.directory.forget(lost);
      const byId = (places: readonly Place[]) =>
        [...places].sort((a, b) => a.conversationId.localeCompare(b.conversationId));
      expect(byId(await one.directory.inTeam(tenantId, team))).toEqual([first, second, lost]);
      expect(byId(await other.directory.inTeam(tenantId, team))).toEqual([first, second, lost]);
    });

    test('a place stays with its team, though it is registered or forgotten without naming that', async () => {
      const where = { ...place(), team: fresh('19:team') };
      const { team, ...bare } = where;
      await one.directory.register(where, 'e-1', 'address');
      await other.directory.register(bare, 'e-1', 'moved');
      expect(await one.directory.inTeam(where.tenantId, team)).toEqual([where]);
      await other.directory.forget(bare);
      expect(await one.directory.inTeam(where.tenantId, team)).toEqual([where]);
      expect(await one.directory.locate(where, true)).toEqual({ id: 'e-1' });
    });
  });

  describe('due rows', () => {
    const mine = async (id: string, until: string): Promise<readonly DueRow[]> =>
      (await other.dueRows.due(until)).filter((row) => row.id === id);

    test('a look is due at the next full minute, once however often it was asked for', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.001Z');
      await other.dueRows.look(id, '2026-11-23T10:00:59.000Z');
      await one.dueRows.look(id, '2026-11-23T10:01:00.000Z');
      expect(await mine(id, '2026-11-23T10:00:59.999Z')).toEqual([]);
      expect(await mine(id, '2026-11-23T10:01:00.000Z')).toMatchObject([{ id, at: '2026-11-23T10:01:00.000Z' }]);
      expect(await mine(id, '2027-01-01T00:00:00.000Z')).toHaveLength(1);
    });

    test('looks at several times come in their order, over the turn of the year', async () => {
      const ids = [fresh('engagement'), `${fresh('e')}/ü?`, fresh('engagement')] as const;
      await one.dueRows.look(ids[2], '2027-01-01T00:00:00.000Z');
      await one.dueRows.look(ids[0], '2026-12-30T00:00:00.000Z');
      await one.dueRows.look(ids[1], '2026-12-31T23:59:00.000Z');
      await one.dueRows.look(ids[0], '2027-01-01T00:01:00.000Z');
      const due = (await one.dueRows.due('2027-01-01T00:00:30.000Z')).filter(({ id }) => ids.some((own) => own === id));
      expect(due.map(({ id }) => id)).toEqual(ids);
    });

    test('a row that is done is gone, and doing it again is no error', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      const [row] = await mine(id, '2026-11-23T10:00:00.000Z');
      await one.dueRows.done(row!);
      expect(await mine(id, '2026-11-23T10:00:00.000Z')).toEqual([]);
      await other.dueRows.done(row!);
    });

    test('a row that was written again since it was read survives its deletion', async () => {
      const id = fresh('engagement');
      await one.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      const [row] = await mine(id, '2026-11-23T10:00:00.000Z');
      await other.dueRows.look(id, '2026-11-23T10:00:00.000Z');
      await one.dueRows.done(row!);
      const [again] = await mine(id, '2026-11-23T10:00:00.000Z');
      expect(again).toMatchObject({ id });
      await one.dueRows.done(again!);
      expect(await mine(id, '2026-11-23T10:00:00.000Z')).toEqual([]);
    });
  });
};
