import type { CardName, CardRow, Message, Outbox, PostRow } from '../../src/application/ports';
import { asked, change, fresh, type Open, started, type Stores } from './given';

export const describeMailbox = (open: Open): void => {
  let one: Stores;
  let other: Stores;
  beforeAll(async () => {
    [one, other] = [await open(), await open()];
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
        holds: { 'aad-1': '2026-11-23T10:01:30.000Z', 'aad/2 ü': '2026-11-23T10:01:31.000Z' },
        linked: '1:overview/ü',
        waitingSince: '2026-11-23T10:00:10.000Z',
        doubted: true as const,
        former: ['1:one', '1:two'],
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

    test('who has a form open, where its link leads and where it stood are kept as they are saved, and no longer', async () => {
      const id = await started(one.store, { cards: ['overview'], posts: [] });
      const [card] = (await one.mailbox.pending(id)).cards;
      const more: Partial<CardRow> = {
        holds: { 'aad-1': '2026-11-23T10:01:30.000Z', 'aad"2': '2026-11-23T10:01:31.000Z' },
        linked: 'a1',
        former: ['a2', 'a3'],
      };
      const saved = await one.mailbox.saveCard(id, { ...card!, ...more });
      expect(saved).toEqual({ ...card, ...more, token: saved!.token });
      expect((await other.mailbox.pending(id)).cards).toEqual([saved]);
      const { holds: _, former: __, ...rest } = saved!;
      const fewer = await other.mailbox.saveCard(id, { ...rest, holds: {} });
      expect(fewer).toEqual({ ...card, holds: {}, linked: 'a1', token: fewer!.token });
      const { holds: ___, linked: ____, ...bare } = fewer!;
      await other.mailbox.saveCard(id, bare);
      const { cards } = await one.mailbox.pending(id);
      expect(cards).toEqual([{ ...card, token: cards[0]!.token }]);
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
      const id = await started(one.store, { cards: ['overview'], posts: [{ slot: 'a/1', message: notice }] });
      const [post] = (await other.mailbox.pending(id)).posts;
      expect(post).toEqual({
        slot: 'a/1',
        message: notice,
        at: '2026-11-23T10:00:00.000Z',
        state: 'waiting',
        token: expect.any(String) as string,
      });
      const [claimed] = (await one.mailbox.savePosts(id, [{ ...post!, leasedUntil: '2026-11-23T10:00:30.000Z' }]))!;
      expect(claimed).toEqual({ ...post, leasedUntil: '2026-11-23T10:00:30.000Z', token: claimed!.token });
      expect(
        await other.mailbox.savePosts(id, [{ ...post!, leasedUntil: '2026-11-23T10:00:31.000Z' }]),
      ).toBeUndefined();
      expect((await other.mailbox.pending(id)).posts).toEqual([claimed]);
      expect(await one.mailbox.savePosts(id, [{ ...claimed!, state: 'sent' }])).toMatchObject([
        { state: 'sent', message: notice, at: '2026-11-23T10:00:00.000Z' },
      ]);
      expect((await other.mailbox.pending(id)).posts).toEqual([]);
    });

    test.each(['sent', 'superseded', 'refused', 'unknown'] as const)(
      'a post that is %s is no longer pending',
      async (state) => {
        const id = await started(one.store, { cards: [], posts: [{ slot: 'over', message: notice }] });
        const [post] = (await other.mailbox.pending(id)).posts;
        expect(await one.mailbox.savePosts(id, [{ ...post!, state }])).toMatchObject([{ slot: 'over', state }]);
        expect((await other.mailbox.pending(id)).posts).toEqual([]);
      },
    );

    test('a post that stands is pending with the post it became, until a newer one took its place', async () => {
      const message = { type: 'checkpoint', meeting: '2026-11-24', late: false } as const;
      const id = await started(one.store, { cards: [], posts: [{ slot: 'stands', message }] });
      const [post] = (await other.mailbox.pending(id)).posts;
      expect(post).not.toHaveProperty('activityId');
      const [standing] = (await one.mailbox.savePosts(id, [{ ...post!, state: 'standing', activityId: '1:ü/1' }]))!;
      expect(standing).toEqual({ ...post, state: 'standing', activityId: '1:ü/1', token: standing!.token });
      expect((await other.mailbox.pending(id)).posts).toEqual([standing]);
      await other.mailbox.savePosts(id, [{ ...standing!, state: 'sent' }]);
      expect((await one.mailbox.pending(id)).posts).toEqual([]);
    });

    test.each(['unknown', 'refused', 'superseded'] as const)(
      'a post that is %s and untold is pending until another one has told it',
      async (state) => {
        const message = { type: 'checkpoint', meeting: '2026-11-24', late: false } as const;
        const id = await started(one.store, { cards: [], posts: [{ slot: 'untold', message }] });
        const [post] = (await other.mailbox.pending(id)).posts;
        expect(post).not.toHaveProperty('untold');
        const [untold] = (await one.mailbox.savePosts(id, [{ ...post!, state, untold: true }]))!;
        expect(untold).toEqual({ ...post, state, untold: true, token: untold!.token });
        expect((await other.mailbox.pending(id)).posts).toEqual([untold]);
        const { untold: _, ...told } = untold!;
        await other.mailbox.savePosts(id, [told]);
        expect((await one.mailbox.pending(id)).posts).toEqual([]);
      },
    );

    test('every post says when what it tells of happened', async () => {
      const id = await started(one.store, { cards: [], posts: [{ slot: 'first', message: notice }] });
      const by = { ...asked(), at: '2026-11-23T10:07:00.000Z' };
      const outbox = { cards: [], posts: [{ slot: 'second', message: notice }] };
      await change(other.store, id, { type: 'TakeItem', item: 'A1' }, outbox, by);
      const { posts } = await one.mailbox.pending(id);
      expect(Object.fromEntries(posts.map(({ slot, at }) => [slot, at]))).toEqual({
        first: '2026-11-23T10:00:00.000Z',
        second: '2026-11-23T10:07:00.000Z',
      });
    });

    describe('several posts at once', () => {
      const slots = (count: number) => Array.from({ length: count }, (_, n) => `slot:${n}/ü`);
      const waiting = async (count: number) => {
        const id = await started(one.store, {
          cards: [],
          posts: slots(count).map((slot) => ({ slot, message: notice })),
        });
        const posts = [...(await one.mailbox.pending(id)).posts];
        return { id, posts: posts.sort((a, b) => slots(count).indexOf(a.slot) - slots(count).indexOf(b.slot)) };
      };
      const leased = (posts: readonly PostRow[], until = '2026-11-23T10:00:30.000Z') =>
        posts.map((post): PostRow => ({ ...post, leasedUntil: until }));

      test('are saved together, in the order given, and can be saved again as they came back', async () => {
        const { id, posts } = await waiting(50);
        const claimed = await one.mailbox.savePosts(id, leased(posts));
        expect(claimed!.map(({ token: _, ...row }) => row)).toEqual(leased(posts).map(({ token: _, ...row }) => row));
        expect((await other.mailbox.pending(id)).posts).toEqual(expect.arrayContaining([...claimed!]));
        const sent = await other.mailbox.savePosts(
          id,
          claimed!.map(({ leasedUntil: _, ...post }) => ({ ...post, state: 'sent' })),
        );
        expect(sent!.map(({ slot, state }) => [slot, state])).toEqual(slots(50).map((slot) => [slot, 'sent']));
        expect((await one.mailbox.pending(id)).posts).toEqual([]);
      });

      test('are either all saved or none, if somebody changed one of them', async () => {
        const { id, posts } = await waiting(3);
        const [changed] = (await other.mailbox.savePosts(id, leased(posts.slice(1, 2), '2026-11-23T11:00:00.000Z')))!;
        expect(await one.mailbox.savePosts(id, leased(posts))).toBeUndefined();
        const { posts: found } = await one.mailbox.pending(id);
        expect([...found].sort((a, b) => a.slot.localeCompare(b.slot))).toEqual([posts[0], changed, posts[2]]);
        expect(await one.mailbox.savePosts(id, leased([posts[0]!, changed!, posts[2]!]))).toHaveLength(3);
      });

      test('are not saved if one of them was never asked for', async () => {
        const { id, posts } = await waiting(1);
        const made = { ...posts[0]!, slot: 'never', token: 'W/"datetime\'2026-11-23T00%3A00%3A00.0000000Z\'"' };
        expect(await one.mailbox.savePosts(id, leased([...posts, made]))).toBeUndefined();
        expect((await other.mailbox.pending(id)).posts).toEqual(posts);
      });

      test('of several who claim them at the same moment, exactly one has them', async () => {
        for (let round = 0; round < 5; round += 1) {
          const { id, posts } = await waiting(4);
          const claims = await Promise.all(
            [one, other, one, other].map(({ mailbox }, n) =>
              mailbox.savePosts(id, leased(posts, `2026-11-23T10:00:3${n}.000Z`)),
            ),
          );
          const won = claims.filter((claim) => claim !== undefined);
          expect(won).toHaveLength(1);
          const { posts: found } = await one.mailbox.pending(id);
          expect(found).toEqual(expect.arrayContaining([...won[0]!]));
        }
      });

      test('of two claims that overlap, one is made as a whole and the other not at all', async () => {
        const { id, posts } = await waiting(4);
        const claims = await Promise.all([
          one.mailbox.savePosts(id, leased(posts.slice(0, 3))),
          other.mailbox.savePosts(id, leased(posts.slice(1))),
        ]);
        expect(claims.filter((claim) => claim !== undefined)).toHaveLength(1);
        const { posts: found } = await one.mailbox.pending(id);
        expect(found.filter(({ leasedUntil }) => leasedUntil === undefined)).toHaveLength(1);
      });

      test('may be none', async () => {
        expect(await one.mailbox.savePosts(await started(one.store), [])).toEqual([]);
        expect(await one.mailbox.savePosts(fresh('engagement'), [])).toEqual([]);
      });
    });

    test('whoever saves a post may be at it until then', async () => {
      const leasedUntil = '2026-11-23T10:00:40.000Z';
      const message: Message = {
        ...{ type: 'answer', to: 'p1', thread: '{"thread":"ü"}', under: '1:a/b', language: 'de', first: 3, last: 4 },
      };
      const id = await started(one.store, { cards: [], posts: [{ slot: 'answer-1', message, leasedUntil }] });
      const { posts } = await other.mailbox.pending(id);
      expect(posts).toMatchObject([{ slot: 'answer-1', message, leasedUntil, state: 'waiting' }]);
    });

    test.each<Message>([
      { type: 'assigned', to: 'p2', by: 'p1', items: ['A1', 'A2'] },
      { type: 'asked', to: 'p1', phase: 'remediate' },
      { type: 'voided', to: 'p1', phase: 'remediate', items: ['A1'] },
      { type: 'left', to: 'p3', person: 'p2', items: ['G1', 'A1'] },
      {
        type: 'reminder',
        to: 'p2',
        reminders: [
          { kind: 'overdue', item: 'A1', on: '2026-11-20' },
          { kind: 'jointCheck', on: '2026-11-19' },
        ],
      },
      { type: 'checkpoint', late: true },
      {
        type: 'checkpoint',
        meeting: '2026-11-24',
        late: false,
        before: { at: '2026-11-16T08:00:00.000Z', on: '2026-11-16', phase: 'assess', open: 4 },
      },
    ])('what people are told comes back as it was, and so it does once claimed: $type', async (told) => {
      const post = { slot: `${told.type}-1`, message: told };
      const id = await started(one.store, { cards: [], posts: [post] });
      const [waiting] = (await other.mailbox.pending(id)).posts;
      expect(waiting).toMatchObject(post);
      expect(waiting!.message).toEqual(told);
      const [claimed] = (await other.mailbox.savePosts(id, [
        { ...waiting!, leasedUntil: '2026-11-23T10:00:30.000Z' },
      ]))!;
      expect(claimed!.message).toEqual(told);
      expect((await one.mailbox.pending(id)).posts[0]!.message).toEqual(told);
    });

    test('every card there is can be wanted and shown', async () => {
      const all: readonly CardName[] = [
        'closing',
        'overview',
        'phase-assess',
        'phase-enable',
        'phase-initiate',
        'phase-remediate',
      ];
      const id = await started(one.store, { cards: all, posts: [] });
      const pending = await other.mailbox.pending(id);
      expect(pending.cards.map(({ card }) => card).sort()).toEqual(all);
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
      const post = { slot: 'twice', message: notice };
      const id = await started(one.store, { cards: ['overview', 'overview'], posts: [post, post] });
      const { cards, posts } = await other.mailbox.pending(id);
      expect(cards.map(({ card }) => card)).toEqual(['overview']);
      expect(posts.map(({ slot }) => slot)).toEqual(['twice']);
    });

    test('the same slot is posted once, even if a later commit asks for it again', async () => {
      const outbox: Outbox = { cards: ['overview'], posts: [{ slot: 'once', message: notice }] };
      const id = await started(one.store, outbox);
      const [post] = (await one.mailbox.pending(id)).posts;
      await one.mailbox.savePosts(id, [{ ...post!, state: 'sent' }]);
      const second = { slot: 'second', message: notice };
      await change(other.store, id, { type: 'TakeItem', item: 'A1' }, { ...outbox, posts: [...outbox.posts, second] });
      const { posts, cards } = await one.mailbox.pending(id);
      expect(posts.map(({ slot }) => slot)).toEqual(['second']);
      expect(cards).toMatchObject([{ wanted: 4 }]);
      expect((await one.store.load(id)).engagement.items.A1!.owner).toBe('p1');
    });
  });
};
