import type { Showing } from '../../../application/reply';
import { itemNamed } from '../../../engagement/index';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { line, notice } from './lines';
import { plain } from './plain';
import { deferUntil, pressOf, pressOfWish, showForm, showItem } from './press';
import type { Screen } from './screen';
import { enumerated } from './texts';

type Shown<Show extends Showing['show']> = Extract<Showing, { show: Show }>;

/** Each choice does to its item what the sentence said. */
export const choice = (context: Context, { options }: Shown<'choice'>): Screen => {
  const { words, engagementId, engagement, title } = context;
  // Titles on buttons would be cut off on a phone; as lines they wrap.
  const lines = [line(words.say('choice/text')), ...options.map(({ item }) => line(`**${item}** ${title(item)}`))];
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
  const { words, engagementId, day, personal } = context;
  const what = enumerated(words, [...showing.items, ...(showing.day === undefined ? [] : [day(showing.day)])]);
  const first = showing.unknownCode
    ? words.say('unclear/unknownCode', { item: plain(showing.unknownCode) })
    : what === ''
      ? words.say('unclear/nothing')
      : words.say('unclear/read', { what });
  const example = showing.items[0] ?? 'A3';
  const examples = [words.say('unclear/example1', { item: example }), words.say('unclear/example2')];
  const lines = [
    line(words.say('unclear/try')),
    ...examples.map((text) => line(personal ? text : words.say('unclear/toLotse', { text }))),
  ];
  const { help: ask } = showButtons(words, engagementId);
  const shows = showing.items
    .slice(0, 3)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));
  // With a date read, its due day or deferring may have been meant; the form of that asks for the rest.
  const [only, ...others] = showing.items;
  const { day: read } = showing;
  const guesses =
    only !== undefined && others.length === 0 && read !== undefined
      ? [
          {
            title: words.say('unclear/due', { item: only, day: day(read) }),
            ...pressOfWish({ type: 'ScheduleItem', item: only, dueOn: read }, engagementId),
          },
          { title: words.say('unclear/defer', { item: only }), ...deferUntil(engagementId, only, read) },
        ]
      : [];
  return notice(first, lines, [...guesses, ...shows, ask]);
};
