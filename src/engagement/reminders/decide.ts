import { badDay, badUntil } from '../bad-day';
import { dayAfter, daysAfter, isDay } from '../days';
import type { Ruling } from '../messages';
import { type Asked, type Checkpoint, type Day, type Engagement, lotse } from '../model';
import { needs } from '../roles/may';
import { agreedCheckpoint, isCheckpointDay, remindsAlike, usualReminder } from './checkpoint';
import type { CheckpointSettings, ReminderCommand } from './messages';
import { isQuiet, isTold } from './questions';

type The<Type extends ReminderCommand['type']> = Extract<ReminderCommand, { type: Type }>;

export const decideReminder = (command: ReminderCommand, engagement: Engagement, asked: Asked): Ruling => {
  switch (command.type) {
    case 'SetCheckpoint':
      return setting(command, engagement, asked);
    case 'SkipCheckpoint':
      return skipping(command, engagement, asked);
    case 'SnoozeReminders':
      return snoozing(command, engagement, asked);
    case 'PostCheckpoint':
    case 'RemindOfItems':
      return asked.by === lotse ? reminding(command, engagement) : { refused: { code: 'command.lotseOnly' } };
  }
};

const setting = ({ type: _, ...said }: The<'SetCheckpoint'>, engagement: Engagement, asked: Asked): Ruling => {
  const refused =
    needs('checkpoint', engagement, asked.by) ?? (said.from === undefined ? undefined : badDay(said.from, asked.today));
  if (refused) return { refused };
  const checkpoint = merged(said, engagement, asked.today);
  const known = agreedCheckpoint(engagement);
  const isAsItWas = remindsAlike(checkpoint, known) && checkpoint.mention === known.mention;
  return engagement.checkpoint && isAsItWas
    ? { refused: { code: 'checkpoint.already' } }
    : { facts: [{ type: 'CheckpointSet', checkpoint }] };
};

const merged = (said: CheckpointSettings, engagement: Engagement, today: Day): Checkpoint => {
  const { earliest = dayAfter(today), from, ...settings } = said;
  const next = { ...agreedCheckpoint(engagement), remind: usualReminder(engagement), ...settings };
  return { ...next, from: from ?? beginning(next, engagement, today, earliest) };
};

/**
 * The day from which on it counts, where nobody says it: anew from `earliest`, unless a meeting somebody set stays in the same
 * days. Every two weeks stays in the same weeks at another time; what was to begin only later still does in the same rhythm.
 */
const beginning = (next: Checkpoint, engagement: Engagement, today: Day, earliest: Day): Day => {
  const { every, weekday, time, from } = agreedCheckpoint(engagement);
  if (!engagement.checkpoint || next.every !== every) return earliest;
  if (from > dayAfter(today)) return from;
  if (next.weekday !== weekday) return earliest;
  if (next.time === time) return from;
  if (every !== 'twoWeeks') return earliest;
  // Where today's is over it is not held again at the new time: the next one is two weeks from today.
  const isOver = earliest > today && isCheckpointDay(engagement, today);
  return isOver ? daysAfter(today, 8) : from;
};

const skipping = (command: The<'SkipCheckpoint'>, engagement: Engagement, asked: Asked): Ruling => {
  const { day, earliest = asked.today } = command;
  const refused = needs('checkpoint', engagement, asked.by);
  if (refused) return { refused };
  if (engagement.reminders.skipped.includes(day)) return { refused: { code: 'checkpoint.alreadySkipped', on: day } };
  const isOne = isDay(day) && day >= earliest && isCheckpointDay(engagement, day);
  return isOne ? { facts: [{ type: 'CheckpointSkipped', day }] } : { refused: { code: 'checkpoint.none' } };
};

const snoozing = ({ until }: The<'SnoozeReminders'>, engagement: Engagement, asked: Asked): Ruling => {
  const { by, today } = asked;
  const quiet = isQuiet(engagement, by, today);
  if (until === undefined)
    return quiet ? { facts: [{ type: 'RemindersSnoozed', person: by }] } : { refused: { code: 'snooze.not' } };
  const refused = badUntil(until, asked);
  if (refused) return { refused };
  if (engagement.reminders.quiet[by] === until) return { refused: { code: 'snooze.already' } };
  return { facts: [{ type: 'RemindersSnoozed', person: by, until }] };
};

/** What was told meanwhile is not told again; nothing left to tell is no reason to refuse anybody anything. */
const reminding = (command: The<'PostCheckpoint' | 'RemindOfItems'>, engagement: Engagement): Ruling => {
  const reminders = command.reminders.filter((reminder) => !isTold(engagement, reminder));
  if (command.type === 'RemindOfItems')
    return { facts: reminders.length > 0 ? [{ type: 'ItemsReminded', reminders }] : [] };
  const { meeting, late } = command;
  const isOver = meeting === undefined ? reminders.length === 0 : meeting <= (engagement.reminders.meeting ?? '');
  if (isOver) return { facts: [] };
  return { facts: [{ type: 'CheckpointPosted', ...(meeting !== undefined && { meeting }), late, reminders }] };
};
