import { carried, daysBetween, isOverdue, type Item, markOf, waitsForAgreement } from '../../../engagement/index';
import type { Context } from './context';
import { bare } from './plain';
import { awayOf, goneOf } from './presence';
import { type Press, showItem } from './press';

export type Row = Press & { readonly text: string; readonly status: string; readonly spoken: string };

/** `first` is said before anything else. Whoever looks at their own items need not read their name. */
type Said = { readonly first?: readonly string[]; readonly isMine?: boolean };

/** Two lines: what it is, and how it stands. The whole row can be tapped, and says in words what a tap does. */
export const rowOf = (context: Context, item: Item, { first = [], isMine = false }: Said = {}): Row => {
  const title = context.title(item.code);
  const status = [...first, ...statusOf(isMine ? withoutAsker(context) : context, item)].filter(Boolean).join(' · ');
  return {
    text: `**${item.code}** ${title}\u00a0›`,
    status,
    spoken: bare(context.words.say('row/spoken', { item: item.code, title, status })),
    ...showItem(context.engagementId, item.code),
  };
};

/** Below the rows: how many more there are. */
export const restGroup = ({ words }: Context, count: number) =>
  count > 0 ? [{ title: words.say('row/more', { count }), rows: [] }] : [];

const withoutAsker = (context: Context): Context => ({
  ...context,
  name: (person) => (person === context.asker ? '' : context.name(person)),
});

const statusOf = (context: Context, item: Item): readonly string[] => {
  const { words, name, day } = context;
  const { state } = item;
  const from = carried(item)
    ? [words.say('item/carriedShort', { section: words.say(`section/name/${item.section}`) })]
    : [];
  const agreement = waitsForAgreement(item) ? [words.say('state/agreementShort')] : [];
  const owner = item.owner === undefined ? [] : [name(item.owner), ...goneOf(context, item.owner)];
  switch (state.type) {
    case 'complete':
      return [words.say('state/name/complete'), `${name(state.mark.by)}, ${day(state.mark.on)}`, ...from];
    case 'excluded':
      return [words.say('state/name/excluded'), `${name(state.mark.by)}, ${day(state.mark.on)}`, ...agreement, ...from];
    case 'deferred':
      return [...owner, words.say('state/deferred', { until: day(state.until) }), ...agreement, ...from];
    case 'blocked':
      return [...ownerOrNobody(context, item), words.say('state/blocked'), ...dueOf(context, item), ...from];
    case 'open':
      return [...ownerOrNobody(context, item), ...dueOf(context, item), ...from];
  }
};

const ownerOrNobody = (context: Context, item: Item): readonly string[] => {
  const { words, name } = context;
  if (item.owner === undefined) return [words.say('row/nobody')];
  const gone = goneOf(context, item.owner);
  const accepted = gone.length === 0 && markOf(item, item.owner) ? [words.say('item/accepted')] : [];
  return [name(item.owner), ...gone, ...accepted];
};

const dueOf = (context: Context, item: Item): readonly string[] => {
  const due = whenDue(context, item);
  return due.length === 0 || item.owner === undefined ? due : [...due, ...awayOf(context, item.owner)];
};

/** "due Fri 4 Dec", "2 days overdue"; nothing without a due day. */
export const whenDue = ({ words, day, today }: Context, item: Item): readonly string[] => {
  if (item.dueOn === undefined) return [];
  const isLate = isOverdue(item, today);
  return [isLate ? overdueBy(words, item.dueOn, today) : words.say('item/dueShort', { day: day(item.dueOn) })];
};

export const overdueBy = (words: Context['words'], dueOn: string, today: string): string =>
  words.say('item/overdue', { count: daysBetween(dueOn, today) });
