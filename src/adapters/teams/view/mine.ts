import type { Involved, Reply, Showing } from '../../../application/reply';
import type { Item } from '../../../engagement/index';
import { buttonsOf, showButtons, snoozeButton, type Titled } from './buttons';
import { type Context, contextOf } from './context';
import { line, notice } from './lines';
import { dueGroupsOf, groupsOf, type Todo } from './mine-groups';
import { choiceOf, mostBrief, mostRows, rowFrame } from './pages';
import { bare } from './plain';
import { restGroup, type Row } from './rows';
import type { Screen } from './screen';
import { chooseFrom, openButton } from './section';
import { statusLines } from './status';
import { bytesOf, within } from './texts';
import { onboardingOf } from './where';

/** In bytes: for rows, and for further items in the list below them. */
const roomForRows = 20_000;
const roomForOthers = 4_000;
const mostOnboardings = 5;

type Mine = Extract<Showing, { show: 'mine' }>;

/** What the person who asks has to do, over all onboardings given: each item once, the most pressing group first. */
export const mine = (context: Context, reply: Reply, { of, due }: Mine): Screen => {
  const { words } = context;
  const contexts = of.map((involved) => contextOf({ ...reply, ...involved }));
  const [only, ...others] = contexts;
  if (!only) return nowhere(context);
  const isOne = others.length === 0;
  const groups = due ? dueGroupsOf(contexts) : groupsOf(contexts);
  const all = groups.flatMap(({ todos }) => todos);
  const names = new Map(of.map((one, at) => [contexts[at], onboardingOf(context, one, of)]));
  const whereOf = (one: Context) => (isOne ? [] : [names.get(one) ?? '', ...pausedOf(one)]);
  const rows = rowsOf(all.slice(0, reply.brief ? mostBrief : mostRows), isOne, whereOf);
  const count = all.length - rows.size;
  const summary = due
    ? words.say('mine/dueSummary', { count: all.length })
    : words.say('mine/summary', { count: all.filter(({ isOpen }) => isOpen).length });
  const none = words.say(isOne ? 'mine/none' : 'mine/noneAnywhere');
  const counted = due ? [] : [summary];
  const said = all.length === 0 ? [none] : counted;
  return {
    card: 'items',
    summary,
    data: {
      title: words.say(due ? 'mine/due' : 'mine/title'),
      lines: [...said, ...(isOne ? statusLines(only) : [])].map((text) => ({ text, subtle: false })),
      groups: [
        ...groups
          .map(({ title, todos }) => ({ title: words.say(title), rows: todos.flatMap((todo) => rows.get(todo) ?? []) }))
          .filter((group) => group.rows.length > 0),
        ...restGroup(context, count),
      ],
      choose: chooseFrom(only, isOne ? toChooseFrom(only, all, rows, reply.brief === true) : []),
      buttons: buttonsOf([
        ...(isOne && all.some(({ item }) => item) ? [openButton(only)] : []),
        ...(reply.brief && count > 0 ? [showAllButton(context)] : []),
        ...(due ? [allButton([only, ...others])] : []),
        ...(isOne
          ? [showButtons(words, only.engagementId).overview, ...(all.length > 0 ? snoozeButton(only) : [])]
          : of.slice(0, mostOnboardings).map((one) => goTo(context, one, of))),
      ]),
    },
  };
};

const nowhere = ({ words, engagementId }: Context): Screen => ({
  ...notice(words.say('mine/title'), [line(words.say('mine/nowhere'))], [showButtons(words, engagementId).help]),
  summary: words.say('mine/nowhere'),
});

const pausedOf = ({ words, engagement }: Context): readonly string[] =>
  engagement.status === 'paused' ? [words.say('mine/paused')] : [];

type Rows = ReadonlyMap<Todo, Row>;

/** As many as there is room for; of one onboarding, each stands in the list below, too. Of several, each says of which. */
const rowsOf = (todos: readonly Todo[], isOne: boolean, whereOf: (one: Context) => readonly string[]): Rows => {
  const rows = todos.map((todo) => [todo, todo.row(whereOf(todo.context))] as const);
  const { shown } = within(
    rows,
    roomForRows,
    ([{ context, item }, row]) => rowFrame + bytesOf(row) + (isOne && item ? bytesOf(choiceOf(context, item)) : 0),
  );
  return new Map(shown);
};

/** What is shown, and what has no room for a row. */
const toChooseFrom = (context: Context, all: readonly Todo[], rows: Rows, isBrief: boolean): readonly Item[] => {
  const itemsOf = (todos: readonly Todo[]) => todos.flatMap(({ item }) => item ?? []);
  const others = isBrief ? [] : itemsOf(all.filter((todo) => !rows.has(todo)));
  const { shown } = within(others, roomForOthers, (item) => bytesOf(choiceOf(context, item)));
  return [...itemsOf([...rows.keys()]), ...shown];
};

/** To everything that is theirs, due or not. */
const allButton = ([context, ...others]: readonly [Context, ...Context[]]): Titled => {
  const { mine: all } = showButtons(context.words, context.engagementId);
  return others.length === 0 ? all : { ...all, data: {} };
};

const showAllButton = ({ words, engagementId }: Context): Titled => ({
  title: words.say('button/showAll'),
  verb: 'mine.show',
  data: engagementId === '' ? {} : { engagementId },
});

const goTo = (context: Context, one: Involved, all: readonly Involved[]): Titled => {
  const { overview } = showButtons(context.words, one.seen.id);
  return { ...overview, title: bare(onboardingOf(context, one, all)) };
};
