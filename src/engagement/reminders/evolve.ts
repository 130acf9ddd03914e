import { daysAfter } from '../days';
import { isOpen, itemNamed, itemsOf } from '../items/questions';
import type { Event } from '../messages';
import type { Day, Engagement, Item, ItemCode, Mark, Reminder, Reminders } from '../model';
import { itemsIn } from '../touched';
import { agreedCheckpoint, remindsAlike } from './checkpoint';
import type { ReminderFact } from './messages';
import { reminderName } from './questions';

export const evolveReminder = (engagement: Engagement, event: ReminderFact & Mark): Engagement => {
  const { reminders } = engagement;
  const withReminders = (change: Partial<Reminders>): Engagement => ({
    ...engagement,
    reminders: { ...reminders, ...change },
  });
  switch (event.type) {
    case 'CheckpointSet':
      return {
        ...withReminders(remindsAlike(event.checkpoint, agreedCheckpoint(engagement)) ? {} : { setAt: event.at }),
        checkpoint: event.checkpoint,
      };
    case 'CheckpointSkipped': {
      const isOver = (day: Day) => day < justOver(event) && day <= (reminders.meeting ?? '');
      return withReminders({ skipped: [...reminders.skipped.filter((day) => !isOver(day)), event.day] });
    }
    case 'RemindersSnoozed': {
      const { [event.person]: _, ...others } = reminders.quiet;
      return withReminders({ quiet: event.until === undefined ? others : { ...others, [event.person]: event.until } });
    }
    case 'ItemsReminded':
      return withReminders({ told: { ...reminders.told, ...namesOf(event.reminders) } });
    case 'CheckpointPosted': {
      const { phase } = engagement;
      return withReminders({
        told: { ...reminders.told, ...namesOf(event.reminders) },
        ...(event.meeting !== undefined && { meeting: event.meeting }),
        last: {
          at: event.at,
          on: event.on,
          ...(phase !== undefined && { phase }),
          open: phase === undefined ? 0 : itemsOf(engagement, phase).filter(isOpen).length,
        },
      });
    }
  }
};

/** Where it is moved to another time zone, it may be the day before once more. */
const justOver = ({ on }: Mark): Day => daysAfter(on, -2);

const namesOf = (reminders: readonly Reminder[]): Readonly<Record<string, string>> =>
  Object.fromEntries(reminders.map((reminder) => [reminderName(reminder), reminder.on]));

/** What an event means for what will be told, and when. */
export const keepingTimes = (before: Engagement, after: Engagement, event: Event): Engagement =>
  isOnlyReminding(event) ? after : withTimesOfItems(before, withTimeOfChange(after, event), event);

/** What people were reminded of, or want to be. It changes nothing else. */
export const isOnlyReminding = ({ type }: Event): boolean =>
  type === 'CheckpointPosted' || type === 'ItemsReminded' || type === 'RemindersSnoozed';

const withTimeOfChange = (engagement: Engagement, event: Event): Engagement => {
  const isMoved = event.type === 'EngagementConfigured' && event.timeZone !== undefined;
  const changed = { changedAt: event.at, ...(isMoved && { movedAt: event.at }) };
  return { ...engagement, reminders: { ...engagement.reminders, ...changed } };
};

/**
 * Whoever gives an item a due day or opens it again knows of it: what should have been told before is not made up for.
 * Whoever blocks it knows that it came back, and nothing else.
 */
const withTimesOfItems = (before: Engagement, after: Engagement, event: Event): Engagement => {
  const renewed = itemsIn(event).filter((item) => isRenewed(event, itemNamed(before, item), itemNamed(after, item)));
  const known = event.type === 'ItemBlocked' ? [event.item] : renewed;
  if (known.length === 0) return after;
  const { reminders } = after;
  const since = Object.fromEntries(renewed.map((item) => [item, event.at]));
  const returned = event.type === 'ItemReturned' ? { [event.item]: event.on } : {};
  return {
    ...after,
    reminders: {
      ...reminders,
      since: { ...reminders.since, ...since },
      returned: { ...without(reminders.returned, known), ...returned },
    },
  };
};

const isRenewed = (event: Event, before: Item | undefined, after: Item | undefined): boolean => {
  switch (event.type) {
    case 'ItemScheduled':
    case 'ItemReopened':
    case 'ItemReturned':
      return true;
    case 'OperationUndone':
      return before?.state.type !== after?.state.type || before?.dueOn !== after?.dueOn;
    case 'ItemAdded':
    case 'ItemAssigned':
      return event.dueOn !== undefined;
    default:
      return false;
  }
};

const without = (
  days: Readonly<Record<ItemCode, string>>,
  items: readonly ItemCode[],
): Readonly<Record<ItemCode, string>> =>
  Object.fromEntries(Object.entries(days).filter(([item]) => !items.includes(item)));
