import type { Calendar } from '../calendar';
import { dayAfter, daysAfter } from '../days';
import { isOpen, isOverdue, itemNamed } from '../items/questions';
import {
  type Day,
  type Engagement,
  type Instant,
  type Item,
  type ItemCode,
  type PersonId,
  type Reminder,
  type ReminderKind,
  sides,
} from '../model';
import { missingSides, questionOf } from '../phases/moving-on';
import { withRole } from '../roles/may';
import { awayUntil, isGone } from '../roles/people';
import { workingDayBefore, workingDayFrom } from './checkpoint';

/** The time of day at which people are told of single items. */
const morning = '09:00';

/** Under which name it is kept that something was told. */
export const reminderName = (reminder: Reminder): string =>
  reminder.kind === 'jointCheck' ? reminder.kind : `${reminder.kind} ${reminder.item}`;

export const isTold = ({ reminders }: Engagement, reminder: Reminder): boolean =>
  reminders.told[reminderName(reminder)] === reminder.on;

/** A reminder, and from when on it is to be given. */
export type Pending = { readonly reminder: Reminder; readonly from: Instant };

/** Everything that is to be told of single items now or later, and was not told yet. */
export const pendingReminders = (engagement: Engagement, today: Day, calendar: Calendar): readonly Pending[] => {
  const at = (day: Day): Instant => calendar.instantOf(day, morning, engagement.timeZone);
  const pending: Pending[] = Object.values(engagement.items).flatMap((item) => ofItem(engagement, item, today, at));
  const half = halfConfirmedOn(engagement);
  if (half !== undefined)
    pending.push({ reminder: { kind: 'jointCheck', on: half }, from: at(workingDayFrom(dayAfter(half))) });
  return pending.filter(({ reminder }) => !isTold(engagement, reminder));
};

const ofItem = ({ reminders }: Engagement, one: Item, today: Day, at: (day: Day) => Instant): readonly Pending[] => {
  const { code: item, state, dueOn } = one;
  const pending: Pending[] = [];
  const add = (kind: ReminderKind, on: Day, day: Day) => pending.push({ reminder: { kind, item, on }, from: at(day) });
  if (state.type === 'blocked') add('blocked', state.mark.on, workingDayFrom(daysAfter(state.mark.on, 7)));
  if (isOpen(one) && dueOn !== undefined) {
    // Whoever was not told in time is told that it is overdue, not that it soon will be.
    if (!isOverdue(one, today)) add('due', dueOn, workingDayBefore(dueOn));
    add('overdue', dueOn, workingDayFrom(dayAfter(dueOn)));
  }
  const since = reminders.since[item] ?? '';
  const owed = pending.filter(({ from }) => from > since);
  const returned = reminders.returned[item];
  if (state.type !== 'open' || returned === undefined) return owed;
  const from = at(workingDayFrom(returned));
  // Nobody did that, so nobody knows of it: where it came back later than in the morning it is told then.
  return [...owed, { reminder: { kind: 'returned', item, on: returned }, from: from > since ? from : since }];
};

/** The day on which one side confirmed the results, while the other is waited for. */
const halfConfirmedOn = (engagement: Engagement): Day | undefined => {
  if (questionOf(engagement)?.type !== 'jointCheck') return undefined;
  return sides.flatMap((side) => engagement.confirmations[side]?.on ?? [])[0];
};

/** Whether it is still as the reminder says. */
export const stillOwed = (engagement: Engagement, reminder: Reminder, today: Day): boolean => {
  if (reminder.kind === 'jointCheck') return halfConfirmedOn(engagement) === reminder.on;
  const item = itemNamed(engagement, reminder.item);
  if (!item) return false;
  switch (reminder.kind) {
    case 'due':
      return isOpen(item) && item.dueOn === reminder.on && !isOverdue(item, today);
    case 'overdue':
      return item.dueOn === reminder.on && isOverdue(item, today);
    case 'blocked':
      return item.state.type === 'blocked' && item.state.mark.on === reminder.on;
    case 'returned':
      return item.state.type === 'open' && engagement.reminders.returned[reminder.item] === reminder.on;
  }
};

/** Whoever is to be told: those who answer for the item; of a joint check the side that is missing. */
export const whomToRemind = (engagement: Engagement, reminder: Reminder): readonly PersonId[] => {
  if (reminder.kind !== 'jointCheck') return whoAnswersFor(engagement, reminder.item);
  const missing = missingSides(engagement).flatMap((side) => withRole(engagement, side === 'customer' ? 'lead' : side));
  return missing.filter((person) => !isGone(engagement, person));
};

/** The owner of an item; where nobody (here) owns it, the leads. */
export const whoAnswersFor = (engagement: Engagement, item: ItemCode): readonly PersonId[] => {
  const owner = itemNamed(engagement, item)?.owner;
  if (owner !== undefined && !isGone(engagement, owner)) return [owner];
  return withRole(engagement, 'lead').filter((person) => !isGone(engagement, person));
};

/** Whether somebody wants no reminders today. */
export const isQuiet = ({ reminders }: Engagement, person: PersonId, today: Day): boolean => {
  const until = Object.hasOwn(reminders.quiet, person) ? reminders.quiet[person] : undefined;
  return until !== undefined && today < until;
};

/** Whoever is quiet, away or gone is named and not told. */
export const isToBeTold = (engagement: Engagement, person: PersonId, today: Day): boolean =>
  !isQuiet(engagement, person, today) &&
  awayUntil(engagement, person, today) === undefined &&
  !isGone(engagement, person);
