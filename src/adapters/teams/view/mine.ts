import { isAcknowledged, isOverdue, isSettled, type Item, itemsOwnedBy, waitingFor } from '../../../engagement/index';
import { buttonsOf, showButtons } from './buttons';
import type { Context } from './context';
import { choiceOf, pagesOf } from './pages';
import { rowOf } from './rows';
import type { Screen } from './screen';
import { chooseFrom, openButton } from './section';
import { bytesOf, within } from './texts';

/** In bytes: for rows, and for further items in the list below them. */
const roomForRows = 20_000;
const roomForOthers = 4_000;

/** What the person who asks has to do here: each item once, the most pressing group first. */
export const mine = (context: Context): Screen => {
  const { words, engagement, engagementId, asker, today } = context;
  const owned = asker === undefined ? [] : itemsOwnedBy(engagement, asker);
  const toAgree = asker === undefined ? [] : waitingFor(engagement, asker);
  const open = owned.filter((item) => !isSettled(item));
  const groups: readonly (readonly [string, readonly Item[]])[] = [
    ['overdue', open.filter((item) => isOverdue(item, today))],
    ['toAccept', open.filter((item) => !isOverdue(item, today) && !isAcknowledged(engagement, item))],
    ['toAgree', toAgree],
    ['rest', open.filter((item) => !isOverdue(item, today) && isAcknowledged(engagement, item))],
    ['deferred', owned.filter((item) => isSettled(item) && !toAgree.includes(item))],
  ];
  const shown = groups.filter(([, items]) => items.length > 0);
  const items = shown.flatMap(([, group]) => group);
  const inSight = new Set(pagesOf(context, items, roomForRows)[0]);
  const others = items.filter((item) => !inSight.has(item));
  const listed = within(others, roomForOthers, (item) => bytesOf(choiceOf(context, item)));
  const count = items.length - inSight.size;
  const { overview } = showButtons(words, engagementId);
  const summary = words.say('mine/summary', { count: open.length });
  return {
    card: 'items',
    summary,
    data: {
      title: words.say('mine/title'),
      lines: [{ text: items.length === 0 ? words.say('mine/none') : summary, subtle: false }],
      groups: [
        ...shown
          .map(([title, group]) => ({ title, group: group.filter((item) => inSight.has(item)) }))
          .filter(({ group }) => group.length > 0)
          .map(({ title, group }) => ({
            title: words.say(`mine/${title}`),
            rows: group.map((item) => rowOf(context, item)),
          })),
        ...(count > 0 ? [{ title: words.say('row/more', { count }), rows: [] }] : []),
      ],
      choose: chooseFrom(context, [...inSight, ...listed.shown]),
      buttons: buttonsOf([...(items.length === 0 ? [] : [openButton(context)]), overview]),
    },
  };
};
