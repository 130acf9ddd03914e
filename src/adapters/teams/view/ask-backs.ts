import type { Showing } from '../../../application/reply';
import { type Day, isOpen, type Item, itemNamed, mayActOn } from '../../../engagement/index';
import { buttonsOf, showButtons, type Titled } from './buttons';
import { type Context, isRunning } from './context';
import { examplesFor } from './examples';
import { line, notice } from './lines';
import { meantText } from './meant';
import { plain } from './plain';
import { deferUntil, pressOf, pressOfWish, showForm, showItem } from './press';
import type { Screen } from './screen';
import { resumeButton } from './status';
import { enumerated, rangesOf } from './texts';

type Shown<Show extends Showing['show']> = Extract<Showing, { show: Show }>;

/** Each choice does to its item what the sentence said. */
export const choice = (context: Context, { options }: Shown<'choice'>): Screen => {
  const { words, engagementId, engagement, title } = context;
  const [meant, ...others] = new Set(options.map(({ request }) => meantText(context, request)));
  // Titles on buttons would be cut off on a phone; as lines they wrap.
  const lines = [
    ...(meant === undefined || others.length > 0 ? [] : [line(words.say('meant/read', { what: meant }))]),
    line(words.say('choice/text')),
    ...options.map(({ item }) => line(`**${item}** ${title(item)}`)),
  ];
  const presses = options.map(({ item, request }) => {
    const moves = request.type === 'move' && itemNamed(engagement, item)?.dueOn !== undefined;
    const press = moves
      ? showForm(engagementId, 'item.schedule', { item }, { dueOn: request.day })
      : pressOf(request, item, engagementId);
    return { title: item, ...press };
  });
  const screen = notice(words.say('choice/title'), lines, presses);
  // Every choice stays in sight: none is less likely to be meant than the others.
  return {
    ...screen,
    data: { ...screen.data, buttons: buttonsOf(presses).map((button) => ({ ...button, mode: 'primary' })) },
  };
};

/** "Move A5 to Monday": its due day, or not before then? */
export const moveOrDefer = (context: Context, { item, day: to }: Shown<'moveOrDefer'>): Screen => {
  const { words, engagement, engagementId, day, title } = context;
  const dueOn = itemNamed(engagement, item)?.dueOn;
  const heading =
    dueOn === undefined ? words.say('move/notDue', { item }) : words.say('move/due', { item, day: day(dueOn) });
  return notice(
    heading,
    [line(`**${item}** ${title(item)}`), line(words.say('move/text', { day: day(to) }))],
    [
      {
        title: words.say('move/dueDay'),
        ...pressOfWish({ type: 'ScheduleItem', item, dueOn: to }, engagementId),
      },
      { title: words.say('move/defer'), ...deferUntil(engagementId, item, to) },
      { title: words.say('button/showItem', { item }), ...showItem(engagementId, item) },
    ],
  );
};

export const unclear = (context: Context, showing: Shown<'unclear'>): Screen => {
  const { words, engagement, engagementId, day, personal } = context;
  const read = showing.items.flatMap((code) => itemNamed(engagement, code) ?? []);
  const examples = examplesFor(context, read[0], showing.day !== undefined);
  const lines = [
    line(words.say('unclear/try')),
    ...examples.map((text) => line(personal ? text : words.say('unclear/toLotse', { text }))),
  ];
  const { help, start } = showButtons(words, engagementId);
  const shows = read
    .slice(0, 3)
    .map(({ code }) => ({ title: words.say('button/showItem', { item: code }), ...showItem(engagementId, code) }));
  const [only, ...others] = read;
  const guesses =
    only !== undefined && others.length === 0 && showing.day !== undefined ? guessesOf(context, only, showing.day) : [];
  const goOn = isRunning(context) ? [] : engagement.status === 'paused' ? resumeButton(context) : [start];
  return notice(readText(context, showing, day), lines, [...guesses, ...shows, ...goOn, help]);
};

/** What was understood of it. */
const readText = (
  { words }: Context,
  { items, day, unknownCode }: Shown<'unclear'>,
  inWords: Context['day'],
): string => {
  if (unknownCode) return words.say('unclear/unknownCode', { item: plain(unknownCode) });
  const what = enumerated(words, [...rangesOf(items), ...(day === undefined ? [] : [inWords(day)])]);
  return what === '' ? words.say('unclear/nothing') : words.say('unclear/read', { what });
};

/** With a day read, the due day or deferring may have been meant; the form of that asks for the rest. */
const guessesOf = (context: Context, item: Item, to: Day): readonly Titled[] => {
  const { words, engagement, engagementId, asker = '', today, day } = context;
  const { code } = item;
  if (!isRunning(context) || !isOpen(item) || !mayActOn(engagement, item, asker)) return [];
  const due = { title: words.say('unclear/due', { item: code, day: day(to) }) };
  const defer = { title: words.say('unclear/defer', { item: code }), ...deferUntil(engagementId, code, to) };
  return [
    { ...due, ...pressOfWish({ type: 'ScheduleItem', item: code, dueOn: to }, engagementId) },
    ...(to > today ? [defer] : []),
  ];
};
