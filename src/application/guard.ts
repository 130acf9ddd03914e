import type { EngagementId } from '../engagement/index';
import { type Clock, type DueRows, NotSavedError } from './ports';

export type Guard = (id: EngagementId) => Promise<void>;

const minute = 60_000;

/**
 * Makes sure that somebody looks at the engagement soon after a change, even if this process dies in the middle of it.
 * Cheap to ask again: a guard that is still 30 seconds away is remembered. Throws `NotSavedError` when it cannot be
 * written, because then the change must not be made.
 */
export const createGuard = (dueRows: DueRows, clock: Clock): Guard => {
  const remembered = new Map<EngagementId, number>();
  return async (id) => {
    const now = Date.parse(clock.now());
    if ((remembered.get(id) ?? 0) - now >= minute / 2) return;
    const at = Math.ceil((now + minute) / minute) * minute;
    try {
      await dueRows.look(id, new Date(at).toISOString());
    } catch (cause) {
      throw new NotSavedError(`The guard of ${id} could not be written.`, { cause });
    }
    if (remembered.size > 10_000) remembered.clear();
    remembered.set(id, at);
  };
};
