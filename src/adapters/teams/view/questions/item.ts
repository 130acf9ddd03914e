import {
  daysBetween,
  isConcluded,
  isGone,
  isOverdue,
  isSettled,
  type Item,
  markOf,
} from '../../../../engagement/index';
import type { Context } from '../context';
import { awayOf } from '../presence';

/** "A3 is with Mehmet Yılmaz (accepted Fri 20 Nov).", "A3 is due Fri 4 Dec."; and how it stands if it is not open. */
export const answerAbout = (context: Context, item: Item, asked: 'owner' | 'due'): string =>
  [...(asked === 'owner' ? ownerOf(context, item) : dueOf(context, item)), ...stateOf(context, item)].join(' ');

const ownerOf = (context: Context, item: Item): readonly string[] => {
  const { words, name } = context;
  const { code, owner } = item;
  if (owner === undefined) return isConcluded(item) ? [] : [words.say('answer/ownerNone', { item: code })];
  const more = isConcluded(item) ? [] : aboutOwner(context, item, owner);
  const who = more.length === 0 ? name(owner) : `${name(owner)} (${more.join(', ')})`;
  return [words.say('answer/owner', { item: code, name: who })];
};

const aboutOwner = (context: Context, item: Item, owner: string): readonly string[] => {
  const { words, engagement, day } = context;
  if (isGone(engagement, owner)) return [words.say('person/left')];
  const accepted = markOf(item, owner);
  return [
    accepted ? words.say('answer/accepted', { day: day(accepted.on) }) : words.say('answer/notAccepted'),
    ...awayOf(context, owner),
  ];
};

const dueOf = ({ words, day, today }: Context, item: Item): readonly string[] => {
  const { code, dueOn } = item;
  if (isSettled(item)) return [];
  if (dueOn === undefined) return [words.say('refused/item.noDueDay', { item: code })];
  const values = { item: code, day: day(dueOn), count: daysBetween(dueOn, today) };
  if (isOverdue(item, today)) return [words.say('answer/late', values)];
  return [words.say(dueOn === today ? 'answer/dueToday' : 'move/due', values)];
};

const stateOf = ({ words, name, day }: Context, { code, state }: Item): readonly string[] => {
  if (state.type === 'open' || state.type === 'blocked') return [];
  const until = state.type === 'deferred' ? day(state.until) : '';
  const values = { item: code, name: name(state.mark.by), day: day(state.mark.on), until };
  return [words.say(`answer/${state.type}`, values)];
};
