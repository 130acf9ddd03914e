import type { EngagementId, Instant, PersonId } from '../engagement/index';
import { type Delivery, doubt, lease, type Where } from './keep-true';
import { cardAbout } from './notices';
import type { CardRow, Contacts, Loaded, Notice, PostRow, Sent } from './ports';
import { noticeReply } from './posts';
import { stillTrue } from './telling';
import { earliest, later } from './times';

/** Milliseconds that are waited for more to tell: what several operations tell somebody becomes one message. */
export const gathering = 20_000;

/** Things told at once; a message has room for no more. */
const mostAtOnce = 20;

/** Milliseconds after which the messenger has given up on one message for certain. */
const longestSend = 16_000;

type Parts = Delivery & { readonly contacts: Contacts; readonly gathering?: number };
type Told = { readonly row: PostRow; readonly notice: Notice };

/**
 * Tells everybody concerned what waits to be told: in their personal chat if they have one, else all together in one
 * message with mentions. What is told is claimed before it is sent; what is no longer so is not told. Resolves with the
 * time of the next look that is needed.
 */
export const tell = async (
  parts: Parts,
  id: EngagementId,
  where: Where,
  posts: readonly PostRow[],
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
  const isSo = claimed.flatMap((row): readonly Told[] => {
    const notice = stillTrue(row.notice, seen.engagement);
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
  for (const [person, all] of byRecipient(isSo)) {
    const reached = isInTime() ? await send.privately(person, all) : { toldHere: false, look: claimedUntil };
    if (reached.toldHere) here.push(...all);
    else looks.push(reached.look);
  }
  if (here.length > 0) looks.push(isInTime() ? await send.here(here, cards) : claimedUntil);
  if (waiting.length > mostAtOnce) looks.push(later(now, 1_000));
  return earliest(looks);
};

const byRecipient = (all: readonly Told[]): ReadonlyMap<PersonId, readonly Told[]> => {
  const people = new Map<PersonId, Told[]>();
  for (const one of all) people.set(one.notice.to, [...(people.get(one.notice.to) ?? []), one]);
  return people;
};

const createSend = (parts: Parts, id: EngagementId, seen: Loaded, { address, overview }: Where) => {
  const { clock, calendar, mailbox, messenger, contacts, log } = parts;
  const today = calendar.dayOf(clock.now(), seen.engagement.timeZone);
  const replyTo = (all: readonly Told[], alone?: PersonId) =>
    noticeReply(
      seen,
      all.map(({ notice }) => notice),
      today,
      overview,
      alone,
    );

  /** Puts down what became of it: done with, or to be tried again later. */
  const settle = async (rows: readonly PostRow[], sent: Sent): Promise<Instant | undefined> => {
    if (rows.length === 0) return undefined;
    if (sent.outcome === 'sent' || sent.outcome === 'unknown') {
      if (sent.outcome === 'unknown')
        log.warn(
          { engagement: id, slots: rows.map(({ slot }) => slot) },
          'A message may or may not have arrived; it is not sent again.',
        );
      await mailbox.savePosts(
        id,
        rows.map((row) => ({ ...row, state: sent.outcome })),
      );
      return undefined;
    }
    const until = later(clock.now(), sent.outcome === 'later' ? sent.seconds * 1_000 : 10 * doubt);
    await mailbox.savePosts(
      id,
      rows.map((row) => ({ ...row, leasedUntil: until })),
    );
    return until;
  };
  const rowsOf = (all: readonly Told[]) => all.map(({ row }) => row);

  return {
    settle,
    /** `toldHere`: they have no chat with Lotse (any more), so they are to be told where the onboarding lives. */
    privately: async (
      person: PersonId,
      all: readonly Told[],
    ): Promise<{ readonly toldHere: boolean; readonly look?: Instant | undefined }> => {
      const outside = seen.people[person]?.id;
      const tenantId = seen.place?.tenantId;
      if (outside === undefined || tenantId === undefined) return { toldHere: true };
      const chat = await contacts.chatOf(tenantId, outside);
      if (chat === undefined) return { toldHere: true };
      const sent = await messenger.post(chat, replyTo(all, person));
      if (sent.outcome === 'gone' || sent.outcome === 'shut') {
        await contacts.part(tenantId, outside);
        return { toldHere: true };
      }
      return { toldHere: false, look: await settle(rowsOf(all), sent) };
    },
    /** Under the post it is about; that may have to come first. */
    here: async (all: readonly Told[], cards: readonly CardRow[]): Promise<Instant | undefined> => {
      const about = cardAbout(
        seen.engagement,
        all.map(({ notice }) => notice),
      );
      const under = cards.find(({ card }) => card === about)?.activityId;
      if (under === undefined) return settle(rowsOf(all), { outcome: 'later', seconds: lease / 1_000 });
      const reply = replyTo(all);
      const answered = await messenger.answer(address, under, reply);
      const sent = answered.outcome === 'gone' ? await messenger.post(address, reply) : answered;
      return settle(rowsOf(all), sent);
    },
  };
};
