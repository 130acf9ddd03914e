import type { EngagementId } from '../engagement/index';
import type { Afterwards } from './afterwards';
import type { Guard } from './guard';
import type { CardRow, Clock, Mailbox } from './ports';

/** Posts the overview of an engagement anew. Whether it stands there now; if not, it follows by itself. */
export type PostAnew = (id: EngagementId) => Promise<boolean>;

/** Somebody who is updating it is waited for: their update would land on the line that is left. In milliseconds. */
const patience = 5_000;
const between = 100;

export const createPostAnew =
  ({
    mailbox,
    guard,
    clock,
    afterwards,
  }: {
    mailbox: Mailbox;
    guard: Guard;
    clock: Clock;
    afterwards: Afterwards;
  }): PostAnew =>
  async (id) => {
    await guard(id);
    for (let waited = 0; waited <= patience; waited += between) {
      const row = await overviewOf(mailbox, id);
      // It is about to be posted as it is.
      if (row?.activityId === undefined) return false;
      if ((row.leasedUntil ?? '') <= clock.now() && (await mailbox.saveCard(id, withoutPost(row, row.activityId)))) {
        // What fails now is delivered with the next look: the row is saved.
        const delivered = afterwards.deliver(id).catch(() => undefined);
        await Promise.race([delivered, clock.wait(patience)]);
        return (await overviewOf(mailbox, id))?.activityId !== undefined;
      }
      await clock.wait(between);
    }
    return false;
  };

const overviewOf = async (mailbox: Mailbox, id: EngagementId): Promise<CardRow | undefined> =>
  (await mailbox.pending(id)).cards.find(({ card }) => card === 'overview');

/** Forms opened on the old post are answered all the same, but hold up nothing. */
const withoutPost = ({ activityId: _, holds: _h, leasedUntil: _l, ...row }: CardRow, post: string): CardRow => ({
  ...row,
  shown: 0,
  former: [...(row.former ?? []), post],
});
