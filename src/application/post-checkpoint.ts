import { type Day, type EngagementId, type Instant, isCheckpointDay, lateAfter } from '../engagement/index';
import { type Delivery, lease, longestSend, pace, untilNext, type Where } from './keep-true';
import { turnIntoLine } from './leave-lines';
import { mark } from './mark';
import type { CheckpointNews, Loaded, PostRow, Sent } from './ports';
import { checkpointReply } from './posts';
import { earliest, later } from './times';

/** Rows that are put down together, at the most. */
const mostAtOnce = 40;

export type CheckpointRow = PostRow & { readonly message: CheckpointNews };

export const isCheckpoint = (row: PostRow): row is CheckpointRow => row.message.type === 'checkpoint';

/**
 * Posts the newest checkpoint that waits, in a post of its own, and as things stand now; it tells what older ones were to
 * tell that nobody saw. Then the posts before it become a line. Resolves with the time of the next look that is needed.
 */
export const postCheckpoint = async (
  parts: Delivery,
  id: EngagementId,
  where: Where,
  rows: readonly CheckpointRow[],
): Promise<Instant | undefined> => {
  const { clock, mailbox } = parts;
  const now = clock.now();
  const waiting = inOrder(rows.filter(({ state }) => state === 'waiting'));
  const newest = waiting.at(-1);
  if (!newest) return shrink(parts, id, where, rows);
  const isClaimed = ({ leasedUntil }: PostRow): boolean => leasedUntil !== undefined && leasedUntil > now;
  const busyUntil = earliest(waiting.filter(isClaimed).map(({ leasedUntil }) => leasedUntil));
  if (busyUntil !== undefined) return busyUntil;
  const claimedUntil = later(now, lease);
  const claimed = await mailbox.savePosts(id, claiming(rows, waiting, newest, claimedUntil));
  const mine = claimed?.at(-1);
  // Somebody else posts it, or wrote something new; or there are more than can be put down at once.
  if (!mine || !isCheckpoint(mine) || mine.slot !== newest.slot) return later(now, pace);
  const seen = await parts.store.load(id);
  if (seen.engagement.status !== 'running') {
    await mailbox.savePosts(id, [{ ...mine, state: 'superseded', untold: true }]);
    return undefined;
  }
  // Whoever takes it once the claim is over must not meet ours still on its way.
  if (later(clock.now(), longestSend) >= claimedUntil) return claimedUntil;
  const today = parts.calendar.dayOf(clock.now(), seen.engagement.timeZone);
  const news = asItIsNow(mine, seen, today, clock.now());
  const sent = await parts.messenger.post(where.address, checkpointReply(seen, news, today, where.overview));
  const { row, look } = settled({ ...mine, message: news }, sent, clock.now());
  if (sent.outcome === 'unknown')
    parts.log.warn(
      { engagement: id, slot: mine.slot },
      'A checkpoint may or may not have arrived. It is not posted again; the next one tells what it told.',
    );
  await mark(parts, id, [row]);
  // What it leaves behind is done in the next round, which sees it standing.
  return look ?? later(clock.now(), pace);
};

const inOrder = (rows: readonly CheckpointRow[]): readonly CheckpointRow[] =>
  [...rows].sort((one, other) => one.at.localeCompare(other.at));

/** The newest one is claimed last, and only once all others are told with it: as many as fit at a time. */
const claiming = (
  rows: readonly CheckpointRow[],
  waiting: readonly CheckpointRow[],
  newest: CheckpointRow,
  leasedUntil: Instant,
): readonly PostRow[] => {
  const unseen = inOrder(rows.filter(({ untold }) => untold));
  const older = waiting.slice(0, -1).slice(0, mostAtOnce);
  const [first] = [...unseen, ...older, newest];
  const superseded = older.map((row): PostRow => ({ ...row, state: 'superseded' }));
  if (waiting.length - older.length > 1)
    return superseded.map((row) => (row.slot === first.slot ? { ...row, untold: true } : row));
  const { before: _, ...news } = newest.message;
  const { before } = first.message;
  return [
    ...unseen.map(({ untold: __, ...row }) => row),
    ...superseded,
    { ...newest, leasedUntil, message: { ...news, ...(before && { before }) } },
  ];
};

/** It may have waited for long, and the meeting may be another day by now: then it is about none. */
const asItIsNow = (
  { message, at }: CheckpointRow,
  { engagement }: Loaded,
  today: Day,
  now: Instant,
): CheckpointNews => {
  const { meeting, ...news } = message;
  const late = news.late || later(at, lateAfter) < now;
  if (meeting === undefined) return { ...news, late };
  const isOne = meeting < today || isCheckpointDay(engagement, meeting);
  return isOne ? { ...news, meeting, late } : { ...news, late: true };
};

const settled = (row: PostRow, sent: Sent, now: Instant): { readonly row: PostRow; readonly look?: Instant } => {
  switch (sent.outcome) {
    case 'sent':
      return {
        row:
          sent.activityId === undefined
            ? { ...row, state: 'sent' }
            : { ...row, state: 'standing', activityId: sent.activityId },
      };
    case 'unknown':
    case 'refused':
      return { row: { ...row, state: sent.outcome, untold: true } };
    default: {
      const look = later(now, untilNext(sent) ?? 0);
      return { row: { ...row, leasedUntil: look }, look };
    }
  }
};

/** All but the newest become a line. A post that is no longer there needs none. */
const shrink = async (
  parts: Delivery,
  id: EngagementId,
  { address, overview }: Where,
  rows: readonly CheckpointRow[],
): Promise<Instant | undefined> => {
  const { store, mailbox, clock, calendar } = parts;
  const standing = inOrder(rows.filter(({ state }) => state === 'standing'));
  const looks: (Instant | undefined)[] = [];
  for (const row of standing.slice(0, -1)) {
    if (row.activityId === undefined) continue;
    const seen = await store.load(id);
    const today = calendar.dayOf(clock.now(), seen.engagement.timeZone);
    const line = checkpointReply(seen, row.message, today, overview, true);
    const { done, look } = await turnIntoLine(parts, address, row.activityId, line);
    looks.push(look);
    if (done) await mailbox.savePosts(id, [{ ...row, state: 'sent' }]);
  }
  return earliest(looks);
};
