import {
  type Day,
  daysAfter,
  gate,
  isAcknowledged,
  isDueSoon,
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
  whoAnswersFor,
} from '../../../engagement/index';
import { type Context, isRunning } from './context';
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
/** What people are reminded of. */
const dueGroups = [
  'mine/overdue',
  'mine/soon',
  'mine/blocked',
  'mine/returned',
  'mine/toAccept',
  'mine/toAgree',
  'button/confirm',
] as const;
type Group = (typeof groups | typeof dueGroups)[number];
export type Grouped = readonly { readonly title: Group; readonly todos: readonly Todo[] }[];
type Found = readonly [Group, Todo];

const byDay: readonly Group[] = ['mine/overdue', 'mine/soon'];

/** Each item in the first group that fits. */
export const groupsOf = (contexts: readonly Context[]): Grouped =>
  grouped(
    groups,
    contexts.flatMap((context) => [...jointCheck(context), ...items(context)]),
  );

/** Only what is due or waits for them; and what nobody else is reminded of. */
export const dueGroupsOf = (contexts: readonly Context[]): Grouped =>
  grouped(
    dueGroups,
    contexts.filter(isRunning).flatMap((context) => [...jointCheck(context), ...dueItems(context)]),
  );

const grouped = (titles: readonly Group[], all: readonly Found[]): Grouped =>
  titles.map((title) => {
    const todos = all.filter(([group]) => group === title).map(([, todo]) => todo);
    return { title, todos: byDay.includes(title) ? inOrderOfDays(todos) : todos };
  });

const inOrderOfDays = (todos: readonly Todo[]): readonly Todo[] =>
  [...todos].sort(({ dueOn: one = '' }, { dueOn: other = '' }) => (one < other ? -1 : Number(one > other)));

const items = (context: Context): readonly Found[] => {
  const { engagement, asker } = context;
  if (asker === undefined) return [];
  const owned = itemsOwnedBy(engagement, asker);
  const toAgree = isOver(context) ? [] : waitingFor(engagement, asker).filter((item) => !owned.includes(item));
  return [...owned, ...toAgree].map((item) => [groupOf(context, item, asker), todoOf(context, item, asker)]);
};

const dueItems = (context: Context): readonly Found[] => {
  const { engagement, asker } = context;
  if (asker === undefined) return [];
  const own = items(context).map(([group, todo]): Found => [remindedGroup(context, todo.item) ?? group, todo]);
  const others = Object.values(engagement.items).flatMap((item): readonly Found[] => {
    const group = remindedGroup(context, item);
    if (group === undefined || item.owner === asker) return [];
    const isTheirs = whoAnswersFor(engagement, item.code).includes(asker);
    return isTheirs ? [[group, todoOf(context, item, asker)]] : [];
  });
  return [...own, ...others];
};

const todoOf = (context: Context, item: Item, asker: string): Todo => ({
  context,
  item,
  row: (first) => rowOf(context, item, { first, isMine: item.owner === asker }),
  isOpen: item.owner === asker && isOpen(item),
  ...(item.dueOn !== undefined && { dueOn: item.dueOn }),
});

const dueGroup = (today: Day, item: Item): Group | undefined => {
  if (isOverdue(item, today)) return 'mine/overdue';
  return isDueSoon(item, today) ? 'mine/soon' : undefined;
};

const groupOf = ({ engagement, today }: Context, item: Item, asker: string): Group => {
  if (!isOpen(item)) return waitsForAgreement(item) && steers(engagement, asker) ? 'mine/toAgree' : 'mine/deferred';
  return dueGroup(today, item) ?? (isAcknowledged(engagement, item) ? 'mine/rest' : 'mine/toAccept');
};

/** In days: blocked or back for so long. */
const week = 7;

/** What somebody is reminded of, whoever owns it. */
const remindedGroup = ({ engagement, today }: Context, item: Item | undefined): Group | undefined => {
  if (!item || !isOpen(item)) return undefined;
  const { code, state } = item;
  const due = dueGroup(today, item);
  if (due) return due;
  if (state.type === 'blocked') return daysAfter(state.mark.on, week) <= today ? 'mine/blocked' : undefined;
  const returned = engagement.reminders.returned[code];
  return returned !== undefined && daysAfter(returned, week) >= today ? 'mine/returned' : undefined;
};

/** The word of the asker's side is missing. */
const jointCheck = (context: Context): readonly Found[] => {
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
