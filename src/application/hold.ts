import type { EngagementId, Instant } from '../engagement/index';
import type { CardRow, Clock, Log, Mailbox, OutsideId } from './ports';
import { later } from './times';

/** While somebody has a form of a post open, its shared update waits: it would close the form. 90 seconds at most. */
export interface Holds {
  hold(id: EngagementId, activityId: string, by: OutsideId, milliseconds?: number): Promise<void>;
  /** Whether there was something to release: then its update may be waiting. */
  release(id: EngagementId, activityId: string, by: OutsideId): Promise<boolean>;
}

/** Commits and whoever is updating the post write to its row as well. */
const attempts = 5;

const longest = 90_000;

/** When the last form of it is taken for left; however many are opened, nothing new waits longer than for one. */
export const heldUntil = ({ holds = {}, waitingSince }: Omit<CardRow, 'token'>): Instant | undefined => {
  const until = Object.values(holds).sort().at(-1);
  if (until === undefined || waitingSince === undefined) return until;
  const atLast = later(waitingSince, longest);
  return until < atLast ? until : atLast;
};

/** Each person holds for themselves, whichever instance they meet: a post is let go when the last form of it is. */
export const createHolds = (mailbox: Mailbox, clock: Clock, log: Log): Holds => {
  const change = async (
    id: EngagementId,
    activityId: string,
    by: OutsideId,
    until: Instant | undefined,
  ): Promise<boolean> => {
    try {
      for (let attempt = 1; attempt <= attempts; attempt++) {
        const { cards } = await mailbox.pending(id);
        const row = cards.find((one) => one.activityId === activityId);
        const { [by]: before, ...others } = row?.holds ?? {};
        if (!row || (before === undefined && until === undefined)) return false;
        const now = clock.now();
        const holds = Object.fromEntries([
          ...Object.entries(others).filter(([, other]) => other > now),
          ...(until === undefined ? [] : [[by, until] as const]),
        ]);
        if (await mailbox.saveCard(id, { ...row, holds })) return true;
      }
    } catch (error) {
      // The form is worth showing even if the post cannot be made to wait for it.
      log.warn({ engagement: id, err: error }, 'A post could not be held while a form is open.');
    }
    return false;
  };
  return {
    hold: async (id, activityId, by, milliseconds = longest) => {
      await change(id, activityId, by, later(clock.now(), milliseconds));
    },
    release: (id, activityId, by) => change(id, activityId, by, undefined),
  };
};
