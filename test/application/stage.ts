import { calendar } from '../../src/adapters/clock/index';
import { createMemory } from '../../src/adapters/memory/index';
import { createExecute } from '../../src/application/execute';
import { createGuard } from '../../src/application/guard';
import type { Clock, DueRows, EngagementStore, KnownPerson, Log } from '../../src/application/ports';
import { createQueue } from '../../src/application/queue';
import type { Command, Instant, Item, TimeZone } from '../../src/engagement/index';
import { start as startCommand } from '../support/given';

/** Time passes when a test says so, and when somebody waits. */
export type FakeClock = Clock & { readonly waits: number[]; readonly pass: (milliseconds: number) => void };

/** Monday 30 November 2026, 10:00 in Berlin. */
export const begin: Instant = '2026-11-30T09:00:00.000Z';

export const createFakeClock = (from: Instant = begin): FakeClock => {
  let now = Date.parse(from);
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(now).toISOString(),
    pass: (milliseconds) => {
      now += milliseconds;
    },
    wait: (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
};

/** Keeps what was logged, the texts only. */
export const createFakeLog = (): Log & { readonly errors: string[] } => {
  const errors: string[] = [];
  return { errors, info: () => undefined, warn: () => undefined, error: (_, text) => errors.push(text) };
};

export const anna: KnownPerson = { id: 'anna', name: 'Anna Schmidt' };
export const mehmet: KnownPerson = { id: 'mehmet', name: 'Mehmet Yılmaz' };

/** The use cases on memory, of which a test may replace the storage with something worse. */
export const createStage = (
  worse: {
    readonly store?: (store: EngagementStore) => Partial<EngagementStore>;
    readonly dueRows?: (dueRows: DueRows) => Partial<DueRows>;
  } = {},
) => {
  const memory = createMemory();
  const clock = createFakeClock();
  const store = { ...memory.store, ...worse.store?.(memory.store) };
  const dueRows = { ...memory.dueRows, ...worse.dueRows?.(memory.dueRows) };
  const guard = createGuard(dueRows, clock);
  const queue = createQueue(clock);
  const execute = createExecute({ store, guard, queue, clock, calendar });
  let operations = 0;
  const run = (id: string, by: KnownPerson, ...commands: readonly Command[]) =>
    execute({ id, by, op: `op-${++operations}`, commands: () => commands });
  return {
    memory,
    clock,
    store,
    dueRows,
    guard,
    queue,
    execute,
    run,
    /** Anna starts and leads. */
    start: (id: string, timeZone: TimeZone = 'Europe/Berlin') => {
      const { specialist: _, ...alone } = startCommand;
      return execute({
        id,
        by: anna,
        place: { tenantId: 'tenant', conversationId: id },
        op: `start-${id}`,
        commands: () => [{ ...alone, timeZone }],
      });
    },
    item: async (id: string, code: string): Promise<Item> => {
      const { engagement } = await memory.store.load(id);
      const item = engagement.items[code];
      if (!item) throw new Error(`There is no ${code}.`);
      return item;
    },
  };
};
