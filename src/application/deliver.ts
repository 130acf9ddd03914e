import { checkpointsFrom, type EngagementId, hasOverdue, type Instant } from '../engagement/index';
import { giveAnswers, isAnswer } from './answers';
import type { DigestParts } from './digest';
import { enlist } from './enlist';
import { type Delivery, keepTrue, type Where } from './keep-true';
import { leaveLines } from './leave-lines';
import { observing } from './observing';
import { isCheckpoint, postCheckpoint } from './post-checkpoint';
import type { Address, CardRow, Directory, Place, PostRow } from './ports';
import { isNotice, tell } from './tell';
import { earliest } from './times';

export type Deliver = (id: EngagementId) => Promise<Instant | undefined>;

export type DeliverParts = Delivery &
  DigestParts & {
    readonly directory: Directory;
    /** Milliseconds that are waited for more to tell. */
    readonly gathering?: number;
  };

/**
 * Brings every post of an engagement up to date and tells people what waits, as far as nobody else is at it. Resolves with
 * the time of the next look that is needed, if any. Safe to call at any time, from any number of processes.
 */
export const createDeliver = (parts: DeliverParts): Deliver => {
  const running = new Map<EngagementId, { again: boolean; done: Promise<Instant | undefined> }>();
  const enlistAll = enlist(parts.contacts);
  const rounds = async (id: EngagementId): Promise<Instant | undefined> => {
    try {
      for (;;) {
        const next = await round(parts, id, enlistAll);
        const current = running.get(id);
        if (!current?.again) return next;
        current.again = false;
      }
    } finally {
      running.delete(id);
    }
  };
  return (id) => {
    const current = running.get(id);
    if (current) {
      current.again = true;
      return current.done;
    }
    const started = { again: false, done: Promise.resolve<Instant | undefined>(undefined) };
    running.set(id, started);
    started.done = rounds(id);
    return started.done;
  };
};

const round = async (
  all: DeliverParts,
  id: EngagementId,
  enlistAll: ReturnType<typeof enlist>,
): Promise<Instant | undefined> => {
  const { store, directory, mailbox, log } = all;
  const loaded = await store.load(id);
  const { place, engagement } = loaded;
  await enlistAll(loaded);
  const address = place && (await directory.locate(place)).address;
  if (!address) {
    if (place)
      log.warn(
        { engagement: id },
        'Nobody knows how to reach this conversation; it waits for the next message from there.',
      );
    return undefined;
  }
  const shut = new Set<Address>();
  const messenger = observing(all.messenger, (to, { outcome }) => {
    if (outcome === 'shut') shut.add(to);
  });
  const parts = { ...all, messenger };
  const { cards, posts } = await mailbox.pending(id);
  const looks: (Instant | undefined)[] = [];
  // First posts go one after another, so that they stand in the order people expect; updates need not wait.
  let posted = cards;
  let where = await whereIs(parts, id, place, address, posted);
  for (const row of cards.filter(isUnposted)) {
    looks.push(await keepTrue(parts, id, where, row, false));
    posted = (await mailbox.pending(id)).cards;
    where = await whereIs(parts, id, place, address, posted);
    // Somebody else is at it, or came in between: the next one must not stand above it.
    if (posted.some((one) => one.card === row.card && isUnposted(one) && !one.doubted)) break;
  }
  const today = parts.calendar.dayOf(parts.clock.now(), engagement.timeZone);
  // Nobody is reminded while it is paused; whether it is still so is seen when it goes on.
  const isForNow = ({ message }: PostRow): boolean => message.type !== 'reminder' || engagement.status !== 'paused';
  const changesDaily = hasOverdue(engagement, today);
  const nextMeeting = (on: string): string | undefined => checkpointsFrom(engagement, on, 1)[0];
  const isAged = (row: CardRow): boolean =>
    (changesDaily && row.shownOn !== today) ||
    (row.card === 'overview' &&
      engagement.status === 'running' &&
      nextMeeting(row.shownOn ?? today) !== nextMeeting(today)) ||
    (leadsOn(row) && where.overview !== undefined && row.linked !== where.overview.activityId);
  const updates = posted.filter((row) => row.activityId !== undefined && (row.wanted > row.shown || isAged(row)));
  // A burst of presses holds up nobody who is to be told something.
  const work = updates.map((row) => keepTrue(parts, id, where, row, isAged(row)));
  looks.push(
    ...(await Promise.all([
      ...work,
      giveAnswers(parts, loaded, where, posts.filter(isAnswer)),
      postCheckpoint(parts, id, where, posts.filter(isCheckpoint)),
      tell(parts, id, where, posts.filter(isNotice).filter(isForNow), posted),
    ])),
  );
  looks.push(await leaveLines(parts, loaded, where, posted));
  if (!shut.has(address)) return earliest(looks);
  log.warn(
    { engagement: id },
    'Lotse is not in this conversation any more. Nothing is sent there until it is installed again or somebody writes.',
  );
  await directory.park(place);
  return undefined;
};

const isUnposted = ({ activityId, wanted, shown }: CardRow): boolean => activityId === undefined && wanted > shown;

/** Posts with a link to the overview. */
const leadsOn = ({ card }: CardRow): boolean => card.startsWith('phase-');

/** Where the overview stands is put down as soon as that is known, so that every card can lead there. */
const whereIs = async (
  { directory }: DeliverParts,
  id: EngagementId,
  place: Place,
  address: string,
  cards: readonly CardRow[],
): Promise<Where> => {
  const activityId = cards.find(({ card }) => card === 'overview')?.activityId;
  if (activityId === undefined) return { address };
  if ((await directory.locate(place)).overview !== activityId) await directory.showsOverview(place, id, activityId);
  return { address, overview: { place, address, activityId } };
};
