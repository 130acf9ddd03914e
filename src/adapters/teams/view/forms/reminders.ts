import type { Filled } from '../../../../application/request';
import {
  agreedCheckpoint,
  type Day,
  dayAfter,
  daysAfter,
  isQuiet,
  mentionings,
  reminderTimes,
  rhythms,
  usualReminder,
  weekdayOf,
} from '../../../../engagement/index';
import { acts, showButtons } from '../buttons';
import type { Context } from '../context';
import { choice, date, options, time, workingDays } from '../fields';
import { plain } from '../plain';
import { showCheckpoints } from '../press';
import type { FormContent } from './parts';

/** The meeting and how people are reminded of it, filled with what is agreed. What is emptied stays as it is. */
export const checkpointForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagement, engagementId } = context;
  const agreed = agreedCheckpoint(engagement);
  const weekday = String(filled.weekday ?? agreed.weekday);
  const among = (id: string, value: string, values: readonly string[]) =>
    choice(words, id, { required: false, value, choices: options(words, id, values, value), style: 'compact' });
  return {
    title: words.say('form/checkpoint.set'),
    lines: [words.say('form/checkpointText', { timeZone: plain(engagement.timeZone) })],
    fields: [
      among('every', filled.every ?? agreed.every, rhythms),
      among('weekday', weekday, workingDays),
      time(words, 'time', { required: false, value: filled.time ?? agreed.time }),
      among('remind', filled.remind ?? usualReminder(engagement), reminderTimes),
      among('mention', filled.mention ?? agreed.mention, mentionings),
    ],
    send: { title: words.say('form/send.checkpoint.set'), verb: 'checkpoint.set', data: { engagementId } },
    others: [{ title: words.say('button/cancel'), ...showCheckpoints(engagementId) }],
  };
};

/** For the asker alone. */
export const snoozeForm = (context: Context, filled: Filled): FormContent => {
  const { words, engagement, engagementId, asker, today } = context;
  const quiet = asker !== undefined && isQuiet(engagement, asker, today);
  const known = quiet ? engagement.reminders.quiet[asker] : undefined;
  return {
    title: words.say('form/reminder.snooze'),
    lines: [words.say('form/snoozeText'), words.say('form/snoozeOthers')],
    fields: [
      date(words, 'until', {
        label: 'snoozeUntil',
        required: false,
        value: filled.until ?? known ?? nextMonday(today),
        min: dayAfter(today),
      }),
    ],
    send: { title: words.say('form/send.reminder.snooze'), verb: 'reminder.snooze', data: { engagementId } },
    others: [
      ...(quiet ? [acts(context, 'remindAgain', { type: 'SnoozeReminders' })] : []),
      { ...showButtons(words, engagementId).mine, title: words.say('button/cancel') },
    ],
  };
};

const nextMonday = (today: Day): Day => daysAfter(today, 8 - weekdayOf(today));
