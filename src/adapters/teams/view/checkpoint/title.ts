import type { CheckpointNews } from '../../../../application/ports';
import { agreedCheckpoint, type Day, daysAfter, reminderTimeOf } from '../../../../engagement/index';
import type { Context } from '../context';

type When = 'now' | 'today' | 'tomorrow' | 'ahead' | 'past';

const whenOf = ({ engagement, today }: Context, meeting: Day, late: boolean): When => {
  if (meeting < today) return 'past';
  if (meeting === today) return !late && reminderTimeOf(agreedCheckpoint(engagement)) === 'atStart' ? 'now' : 'today';
  return meeting === daysAfter(today, 1) ? 'tomorrow' : 'ahead';
};

/** "Checkpoint tomorrow, Tue 1 Dec 10:00"; where it comes late, that is said with it. `short`: where more follows. */
export const titleOf = (context: Context, { meeting, late }: CheckpointNews, length: 'title' | 'short'): string => {
  const { words, engagement } = context;
  const isShort = length === 'short';
  if (meeting === undefined) {
    const title = words.say('checkpoint/title/missed');
    return isShort ? title : words.say('checkpoint/meanwhile', { title });
  }
  const when = whenOf(context, meeting, late);
  const { time } = agreedCheckpoint(engagement);
  const day = context.day(meeting);
  const at = isShort ? time : words.say('checkpoint/at', { day, time });
  const title = words.say(`checkpoint/title/${when}`, { day, time, at });
  return late || when === 'past' ? words.say('checkpoint/late', { title }) : title;
};

/** Of which meeting it was, once that is over. */
export const pastTitleOf = ({ words, day }: Context, { meeting }: CheckpointNews): string =>
  meeting === undefined
    ? words.say('checkpoint/title/missed')
    : words.say('checkpoint/title/past', { day: day(meeting) });
