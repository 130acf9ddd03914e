import type { News } from '../../../../application/ports';
import { gate, type ItemCode } from '../../../../engagement/index';
import { asks, showPhase, type Titled } from '../buttons';
import type { Context } from '../context';
import { confirmButton } from '../gate';
import { moveOnButton, questionButtons } from '../moving-on';
import { bare } from '../plain';
import { showItem } from '../press';
import { enumerated, listOf, rangesOf } from '../texts';
import { itemsIn } from './grouped';

/** One thing to tell. Its items stand below the sentence. */
export type Content = {
  /** To people who are named in it. */
  readonly sentence: (to: string) => string;
  /** To the one person who reads it. */
  readonly direct: string;
  /** For feeds, where nothing is a mention. */
  readonly summary: (to: string) => string;
  readonly items: readonly ItemCode[];
  /** What is asked for, then what can be looked at. */
  readonly asks: readonly Titled[];
  readonly shows: readonly Titled[];
  readonly sections: readonly Titled[];
};

export const contentOf = (context: Context, news: News): Content => {
  const { words } = context;
  const key = keyOf(news);
  const items = itemsIn(news);
  const values = { ...valuesOf(context, news), count: items.length };
  const shortly = { ...values, by: bare(values.by), name: bare(values.name), items: listOf(words, rangesOf(items)) };
  const sentence = (to: string): string => words.say(`notice/${key}`, { ...values, to });
  return {
    sentence,
    direct: words.say(`notice/alone/${key}`, { ...values, items: namedIn(context, items) }),
    summary: (to) => (news.type === 'asked' ? sentence(to) : words.say(`notice/summary/${key}`, { ...shortly, to })),
    items,
    ...pressesOf(context, news),
  };
};

const keyOf = (news: News): string => {
  if (news.type !== 'asked') return news.type;
  return news.phase === gate ? 'jointCheck' : 'agreement';
};

const valuesOf = ({ words, name }: Context, news: News) => ({
  by: 'by' in news ? name(news.by) : '',
  name: news.type === 'left' ? name(news.person) : '',
  section: 'phase' in news ? words.say(`section/name/${news.phase}`) : '',
});

const longestList = 8;

/** `A3–A5 and A9` */
const namedIn = ({ words }: Context, items: readonly ItemCode[]): string => {
  const ranges = rangesOf(items);
  return ranges.length > longestList ? listOf(words, ranges, longestList) : enumerated(words, ranges);
};

const pressesOf = (context: Context, news: News): Pick<Content, 'asks' | 'shows' | 'sections'> => {
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

const showing = ({ words, engagementId }: Context, items: readonly ItemCode[], most: number): readonly Titled[] =>
  items
    .slice(0, most)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));
