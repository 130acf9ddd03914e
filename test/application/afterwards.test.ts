import { setImmediate as turn } from 'node:timers/promises';
import { createMemory } from '../../src/adapters/memory/index';
import { createAfterwards } from '../../src/application/afterwards';
import type { Instant } from '../../src/engagement/index';
import { createFakeClock, createFakeLog } from './stage';

/** A clock whose waits end when the test lets the time pass. */
const createSlowClock = () => {
  const clock = createFakeClock();
  const waiting: { at: number; end: () => void }[] = [];
  return {
    now: () => clock.now(),
    wait: (milliseconds: number) =>
      new Promise<void>((end) => waiting.push({ at: Date.parse(clock.now()) + milliseconds, end })),
    pass: async (milliseconds: number) => {
      clock.pass(milliseconds);
      for (const { end } of waiting.filter(({ at }) => at <= Date.parse(clock.now()))) end();
      await turn();
      await turn();
    },
  };
};

const delivering = (nexts: (Instant | undefined | Error)[]) => {
  const clock = createSlowClock();
  const log = createFakeLog();
  const at: string[] = [];
  const { dueRows } = createMemory();
  const afterwards = createAfterwards(
    () => {
      at.push(clock.now().slice(14, 19));
      const next = nexts.shift();
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    },
    dueRows,
    clock,
    log,
  );
  return { clock, log, at, afterwards, dueRows };
};

describe('delivering afterwards', () => {
  test('leaves a look that is far ahead to the ticks, which would not know of it otherwise', async () => {
    const { afterwards, clock, at, dueRows } = delivering(['2026-12-07T07:00:00.000Z']);
    afterwards('a');
    await clock.pass(0);
    expect(at).toEqual(['00:00']);
    expect(await dueRows.due('2999-01-01T00:00:00.000Z')).toMatchObject([{ id: 'a', at: '2026-12-07T07:00:00.000Z' }]);
  });

  test('writes down nothing for a look it takes itself', async () => {
    const { afterwards, clock, dueRows } = delivering(['2026-11-30T09:00:10.000Z']);
    afterwards('a');
    await clock.pass(0);
    expect(await dueRows.due('2999-01-01T00:00:00.000Z')).toEqual([]);
  });

  test('looks again at the time that was asked for', async () => {
    const { afterwards, clock, at } = delivering(['2026-11-30T09:00:10.000Z']);
    afterwards('a');
    await clock.pass(0);
    await clock.pass(9_999);
    expect(at).toEqual(['00:00']);
    await clock.pass(1);
    expect(at).toEqual(['00:00', '00:10']);
  });

  test('looks earlier than planned when that is asked for meanwhile, and once', async () => {
    const { afterwards, clock, at } = delivering(['2026-11-30T09:01:00.000Z', '2026-11-30T09:00:02.000Z']);
    afterwards('a');
    await clock.pass(0);
    afterwards('a');
    await clock.pass(0);
    await clock.pass(2_000);
    expect(at).toEqual(['00:00', '00:00', '00:02']);
    await clock.pass(58_000);
    expect(at).toHaveLength(3);
  });

  test('leaves what is far away to the ticks', async () => {
    const { afterwards, clock, at } = delivering(['2026-11-30T09:02:00.000Z']);
    expect(await afterwards.deliver('a')).toBe('2026-11-30T09:02:00.000Z');
    await clock.pass(10 * 60_000);
    expect(at).toHaveLength(1);
  });

  test('logs what failed, and goes on with the next', async () => {
    const { afterwards, clock, at, log } = delivering([new Error('broken')]);
    afterwards('a');
    await clock.pass(0);
    afterwards('a');
    await clock.pass(0);
    expect(at).toHaveLength(2);
    expect(log.errors).toEqual(['Delivering failed; the next tick tries again.']);
  });

  test('begins nothing any more once it is to settle', async () => {
    const { afterwards, clock, at } = delivering(['2026-11-30T09:00:10.000Z']);
    await afterwards.deliver('a');
    await afterwards.settled();
    afterwards('a');
    await clock.pass(10_000);
    expect(at).toHaveLength(1);
  });
});
