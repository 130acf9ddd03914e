import type { EngagementId } from '../engagement/index';
import type { Address, CardName, CardRow, Log, Mailbox, Messenger } from './ports';

/** Somebody pressed a button of a post that says it is a living card. */
export type FindStrays = (id: EngagementId, address: Address, card: CardName, activityId: string) => Promise<void>;

const most = 10_000;
const attempts = 3;

/**
 * One card stands in one place. A post nobody told us of (its create was never answered) is taken for the card if there is
 * no other one, and taken away if there is. What a press says of its post is only a hint: nothing happens to posts of
 * cards that are in no doubt, nor to the post of any other card. Costs nothing for posts this process knows already.
 */
export const createFindStrays = (mailbox: Mailbox, messenger: Pick<Messenger, 'remove'>, log: Log): FindStrays => {
  const known = new Map<string, string>();
  const isPostOf = (activityId: string, { activityId: known, former = [] }: CardRow): boolean =>
    known === activityId || former.includes(activityId);
  return async (id, address, card, activityId) => {
    const name = `${id} ${card}`;
    if (known.get(name) === activityId) return;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const { cards } = await mailbox.pending(id);
      const row = cards.find((one) => one.card === card);
      if (known.size > most) known.clear();
      if (row?.activityId === activityId) known.set(name, activityId);
      if (!row?.doubted || cards.some((one) => isPostOf(activityId, one))) return;
      const { doubted: _, ...certain } = row;
      const saved = await mailbox.saveCard(id, { ...certain, activityId: row.activityId ?? activityId });
      if (!saved) continue;
      if (saved.activityId === activityId) return;
      log.warn({ engagement: id, card }, 'A second copy of a post was found; it is taken away.');
      await messenger.remove(address, activityId);
      return;
    }
  };
};
