import { calendar } from '../../src/adapters/clock/index';
import type { Deliver } from '../../src/application/deliver';
import type { DueRows } from '../../src/application/ports';
import { createTick } from '../../src/application/tend';
import { createWatch } from '../../src/application/watch';
import { anna, createFakeLog, createStage, untraced } from './stage';

const minute = 60_000;
const hour = 60 * minute;

const ticking = (
  how: {
    readonly deliver?: (id: string) => ReturnType<Deliver>;
    readonly dueRows?: (dueRows: DueRows) => Partial<DueRows>;
  } = {},
) => {
  const stage = createStage(how.dueRows ? { dueRows: how.dueRows } : {});
  const delivered: string[] = [];
  const log = createFakeLog();
  const watch = createWatch(stage.clock);
  const tick = createTick({
    trace: untraced,
    watch,
    ...stage,
    calendar,
    log,
    deliver: (id) => {
      delivered.push(id);
      return how.deliver?.(id) ?? Promise.resolve(undefined);
    },
  });
  /** The rows there are, as times after the beginning in minutes. */
  const rows = async (): Promise<readonly string[]> => {
    const found = await stage.memory.dueRows.due('2999-01-01T00:00:00.000Z');
    return found.map(({ id, at }) => `${id} +${(Date.parse(at) - Date.parse('2026-11-30T09:00:00.000Z')) / minute}`);
  };
  return { ...stage, tick, delivered, rows, log };
};

