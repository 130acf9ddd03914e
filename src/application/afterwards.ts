import type { EngagementId, Instant } from '../engagement/index';
import type { Deliver } from './deliver';
import type { Clock, DueRows, Log } from './ports';

/** Delivers after the answer, without anybody waiting for it. What it does not get to, a tick does. */
export interface Afterwards {
  (id: EngagementId): void;
  /** Something else that nobody waits for. What fails is logged. */
  also(work: () => Promise<void>): void;
  /** Delivers now. A look needed soon is planned too: a tick would only come to it at the next full minute. */
  readonly deliver: Deliver;
  /** Resolves when nothing is under way any more; looks planned for later are left to the next tick. */
  settled(): Promise<void>;
}

/** A look needed sooner than the guard's is taken here. */
const soon = 120_000;

export const createAfterwards = (deliver: Deliver, dueRows: DueRows, clock: Clock, log: Log): Afterwards => {
  const under = new Set<Promise<void>>();
  const planned = new Map<EngagementId, number>();
  let stopped = false;
  const fromNow = (at: Instant): number => Date.parse(at) - Date.parse(clock.now());
  const isSoon = (at: Instant): boolean => fromNow(at) < soon;
  const deliverAndPlan: Deliver = async (id) => {
    const next = await deliver(id);
    if (next !== undefined && isSoon(next)) void plan(id, Math.max(fromNow(next), 50));
    return next;
  };
  const run = async (id: EngagementId): Promise<void> => {
    try {
      const next = await deliverAndPlan(id);
      // No tick may ever come to it by itself.
      if (next !== undefined && !isSoon(next)) await dueRows.look(id, next);
    } catch (error) {
      log.error({ engagement: id, err: error }, 'Delivering failed; the next tick tries again.');
    }
  };
  const plan = async (id: EngagementId, inMs: number): Promise<void> => {
    const at = Date.parse(clock.now()) + inMs;
    // Only a look planned for earlier makes this one needless.
    if ((planned.get(id) ?? Infinity) <= at) return;
    planned.set(id, at);
    await clock.wait(inMs);
    if (planned.get(id) !== at) return;
    planned.delete(id);
    if (!stopped) start(id);
  };
  const start = (id: EngagementId): void => {
    const work = run(id).finally(() => under.delete(work));
    under.add(work);
  };
  return Object.assign(
    (id: EngagementId) => {
      if (!stopped) setImmediate(start, id);
    },
    {
      also: (work: () => Promise<void>) => {
        const done = work()
          .catch((error: unknown) => {
            log.error({ err: error }, 'Something that comes after an answer failed.');
          })
          .finally(() => under.delete(done));
        under.add(done);
      },
      deliver: deliverAndPlan,
      settled: async () => {
        stopped = true;
        while (under.size > 0) await Promise.all(under);
      },
    },
  );
};
