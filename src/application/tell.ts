import type { EngagementId, Instant, PersonId } from '../engagement/index';
import { lease, longestSend, type Where } from './keep-true';
import type { CardRow, Notice, PostRow } from './ports';
import { createSend, type SendParts, type Told } from './send';
import { stillTrue } from './telling';
import { earliest, later } from './times';

/** Milliseconds that are waited for more to tell: what several operations tell somebody becomes one message. */
export const gathering = 20_000;

/** Things told at once; a message has room for no more. */
const mostAtOnce = 20;

type Parts = SendParts & { readonly gathering?: number };

export type NoticeRow = PostRow & { readonly message: Notice };

export const isNotice = (row: PostRow): row is NoticeRow =>
  row.message.type !== 'checkpoint' && row.message.type !== 'answer';

/**
 * Tells everybody concerned what waits to be told: in their personal chat if they have one, else all together in one
 * message with mentions. What is told is claimed before it is sent; what is no longer so is not told. Resolves with the
 * time of the next look that is needed.
 */
export const tell = async (
  parts: Parts,
  id: EngagementId,
  where: Where,
  posts: readonly NoticeRow[],
  cards: readonly CardRow[],
): Promise<Instant | undefined> => {
  const { clock, mailbox, store } = parts;
  const now = clock.now();
  const isClaimed = ({ leasedUntil }: PostRow): boolean => leasedUntil !== undefined && leasedUntil > now;
  const again = earliest(posts.filter(isClaimed).map(({ leasedUntil }) => leasedUntil));
  const waiting = posts.filter((row) => !isClaimed(row)).sort((one, other) => one.at.localeCompare(other.at));
  const [oldest] = waiting;
  if (!oldest) return again;
  const told = later(oldest.at, parts.gathering ?? gathering);
  if (told > now) return earliest([again, told]);
  const claimed = await mailbox.savePosts(
    id,
    waiting.slice(0, mostAtOnce).map((row) => ({ ...row, leasedUntil: later(now, lease) })),
  );
  // Somebody else tells it, or wrote something new.
  if (!claimed) return later(now, 1_000);
  const seen = await store.load(id);
  const today = parts.calendar.dayOf(parts.clock.now(), seen.engagement.timeZone);
  const isSo = claimed.filter(isNotice).flatMap((row): readonly Told[] => {
    const notice = stillTrue(row.message, seen.engagement, today);
    return notice ? [{ row, notice }] : [];
  });
  const send = createSend(parts, id, seen, where);
  await send.settle(
    claimed.filter((row) => !isSo.some((one) => one.row === row)),
    { outcome: 'sent' },
  );
  const looks: (Instant | undefined)[] = [again];
  const claimedUntil = later(now, lease);
  // Whoever comes after that is left to the next claim: somebody else may take these rows as soon as the lease is over.
  const isInTime = (): boolean => later(clock.now(), longestSend) < claimedUntil;
  const here: Told[] = [];
  for (const [person, all] of byRecipient(isSo))
    for (const some of [all.filter((one) => !isReminder(one)), all.filter(isReminder)]) {
      if (some.length === 0) continue;
      const how = some.every(isReminder) ? send.inDigest : send.privately;
      const reached = isInTime() ? await how(person, some) : { toldHere: false, look: claimedUntil };
      if (reached.toldHere) here.push(...some);
      else looks.push(reached.look);
    }
  if (here.length > 0) looks.push(isInTime() ? await send.here(here, cards) : claimedUntil);
  if (waiting.length > mostAtOnce) looks.push(later(now, 1_000));
  return earliest(looks);
};

const isReminder = ({ notice }: Told): boolean => notice.type === 'reminder';

const byRecipient = (all: readonly Told[]): ReadonlyMap<PersonId, readonly Told[]> => {
  const people = new Map<PersonId, Told[]>();
  for (const one of all) people.set(one.notice.to, [...(people.get(one.notice.to) ?? []), one]);
  return people;
};
