import type { EngagementId, OperationId } from '../engagement/index';
import type { Afterwards } from './afterwards';
import { settled, slotOf } from './answers';
import { untilNext } from './keep-true';
import { putDown } from './mark';
import type { Clock, Log, Mailbox, Sent } from './ports';

/** Seconds after which whoever may have had no answer is told what was saved. */
const doubt = 5;

/** A sentence that changed something was answered directly, or that was tried: nobody else does it, or somebody does soon. */
export type Given = (id: EngagementId, op: OperationId, sent: Sent) => void;

type Parts = {
  readonly mailbox: Mailbox;
  readonly afterwards: Afterwards;
  readonly clock: Clock;
  readonly log: Log;
};

export const createGiven =
  ({ mailbox, afterwards, clock, log }: Parts): Given =>
  (id, op, sent) => {
    // What may have arrived is not sent again; that it was saved is told once more, in other and fewer words.
    const isDoubted = sent.outcome === 'unknown' || sent.outcome === 'refused';
    const told: Sent = isDoubted ? { outcome: 'later', seconds: doubt } : sent;
    if (isDoubted)
      log.warn({ engagement: id, op }, 'An answer may not have arrived; what was saved is told once more.');
    afterwards.also(async () => {
      await putDown(clock, async () => {
        const { posts } = await mailbox.pending(id);
        const row = posts.find(({ slot }) => slot === slotOf(op));
        if (row) await mailbox.savePosts(id, [settled(row, told, clock.now())]);
      });
      if (untilNext(told) !== undefined) afterwards(id);
    });
  };
