import { isDay } from '../days';
import { evolve, fold } from '../evolve';
import { addedTo, itemNamed, itemTitled } from '../items/questions';
import type { Event, Rejection, Ruling, UndoCommand } from '../messages';
import { type Asked, type Day, type Engagement, type ItemCode, limits, notStarted } from '../model';
import { isCheckpointDay } from '../reminders/checkpoint';
import { itemsIn } from '../touched';
import { evolveUndo } from './evolve';
import type { UndoFact, UndoRejection } from './messages';

/**
 * Puts the items of an operation back to what they were before it, if nobody changed them since. Phases stay left. Meetings
 * that were left out take place after all, unless they would have begun.
 */
export const decideUndo = (command: UndoCommand, engagement: Engagement, { by, today }: Asked): Ruling => {
  const { of, record, earliest = today } = command;
  const history = record.slice(0, engagement.version);
  const op = of ?? lastOf(history, by);
  if (op === undefined) return { refused: { code: 'undo.nothing' } };
  const events = history.filter((event) => event.op === op);
  const refused =
    notTheirs(events, history, op, by) ?? (canBeUndone(events) ? undefined : { code: 'undo.notItems' as const });
  if (refused) return { refused };
  const [first, last] = [
    history.findIndex((event) => event.op === op),
    history.findLastIndex((event) => event.op === op),
  ];
  const before = fold(history.slice(0, first), notStarted);
  const after = fold(history.slice(first, last + 1), before);
  const items = [...new Set(events.flatMap(itemsIn))];
  const was = items.map((code) => [code, itemNamed(before, code) ?? null] as const);
  const meetings = events.flatMap((event) => (event.type === 'CheckpointSkipped' ? [event.day] : []));
  const fact: UndoFact = {
    type: 'OperationUndone',
    of: op,
    items: Object.fromEntries(was),
    ...(meetings.length > 0 && { meetings }),
  };
  const undone = evolveUndo(engagement, fact);
  const changed = items.filter((code) => !isSame(itemNamed(after, code), itemNamed(engagement, code)));
  const impossible =
    changedSince(changed, after, history.slice(last + 1)) ?? noPlace(fact, undone) ?? noMeeting(fact, undone, earliest);
  return impossible ? { refused: impossible } : { facts: [fact] };
};

/** The last operation of this person that was not taken back and took nothing back itself. */
const lastOf = (history: readonly Event[], by: string): string | undefined => {
  const over = new Set(history.flatMap((event) => (event.type === 'OperationUndone' ? [event.of, event.op] : [])));
  return history.findLast((event) => event.by === by && !over.has(event.op))?.op;
};

const notTheirs = (
  events: readonly Event[],
  history: readonly Event[],
  op: string,
  by: string,
): UndoRejection | undefined => {
  if (events.length === 0) return { code: 'undo.nothing' };
  if (events.some((event) => event.by !== by)) return { code: 'undo.notYours' };
  const isUndone = history.some((event) => event.type === 'OperationUndone' && event.of === op);
  return isUndone ? { code: 'undo.already' } : undefined;
};

/** What an operation is about is what it did first; phases it moved only followed. Items and meetings left out come back. */
export const canBeUndone = (operation: readonly Event[]): boolean => {
  const own = operation.find(({ type }) => type !== 'PersonJoined');
  if (own === undefined || own.type === 'OperationUndone') return false;
  return own.type === 'CheckpointSkipped' || itemsIn(own).length > 0;
};

const isSame = (one: object | undefined, other: object | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Who made one of these items what it is now. */
const changedSince = (
  items: readonly ItemCode[],
  after: Engagement,
  since: readonly Event[],
): UndoRejection | undefined => {
  let refused: UndoRejection | undefined;
  let now = after;
  for (const event of since) {
    const next = evolve(now, event);
    const item = items.find((code) => !isSame(itemNamed(now, code), itemNamed(next, code)));
    if (item !== undefined) refused = { code: 'undo.changedSince', item, by: event.by, on: event.on };
    now = next;
  }
  return refused;
};

/** Where an item was removed or renamed, others may have been added in its place. */
const noPlace = ({ items }: UndoFact, undone: Engagement): Rejection | undefined => {
  for (const item of Object.values(items)) {
    if (item?.title === undefined) continue;
    const { code, section, title } = item;
    const { [code]: _, ...others } = undone.items;
    const without = { ...undone, items: others };
    if (addedTo(without, section).length >= limits.added) return { code: 'undo.noPlace', item: code };
    if (itemTitled(without, section, title)) return { code: 'undo.noPlace', item: code };
  }
  return undefined;
};

/** It would have begun, or the meetings are on other days by now. */
const noMeeting = ({ meetings = [] }: UndoFact, undone: Engagement, earliest: Day): Rejection | undefined =>
  meetings.every((day) => isDay(day) && day >= earliest && isCheckpointDay(undone, day))
    ? undefined
    : { code: 'checkpoint.none' };
