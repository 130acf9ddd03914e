import { calendar } from '../../src/adapters/clock/index';
import type { Deliver } from '../../src/application/deliver';
import type { DueRows } from '../../src/application/ports';
import { createTick } from '../../src/application/tend';
import { anna, createFakeLog, createStage } from './stage';

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
  const tick = createTick({
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
