import type { CheckpointNews } from '../../../../application/ports';
import {
  type Day,
  type Engagement,
  isDueSoon,
  isOpen,
  isOverdue,
  type Item,
  itemsOf,
  questionOf,
} from '../../../../engagement/index';

/** What there is to say of items at a meeting. One may stand in several of them. */
export type Standing = {
  /** The longest overdue first, and the next to be due. */
  readonly overdue: readonly Item[];
  readonly soon: readonly Item[];
  readonly blocked: readonly Item[];
  /** They came back from having been deferred, since the meeting before. */
  readonly returned: readonly Item[];
  /** Open in the current phase, nobody's, and named nowhere above. The joint check is everybody's. */
  readonly unowned: readonly Item[];
  readonly done: readonly Item[];
};

export const standingOf = (engagement: Engagement, today: Day, before: CheckpointNews['before']): Standing => {
  const { phase, reminders } = engagement;
  const since = before?.at ?? '';
  const all = Object.values(engagement.items);
  const found = {
    overdue: byDueDay(all.filter((item) => isOverdue(item, today))),
    soon: byDueDay(all.filter((item) => isDueSoon(item, today))),
    blocked: all.filter(({ state }) => state.type === 'blocked'),
    returned: all.filter(
      ({ code, state }) =>
        state.type === 'open' && reminders.returned[code] !== undefined && (reminders.since[code] ?? '') > since,
    ),
  };
  const named = new Set(Object.values(found).flat());
  const open = phase === undefined ? [] : itemsOf(engagement, phase).filter(isOpen);
  return {
    ...found,
    unowned: open.filter((item) => item.owner === undefined && item.part !== 'jointCheck' && !named.has(item)),
    done: all.filter(({ state }) => state.type === 'complete' && state.mark.at > since),
  };
};

const byDueDay = (items: readonly Item[]): readonly Item[] =>
  [...items].sort(({ dueOn: one = '' }, { dueOn: other = '' }) => one.localeCompare(other));

/** Nothing is due, blocked or asked, and nothing happened since the meeting before: nothing came back either. */
export const isUnchanged = (
  engagement: Engagement,
  { overdue, soon, blocked }: Standing,
  before: NonNullable<CheckpointNews['before']>,
): boolean =>
  [overdue, soon, blocked].every((items) => items.length === 0) &&
  !questionOf(engagement) &&
  (engagement.reminders.changedAt ?? '') <= before.at;
