import { calendar } from '../../src/adapters/clock/index';
import { createMemory, type Memory } from '../../src/adapters/memory/index';
import { createExecute } from '../../src/application/execute';
import { createGuard } from '../../src/application/guard';
import type { Clock, DueRows, EngagementStore, KnownPerson, Log, Trace } from '../../src/application/ports';
import { createQueue } from '../../src/application/queue';
import type { Command, Engagement, Instant, Item, TimeZone } from '../../src/engagement/index';
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

/** Nobody collects anything. */
export const untraced: Trace = (_, __, work) => work();

let operations = 0;
/** Every sentence and press has a name of its own. */
export const nextOperation = (): string => `op-${++operations}`;

export const anna: KnownPerson = { id: 'anna', name: 'Anna Schmidt' };
export const mehmet: KnownPerson = { id: 'mehmet', name: 'Mehmet Yılmaz' };

export type Worse = {
  readonly store?: (store: EngagementStore) => Partial<EngagementStore>;
  readonly dueRows?: (dueRows: DueRows) => Partial<DueRows>;
  /** Another instance on the same storage. */
  readonly beside?: { readonly memory: Memory; readonly clock: FakeClock };
};

/** Waits with its change until somebody else has made theirs. */
const createOvertaken = (store: EngagementStore) => {
  const work: (() => Promise<unknown>)[] = [];
  const append: EngagementStore['append'] = async (...what) => {
    await work.shift()?.();
    await store.append(...what);
  };
  return { store: { ...store, append }, meanwhile: (...others: typeof work) => work.push(...others) };
};

/** The use cases on memory, of which a test may replace the storage with something worse. */
export const createStage = (worse: Worse = {}) => {
  const { memory, clock } = worse.beside ?? { memory: createMemory(), clock: createFakeClock() };
  const { store, meanwhile } = createOvertaken({ ...memory.store, ...worse.store?.(memory.store) });
  const dueRows = { ...memory.dueRows, ...worse.dueRows?.(memory.dueRows) };
  const guard = createGuard(dueRows, clock);
  const queue = createQueue(clock);
  const execute = createExecute({ store, guard, queue, clock, calendar });
  const elsewhere = createExecute({ store: memory.store, guard, queue: createQueue(clock), clock, calendar });
  const run = (id: string, by: KnownPerson, ...commands: readonly Command[]) =>
    execute({ id, by, op: nextOperation(), commands: () => commands });
  return {
    memory,
    clock,
    store,
    dueRows,
    guard,
    queue,
    execute,
    run,
    /** The same, by somebody at another instance. */
    runElsewhere: (id: string, by: KnownPerson, ...commands: readonly Command[]) =>
      elsewhere({ id, by, op: nextOperation(), commands: () => commands }),
    /** What somebody at another instance does just before the next changes here are saved, one after another. */
    meanwhile,
    engagement: async (id: string): Promise<Engagement> => (await memory.store.load(id)).engagement,
    /** Anna starts and leads. No meetings, so that nothing is due but what a test is about. */
    start: (id: string, timeZone: TimeZone = 'Europe/Berlin') => {
      const { specialist: _, ...alone } = startCommand;
      return execute({
        id,
        by: anna,
        place: { tenantId: 'tenant', conversationId: id },
        op: `start-${id}`,
        commands: () => [{ ...alone, timeZone, checkpoint: { every: 'off', weekday: 1, time: '09:00' } }],
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
