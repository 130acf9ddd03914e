import type { EngagementId } from '../engagement/index';
import type { Address, CardName, CardRow, Log, Mailbox, Messenger } from './ports';

/** Somebody pressed a button of a post that says it is a living card. */
export type FindStrays = (id: EngagementId, address: Address, card: CardName, activityId: string) => Promise<void>;

const most = 10_000;
const attempts = 3;

/**
 * One card stands in one place. A post nobody told us of (its create was never answered) is taken for the card if there is
 * no other one, and taken away if there is. Costs nothing for posts this process knows already.
 */
export const createFindStrays = (mailbox: Mailbox, messenger: Pick<Messenger, 'remove'>, log: Log): FindStrays => {
  const known = new Map<string, string>();
  const rowOf = async (id: EngagementId, card: CardName): Promise<CardRow | undefined> =>
    (await mailbox.pending(id)).cards.find((row) => row.card === card);
  return async (id, address, card, activityId) => {
    const name = `${id} ${card}`;
    if (known.get(name) === activityId) return;
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const row = await rowOf(id, card);
      // The former ones are about to become a line.
      if (!row || row.former?.includes(activityId)) return;
      if (row.activityId !== undefined && row.activityId !== activityId) {
        log.warn({ engagement: id, card }, 'A second copy of a post was found; it is taken away.');
        await messenger.remove(address, activityId);
        return;
      }
      if (known.size > most) known.clear();
      if (row.activityId === activityId || (await mailbox.saveCard(id, { ...row, activityId }))) {
        known.set(name, activityId);
        return;
      }
    }
  };
};
