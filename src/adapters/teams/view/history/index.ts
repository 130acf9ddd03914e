import type { Entry, Showing } from '../../../../application/reply';
import { itemNamed } from '../../../../engagement/index';
import { showButtons, type Titled } from '../buttons';
import type { Context } from '../context';
import { beneath, type Line, line, notice } from '../lines';
import { mostBrief, mostOfCard } from '../pages';
import { bare } from '../plain';
import { showItem } from '../press';
import type { Screen } from '../screen';
import { bytesOf, within } from '../texts';
import { historyButton } from './button';
import { happened } from './happened';
import { type Asked, nothingOf, titleOf } from './question';

type Shown = Extract<Showing, { show: 'history' }>;

/** In bytes: the title, the buttons and the frame of the card; and of one line, beside its text. */
const reserved = 5_000;
const lineFrame = 130;

/** A page of the record, newest first: what happened, and when. */
export const history = (context: Context, showing: Shown, isBrief: boolean): Screen => {
  const { question, entries } = showing;
  const asked = askedOf(context, showing);
  const title = titleOf(context, asked);
  const sent = isBrief ? entries.slice(0, mostBrief) : entries;
  const texts = sent.map((entry) => linesOf(context, entry));
  const { shown } = within(texts, mostOfCard - reserved, (lines) =>
    lines.reduce((sum, { text }) => sum + lineFrame + bytesOf(text), 0),
  );
  const count = entries.length - shown.length;
  const isCut = count > 0 || (isBrief && showing.more);
  const lines = entries.length === 0 ? [line(nothingOf(context, asked))] : shown.flat();
  const presses = buttonsFor(context, showing, isBrief && isCut);
  return {
    ...notice(title, [...lines, ...(isCut ? [restLine(context, count, isBrief && showing.more)] : [])], presses),
    summary: bare(summaryOf(context, question, entries, title, lines)),
  };
};

/** Whoever did nothing here has no name here. */
const askedOf = ({ words, named }: Context, { question }: Shown): Asked =>
  question.person === undefined
    ? { question }
    : { question, name: named(question.person) ?? words.say('person/unknown') };

const linesOf = (context: Context, entry: Entry): readonly Line[] => [
  ...happened(context, entry).map((text) => line(text)),
  beneath(line(whenOf(context, entry), true)),
];

const whenOf = ({ words, day, time }: Context, [{ on, at }]: Entry): string =>
  words.say('history/when', { day: day(on), time: time(at) });

/** How many are left out; where more pages follow, nobody counted them. */
const restLine = ({ words }: Context, count: number, goesOn: boolean): Line =>
  line(goesOn ? words.say('history/more') : words.say('row/more', { count }));

/** "Who deferred A3?" is answered by the newest entry. */
const summaryOf = (
  context: Context,
  { did, page = 1 }: Shown['question'],
  [newest]: readonly Entry[],
  title: string,
  [first]: readonly Line[],
): string => {
  if (!newest) return first?.text ?? title;
  if (did === undefined || page > 1) return title;
  const what = happened(context, newest)[0] ?? '';
  return context.words.say('history/answer', { what, when: whenOf(context, newest) });
};

const buttonsFor = (context: Context, { question, more }: Shown, isCut: boolean): readonly Titled[] => {
  const { words, engagement, engagementId } = context;
  const { item, page = 1 } = question;
  const turn = isCut
    ? [historyButton(context, { ...question, page: 1 }, 'showAll')]
    : [
        ...(more ? [historyButton(context, { ...question, page: page + 1 }, 'older')] : []),
        ...(page > 1 ? [historyButton(context, { ...question, page: page - 1 }, 'newer')] : []),
      ];
  const toItem =
    item !== undefined && itemNamed(engagement, item)
      ? [{ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }]
      : [];
  return [...turn, ...toItem, showButtons(words, engagementId).overview];
};
