import {
  agreedCheckpoint,
  type Checkpoint,
  checkpointsFrom,
  type Day,
  type Mark,
  reminderTimeOf,
} from '../../../engagement/index';
import type { Context } from './context';

/** "every Tuesday at 10:00" */
export const rhythmText = ({ words }: Context, { every, weekday, time }: Checkpoint): string =>
  words.say(`meeting/every/${every}`, { weekday: words.say(`weekday/${String(weekday)}`), time });

/** All that was agreed, in words: the rhythm, when the reminder comes, and whom it mentions. */
export const agreedTexts = (context: Context, checkpoint: Checkpoint) => {
  const { words, engagement } = context;
  const agreed = agreedCheckpoint({ ...engagement, checkpoint });
  return {
    rhythm: rhythmText(context, agreed),
    reminder: words.say(`meeting/remind/${reminderTimeOf(agreed)}`),
    mentioning: words.say(`meeting/mentioning/${agreed.mention}`),
  };
};

/** The next two meetings that had not begun when this happened; none where there are none. */
export const meetingsAfter = ({ engagement, time }: Context, { at, on }: Mark): readonly Day[] => {
  const begins = agreedCheckpoint(engagement).time;
  return checkpointsFrom(engagement, on, 3)
    .filter((day) => day > on || begins > time(at))
    .slice(0, 2);
};
