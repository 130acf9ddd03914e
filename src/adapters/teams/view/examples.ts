import { isOpen, type Item, itemsOf, mayActOn, openSteps } from '../../../engagement/index';
import { type Context, offers } from './context';

/** Two sentences that work here and now for whoever asks. `read`: an item they may have meant, and whether with a day. */
export const examplesFor = (context: Context, read?: Item, withDay = false): readonly [string, string] => {
  const { words, engagement } = context;
  const say = (key: string): string => words.say(`unclear/${key}`);
  const shown = read && words.say('unclear/show', { item: read.code });
  switch (engagement.status) {
    case 'notStarted':
    case 'discarded':
      return [say('start'), say('help')];
    case 'finished':
    case 'cancelled':
      return [shown ?? say('status'), say('start')];
    case 'paused':
      return [say(offers(context, 'life') ? 'resume' : 'status'), shown ?? leftText(context)];
    case 'running': {
      // An item alone may have been said not to be done: what is offered must not do the contrary.
      const meant = withDay && read && mayComplete(context, read) ? read : undefined;
      const likely = read ? meant : likeliest(context);
      const first = likely ? words.say('unclear/done', { item: likely.code }) : (shown ?? say('status'));
      return [first, leftText(context)];
    }
  }
};

/** What is open in the current phase; after the last one, anywhere. */
const leftText = ({ words, engagement: { phase } }: Context): string =>
  phase === undefined
    ? words.say('unclear/left')
    : words.say('unclear/leftIn', { section: words.say(`section/name/${phase}`) });

/** In the current phase what is theirs or nobody's, else whatever else they may complete; general ones last, and none that apply throughout. */
const likeliest = (context: Context): Item | undefined => {
  const { engagement, asker } = context;
  const all = Object.values(engagement.items);
  const here = engagement.phase === undefined ? [] : itemsOf(engagement, engagement.phase);
  const inOrder = [
    ...here.filter(({ owner }) => owner !== undefined && owner === asker),
    ...here.filter(({ owner }) => owner === undefined),
    ...here,
    ...all.filter(({ countsIn }) => countsIn !== 'general'),
    ...all.filter(({ standing }) => !standing),
  ];
  return inOrder.find((one) => mayComplete(context, one));
};

const mayComplete = ({ engagement, asker = '' }: Context, item: Item): boolean =>
  isOpen(item) && mayActOn(engagement, item, asker) && openSteps(engagement, item).length === 0;
