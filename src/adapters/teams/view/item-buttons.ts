import type { ItemForm, Wish } from '../../../application/request';
import {
  acknowledgingMatters,
  type Item,
  type ItemCode,
  isSettled,
  mayActOn,
  mayDo,
  openSteps,
  steers,
  waitsForAgreement,
} from '../../../engagement/index';
import { asks, type Titled, undoButton } from './buttons';
import { type Context, isRunning } from './context';
import { historyButton } from './history/button';
import { pressOfWish } from './press';
import { resumeButton } from './status';
import { stepsButtons } from './steps';

/** What this person may do next, the most likely first. Whatever is not offered can still be said. */
export const movesFor = (context: Context, one: Item): readonly Titled[] => {
  const history = historyButton(context, { item: one.code });
  if (!isRunning(context)) return [...resumeButton(context), history];
  const isStep = one.title !== undefined || one.part === 'steps';
  const steps = isStep ? stepsButtons(context, one.section) : [];
  const offered = isSettled(one) ? forSettled(context, one) : forOpen(context, one);
  const done = steps.some(({ data }) => data['itemId'] === one.code);
  const [next, ...others] = [...steps, ...offered.filter(({ verb }) => !(done && verb === 'item.complete'))];
  // Whoever has just done something may have meant another item, so that is in sight.
  return [...(next ? [next] : []), ...undoButton(context), ...others, ...listMoves(context, one), history];
};

type Simple = Extract<Wish, { item: ItemCode }>['type'];

const movesOf = (context: Context, one: Item) => ({
  act: (key: string, type: Simple): Titled => ({
    title: context.words.say(`button/${key}`),
    ...pressOfWish({ type, item: one.code } as Wish, context.engagementId),
  }),
  ask: (key: string, form: ItemForm): Titled => asks(context, key, form, { item: one.code }),
});

const forSettled = (context: Context, one: Item): readonly Titled[] => {
  const { engagement, asker: me = '' } = context;
  const { act, ask } = movesOf(context, one);
  const note = ask('note', 'item.note');
  const acknowledge = acknowledgingMatters(engagement, one, me) ? [act('acknowledge', 'AcknowledgeItem')] : [];
  if (!mayActOn(engagement, one, me)) return [note, ...acknowledge];
  const reopen = ask('reopen', 'item.reopen');
  return waitsForAgreement(one) && steers(engagement, me)
    ? [...acknowledge, reopen, note]
    : [reopen, note, ...acknowledge];
};

const forOpen = (context: Context, one: Item): readonly Titled[] => {
  const { engagement, asker: me = '' } = context;
  const { act, ask } = movesOf(context, one);
  const seen = !acknowledgingMatters(engagement, one, me);
  const note = ask('note', 'item.note');
  const acknowledge = seen ? [] : [act('acknowledge', 'AcknowledgeItem')];
  if (!mayActOn(engagement, one, me)) return [note, ...acknowledge];
  const steering = steers(engagement, me);
  const assign = steering ? [ask(one.owner === undefined ? 'assign' : 'changeOwner', 'item.assign')] : [];
  const done = openSteps(engagement, one).length > 0 ? [] : [act('done', 'CompleteItem')];
  const [defer, exclude] = [ask('defer', 'item.defer'), ask('exclude', 'item.exclude')];
  const take = one.owner === undefined ? [act('take', 'TakeItem')] : [];
  const release = one.owner === undefined ? [] : [act('release', 'ReleaseItem')];
  const rest = [ask('schedule', 'item.schedule'), note, ...release];
  if (one.state.type === 'blocked')
    return [act('unblock', 'UnblockItem'), ...done, defer, ...take, ...assign, exclude, ...acknowledge, ...rest];
  const block = ask('block', 'item.block');
  if (one.standing)
    return [...acknowledge, ...(seen ? take : []), ...assign, exclude, ...(seen ? [] : take), defer, ...rest];
  if (one.owner === undefined) return [...take, ...assign, ...done, defer, block, exclude, ...acknowledge, ...rest];
  if (one.owner === me) {
    const accept = seen ? [] : [act('accept', 'AcknowledgeItem')];
    return [...accept, ...done, defer, block, ...assign, exclude, ...rest];
  }
  return [...done, ...assign, defer, block, exclude, ...acknowledge, ...rest];
};

/** Items people added can be renamed and removed by those who keep the list. */
const listMoves = (context: Context, one: Item): readonly Titled[] => {
  const { engagement, asker } = context;
  if (one.title === undefined || asker === undefined || !mayDo('list', engagement, asker)) return [];
  const { act, ask } = movesOf(context, one);
  return [ask('rename', 'item.rename'), act('remove', 'RemoveItem')];
};
