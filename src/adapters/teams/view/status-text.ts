import { isOpen, isOverdue, type Item, itemsOf, phases } from '../../../engagement/index';
import { showButtons } from './buttons';
import type { Context } from './context';
import { line, notice } from './lines';
import { peopleLine, stateOf } from './overview';
import { mostOfCard } from './pages';
import { bare, plain } from './plain';
import { sectionSummary } from './progress';
import { overdueBy } from './rows';
import type { Screen } from './screen';
import { cut, linesWithin, within } from './texts';
import { nameOf } from './where';

/** In characters. */
const mostOfText = 20_000;
/** What the title, the frame and the button of the card take, in bytes. */
const reserved = 3_000;
const mostOfReason = { characters: 120, bytes: 400 };

/** The whole state to be pasted into somebody's own notes: plain text, without Markdown. The card says the same. */
export const statusText = (context: Context): Screen => {
  const { words, engagement, engagementId, today } = context;
  const { phase, lines } = stateOf(context);
  const title = words.say('text/title', { customer: nameOf(engagement.customer), day: words.day(today, '') });
  const people = peopleLine(context);
  const head = [phase, ...lines, ...(people === '' ? [] : [people])];
  const sections = phases.map((one) => [
    sectionSummary(context, one),
    ...itemsOf(engagement, one).flatMap((item) => itemLine(context, item)),
  ]);
  const summary = oneLine(title);
  return {
    ...notice(
      title,
      linesWithin(words, [...head, ...sections.flat()], mostOfCard - reserved).map((text) => line(text)),
      [showButtons(words, engagementId).overview],
    ),
    summary,
    text: textOf(context, [summary, ...head, ...sections.flatMap((lines) => ['', ...lines])].map(oneLine)),
  };
};

/** As it was typed, in one line. */
const oneLine = (text: string): string => bare(text).replace(/\s+/g, ' ').trim();

/** As much as there is room for; a last line says how many more there are. */
const textOf = ({ words }: Context, lines: readonly string[]): string => {
  const room = mostOfText - words.say('row/more', { count: lines.length }).length;
  const { shown } = within(lines, room, (one) => one.length + 1);
  const count = lines.slice(shown.length).filter((one) => one !== '').length;
  return [...shown, ...(count > 0 ? [words.say('row/more', { count })] : [])].join('\n');
};

/** What is open, and what comes back: whose it is, and how it stands. */
const itemLine = (context: Context, item: Item): readonly string[] => {
  const { words, title, name } = context;
  if (!isOpen(item) && item.state.type !== 'deferred') return [];
  const owner = item.owner === undefined ? words.say('text/nobody') : name(item.owner);
  const status = [owner, ...stateText(context, item), ...dueText(context, item)].join(', ');
  return [words.say('text/item', { item: item.code, title: title(item.code), status })];
};

const stateText = ({ words, day }: Context, { state }: Item): readonly string[] => {
  if (state.type !== 'blocked' && state.type !== 'deferred') return [];
  const reason = plain(cut(state.reason, mostOfReason));
  return [words.say(`text/${state.type}`, { reason, until: state.type === 'deferred' ? day(state.until) : '' })];
};

const dueText = ({ words, day, today }: Context, item: Item): readonly string[] => {
  if (item.dueOn === undefined || !isOpen(item)) return [];
  const due = words.say('item/dueShort', { day: day(item.dueOn) });
  return [due, ...(isOverdue(item, today) ? [overdueBy(words, item.dueOn, today)] : [])];
};
