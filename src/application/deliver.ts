import { type EngagementId, hasOverdue, type Instant } from '../engagement/index';
import { type Delivery, keepTrue } from './keep-true';
import type { CardRow, Directory, Log } from './ports';
import { postOnce } from './post-once';
import { earliest } from './times';

export type Deliver = (id: EngagementId) => Promise<Instant | undefined>;

type Parts = Delivery & { readonly directory: Directory; readonly log: Log };

/**
 * Brings every post of an engagement up to date and posts what waits, as far as nobody else is at it. Resolves with the
 * time of the next look that is needed, if any. Safe to call at any time, from any number of processes.
 */
export const createDeliver = (parts: Parts): Deliver => {
  const running = new Map<EngagementId, { again: boolean; done: Promise<Instant | undefined> }>();
  const rounds = async (id: EngagementId): Promise<Instant | undefined> => {
    try {
      for (;;) {
        const next = await round(parts, id);
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

const round = async (parts: Parts, id: EngagementId): Promise<Instant | undefined> => {
  const { store, directory, mailbox, log } = parts;
  const { place, engagement } = await store.load(id);
  const address = place && (await directory.locate(place)).address;
  if (!address) {
    if (place)
      log.warn(
        { engagement: id },
        'Nobody knows how to reach this conversation; it waits for the next message from there.',
      );
    return undefined;
  }
  const { cards, posts } = await mailbox.pending(id);
  const today = parts.calendar.dayOf(parts.clock.now(), engagement.timeZone);
  const changesDaily = hasOverdue(engagement, today);
  const isAged = (row: CardRow) => changesDaily && row.activityId !== undefined && row.shownOn !== today;
  const behind = cards.filter((row) => row.wanted > row.shown || isAged(row));
  const looks: (Instant | undefined)[] = [];
  // First posts go one after another, so that they stand in the order people expect; updates need not wait.
  for (const row of behind.filter((one) => one.activityId === undefined))
    looks.push(await keepTrue(parts, id, address, row, false));
  const updates = behind.filter((one) => one.activityId !== undefined);
  looks.push(...(await Promise.all(updates.map((row) => keepTrue(parts, id, address, row, isAged(row))))));
  const posted = behind.length > updates.length ? (await mailbox.pending(id)).cards : cards;
  for (const post of posts) looks.push(await postOnce(parts, id, address, post, posted));
  return earliest(looks);
};
