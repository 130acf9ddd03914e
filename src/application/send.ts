import { agreedCheckpoint, type EngagementId, type Instant, type PersonId } from '../engagement/index';
import { digest, type Digested, type DigestParts } from './digest';
import { absence, type Delivery, doubt, lease, untilNext, type Where } from './keep-true';
import { mark } from './mark';
import { cardAbout } from './notices';
import type { CardRow, Loaded, Notice, PostRow, Sent } from './ports';
import { noticeReply } from './posts';
import { later } from './times';

/** Milliseconds for which somebody nobody there knows is waited for. */
const patience = 24 * 60 * 60_000;

export type SendParts = Delivery & DigestParts;
/** A row, and what of it is still so. */
export type Told = { readonly row: PostRow; readonly notice: Notice };

/** How those concerned by some rows of an engagement are told, and what becomes of the rows. */
export const createSend = (parts: SendParts, id: EngagementId, seen: Loaded, { address, overview }: Where) => {
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
    if (sent.outcome === 'sent' || sent.outcome === 'unknown' || sent.outcome === 'refused') {
      if (sent.outcome === 'unknown')
        log.warn(
          { engagement: id, slots: rows.map(({ slot }) => slot) },
          'A message may or may not have arrived; it is not sent again.',
        );
      await close(rows, sent.outcome);
      return undefined;
    }
    return hold(rows, later(clock.now(), untilNext(sent) ?? 0));
  };
  const close = (rows: readonly PostRow[], state: PostRow['state']) =>
    mark(
      parts,
      id,
      rows.map((row) => ({ ...row, state })),
    );
  const hold = async (rows: readonly PostRow[], until: Instant): Promise<Instant> => {
    await mailbox.savePosts(
      id,
      rows.map((row) => ({ ...row, leasedUntil: until })),
    );
    return until;
  };
  /** Teams may not have said yet who came or went; after a day nobody there is told any more. */
  const holdAbsent = async (rows: readonly PostRow[]): Promise<Instant | undefined> => {
    const now = clock.now();
    const isOld = ({ at }: PostRow): boolean => later(at, patience) <= now;
    const [old, others] = [rows.filter(isOld), rows.filter((row) => !isOld(row))];
    if (old.length > 0) {
      log.warn(
        { engagement: id, slots: old.map(({ slot }) => slot) },
        'Somebody who is to be reminded has not been found in this conversation for a day. Whoever left: hand over their items.',
      );
      await close(old, 'refused');
    }
    return others.length > 0 ? hold(others, later(now, absence)) : undefined;
  };
  const rowsOf = (all: readonly Told[]) => all.map(({ row }) => row);

  type Reached = { readonly toldHere: boolean; readonly look?: Instant | undefined };

  return {
    settle,
    /** What is due comes together with what is due elsewhere; without a chat in the channel, if that is what was agreed. */
    inDigest: async (person: PersonId, all: readonly Told[]): Promise<Reached> => {
      const told = await digest(parts, seen, person).catch((err: unknown): Digested => {
        log.error(
          { engagement: id, err },
          'A digest failed and is tried again in a minute; others are told meanwhile.',
        );
        return { until: later(clock.now(), doubt) };
      });
      if ('until' in told) {
        const isTold = ({ at }: PostRow): boolean => told.told !== undefined && at <= told.told;
        await settle(rowsOf(all).filter(isTold), { outcome: 'sent' });
        const others = rowsOf(all).filter((row) => !isTold(row));
        return { toldHere: false, look: others.length > 0 ? await hold(others, told.until) : undefined };
      }
      if ('absent' in told) return { toldHere: false, look: await holdAbsent(rowsOf(all)) };
      if ('sent' in told) return { toldHere: false, look: await settle(rowsOf(all), told.sent) };
      if (agreedCheckpoint(seen.engagement).mention === 'channel') return { toldHere: true };
      await close(rowsOf(all), 'superseded');
      return { toldHere: false };
    },
    /** `toldHere`: they have no chat with Lotse (any more), so they are to be told where the onboarding lives. */
    privately: async (person: PersonId, all: readonly Told[]): Promise<Reached> => {
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
