import { daysAfter } from '../days';
import {
  type Day,
  type Engagement,
  type Item,
  type ItemCode,
  type Mark,
  type PersonId,
  type Section,
  sections,
} from '../model';
import { steers, withRole } from '../roles/may';

/** Complete, excluded or deferred: holds up nothing. Everything else is open, blocked included. */
export const isSettled = (item: Item): boolean => isConcluded(item) || item.state.type === 'deferred';

/** What is done or does not apply waits for nobody any more. */
export const isConcluded = ({ state }: Item): boolean => state.type === 'complete' || state.type === 'excluded';

export const isOpen = (item: Item): boolean => !isSettled(item);

/** Settled by a member, and nobody who steers has agreed yet. */
export const waitsForAgreement = (item: Item): boolean =>
  (item.state.type === 'deferred' || item.state.type === 'excluded') && !item.state.agreed;

export const isOverdue = (item: Item, today: Day): boolean =>
  isOpen(item) && item.dueOn !== undefined && item.dueOn < today;

/** Due today or within the next seven days. */
export const isDueSoon = (item: Item, today: Day): boolean =>
  isOpen(item) && item.dueOn !== undefined && item.dueOn >= today && item.dueOn <= daysAfter(today, 7);

/** What is shown of overdue items changes with every day. */
export const hasOverdue = (engagement: Engagement, today: Day): boolean =>
  Object.values(engagement.items).some((item) => isOverdue(item, today));

export const markOf = (item: Item, person: PersonId): Mark | undefined =>
  item.acknowledgements.find((mark) => mark.by === person);

/** Whether this person's acknowledgement would change anything: a first mark, or agreement that is waited for. */
export const acknowledgingMatters = (engagement: Engagement, item: Item, person: PersonId): boolean =>
  !markOf(item, person) || (waitsForAgreement(item) && steers(engagement, person));

/** Codes come from cards anybody may forge, so only an item's own name finds it (`constructor` is none). */
export const itemNamed = (engagement: Engagement, code: ItemCode): Item | undefined =>
  Object.hasOwn(engagement.items, code) ? engagement.items[code] : undefined;

/** Marked by its owner; an item nobody owns, by a lead. */
export const isAcknowledged = (engagement: Engagement, item: Item): boolean => {
  const expected = item.owner === undefined ? withRole(engagement, 'lead') : [item.owner];
  return expected.some((person) => markOf(item, person) !== undefined);
};

/** Every item that counts there, carried ones included, in the order of the catalogue. */
export const itemsOf = (engagement: Engagement, section: Section): readonly Item[] =>
  Object.values(engagement.items).filter((item) => item.countsIn === section);

/** By section and number, so that what was added or put back stands where people look for it. */
export const inOrder = (items: readonly Item[]): readonly Item[] =>
  [...items].sort(
    (one, other) =>
      sections.indexOf(one.section) - sections.indexOf(other.section) ||
      Number(one.code.slice(1)) - Number(other.code.slice(1)),
  );

/** Items people added to a section. */
export const addedTo = (engagement: Engagement, section: Section): readonly Item[] =>
  Object.values(engagement.items).filter((item) => item.title !== undefined && item.section === section);

/** An item somebody added to the section under that title, in whatever case. */
export const itemTitled = (engagement: Engagement, section: Section, title: string): Item | undefined =>
  addedTo(engagement, section).find((item) => item.title?.toLowerCase() === title.trim().toLowerCase());

/** For an item that stands for steps people add: those that are open. */
export const openSteps = (engagement: Engagement, item: Item): readonly Item[] =>
  item.part === 'steps' ? addedTo(engagement, item.section).filter(isOpen) : [];

/** It stands for steps, these were added, and the last one is settled: now it can be completed. */
export const stepsAreSettled = (engagement: Engagement, item: Item): boolean =>
  item.part === 'steps' &&
  isOpen(item) &&
  addedTo(engagement, item.section).length > 0 &&
  openSteps(engagement, item).length === 0;

export const carried = (item: Item): boolean => item.countsIn !== item.section;

/** What this person owns and has not finished; general responsibilities last. */
export const itemsOwnedBy = (engagement: Engagement, person: PersonId): readonly Item[] =>
  Object.values(engagement.items)
    .filter((item) => item.owner === person && item.state.type !== 'complete' && item.state.type !== 'excluded')
    .sort((one, other) => Number(one.countsIn === 'general') - Number(other.countsIn === 'general'));

/** Deferrals and exclusions this person may agree to by acknowledging them. */
export const waitingFor = (engagement: Engagement, person: PersonId): readonly Item[] =>
  steers(engagement, person) ? Object.values(engagement.items).filter(waitsForAgreement) : [];
