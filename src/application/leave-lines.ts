import type { EngagementId, Instant } from '../engagement/index';
import { type Delivery, doubt, type Where } from './keep-true';
import type { CardRow, Loaded, Mailbox } from './ports';
import { movedReply } from './posts';
import { earliest, later } from './times';

/** Posts that stand elsewhere now become a line that leads there. Resolves with the time of the next try, if one is needed. */
export const leaveLines = async (
  { mailbox, messenger, clock, calendar }: Delivery,
  seen: Loaded,
  { address, overview }: Where,
  cards: readonly CardRow[],
): Promise<Instant | undefined> => {
  const looks: (Instant | undefined)[] = [];
  for (const row of cards.filter(({ former = [], activityId }) => former.length > 0 && activityId !== undefined)) {
    const reply = movedReply(seen, calendar.dayOf(clock.now(), seen.engagement.timeZone), overview);
    const done = new Set<string>();
    for (const post of row.former ?? []) {
      const sent = await messenger.update(address, post, reply);
      if (sent.outcome === 'later') looks.push(later(clock.now(), sent.seconds * 1_000));
      else if (sent.outcome === 'unknown') looks.push(later(clock.now(), doubt));
      else done.add(post);
    }
    if (done.size > 0) await forget(mailbox, seen.id, row, done);
  }
  return earliest(looks);
};

/** What others wrote to the row meanwhile stays. */
const forget = async (mailbox: Mailbox, id: EngagementId, seen: CardRow, done: ReadonlySet<string>): Promise<void> => {
  let row: CardRow | undefined = (await mailbox.pending(id)).cards.find(({ card }) => card === seen.card);
  for (let attempt = 1; row && attempt <= 5; attempt++) {
    const { former = [], ...rest } = row;
    const left: readonly string[] = former.filter((post) => !done.has(post));
    if (await mailbox.saveCard(id, { ...rest, ...(left.length > 0 && { former: left }) })) return;
    row = (await mailbox.pending(id)).cards.find(({ card }) => card === seen.card);
  }
};
