import { agreedCheckpoint, type Day, daysAfter, reminderTimeOf } from '../../../engagement/index';
import { acts, asks, showButtons, snoozeButton, type Titled, undoButton } from './buttons';
import { type Context, isRunning, offers } from './context';
import { line, notice } from './lines';
import { rhythmText } from './meeting';
import type { Screen } from './screen';
import { isOver, statusLines } from './status';
import { enumerated } from './texts';

/** When the next meetings are and how people are reminded of them, and what those who may can change about that. */
export const checkpoints = (context: Context, next: readonly Day[]): Screen => {
  const { words, engagement, engagementId, day } = context;
  const { every, time } = agreedCheckpoint(engagement);
  const [first, second] = isRunning(context) ? next : [];
  const of = (key: string, on: Day) => words.say(`meeting/${key}`, { day: day(on), time });
  const untitled = words.say(every === 'off' ? 'meeting/none' : 'meeting/title');
  const lines = [
    ...statusLines(context),
    ...(second === undefined ? [] : [of('following', second)]),
    ...(isOver(context) ? [] : termsOf(context)),
  ];
  return notice(
    first === undefined ? untitled : of('next', first),
    lines.map((text) => line(text)),
    [
      ...undoButton(context),
      ...changes(context, first),
      ...snoozeButton(context),
      showButtons(words, engagementId).overview,
    ],
  );
};

const termsOf = (context: Context): readonly string[] => {
  const { words, engagement, today, day } = context;
  const agreed = agreedCheckpoint(engagement);
  if (agreed.every === 'off') return [words.say('meeting/noneText')];
  const skipped = engagement.reminders.skipped.filter((one) => one >= today);
  return [
    words.say(engagement.checkpoint ? 'meeting/agreed' : 'meeting/assumed', { rhythm: rhythmText(context, agreed) }),
    ...(skipped.length > 0 ? [words.say('meeting/skipped', { days: enumerated(words, skipped.map(day)) })] : []),
    words.say('meeting/reminder', { when: words.say(`meeting/remind/${reminderTimeOf(agreed)}`) }),
    words.say(`meeting/mention/${agreed.mention}`),
  ];
};

const changes = (context: Context, next: Day | undefined): readonly Titled[] => {
  if (!isRunning(context) || !offers(context, 'checkpoint')) return [];
  const change = asks(context, 'change', 'checkpoint.set');
  if (next === undefined) return [change];
  const isInTwoWeeks = agreedCheckpoint(context.engagement).every === 'twoWeeks';
  return [
    change,
    acts(context, 'skip', { type: 'SkipCheckpoint', day: next }),
    ...(isInTwoWeeks ? [acts(context, 'weekLater', { type: 'SetCheckpoint', from: daysAfter(next, 7) })] : []),
  ];
};
