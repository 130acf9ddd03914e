import type { EngagementId, Instant } from '../engagement/index';
import { type Delivery, doubt, lease } from './keep-true';
import type { Address, CardRow, Log, PostRow } from './ports';
import { noticeReply } from './posts';
import { later } from './times';

/** Claims a message before it is sent, and records what became of it. It waits until the post it replies to has an id. */
export const postOnce = async (
  parts: Delivery & { readonly log: Log },
  id: EngagementId,
  address: Address,
  row: PostRow,
  cards: readonly CardRow[],
): Promise<Instant | undefined> => {
  const { clock, calendar, mailbox, messenger, store, log } = parts;
  if (row.leasedUntil !== undefined && row.leasedUntil > clock.now()) return row.leasedUntil;
  const under = cards.find(({ card }) => card === row.under)?.activityId;
  if (under === undefined) return later(clock.now(), lease);
  const mine = await mailbox.savePost(id, { ...row, leasedUntil: later(clock.now(), lease) });
  if (!mine) return undefined;
  const loaded = await store.load(id);
  const reply = noticeReply(loaded, row.notice, calendar.dayOf(clock.now(), loaded.engagement.timeZone));
  const answered = await messenger.answer(address, under, reply);
  const sent = answered.outcome === 'gone' ? await messenger.post(address, reply) : answered;
  if (sent.outcome === 'later' || sent.outcome === 'gone') {
    const until = later(clock.now(), sent.outcome === 'later' ? sent.seconds * 1_000 : doubt);
    await mailbox.savePost(id, { ...mine, leasedUntil: until });
    return until;
  }
  if (sent.outcome === 'unknown')
    log.warn({ engagement: id, slot: row.slot }, 'A message may or may not have arrived; it is not sent again.');
  await mailbox.savePost(id, { ...mine, state: sent.outcome });
  return undefined;
};
