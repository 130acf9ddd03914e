import type { CheckpointNews } from '../../../../application/ports';
import { agreedCheckpoint, daysAfter } from '../../../../engagement/index';
import type { Context } from '../context';

type When = 'now' | 'today' | 'tomorrow' | 'ahead' | 'past' | 'missed';

const whenOf = ({ engagement, today }: Context, { meeting, late }: CheckpointNews): When => {
  if (meeting === undefined) return 'missed';
  if (meeting < today) return 'past';
  if (meeting === today) return !late && agreedCheckpoint(engagement).remind === 'atStart' ? 'now' : 'today';
  return meeting === daysAfter(today, 1) ? 'tomorrow' : 'ahead';
};

/** "Checkpoint tomorrow, Tue 1 Dec 10:00"; where it comes late, that is said with it. `short`: where more follows. */
export const titleOf = (context: Context, news: CheckpointNews, length: 'title' | 'short'): string => {
  const { words, engagement, day } = context;
  const when = whenOf(context, news);
  const title = words.say(`checkpoint/${length}/${when}`, {
    day: news.meeting === undefined ? '' : day(news.meeting),
    time: agreedCheckpoint(engagement).time,
  });
  const isLate = when === 'past' || (news.late && when !== 'missed');
  return isLate ? words.say('checkpoint/late', { title }) : title;
};

/** Of which meeting it was, once that is over. */
export const pastTitleOf = ({ words, day }: Context, { meeting }: CheckpointNews): string =>
  meeting === undefined
    ? words.say('checkpoint/short/missed')
    : words.say('checkpoint/title/past', { day: day(meeting) });
