import {
  type Day,
  type Engagement,
  isAcknowledged,
  isOpen,
  isOverdue,
  type Item,
  type ItemCode,
  itemsOf,
  openSteps,
  type PersonId,
} from '../engagement/index';
import type { Condition, ItemQuestion } from './request';

/** The items a question is about: by due day where it is about time, else as the catalogue has them, general ones last. */
export const itemsAsked = (
  engagement: Engagement,
  { which, section, from, to }: ItemQuestion,
  today: Day,
  person?: PersonId,
): readonly ItemCode[] => {
  const all = section === undefined ? Object.values(engagement.items) : itemsOf(engagement, section);
  const isWithin = ({ dueOn = '' }: Item): boolean => (from ?? dueOn) <= dueOn && dueOn <= (to ?? dueOn);
  const found = all.filter(
    (item) =>
      stands[which](item, engagement, today) &&
      (person === undefined || isTheirs(item, person, which)) &&
      ((from ?? to) === undefined || (item.dueOn !== undefined && isWithin(item))),
  );
  return codes(which === 'due' || which === 'overdue' ? [...found].sort(byUrgency) : generalLast(found));
};

const stands: Readonly<Record<Condition, (item: Item, engagement: Engagement, today: Day) => boolean>> = {
  open: isOpen,
  complete: ({ state }) => state.type === 'complete',
  deferred: ({ state }) => state.type === 'deferred',
  excluded: ({ state }) => state.type === 'excluded',
  blocked: ({ state }) => state.type === 'blocked',
  overdue: (item, _, today) => isOverdue(item, today),
  unassigned: (item) => isOpen(item) && item.owner === undefined,
  unacknowledged: (item, engagement) => isOpen(item) && !isAcknowledged(engagement, item),
  due: (item) => isOpen(item) && item.dueOn !== undefined,
};

/** What somebody has done is theirs, whoever owned it. */
const isTheirs = ({ owner, state }: Item, person: PersonId, which: Condition): boolean =>
  owner === person || (which === 'complete' && state.type === 'complete' && state.mark.by === person);

/**
 * What to do now: what is open in the current phase (after the last one: anywhere but in General), one's own first, then
 * what nobody owns; each by its due day, and what waits for something last.
 */
export const itemsNext = (engagement: Engagement, person: PersonId): readonly ItemCode[] => {
  const { phase, items } = engagement;
  const here = phase ? itemsOf(engagement, phase) : Object.values(items).filter((one) => one.countsIn !== 'general');
  const waits = (item: Item): boolean =>
    item.state.type === 'blocked' || item.part === 'jointCheck' || openSteps(engagement, item).length > 0;
  const rank = (item: Item): number =>
    (waits(item) ? 3 : 0) + (item.owner === person ? 0 : item.owner === undefined ? 1 : 2);
  const open = here.filter(isOpen);
  return codes([...open].sort((one, other) => rank(one) - rank(other) || byUrgency(one, other)));
};

const byUrgency = (one: Item, other: Item): number => dueDayOf(one).localeCompare(dueDayOf(other));

/** What has no due day comes after everything that has one. */
const dueDayOf = ({ dueOn }: Item): string => dueOn ?? '~';

export const generalLast = (items: readonly Item[]): readonly Item[] =>
  [...items].sort((one, other) => Number(one.countsIn === 'general') - Number(other.countsIn === 'general'));

const codes = (items: readonly Item[]): readonly ItemCode[] => items.map(({ code }) => code);
