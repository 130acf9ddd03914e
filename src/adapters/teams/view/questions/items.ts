import type { Showing } from '../../../../application/reply';
import { itemNamed } from '../../../../engagement/index';
import { showButtons, showPhase, type Titled, turnButtons } from '../buttons';
import type { Context } from '../context';
import { mostBrief, mostOfCard, pagesOf } from '../pages';
import { showItems } from '../press';
import type { Screen } from '../screen';
import { statusLines } from '../status';
import { answerOf, titleOf } from './asked';
import { shortList } from './short-list';

type Shown = Extract<Showing, { show: 'items' }>;

/** In bytes: the buttons, the frame of the card, its title and lines, and the way to the overview. */
const reserved = 9_000;

/** The items that stand as was asked, one row each: a few among several people, else page by page. */
export const items = (context: Context, showing: Shown, isBrief: boolean): Screen => {
  const { words, engagement, engagementId } = context;
  const { question } = showing;
  const all = showing.items.flatMap((code) => itemNamed(engagement, code) ?? []);
  const pages = isBrief ? [all.slice(0, mostBrief)] : pagesOf(context, all, mostOfCard - reserved);
  const page = Math.min(question.page ?? 1, pages.length);
  const shown = pages[page - 1] ?? [];
  const count = all.length - pages.slice(0, page).flat().length;
  const answer = answerOf(context, showing, showing.items);
  const lines = [
    ...statusLines(context),
    ...(all.length === 0 ? [answer] : []),
    ...(pages.length > 1 ? [words.say('phase/page', { page, pages: pages.length })] : []),
  ];
  const at = isBrief ? { isCut: count > 0 } : { page, last: pages.length };
  const turn = turnButtons(words, at, (other) => showItems(engagementId, { ...question, page: other }));
  return shortList(
    context,
    {
      title: titleOf(context, showing, all.length),
      summary: answer,
      lines,
      buttons: [...turn, ...others(context, showing)],
    },
    { shown, count },
  );
};

const others = (context: Context, { question: { section } }: Shown): readonly Titled[] => {
  const { mine, overview } = showButtons(context.words, context.engagementId);
  return [...(section === undefined || section === 'general' ? [] : [showPhase(context, section)]), mine, overview];
};
