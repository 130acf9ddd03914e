import type { Showing } from '../../../application/reply';
import { type Command, itemsOwnedBy, overallProgress, unfinished } from '../../../engagement/index';
import { acts, showButtons, type Titled } from './buttons';
import { handedOverLines } from './closing';
import type { Context } from './context';
import { type Line, line, notice } from './lines';
import { plain } from './plain';
import { pressOfWish } from './press';
import { anywayLines } from './moving-on';
import { settledLine } from './progress';
import type { Screen } from './screen';
import { linesWithin } from './texts';
import { notFinishedText } from './refused';

/** In bytes. */
const roomForItems = 18_000;

/** What would be done, with the button that does it. */
export const confirm = (context: Context, { wish, command }: Extract<Showing, { show: 'confirm' }>): Screen => {
  const { words, engagement, engagementId } = context;
  const { overview } = showButtons(words, engagementId);
  const back: Titled = { ...overview, title: words.say('button/cancel') };
  const does: Titled = { title: words.say(`confirm/send.${wish.type}`), ...pressOfWish(wish, engagementId) };
  const title = words.say(`confirm/${wish.type}`, { customer: plain(engagement.customer) });
  if (command.type === 'HandOver') return notice(title, handingOver(context, command), [does, back]);
  if (wish.type === 'DiscardEngagement') return notice(title, discarding(context), [does, back]);
  const missing = unfinished(engagement);
  const isReady = Object.values(missing).every((some) => some.length === 0);
  if (!isReady) return notice(title, [line(notFinishedText(context, missing))], [back]);
  return notice(title, finishing(context), [does, back]);
};

const handingOver = (
  context: Context,
  { person, assignee }: Extract<Command, { type: 'HandOver' }>,
): readonly Line[] => {
  const { words, engagement, name, title } = context;
  const items = itemsOwnedBy(engagement, person).map(({ code }) => `**${code}** ${title(code)}`);
  return [
    line(words.say('confirm/handOverText', { count: items.length, from: name(person), to: name(assignee) })),
    ...linesWithin(words, items, roomForItems).map((text) => line(text)),
  ];
};

const finishing = (context: Context): readonly Line[] => {
  const { words, engagement, today } = context;
  return [
    ...settledLine(words, overallProgress(engagement, today)).map((text) => line(text)),
    ...handedOverLines(context),
    ...anywayLines(context).map((text) => line(text)),
    line(words.say('confirm/finishText')),
  ];
};

const discarding = ({ words, engagement, today }: Context): readonly Line[] => {
  const { total, complete } = overallProgress(engagement, today);
  return [line(words.say('confirm/discardText', { total, complete })), line(words.say('confirm/discardLast'))];
};

/** Shows first what would be done. */
export const finishButton = (context: Context): Titled => acts(context, 'finish', { type: 'FinishEngagement' });
