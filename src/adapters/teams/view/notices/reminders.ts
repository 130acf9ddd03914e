import { dayAfter, gate, type Reminder } from '../../../../engagement/index';
import { showButtons, showPhase } from '../buttons';
import type { Context } from '../context';
import { confirmButton } from '../gate';
import { listOf } from '../texts';
import { type Content, showing } from './content';
import { itemsIn } from './grouped';

/** More items than this are one tap away, together. */
const mostShown = 3;

/** What is due, overdue, blocked for long, back, or waits for somebody's word: one line each. */
export const reminderContent = (context: Context, reminders: readonly Reminder[]): Content => {
  const { words, engagementId } = context;
  const items = itemsIn({ type: 'reminder', reminders });
  const isAsked = reminders.some(({ kind }) => kind === 'jointCheck');
  const shortly = listOf(
    words,
    reminders.map((reminder) => said(context, reminder)),
    1,
  );
  return {
    sentence: (to) => words.say('notice/reminder', { to }),
    direct: words.say('notice/alone/reminder', { items: shortly }),
    summary: (to) => words.say('notice/summary/reminder', { to, items: shortly }),
    items,
    lines: reminders.map((reminder) => titled(context, reminder)),
    asks: isAsked ? [confirmButton(context)] : [],
    shows: items.length > mostShown ? [showButtons(words, engagementId).mine] : showing(context, items, mostShown),
    sections: isAsked ? [showPhase(context, gate)] : [],
  };
};

/** "A3 is due tomorrow, Fri 4 Dec: Remediation checklist meetings" */
const titled = (context: Context, reminder: Reminder): string => {
  if (reminder.kind === 'jointCheck') return said(context, reminder);
  const line = said(context, reminder, `**${reminder.item}**`);
  return context.words.say('notice/remind/titled', { line, title: context.title(reminder.item) });
};

const said = (context: Context, reminder: Reminder, item = itemIn(reminder)): string =>
  context.words.say(`notice/remind/${keyOf(context, reminder)}`, {
    item,
    day: context.day(reminder.on),
    section: context.words.say(`section/name/${gate}`),
  });

const itemIn = (reminder: Reminder): string => (reminder.kind === 'jointCheck' ? '' : reminder.item);

const keyOf = ({ today }: Context, { kind, on }: Reminder): string => {
  if (kind !== 'due') return kind;
  if (on === today) return 'dueToday';
  return on === dayAfter(today) ? 'dueTomorrow' : kind;
};
