import { type Event, itemsIn, type PersonId, steers } from '../engagement/index';
import { personOf } from './people';
import type { EngagementStore, Loaded, OutsideId } from './ports';
import type { Entry } from './reply';
import type { Did, HistoryQuestion } from './request';

/**
 * One page of the record of an engagement, as far as it answers the question. `alone`: whoever reads the answer alone;
 * nobody when all can read it.
 */
export type FindHistory = (
  seen: Loaded,
  question: HistoryQuestion,
  alone?: OutsideId,
) => Promise<{ readonly entries: readonly Entry[]; readonly more: boolean }>;

/** Entries on a page. */
const mostEntries = 15;
/** Events read at once. */
const chunk = 200;

/** Reads back from the newest event, no further than the page needs. */
export const createFindHistory =
  (store: EngagementStore): FindHistory =>
  async (seen, question, alone) => {
    const isAskedFor = filterOf(seen, question, alone);
    const last = (question.page ?? 1) * mostEntries;
    const entries: Entry[] = [];
    const take = question.did === undefined ? putOnce : put;
    for (let newest = seen.engagement.version; newest > 0 && entries.length <= last; newest -= chunk) {
      const events = await store.history(seen.id, { first: Math.max(newest - chunk + 1, 1), last: newest });
      for (const event of [...events].reverse()) if (isAskedFor(event)) take(event, entries);
      if (events[0] && question.since !== undefined && isLongBefore(events[0], question.since)) break;
    }
    return { entries: entries.slice(last - mostEntries, last), more: entries.length > last };
  };

/** All of these events as the record tells them, the newest first. */
export const entriesOf = (events: readonly Event[]): readonly Entry[] => {
  const entries: Entry[] = [];
  for (const event of [...events].reverse()) putOnce(event, entries);
  return entries;
};

/** What came of one operation in the same way stands in one entry, in the order it happened. */
const put = (event: Event, entries: Entry[]): void => {
  const entry = entries.at(-1);
  if (entry && isAlike(entry[0], event)) entries[entries.length - 1] = [event, ...entry];
  else entries.push([event]);
};

/** Whoever takes something on accepts it with that, and need not be told to have done so. */
const putOnce = (event: Event, entries: Entry[]): void => {
  const [last] = entries.at(-1) ?? [];
  const isAccepted =
    event.type === 'ItemAssigned' &&
    last?.type === 'ItemAcknowledged' &&
    last.op === event.op &&
    last.item === event.item;
  if (isAccepted) entries.pop();
  put(event, entries);
};

const isAlike = (one: Event, other: Event): boolean => one.op === other.op && one.type === other.type;

/** Days can go back by one when the time zone changes. */
const isLongBefore = ({ on }: Event, since: string): boolean => Date.parse(since) - Date.parse(on) > 2 * 86_400_000;

const filterOf = (
  { engagement, people }: Loaded,
  { item, did, person, since, until }: HistoryQuestion,
  alone: OutsideId | undefined,
): ((event: Event) => boolean) => {
  const reader = alone === undefined ? undefined : personOf(people, alone);
  const steering = reader !== undefined && steers(engagement, reader);
  // Nobody has a key like this.
  const doer: PersonId | undefined = person === undefined ? undefined : (personOf(people, person) ?? '');
  const isWhole = (did ?? since ?? until) === undefined;
  return (event) =>
    (item === undefined || itemsIn(event).includes(item)) &&
    (did === undefined || deedOf[event.type] === did) &&
    (doer === undefined || event.by === doer) &&
    (since === undefined || event.on >= since) &&
    (until === undefined || event.on <= until) &&
    // Who is away or wants to be left alone is for those who steer, and for themselves.
    ((event.type !== 'AwaySet' && event.type !== 'RemindersSnoozed') || steering || event.person === reader) &&
    // Reminding changes nothing. The record as a whole says when there was a checkpoint post.
    event.type !== 'ItemsReminded' &&
    (event.type !== 'CheckpointPosted' || isWhole);
};

const deedOf: Readonly<Record<Event['type'], Did>> = {
  ItemAcknowledged: 'acknowledged',
  ItemAssigned: 'assigned',
  ItemsHandedOver: 'assigned',
  ItemReleased: 'released',
  ItemScheduled: 'scheduled',
  ItemCompleted: 'completed',
  ItemDeferred: 'deferred',
  ItemExcluded: 'excluded',
  ItemBlocked: 'blocked',
  ItemUnblocked: 'unblocked',
  ItemReopened: 'reopened',
  ItemReturned: 'reopened',
  ItemNoted: 'noted',
  ItemAdded: 'added',
  ItemRenamed: 'renamed',
  ItemRemoved: 'removed',
  OperationUndone: 'undone',
  ResultsConfirmed: 'confirmed',
  ConfirmationsWithdrawn: 'confirmed',
  ConfirmationsVoided: 'confirmed',
  PhaseOpened: 'movedOn',
  PhaseLeft: 'movedOn',
  PhaseReturned: 'steppedBack',
  RoleSet: 'roles',
  AwaySet: 'roles',
  RemindersSnoozed: 'roles',
  PersonLeft: 'roles',
  PersonJoined: 'roles',
  EngagementStarted: 'life',
  EngagementConfigured: 'life',
  CheckpointSet: 'life',
  CheckpointSkipped: 'life',
  CheckpointPosted: 'life',
  ItemsReminded: 'life',
  EngagementPaused: 'life',
  EngagementResumed: 'life',
  EngagementFinished: 'life',
  EngagementCancelled: 'life',
  EngagementDiscarded: 'life',
};
