import { ConcurrencyError, DuplicateError, NotSavedError, UncertainError } from '../../src/application/ports';
import { fold, notStarted } from '../../src/engagement/index';
import { anna, createStage, mehmet } from './stage';

const id = 'engagement';
const acknowledge = (item: string) => ({ type: 'AcknowledgeItem', item }) as const;

/** From then on every append fails like this, as often as told. */
const failing = (error: () => Error, times = Infinity) => {
  const tries: number[] = [];
  let broken = false;
  const stage = createStage({
    store: (store) => ({
      append: async (onto, ...what) => {
        if (broken) {
          tries.push(onto.engagement.version);
          if (tries.length <= times) throw error();
        }
        await store.append(onto, ...what);
      },
    }),
  });
  return { ...stage, tries, breaks: () => (broken = true) };
};

describe('an operation', () => {
  test('is decided as a whole on one state and saved at once, with what others should see', async () => {
    const { start, run, memory } = createStage();
    await start(id);
    const { says, seen } = await run(
      id,
      anna,
      { type: 'CompleteItem', item: 'I1' },
      { type: 'CompleteItem', item: 'I2' },
    );
    expect(says.map(({ type }) => type)).toEqual(['accepted', 'accepted']);
    expect(seen.engagement.phase).toBe('assess');
    const { engagement } = await memory.store.load(id);
    expect(engagement).toEqual(seen.engagement);
    expect(fold(await memory.store.history(id), notStarted)).toEqual(engagement);
    const { cards } = await memory.mailbox.pending(id);
    expect(cards.map(({ card }) => card).sort()).toEqual(['overview', 'phase-assess', 'phase-initiate']);
    expect(new Set(cards.map(({ wanted }) => wanted))).toEqual(new Set([engagement.version]));
  });

  test('saves what it may and says what it may not', async () => {
    const { start, run, memory } = createStage();
    await start(id);
    const { says } = await run(id, anna, acknowledge('A1'), acknowledge('Q77'), acknowledge('A2'));
    expect(says.map(({ type }) => type)).toEqual(['accepted', 'refused', 'accepted']);
    expect((await memory.store.history(id)).slice(-2).map((event) => 'item' in event && event.item)).toEqual([
      'A1',
      'A2',
    ]);
  });

  test('that changes nothing writes nothing, and introduces nobody', async () => {
    const { start, run, tries, breaks, memory } = failing(() => new Error('nothing was to be written'));
    await start(id);
    breaks();
    const { says } = await run(id, mehmet, { type: 'UnblockItem', item: 'A1' });
    expect(says).toEqual([{ type: 'refused', rejection: { code: 'item.notBlocked', item: 'A1' } }]);
    expect(tries).toEqual([]);
    expect(Object.values((await memory.store.load(id)).people)).toEqual([anna]);
  });

  test('is decided anew on the newer state when somebody else was quicker', async () => {
    const { start, execute, run, memory } = createStage();
    await start(id);
    const old = await memory.store.load(id);
    await run(id, mehmet, { type: 'CompleteItem', item: 'A1' });
    const asked: number[] = [];
    const { says, seen } = await execute({
      id,
      by: anna,
      op: 'late',
      first: old,
      commands: ({ engagement }) => {
        asked.push(engagement.version);
        return [{ type: 'CompleteItem', item: 'A1' }, acknowledge('A2')];
      },
    });
    expect(asked).toEqual([old.engagement.version, old.engagement.version + 1]);
    expect(says.map(({ type }) => type)).toEqual(['refused', 'accepted']);
    expect(seen.engagement).toEqual((await memory.store.load(id)).engagement);
  });

  test('that is overtaken seven times is saved at the eighth try, each wait longer at its shortest', async () => {
    const { start, run, tries, breaks, clock, item } = failing(() => new ConcurrencyError('overtaken'), 7);
    await start(id);
    breaks();
    await run(id, anna, { type: 'CompleteItem', item: 'A1' });
    expect(tries).toHaveLength(8);
    expect((await item(id, 'A1')).state.type).toBe('complete');
    clock.waits.forEach((wait, n) => {
      expect(wait).toBeGreaterThanOrEqual(20 * (n + 1));
      expect(wait).toBeLessThanOrEqual(40 * (n + 1));
    });
  });

  test('that is overtaken eight times is not saved, and that is certain', async () => {
    const { start, run, tries, breaks, memory } = failing(() => new ConcurrencyError('overtaken'));
    await start(id);
    const before = await memory.store.history(id);
    breaks();
    await expect(run(id, anna, acknowledge('A1'))).rejects.toThrow(NotSavedError);
    expect(tries).toHaveLength(8);
    expect(await memory.store.history(id)).toEqual(before);
  });

  test('that was applied before is answered with what is stored, and not applied again', async () => {
    const { start, execute, memory, item } = createStage();
    await start(id);
    await execute({ id, by: anna, op: 'twice', commands: () => [acknowledge('A1')] });
    const before = await memory.store.load(id);
    const { seen } = await execute({ id, by: anna, op: 'twice', commands: () => [acknowledge('A2')] });
    expect(seen).toEqual(before);
    expect((await item(id, 'A2')).acknowledgements).toEqual([]);
  });

  test('that is found to be applied only while saving is read again, not tried again', async () => {
    const { start, run, tries, breaks } = failing(() => new DuplicateError('known'), 1);
    await start(id);
    breaks();
    const { seen } = await run(id, anna, acknowledge('A1'));
    expect(tries).toHaveLength(1);
    expect(seen.engagement.items['A1']?.acknowledgements).toEqual([]);
  });

  test.each([
    ['of which nobody knows whether it was saved', () => new UncertainError('silence')],
    ['that storage refused', () => new NotSavedError('refused')],
    ['that broke in a way nobody foresaw', () => new TypeError('surprise')],
  ])('%s is tried once and says so', async (_, error) => {
    const { start, run, tries, breaks } = failing(error);
    await start(id);
    breaks();
    await expect(run(id, anna, acknowledge('A1'))).rejects.toThrow(error());
    expect(tries).toHaveLength(1);
  });

  test('waits for the one before it, so that both are saved at the first try', async () => {
    const { start, run, tries, breaks, item } = failing(() => new Error('never'), 0);
    await start(id);
    breaks();
    await Promise.all([anna, mehmet].map((by) => run(id, by, acknowledge('A1'))));
    expect(tries).toEqual([2, 3]);
    expect((await item(id, 'A1')).acknowledgements.map(({ by }) => by)).toEqual(['p1', 'p2']);
  });

  test('bears the local day of the engagement, also while it is only being started', async () => {
    const { start, run, clock, memory } = createStage();
    await start(id, 'Pacific/Auckland');
    clock.pass(2.5 * 3_600_000);
    await run(id, anna, acknowledge('A1'));
    const days = (await memory.store.history(id)).map(({ on }) => on);
    expect(days).toEqual(['2026-11-30', '2026-11-30', '2026-12-01']);
  });
});

describe('a change without a guard', () => {
  const unguarded = (breaksAt: number) => {
    let looks = 0;
    const stage = createStage({
      dueRows: (rows) => ({
        look: (...what) => (++looks >= breaksAt ? Promise.reject(new Error('no table')) : rows.look(...what)),
      }),
      store: (store) => ({
        load: async (one) => {
          const loaded = await store.load(one);
          // Storage is so slow that the guard is about to be due.
          stage.clock.pass(100_000);
          return loaded;
        },
      }),
    });
    return stage;
  };

  test('is not made, because nobody would look after it', async () => {
    const { start, memory } = unguarded(1);
    await expect(start(id)).rejects.toThrow(NotSavedError);
    expect(await memory.store.history(id)).toEqual([]);
  });

  test('is not made either when the guard ran out while storage was slow', async () => {
    const { start, memory } = unguarded(2);
    await expect(start(id)).rejects.toThrow(NotSavedError);
    expect(await memory.store.history(id)).toEqual([]);
  });
});
