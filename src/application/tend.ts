import { type Calendar, type EngagementId, type Instant, owed } from '../engagement/index';
import type { Deliver } from './deliver';
import type { Execute } from './execute';
import type { Clock, DueRow, DueRows, EngagementStore, Log, Trace } from './ports';
import { earliest, later } from './times';
import type { Watch } from './watch';

type Parts = {
  readonly store: EngagementStore;
  readonly dueRows: DueRows;
  readonly execute: Execute;
  readonly deliver: Deliver;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly watch: Pick<Watch, 'tickBegan' | 'tickEnded'>;
  readonly trace: Trace;
  readonly log: Log;
};

/** One look over everything that is due. `ahead` milliseconds more right after a start, where others may have died. */
export type Tick = (ahead?: number) => Promise<void>;

const atOnce = 8;
/** So much fits into one transaction, whatever follows from it. */
const mostAtOnce = 40;
/** Milliseconds for which an operation is remembered. */
const remembered = 7 * 86_400_000;

/** A failing engagement is looked at again later and never holds up the next one. */
export const createTick = (parts: Parts): Tick => {
  const failures = new Map<EngagementId, number>();
  const swept = new Map<EngagementId, string>();
  /** Once a day and engagement is often enough. */
  const sweep = async (id: EngagementId, now: Instant): Promise<void> => {
    const day = now.slice(0, 10);
    if (swept.get(id) === day) return;
    if (swept.size > 10_000) swept.clear();
    swept.set(id, day);
    await parts.store.forgetOperations(id, later(now, -remembered));
  };
  const look = async (id: EngagementId, rows: readonly DueRow[], now: Instant): Promise<void> => {
    const { dueRows, log } = parts;
    try {
      const next = await tend(parts, id);
      if (next !== undefined) await dueRows.look(id, next);
      failures.delete(id);
      await sweep(id, now);
    } catch (error) {
      const failed = (failures.get(id) ?? 0) + 1;
      failures.set(id, failed);
      log.error(
        { engagement: id, failed, err: error },
        'This engagement could not be looked after; it will be tried again.',
      );
      await dueRows.look(id, later(now, Math.min(2 ** failed, 60) * 60_000));
    }
    // Rows ahead of their time stay: they may guard a change that is being made this very moment.
    for (const row of rows) if (row.at <= now) await dueRows.done(row);
  };
  const lookAt = (id: EngagementId, rows: readonly DueRow[], now: Instant): Promise<void> =>
    parts.trace('look', `look-${id}-${now}`, () => look(id, rows, now));
  return async (ahead = 0) => {
    const now = parts.clock.now();
    const rows = await parts.dueRows.due(later(now, ahead));
    parts.watch.tickBegan(rows);
    const byId = new Map<EngagementId, DueRow[]>();
    for (const row of rows) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
    const waiting = [...byId];
    const worker = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift())
        await lookAt(next[0], next[1], now).catch((error: unknown) => {
          parts.log.error({ err: error }, 'A look could not be put down as done; its row stays and is due again.');
        });
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    const figures = parts.watch.tickEnded();
    if (figures) parts.log.info(figures, 'How reminding went so far.');
  };
};

/** Does what the engagement owes and delivers what waits. Resolves with the time of the next look, if one is needed. */
const tend = async (parts: Parts, id: EngagementId): Promise<Instant | undefined> => {
  const { store, execute, deliver, clock, calendar } = parts;
  let { engagement } = await store.load(id);
  // A guard whose change was never saved costs one look.
  if (engagement.status === 'notStarted') return undefined;
  let looked = owed(engagement, clock.now(), calendar);
  // What is done may lead to more: where a pause ends, what came due meanwhile comes back.
  while (looked.owed.length > 0) {
    const { seen } = await execute({
      id,
      op: `owed-${String(engagement.version)}`,
      commands: (newest) => owed(newest.engagement, clock.now(), calendar).owed.slice(0, mostAtOnce),
    });
    if (seen.engagement.version === engagement.version) break;
    engagement = seen.engagement;
    looked = owed(engagement, clock.now(), calendar);
  }
  // As of the instant at which nothing was owed: what came due since then is looked at next.
  return earliest([looked.next, await deliver(id)]);
};
