import type { Day, Instant, ItemCode, PersonId, Phase, TimeOfDay } from '../basics';

export const rhythms = ['week', 'twoWeeks', 'weekday', 'off'] as const;
export type Rhythm = (typeof rhythms)[number];
/** One working day before at 09:00, on the same day at 08:00, or when it starts. */
export const reminderTimes = ['dayBefore', 'sameDay', 'atStart'] as const;
export type ReminderTime = (typeof reminderTimes)[number];
/** Owners of what is due are mentioned in the channel, or told privately only. */
export const mentionings = ['channel', 'private'] as const;
export type Mentioning = (typeof mentionings)[number];

/** The meeting of both sides, and how people are reminded of it. */
export type Checkpoint = {
  readonly every: Rhythm;
  /** Monday 1 … Sunday 7. Of no matter on every weekday. */
  readonly weekday: number;
  readonly time: TimeOfDay;
  /** One working day before, unless said otherwise. */
  readonly remind?: ReminderTime;
  /** In the channel, unless said otherwise. */
  readonly mention?: Mentioning;
  /** There is none before; every two weeks counts from the first one from then on. Without it: the day after the start. */
  readonly from?: Day;
};

/** What may be told of an item once: due soon, overdue, blocked for a week, or back from having been deferred. */
export const reminderKinds = ['due', 'overdue', 'blocked', 'returned'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/**
 * Something to be told once. The day is what makes it the same or another one: the due day, the day it was blocked, came
 * back, or was confirmed by one side.
 */
export type Reminder =
  | { readonly kind: ReminderKind; readonly item: ItemCode; readonly on: Day }
  | { readonly kind: 'jointCheck'; readonly on: Day };

/** A checkpoint post: what the next one is compared with. */
export type Reminded = {
  readonly at: Instant;
  readonly on: Day;
  /** The phase current then, and how many of its items were open. */
  readonly phase?: Phase;
  readonly open: number;
};

/** What was told already, so that nothing is told twice. No part of any item: reminding changes none. */
export type Reminders = {
  /** When people were last given other times to be reminded at: nothing is owed of before. */
  readonly setAt?: Instant;
  /** When it was last moved to another time zone: what was to be told before is told from then on. */
  readonly movedAt?: Instant;
  /** Meetings that are left out. */
  readonly skipped: readonly Day[];
  /** The day of the newest meeting that was reminded of; earlier ones are over. */
  readonly meeting?: Day;
  readonly last?: Reminded;
  /** When anything else than reminding last happened. */
  readonly changedAt?: Instant;
  /** `due A3` → the day it was about. */
  readonly told: Readonly<Record<string, Day>>;
  /** When an item was last given a due day or opened again: nothing is owed of before. */
  readonly since: Readonly<Record<ItemCode, Instant>>;
  /** On which day an item came back by itself, unless somebody has blocked it, opened it again or given it a due day since. */
  readonly returned: Readonly<Record<ItemCode, Day>>;
  /** From which day on somebody wants to be reminded again. */
  readonly quiet: Readonly<Record<PersonId, Day>>;
};
