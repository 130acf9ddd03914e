import type { Event, Instant, OperationId } from '../engagement/index';
import { entriesOf } from './history';
import { type Delivery, lease, longestSend, untilNext, type Where } from './keep-true';
import { mark } from './mark';
import type { AnswerNews, Loaded, Outbox, PostRow, Sent } from './ports';
import { answerReply } from './posts';
import { earliest, later } from './times';

/** Milliseconds in which whoever did what a sentence asked for answers it; then it is answered by whoever comes. */
export const answeredWithin = 40_000;
/** Milliseconds after which nobody begins to answer directly: that could meet the other answer. */
export const latestBegin = answeredWithin - longestSend - 1_000;
/** Milliseconds after which nobody wants to know any more. */
const patience = 3_600_000;

export const slotOf = (op: OperationId): string => `answer-${op}`;

/** Where a sentence is answered, and in which language. */
export type Answering = Pick<AnswerNews, 'thread' | 'under' | 'language'>;

/** The answer to what is about to be saved, so that it comes even if nobody gets to give it. */
export const answerTo = (
  answering: Answering,
  { engagement }: Loaded,
  events: readonly Event[],
  at: Instant,
): Outbox['posts'] => {
  const [first] = events;
  if (!first) return [];
  const { version } = engagement;
  const message: AnswerNews = {
    type: 'answer',
    to: first.by,
    ...answering,
    first: version + 1,
    last: version + events.length,
  };
  return [{ slot: slotOf(first.op), message, leasedUntil: later(at, answeredWithin) }];
};

/** Done with, or to be tried again. */
export const settled = (row: PostRow, sent: Sent, now: Instant): PostRow => {
  if (sent.outcome === 'sent' || sent.outcome === 'unknown' || sent.outcome === 'refused')
    return { ...row, state: sent.outcome };
  // Where it was asked nothing can be answered any more.
  if (sent.outcome === 'gone' || sent.outcome === 'shut') return { ...row, state: 'refused' };
  return { ...row, leasedUntil: later(now, untilNext(sent) ?? 0) };
};

export type AnswerRow = PostRow & { readonly message: AnswerNews };

export const isAnswer = (row: PostRow): row is AnswerRow => row.message.type === 'answer';

/** Gives the answers that nobody has given. Resolves with the time of the next look that is needed. */
export const giveAnswers = async (
  parts: Delivery,
  seen: Loaded,
  { overview }: Where,
  rows: readonly AnswerRow[],
): Promise<Instant | undefined> => {
  const looks: (Instant | undefined)[] = [];
  for (const row of rows) looks.push(await give(parts, seen, overview, row));
  return earliest(looks);
};

const give = async (
  { mailbox, store, messenger, clock, calendar }: Delivery,
  seen: Loaded,
  overview: Where['overview'],
  row: AnswerRow,
): Promise<Instant | undefined> => {
  const now = clock.now();
  if (row.leasedUntil !== undefined && row.leasedUntil > now) return row.leasedUntil;
  const isOver = later(row.at, patience) < now;
  const claim: PostRow = isOver ? { ...row, state: 'superseded' } : { ...row, leasedUntil: later(now, lease) };
  const [mine] = (await mailbox.savePosts(seen.id, [claim])) ?? [];
  if (!mine) return later(now, 1_000);
  if (isOver) return undefined;
  const { thread, under, first, last } = row.message;
  const entries = entriesOf(await store.history(seen.id, { first, last }));
  const today = calendar.dayOf(now, seen.engagement.timeZone);
  const sent = await messenger.answer(thread, under, answerReply(seen, row.message, entries, today, overview));
  const done = settled(mine, sent, clock.now());
  await mark({ mailbox, clock }, seen.id, [done]);
  return done.state === 'waiting' ? done.leasedUntil : undefined;
};
