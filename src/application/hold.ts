import type { EngagementId } from '../engagement/index';
import type { Clock, Log, Mailbox, OutsideId } from './ports';
import { later } from './times';

/** While somebody has a form of a post open, its shared update waits: it would close the form. 90 seconds at most. */
export interface Holds {
  hold(id: EngagementId, activityId: string, by: OutsideId): Promise<void>;
  /** Whether there was something to release: then its update may be waiting. */
  release(id: EngagementId, activityId: string, by: OutsideId): Promise<boolean>;
}

const longest = 90_000;
/** Commits and whoever is updating the post write to its row as well. */
const attempts = 5;

/** Each person holds for themselves: a post is let go when the last form of it is sent or has run out. */
export const createHolds = (mailbox: Mailbox, clock: Clock, log: Log): Holds => {
  const posts = new Map<string, Map<OutsideId, string>>();
  const change = async (id: EngagementId, activityId: string): Promise<void> => {
    const heldUntil = [...(posts.get(activityId)?.values() ?? [])].sort().at(-1);
    try {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const { cards } = await mailbox.pending(id);
        const row = cards.find((one) => one.activityId === activityId);
        if (!row) return;
        const { heldUntil: _, ...rest } = row;
        if (await mailbox.saveCard(id, heldUntil === undefined ? rest : { ...rest, heldUntil })) return;
      }
    } catch (error) {
      // The form is worth showing even if the post cannot be made to wait for it.
      log.warn({ engagement: id, err: error }, 'A post could not be held while a form is open.');
    }
  };
  return {
    hold: async (id, activityId, by) => {
      if (posts.size > 10_000) posts.clear();
      const holders = posts.get(activityId) ?? new Map<OutsideId, string>();
      posts.set(activityId, holders.set(by, later(clock.now(), longest)));
      await change(id, activityId);
    },
    release: async (id, activityId, by) => {
      const holders = posts.get(activityId);
      if (!holders?.delete(by)) return false;
      if (holders.size === 0) posts.delete(activityId);
      await change(id, activityId);
      return true;
    },
  };
};
