import type { News } from '../../../../application/ports';
import { gate, type ItemCode } from '../../../../engagement/index';
import { asks, showPhase } from '../buttons';
import type { Context } from '../context';
import { confirmButton } from '../gate';
import { moveOnButton, questionButtons } from '../moving-on';
import { bare } from '../plain';
import { codesOf, enumerated, longestList, rangesOf } from '../texts';
import { type Content, showing } from './content';
import { itemsIn } from './grouped';
import { reminderContent } from './reminders';

export const contentOf = (context: Context, news: News): Content => {
  if (news.type === 'reminder') return reminderContent(context, news.reminders);
  const { words } = context;
  const key = keyOf(news);
  const items = itemsIn(news);
  const values = { ...valuesOf(context, news), count: items.length };
  const codes = codesOf(words, items, longestList);
  const shortly = { ...values, by: bare(values.by), name: bare(values.name), items: codes };
  const sentence = (to: string): string => words.say(`notice/${key}`, { ...values, to });
  return {
    sentence,
    direct: words.say(`notice/alone/${key}`, { ...values, items: namedIn(context, items) }),
    summary: (to) => (news.type === 'asked' ? sentence(to) : words.say(`notice/summary/${key}`, { ...shortly, to })),
    items,
    lines: items.map((item) => `**${item}** ${context.title(item)}`),
    ...pressesOf(context, news),
  };
};

type Other = Exclude<News, { type: 'reminder' }>;

const keyOf = (news: Other): string => {
  if (news.type !== 'asked') return news.type;
  return news.phase === gate ? 'jointCheck' : 'agreement';
};

const valuesOf = ({ words, name }: Context, news: Other) => ({
  by: 'by' in news ? name(news.by) : '',
  name: news.type === 'left' ? name(news.person) : '',
  section: 'phase' in news ? words.say(`section/name/${news.phase}`) : '',
});

/** `A3–A5 and A9` */
const namedIn = ({ words }: Context, items: readonly ItemCode[]): string => {
  const ranges = rangesOf(items);
  return ranges.length > longestList ? codesOf(words, items, longestList) : enumerated(words, ranges);
};

const pressesOf = (context: Context, news: Other): Pick<Content, 'asks' | 'shows' | 'sections'> => {
  switch (news.type) {
    case 'asked': {
      const [, ...items] = questionButtons(context, news.phase);
      const first = news.phase === gate ? confirmButton(context) : moveOnButton(context, news.phase);
      return { asks: [first], shows: items, sections: [showPhase(context, news.phase)] };
    }
    case 'voided':
      return { asks: [], shows: showing(context, news.items, 2), sections: [showPhase(context, news.phase)] };
    case 'left': {
      const outside = context.known(news.person)?.id;
      const filled = outside === undefined ? {} : { person: outside };
      const handOver = asks(context, 'handOver', 'person.handOver', {}, filled);
      return { asks: [handOver], shows: showing(context, news.items, 2), sections: [] };
    }
    default:
      return { asks: [], shows: showing(context, news.items, 3), sections: [] };
  }
};
