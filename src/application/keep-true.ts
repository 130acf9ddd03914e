import type { Calendar, Day, EngagementId, Instant } from '../engagement/index';
import type { Address, CardRow, Clock, EngagementStore, Loaded, Log, Mailbox, Messenger, Post, Sent } from './ports';
import { heldUntil } from './hold';
import { cardReply } from './posts';
import { later } from './times';

export type Delivery = {
  readonly store: EngagementStore;
  readonly mailbox: Mailbox;
  readonly messenger: Messenger;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

/** How the place of an engagement is reached, and where the overview stands in it. */
export type Where = { readonly address: Address; readonly overview?: Post };

/** Milliseconds somebody may be at a card or message before others take it for dead. */
export const lease = 30_000;
/** Milliseconds after which the messenger has given up on one message for certain. */
export const longestSend = 19_000;
/** A card whose create may or may not have arrived is posted again after this time. */
export const doubt = 60_000;
/** A conversation that is not there any more may come back; there is no hurry. */
export const absence = 600_000;
/** At most one update of a card in this time: bursts become one. */
export const pace = 1_000;

/**
 * Renders the newest state as long as the card is behind it, holding the lease. Only the holder sends. `aged`: nothing was
 * changed, but what it shows was true on another day, or its link leads to where the overview stood before.
 */
export const keepTrue = async (
  parts: Delivery,
  id: EngagementId,
  { address, overview }: Where,
  row: CardRow,
  aged: boolean,
): Promise<Instant | undefined> => {
  const { store, clock, messenger, calendar } = parts;
  const busyUntil = [row.leasedUntil, heldUntil(row)]
    .filter((until) => until !== undefined && until > clock.now())
    .sort()
    .at(-1);
  if (busyUntil !== undefined) {
    if (row.leasedUntil !== busyUntil && row.waitingSince === undefined)
      await parts.mailbox.saveCard(id, { ...row, waitingSince: clock.now() });
    return busyUntil;
  }
  let mine = await parts.mailbox.saveCard(id, { ...row, leasedUntil: later(clock.now(), lease) });
  let isAged = aged;
  let isPostedAnew = false;
  while (mine) {
    const behind = isAged || mine.wanted > mine.shown;
    if (!behind || isHeld(mine, clock)) {
      const { leasedUntil: _, waitingSince = clock.now(), ...released } = mine;
      if (await parts.mailbox.saveCard(id, { ...released, ...(behind && { waitingSince }) })) {
        if (behind) return heldUntil({ ...mine, waitingSince });
        // The links of other cards lead to where it stood before.
        return isPostedAnew ? later(clock.now(), pace) : undefined;
      }
      // Somebody changed the row under our lease: a commit that wants something newer, or a form that was opened.
      mine = await record(parts, id, mine, { leasedUntil: later(clock.now(), lease) });
      continue;
    }
    const loaded = await store.load(id);
    const today = calendar.dayOf(clock.now(), loaded.engagement.timeZone);
    const reply = cardReply(loaded, mine.card, today, overview);
    const create = mine.activityId === undefined;
    const sent = await (mine.activityId === undefined
      ? messenger.post(address, reply)
      : messenger.update(address, mine.activityId, reply));
    const wait = waitAfter(sent, create);
    const until = later(clock.now(), wait ?? lease);
    const change = changeAfter(sent, loaded, today, overview);
    const doubted = create && sent.outcome === 'unknown' && { doubted: true as const };
    mine = await record(parts, id, mine, { ...change, ...doubted, leasedUntil: until });
    if (sent.outcome === 'sent') isAged = false;
    isPostedAnew ||= create && row.card === 'overview';
    if (mine && wait !== undefined) return until;
    if (!create) await clock.wait(pace);
  }
  return later(clock.now(), pace);
};

const isHeld = (row: CardRow, clock: Clock): boolean => (heldUntil(row) ?? '') > clock.now();

/** Milliseconds until something that was surely not taken may be sent again; undefined after any other outcome. */
export const untilNext = (sent: Sent): number | undefined => {
  switch (sent.outcome) {
    case 'later':
      return sent.seconds * 1_000;
    case 'gone':
      return absence;
    // Nothing is sent there until it is open again, and then at once.
    case 'shut':
      return pace;
    default:
      return undefined;
  }
};

/** Milliseconds to leave the card alone after a failure; undefined when it may go on. */
const waitAfter = (sent: Sent, create: boolean): number | undefined => {
  if (sent.outcome === 'unknown') return create ? doubt : 5 * pace;
  if (sent.outcome === 'refused') return absence;
  return sent.outcome === 'gone' && !create ? undefined : untilNext(sent);
};

type Change = Partial<CardRow> & { readonly forget?: boolean };

const changeAfter = (sent: Sent, { engagement }: Loaded, today: Day, overview: Post | undefined): Change => {
  if (sent.outcome === 'sent')
    return {
      shown: engagement.version,
      shownOn: today,
      ...(overview && { linked: overview.activityId }),
      ...(sent.activityId !== undefined && { activityId: sent.activityId }),
    };
  return sent.outcome === 'gone' ? { forget: true } : {};
};

/** Saves our change over whatever commits wrote meanwhile; undefined when the lease is no longer ours. */
const record = async (
  { mailbox }: Delivery,
  id: EngagementId,
  mine: CardRow,
  { forget, ...change }: Change,
): Promise<CardRow | undefined> => {
  const apply = (row: CardRow): CardRow => {
    const { activityId, waitingSince, ...rest } = row;
    return {
      ...rest,
      ...(activityId !== undefined && !forget && { activityId }),
      // What was shown waits no longer.
      ...(waitingSince !== undefined && change.shown === undefined && { waitingSince }),
      ...change,
      token: row.token,
    };
  };
  let row: CardRow | undefined = mine;
  while (row && row.leasedUntil === mine.leasedUntil) {
    const saved = await mailbox.saveCard(id, apply(row));
    if (saved) return saved;
    row = (await mailbox.pending(id)).cards.find(({ card }) => card === mine.card);
  }
  return undefined;
};
