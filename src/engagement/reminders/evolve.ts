import { daysAfter } from '../days';
import { isOpen, itemsOf } from '../items/questions';
import type { Event } from '../messages';
import type { Day, Engagement, ItemCode, Mark, Reminder, Reminders } from '../model';
import { itemsIn } from '../touched';
import { agreedCheckpoint, isAsOften } from './checkpoint';
import type { ReminderFact } from './messages';
import { nameOf } from './questions';

export const evolveReminder = (engagement: Engagement, event: ReminderFact & Mark): Engagement => {
  const { reminders } = engagement;
  const withReminders = (change: Partial<Reminders>): Engagement => ({
    ...engagement,
    reminders: { ...reminders, ...change },
  });
  switch (event.type) {
    case 'CheckpointSet':
      return {
        ...withReminders(isAsOften(event.checkpoint, agreedCheckpoint(engagement)) ? {} : { setAt: event.at }),
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
  Object.fromEntries(reminders.map((reminder) => [nameOf(reminder), reminder.on]));

/** What a new event means for what will be told. */
export const noting = (engagement: Engagement, event: Event): Engagement =>
  isReminding(event) ? engagement : noticing(changedBy(engagement, event), event);

const isReminding = ({ type }: Event): boolean =>
  type === 'CheckpointPosted' || type === 'ItemsReminded' || type === 'RemindersSnoozed';

const changedBy = (engagement: Engagement, event: Event): Engagement => {
  const isMoved = event.type === 'EngagementConfigured' && event.timeZone !== undefined;
  const changed = { changedAt: event.at, ...(isMoved && { movedAt: event.at }) };
  return { ...engagement, reminders: { ...engagement.reminders, ...changed } };
};

/**
 * Whoever gives an item a due day or opens it again knows of it: what should have been told before is not made up for.
 * Whoever blocks it knows that it came back, and nothing else.
 */
const noticing = (engagement: Engagement, event: Event): Engagement => {
  if (!isNew(event) && event.type !== 'ItemBlocked') return engagement;
  const items = itemsIn(event);
  const { reminders } = engagement;
  const since = isNew(event) ? Object.fromEntries(items.map((item) => [item, event.at])) : {};
  const returned = event.type === 'ItemReturned' ? { [event.item]: event.on } : {};
  return {
    ...engagement,
    reminders: {
      ...reminders,
      since: { ...reminders.since, ...since },
      returned: { ...without(reminders.returned, items), ...returned },
    },
  };
};

const isNew = (event: Event): boolean => {
  switch (event.type) {
    case 'ItemScheduled':
    case 'ItemReopened':
    case 'ItemReturned':
    case 'OperationUndone':
      return true;
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
