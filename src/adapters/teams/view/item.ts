import { responsibility } from '../../../catalog/index';
import {
  acknowledgingMatters,
  carried,
  type Item,
  type ItemCode,
  isOverdue,
  isSettled,
  markOf,
  mayActOn,
  steers,
  waitsForAgreement,
} from '../../../engagement/index';
import type { ItemForm, Wish } from '../../../application/request';
import { buttonsOf } from './buttons';
import type { Context } from './context';
import { bare, plain } from './plain';
import { type Press, pressOfWish, showSection } from './press';
import { overdueBy } from './rows';
import type { Screen } from './screen';

/** One item with its buttons, for the person who looks at it. */
export const item = (context: Context, code: ItemCode): Screen => {
  const { words, engagement, engagementId } = context;
  const one = engagement.items[code];
  if (!one) throw new Error(`The item ${code} is not in engagement ${engagementId}.`);
  const where = words.say(`section/name/${one.countsIn}`);
  return {
    card: 'item',
    summary: `${code} ${bare(context.title(code))}`,
    data: {
      back: { title: words.say('button/back', { section: where }), ...showSection(engagementId, one.countsIn) },
      title: `${code} ${context.title(code)}`,
      detail: context.detail(code),
      lines: linesOf(context, one).map((text, index) => ({ text, subtle: index > 2 })),
      buttons: buttonsOf(movesFor(context, one)),
    },
  };
};

const linesOf = (context: Context, one: Item): readonly string[] => {
  const { words, day, today } = context;
  const due = one.dueOn === undefined ? [] : [words.say('item/due', { day: day(one.dueOn) })];
  const late = one.dueOn !== undefined && isOverdue(one, today) ? [overdueBy(words, one.dueOn, today)] : [];
  return [
    ownerLine(context, one),
    ...stateLines(context, one),
    ...(due.length > 0 ? [[...due, ...late].join(' · ')] : []),
    ...seenBy(context, one),
    ...(carried(one) ? [words.say('item/carried', { section: words.say(`section/name/${one.section}`) })] : []),
    ...(responsibility(one.code)?.conditional && !isSettled(one) ? [words.say('item/conditional')] : []),
  ];
};

const ownerLine = ({ words, name, day }: Context, { owner, ...one }: Item): string => {
  if (owner === undefined) return words.say('item/ownerNone');
  const accepted = markOf({ owner, ...one }, owner);
  return accepted
    ? words.say('item/ownerAccepted', { name: name(owner), day: day(accepted.on) })
    : words.say('item/owner', { name: name(owner) });
};

const stateLines = ({ words, name, day }: Context, one: Item): readonly string[] => {
  const { state } = one;
  if (state.type === 'open') return [];
  const values = {
    name: name(state.mark.by),
    day: day(state.mark.on),
    reason: 'reason' in state ? plain(state.reason) : '',
    until: 'until' in state ? day(state.until) : '',
  };
  const note =
    state.type === 'complete' && state.note !== undefined
      ? [words.say('state/completeNote', { note: plain(state.note) })]
      : [];
  const agreement = waitsForAgreement(one) ? [words.say('state/agreement')] : [];
  return [words.say(`state/${state.type}By`, values), ...note, ...agreement];
};

const seenBy = ({ words, name }: Context, one: Item): readonly string[] => {
  const others = one.acknowledgements.filter(({ by }) => by !== one.owner);
  const [first] = others;
  if (!first) return [];
  const count = others.length - 1;
  return [words.say(count > 0 ? 'item/seenByMore' : 'item/seenBy', { name: name(first.by), count })];
};

type Titled = Press & { readonly title: string };

/** What this person may do next, the most likely first. Whatever is not offered can still be said. */
const movesFor = (context: Context, one: Item): readonly Titled[] => {
  const { words, engagement, engagementId, asker } = context;
  const act = (key: string, type: Extract<Wish, { item: ItemCode }>['type']): Titled => ({
    title: words.say(`button/${key}`),
    ...pressOfWish({ type, item: one.code } as Wish, engagementId),
  });
  const ask = (key: string, form: ItemForm): Titled => ({
    title: words.say(`button/${key}`),
    verb: 'form.show',
    data: { engagementId, form, itemId: one.code },
  });
  const me = asker ?? '';
  const steering = steers(engagement, me);
  const seen = !acknowledgingMatters(engagement, one, me);
  const acknowledge = seen ? [] : [act('acknowledge', 'AcknowledgeItem')];
  if (!mayActOn(engagement, one, me)) return acknowledge;
  if (isSettled(one)) {
    const reopen = ask('reopen', 'item.reopen');
    return waitsForAgreement(one) && steering ? [...acknowledge, reopen] : [reopen, ...acknowledge];
  }
  const assign = steering ? [ask(one.owner === undefined ? 'assign' : 'changeOwner', 'item.assign')] : [];
  const [done, defer, exclude] = [
    act('done', 'CompleteItem'),
    ask('defer', 'item.defer'),
    ask('exclude', 'item.exclude'),
  ];
  const take = one.owner === undefined ? [act('take', 'TakeItem')] : [];
  if (one.state.type === 'blocked')
    return [act('unblock', 'UnblockItem'), done, defer, ...assign, exclude, ...acknowledge];
  const block = ask('block', 'item.block');
  if (one.standing) return [...acknowledge, ...(seen ? take : []), ...assign, exclude, ...(seen ? [] : take), defer];
  if (one.owner === undefined) return [...take, ...assign, done, defer, block, exclude, ...acknowledge];
  if (one.owner === me) {
    const accept = seen ? [] : [act('accept', 'AcknowledgeItem')];
    return [...accept, done, defer, block, ...assign, exclude];
  }
  return [done, ...assign, defer, block, exclude, ...acknowledge];
};
