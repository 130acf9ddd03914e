import {
  type Day,
  daysAfter,
  gate,
  isAcknowledged,
  isOpen,
  isOverdue,
  type Item,
  itemsOwnedBy,
  mayDo,
  missingSides,
  questionOf,
  steers,
  waitingFor,
  waitsForAgreement,
} from '../../../engagement/index';
import type { Context } from './context';
import { sideLines, sideOf } from './gate';
import { bare } from './plain';
import { showSection } from './press';
import { type Row, rowOf } from './rows';
import { isOver } from './status';

/** One thing that waits for the person who asks. `first` comes before the rest of the row's status. */
export type Todo = {
  readonly context: Context;
  /** None for the joint check, which is no item. */
  readonly item?: Item;
  readonly row: (first: readonly string[]) => Row;
  /** Theirs, and not finished. */
  readonly isOpen: boolean;
  readonly dueOn?: Day;
};

/** The key of its heading says what a group is; the most pressing first. */
const groups = [
  'mine/overdue',
  'mine/soon',
  'mine/toAccept',
  'mine/toAgree',
  'button/confirm',
  'mine/rest',
  'mine/deferred',
] as const;
type Group = (typeof groups)[number];

const byDay: readonly Group[] = ['mine/overdue', 'mine/soon'];

/** Each item in the first group that fits. */
export const groupsOf = (
  contexts: readonly Context[],
): readonly { readonly title: Group; readonly todos: readonly Todo[] }[] => {
  const all = contexts.flatMap((context) => [...jointCheck(context), ...items(context)]);
  return groups.map((title) => {
    const todos = all.filter(([group]) => group === title).map(([, todo]) => todo);
    return { title, todos: byDay.includes(title) ? inOrderOfDays(todos) : todos };
  });
};

const inOrderOfDays = (todos: readonly Todo[]): readonly Todo[] =>
  [...todos].sort(({ dueOn: one = '' }, { dueOn: other = '' }) => (one < other ? -1 : Number(one > other)));

const items = (context: Context): readonly (readonly [Group, Todo])[] => {
  const { engagement, asker } = context;
  if (asker === undefined) return [];
  const owned = itemsOwnedBy(engagement, asker);
  const toAgree = isOver(context) ? [] : waitingFor(engagement, asker).filter((item) => !owned.includes(item));
  return [...owned, ...toAgree].map((item) => [groupOf(context, item, asker), todoOf(context, item, asker)]);
};

const todoOf = (context: Context, item: Item, asker: string): Todo => ({
  context,
  item,
  row: (first) => rowOf(context, item, { first, isMine: item.owner === asker }),
  isOpen: item.owner === asker && isOpen(item),
  ...(item.dueOn !== undefined && { dueOn: item.dueOn }),
});

/** How many days ahead "soon" looks. */
const soon = 7;

const groupOf = ({ engagement, today }: Context, item: Item, asker: string): Group => {
  if (!isOpen(item)) return waitsForAgreement(item) && steers(engagement, asker) ? 'mine/toAgree' : 'mine/deferred';
  if (isOverdue(item, today)) return 'mine/overdue';
  if (item.dueOn !== undefined && item.dueOn <= daysAfter(today, soon)) return 'mine/soon';
  return isAcknowledged(engagement, item) ? 'mine/rest' : 'mine/toAccept';
};

/** The word of the asker's side is missing. */
const jointCheck = (context: Context): readonly (readonly [Group, Todo])[] => {
  const { words, engagement, engagementId, asker } = context;
  if (asker === undefined || isOver(context) || questionOf(engagement)?.type !== 'jointCheck') return [];
  if (!mayDo('confirm', engagement, asker) || !missingSides(engagement).includes(sideOf(context, asker))) return [];
  const title = words.say('gate/ready');
  const row = (first: readonly string[]): Row => {
    const status = [...first, ...sideLines(context)].join(' · ');
    return {
      text: `${title}\u00a0›`,
      status,
      spoken: bare(words.say('row/spokenLine', { text: `${title}, ${status}` })),
      ...showSection(engagementId, gate),
    };
  };
  return [['button/confirm', { context, row, isOpen: false }]];
};