describe('a tick', () => {
  test('looks at what is due and at nothing else', async () => {
    const { start, tick, delivered, rows, clock } = ticking();
    await start('a');
    clock.pass(10 * minute);
    await start('b');
    expect(await rows()).toEqual(['a +1', 'b +11']);
    await tick();
    expect(delivered).toEqual(['a']);
    expect(await rows()).toEqual(['b +11']);
    await tick();
    expect(delivered).toEqual(['a']);
  });

  test('looks once at an engagement, however many of its rows are due', async () => {
    const { start, tick, delivered, rows, clock, dueRows } = ticking();
    await start('a');
    await dueRows.look('a', clock.now());
    clock.pass(5 * minute);
    await dueRows.look('a', clock.now());
    await tick();
    expect(delivered).toEqual(['a']);
    expect(await rows()).toEqual([]);
  });

  test('writes down when to look again before it deletes what was due', async () => {
    const { start, tick, rows, clock } = ticking({ deliver: () => Promise.resolve('2026-11-30T09:07:30.000Z') });
    await start('a');
    clock.pass(2 * minute);
    await tick();
    expect(await rows()).toEqual(['a +8']);
  });

  test('leaves a row that was written again meanwhile: it guards a change', async () => {
    const { start, tick, rows, clock, dueRows } = ticking({
      deliver: async (id) => {
        await dueRows.look(id, '2026-11-30T09:01:00.000Z');
        return undefined;
      },
    });
    await start('a');
    clock.pass(2 * minute);
    await tick();
    expect(await rows()).toEqual(['a +1']);
  });

  test('looks once after a change that was never saved', async () => {
    const { guard, tick, delivered, rows, clock } = ticking();
    await guard('never-started');
    clock.pass(2 * minute);
    await tick();
    expect(delivered).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  test('ahead of time delivers what a process that died left behind, and deletes nothing', async () => {
    const { start, tick, delivered, rows } = ticking();
    await start('a');
    await tick(2 * minute);
    expect(delivered).toEqual(['a']);
    expect(await rows()).toEqual(['a +1']);
  });

  test('ahead of time does not do early what is owed later', async () => {
    const { start, run, tick, item, clock } = ticking();
    await start('a');
    await run('a', anna, { type: 'DeferItem', item: 'I1', until: '2026-12-01', reason: 'Later' });
    clock.pass(14 * hour - minute - 1);
    await tick(2 * minute);
    expect((await item('a', 'I1')).state.type).toBe('deferred');
  });
});

describe('a deferred item', () => {
  test.each([
    ['Europe/Berlin', '2026-11-30T23:00:00.000Z'],
    ['Pacific/Auckland', '2026-11-30T11:00:00.000Z'],
    ['America/Los_Angeles', '2026-12-01T08:00:00.000Z'],
  ])('in %s is back at midnight there, which is %s', async (zone, midnight) => {
    const { start, run, tick, item, clock, memory } = ticking();
    await start('a', zone);
    await run('a', anna, { type: 'DeferItem', item: 'A1', until: '2026-12-01', reason: 'Later' });
    clock.pass(2 * minute);
    await tick();
    const [next] = await memory.dueRows.due('2999-01-01T00:00:00.000Z');
    expect(next?.at).toBe(midnight);

    clock.pass(Date.parse(midnight) - Date.parse(clock.now()) - 1);
    await tick();
    expect((await item('a', 'A1')).state.type).toBe('deferred');
    clock.pass(1);
    await tick();
    expect((await item('a', 'A1')).state.type).toBe('open');
    expect((await memory.store.history('a')).at(-1)).toMatchObject({
      type: 'ItemReturned',
      by: 'lotse',
      on: '2026-12-01',
    });
    const { cards } = await memory.mailbox.pending('a');
    const { engagement } = await memory.store.load('a');
    expect(cards.find(({ card }) => card === 'overview')?.wanted).toBe(engagement.version);
  });

  test('that was missed for days, because nothing ran, is back with the first tick', async () => {
    const { start, run, tick, item, clock } = ticking();
    await start('a');
    await run('a', anna, { type: 'DeferItem', item: 'A1', until: '2026-12-01', reason: 'Later' });
    clock.pass(5 * 24 * hour);
    await tick();
    expect((await item('a', 'A1')).state.type).toBe('open');
  });
});

describe('a pause', () => {
  const pausing = async (zone = 'Europe/Berlin') => {
    const stage = ticking();
    await stage.start('a', zone);
    await stage.run('a', anna, { type: 'DeferItem', item: 'A1', until: '2026-12-02', reason: 'Later' });
    await stage.run('a', anna, { type: 'PauseEngagement', until: '2026-12-04' });
    const passUntil = (at: string) => {
      stage.clock.pass(Date.parse(at) - Date.parse(stage.clock.now()));
    };
    return { ...stage, passUntil };
  };

  test.each([
    ['Europe/Berlin', '2026-12-03T23:00:00.000Z'],
    ['Pacific/Auckland', '2026-12-03T11:00:00.000Z'],
    ['America/Los_Angeles', '2026-12-04T08:00:00.000Z'],
  ])('ends by itself at midnight in %s, and what came due meanwhile comes back then', async (zone, midnight) => {
    const { tick, item, engagement, memory, passUntil, rows, clock } = await pausing(zone);
    clock.pass(2 * minute);
    await tick();
    expect(await rows()).toEqual([`a +${(Date.parse(midnight) - Date.parse('2026-11-30T09:00:00.000Z')) / minute}`]);
    passUntil('2026-12-03T08:00:00.000Z');
    await tick();
    passUntil(new Date(Date.parse(midnight) - 1).toISOString());
    await tick();
    expect((await engagement('a')).status).toBe('paused');
    expect((await item('a', 'A1')).state.type).toBe('deferred');

    clock.pass(1);
    await tick();
    expect((await engagement('a')).status).toBe('running');
    expect((await item('a', 'A1')).state.type).toBe('open');
    expect((await memory.store.history('a')).slice(-2)).toMatchObject([
      { type: 'EngagementResumed', by: 'lotse', on: '2026-12-04' },
      { type: 'ItemReturned', item: 'A1', by: 'lotse', on: '2026-12-04' },
    ]);
  });

  test('that was ended by hand lets come back what came due meanwhile', async () => {
    const { tick, item, run, passUntil, clock } = await pausing();
    passUntil('2026-12-02T12:00:00.000Z');
    await tick();
    expect((await item('a', 'A1')).state.type).toBe('deferred');
    await run('a', anna, { type: 'ResumeEngagement' });
    clock.pass(2 * minute);
    await tick();
    expect((await item('a', 'A1')).state.type).toBe('open');
  });

  test('without a day is not looked at, and never ends by itself', async () => {
    const { start, run, tick, engagement, rows, clock } = ticking();
    await start('a');
    await run('a', anna, { type: 'PauseEngagement' });
    clock.pass(2 * minute);
    await tick();
    expect(await rows()).toEqual([]);
    expect((await engagement('a')).status).toBe('paused');
  });

  test('that two instances end at the same time ends once', async () => {
    const one = await pausing();
    const other = createStage({ beside: one });
    const { store, dueRows } = one.memory;
    const deliver = () => Promise.resolve(undefined);
    const tickThere = createTick({
      trace: untraced,
      ...other,
      watch: createWatch(other.clock),
      store,
      dueRows,
      calendar,
      deliver,
      log: createFakeLog(),
    });
    one.passUntil('2026-12-03T23:00:00.000Z');
    await Promise.all([one.tick(), tickThere()]);
    const types = (await store.history('a')).map(({ type }) => type);
    expect(types.filter((type) => type === 'EngagementResumed')).toHaveLength(1);
    expect(types.filter((type) => type === 'ItemReturned')).toHaveLength(1);
  });
});

describe('when the time zone is changed', () => {
  // At 12:00 UTC it is Monday in Los Angeles and Tuesday in Auckland.
  const [west, east] = ['America/Los_Angeles', 'Pacific/Auckland'];
  const returns = async ({ memory }: ReturnType<typeof ticking>) =>
    (await memory.store.history('a')).filter(({ type }) => type === 'ItemReturned').map(({ on }) => on);

  const deferredIn = async (zone: string, until: string) => {
    const stage = ticking();
    stage.clock.pass(3 * hour);
    await stage.start('a', zone);
    await stage.run('a', anna, { type: 'DeferItem', item: 'A1', until, reason: 'Later' });
    const later = async (milliseconds: number) => {
      stage.clock.pass(milliseconds);
      await stage.tick();
    };
    const moveTo = async (timeZone: string) => {
      await stage.run('a', anna, { type: 'ConfigureEngagement', timeZone });
      await later(2 * minute);
    };
    return { ...stage, later, moveTo };
  };

  test('so that tomorrow is today, what was put off until then comes back, and does so once', async () => {
    const stage = await deferredIn(west, '2026-12-01');
    await stage.later(2 * minute);
    expect(await returns(stage)).toEqual([]);
    await stage.moveTo(east);
    expect(await returns(stage)).toEqual(['2026-12-01']);
    await stage.moveTo(west);
    await stage.moveTo(east);
    for (let hours = 0; hours < 48; hours++) await stage.later(hour);
    expect(await returns(stage)).toEqual(['2026-12-01']);
  });

  test('so that today is yesterday again, what came back stays, and does not come back twice', async () => {
    const stage = await deferredIn(east, '2026-12-02');
    await stage.later(24 * hour);
    expect(await returns(stage)).toEqual(['2026-12-02']);
    await stage.moveTo(west);
    for (let hours = 0; hours < 48; hours++) await stage.later(hour);
    expect(await returns(stage)).toEqual(['2026-12-02']);
    expect((await stage.item('a', 'A1')).state.type).toBe('open');
  });

  test('what is put off comes back at midnight of the new place', async () => {
    const stage = await deferredIn(east, '2026-12-02');
    await stage.moveTo(west);
    stage.clock.pass(Date.parse('2026-12-02T08:00:00.000Z') - 1 - Date.parse(stage.clock.now()));
    await stage.tick();
    expect(await returns(stage)).toEqual([]);
    await stage.later(1);
    expect(await returns(stage)).toEqual(['2026-12-02']);
  });

  test('a pause ends once', async () => {
    const stage = await deferredIn(east, '2026-12-24');
    await stage.run('a', anna, { type: 'PauseEngagement', until: '2026-12-02' });
    await stage.later(24 * hour);
    expect((await stage.engagement('a')).status).toBe('running');
    await stage.moveTo(west);
    for (let hours = 0; hours < 48; hours++) await stage.later(hour);
    const resumed = (await stage.memory.store.history('a')).filter(({ type }) => type === 'EngagementResumed');
    expect(resumed).toHaveLength(1);
  });
});

describe('an engagement that fails', () => {
  test('is tried again after 2, 4, 8 … 60 minutes, and holds up nobody', async () => {
    const failing = new Set(['a']);
    const { start, tick, delivered, rows, clock, log } = ticking({
      deliver: (id) => (failing.has(id) ? Promise.reject(new Error('broken')) : Promise.resolve(undefined)),
    });
    for (const id of ['a', 'b', 'c']) await start(id);
    clock.pass(minute);
    await tick();
    expect(delivered.sort()).toEqual(['a', 'b', 'c']);
    expect(await rows()).toEqual(['a +3']);
    for (const [at, next] of [
      [3, 7],
      [7, 15],
      [15, 31],
      [31, 63],
      [63, 123],
      [123, 183],
    ] as const) {
      clock.pass(Date.parse('2026-11-30T09:00:00.000Z') + at * minute - Date.parse(clock.now()));
      await tick();
      expect(await rows()).toEqual([`a +${next}`]);
    }
    expect(log.errors).toHaveLength(7);

    failing.clear();
    clock.pass(hour);
    await tick();
    expect(await rows()).toEqual([]);
    failing.add('a');
    await start('d');
    clock.pass(2 * minute);
    await tick();
    expect(delivered.at(-1)).toBe('d');
  });

  test('and of which not even that can be written down stays due, and holds up nobody', async () => {
    const ids = Array.from({ length: 30 }, (_, n) => `e${n}`);
    const broken = new Set(ids.slice(0, 20));
    const state = { down: false };
    const { start, tick, delivered, rows, clock, log } = ticking({
      deliver: (id) => (broken.has(id) ? Promise.reject(new Error('broken')) : Promise.resolve(undefined)),
      dueRows: (memory) => ({
        look: (id, at) => (state.down && broken.has(id) ? Promise.reject(new Error('no table')) : memory.look(id, at)),
      }),
    });
    for (const id of ids) await start(id);
    state.down = true;
    clock.pass(minute);
    await tick();
    expect([...delivered].sort()).toEqual([...ids].sort());
    expect((await rows()).map((one) => one.split(' ')[0]).sort()).toEqual([...broken].sort());
    expect(log.errors).toHaveLength(40);
  });
});
