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
    const history = await memory.store.history(id);
    expect(new Set(history.slice(-4).map(({ op }) => op)).size).toBe(1);
    expect(history.at(-1)?.op).not.toBe(history[0]?.op);
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

describe('what an operation asks for', () => {
  test('may have to be found out first', async () => {
    const { start, execute, item, memory } = createStage();
    await start(id);
    const { says } = await execute({
      id,
      by: anna,
      op: 'slow',
      commands: async (seen, keyOf) => {
        const history = await memory.store.history(seen.id);
        return [{ type: 'AssignItem', item: 'A1', assignee: keyOf({ ...mehmet, name: `${history.length} events` }) }];
      },
    });
    expect(says.map(({ type }) => type)).toEqual(['accepted']);
    const { people } = await memory.store.load(id);
    expect(people[(await item(id, 'A1')).owner ?? '']).toEqual({ id: 'mehmet', name: '2 events' });
  });

  test('is found out anew for every try', async () => {
    const { start, execute, meanwhile, runElsewhere, memory, item } = createStage();
    await start(id);
    meanwhile(
      () => runElsewhere(id, mehmet, acknowledge('A1')),
      () => runElsewhere(id, mehmet, acknowledge('A2')),
    );
    const found: number[] = [];
    await execute({
      id,
      by: anna,
      op: 'slow',
      commands: async (seen) => {
        found.push((await memory.store.history(seen.id)).length);
        return [{ type: 'NoteItem', item: 'A3', note: `after ${String(found.at(-1))} events` }];
      },
    });
    expect(found).toEqual([2, 3, 4]);
    expect((await item(id, 'A3')).notes).toMatchObject([{ note: 'after 4 events' }]);
  });

  test('and cannot be found out, changes nothing and holds up nobody', async () => {
    const { start, execute, run, engagement } = createStage();
    await start(id);
    const before = await engagement(id);
    const broken = execute({ id, by: anna, op: 'slow', commands: () => Promise.reject(new RangeError('mine')) });
    await expect(broken).rejects.toThrow(RangeError);
    expect(await engagement(id)).toEqual(before);
    expect((await run(id, anna, acknowledge('A1'))).says).toMatchObject([{ type: 'accepted' }]);
  });

  test('and is refused on a state read before, is looked at once more, and is refused for good then', async () => {
    const { start, execute, memory } = createStage();
    await start(id);
    let looks = 0;
    const { says } = await execute({
      id,
      by: anna,
      op: 'refused',
      first: await memory.store.load(id),
      commands: () => {
        looks += 1;
        return [{ type: 'UnblockItem', item: 'A1' }];
      },
    });
    expect(says).toEqual([{ type: 'refused', rejection: { code: 'item.notBlocked', item: 'A1' } }]);
    expect(looks).toBe(2);
  });
});

describe('two who move on at once', () => {
  const advance = { type: 'AdvancePhase', phase: 'initiate', reason: 'No time' } as const;
  const byTwo = async () => {
    const one = createStage();
    await one.start(id);
    await one.run(
      id,
      anna,
      { type: 'SetRole', person: 'p2', role: 'lead' },
      { type: 'NoteItem', item: 'A1', note: 'x' },
    );
    await one.run(id, mehmet, acknowledge('A1'));
    return { one, other: createStage({ beside: one }) };
  };

  test('from two instances move one phase', async () => {
    const { one, other } = await byTwo();
    const both = await Promise.all([one.run(id, anna, advance), other.run(id, mehmet, advance)]);
    const said = both.flatMap(({ says }) => says.map((s) => (s.type === 'refused' ? s.rejection.code : s.type)));
    expect(said.sort()).toEqual(['accepted', 'phase.alreadyLeft']);
    expect((await one.engagement(id)).phase).toBe('assess');
    const history = await one.memory.store.history(id);
    expect(history.filter(({ type }) => type === 'PhaseLeft')).toHaveLength(1);
    expect(fold(history, notStarted)).toEqual(await one.engagement(id));
  });

  test('by the last item each, from two instances, move one phase', async () => {
    const { one, other } = await byTwo();
    await one.run(id, anna, { type: 'CompleteItem', item: 'I1' });
    one.meanwhile(() => other.run(id, mehmet, { type: 'CompleteItem', item: 'I2' }));
    const { says } = await one.run(id, anna, { type: 'CompleteItem', item: 'I2' });
    expect(says).toMatchObject([{ rejection: { code: 'item.alreadyComplete', by: 'p2' } }]);
    const history = await one.memory.store.history(id);
    expect(history.flatMap((event) => ('phase' in event ? [`${event.type} ${event.phase}`] : []))).toEqual([
      'PhaseOpened initiate',
      'PhaseLeft initiate',
      'PhaseOpened assess',
    ]);
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
