import type { EngagementId } from '../engagement/index';
import type { Clock, Log, Mailbox, OutsideId } from './ports';

/** While somebody has a form of a post open, its shared update waits: it would close the form. 90 seconds at most. */
export interface Holds {
  hold(id: EngagementId, activityId: string, by: OutsideId): Promise<void>;
  /** Whether there was something to release: then its update may be waiting. */
  release(id: EngagementId, activityId: string, by: OutsideId): Promise<boolean>;
}

const longest = 90_000;
/** Commits and whoever is updating the post write to its row as well. */
const attempts = 5;

/** Only whoever opened the last form of a post releases it; anybody else's runs out by itself. */
export const createHolds = (mailbox: Mailbox, clock: Clock, log: Log): Holds => {
  const holders = new Map<string, OutsideId>();
  const change = async (id: EngagementId, activityId: string, heldUntil?: string): Promise<void> => {
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
      if (holders.size > 10_000) holders.clear();
      holders.set(activityId, by);
      await change(id, activityId, new Date(Date.parse(clock.now()) + longest).toISOString());
    },
    release: async (id, activityId, by) => {
      if (holders.get(activityId) !== by) return false;
      holders.delete(activityId);
      await change(id, activityId);
      return true;
    },
  };
};
