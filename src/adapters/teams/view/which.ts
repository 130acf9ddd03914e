import type { Involved, Showing } from '../../../application/reply';
import type { Request, Wish } from '../../../application/request';
import { type Engagement, itemNamed } from '../../../engagement/index';
import { buttonsOf } from './buttons';
import type { Context } from './context';
import { line, notice } from './lines';
import { bare } from './plain';
import {
  askingFirst,
  deferUntil,
  type Press,
  showCheckpoints,
  showForm,
  showHistory,
  showItem,
  showItems,
  showSection,
} from './press';
import type { Screen } from './screen';
import { onboardingOf } from './where';

type Shown = Extract<Showing, { show: 'which' }>;

const mostButtons = 8;
/** As many as a client shows beside each other; none is less likely to be meant than the others. */
const inSight = 5;

/** The same request, for the onboarding that is meant. */
export const which = (context: Context, { request, of }: Shown): Screen => {
  const { words } = context;
  const shown = of.slice(0, mostButtons);
  const count = of.length - shown.length;
  const presses = shown.map((one) => ({ title: bare(onboardingOf(context, one, of)), ...pressFor(request, one) }));
  const lines = [
    ...(request.type === 'show' ? [] : [line(words.say('which/text'))]),
    ...(count > 0 ? [line(words.say('row/more', { count }))] : []),
  ];
  const screen = notice(words.say('which/title'), lines, presses);
  const buttons = buttonsOf(presses).map((button, at) => ({ ...button, mode: at < inSight ? 'primary' : 'secondary' }));
  return { ...screen, data: { ...screen.data, buttons } };
};

/** In bytes. What somebody wrote stands twice in every press, and a card has room for eight. */
const longestData = 1_200;

const pressFor = (request: Request, { seen: { id, engagement } }: Involved): Press => {
  const press = saying(request, id, engagement);
  const isFit = press !== undefined && Buffer.byteLength(JSON.stringify(press.data)) <= longestData;
  return isFit ? press : { verb: 'engagement.show', data: { engagementId: id } };
};

/** The press that asks for the same, as far as one press can. */
const saying = (request: Request, id: string, engagement: Engagement): Press | undefined => {
  switch (request.type) {
    case 'act':
      return doing(request.wishes, id);
    case 'confirm':
      return askingFirst(request.wish, id);
    case 'add':
      return { verb: 'item.add', data: { engagementId: id, phase: request.phase, lines: request.text } };
    case 'move':
      return itemNamed(engagement, request.item)?.dueOn === undefined
        ? deferUntil(id, request.item, request.day)
        : showForm(id, 'item.schedule', { item: request.item }, { dueOn: request.day });
    case 'show':
      return showing(request, id, engagement);
    default:
      return undefined;
  }
};

/** Several of the same kind are one press for several items; whom added items are for, no press can say. */
const doing = (wishes: readonly Wish[], id: string): Press | undefined => {
  const isForOthers = wishes.some((wish) => wish.type === 'AddItems' && wish.lines.some(({ owner }) => owner));
  const [first, ...others] = wishes.map((wish) => askingFirst(wish, id));
  if (!first || isForOthers || others.length === 0) return isForOthers ? undefined : first;
  const all = [first, ...others];
  const kinds = new Set(all.map(({ verb, data: { itemId: _, ...data } }) => JSON.stringify([verb, data])));
  const items = all.flatMap(({ data }) => data['itemId'] ?? []);
  if (kinds.size > 1 || items.length < all.length) return undefined;
  const { itemId: _, ...data } = first.data;
  return { verb: first.verb, data: { ...data, itemIds: items.join(',') } };
};

const showing = (
  request: Extract<Request, { type: 'show' }>,
  id: string,
  engagement: Engagement,
): Press | undefined => {
  switch (request.what) {
    case 'mine':
      return { verb: 'mine.show', data: { engagementId: id } };
    case 'help':
      return { verb: 'help.show', data: { engagementId: id } };
    case 'section':
      return showSection(id, request.section, request.page);
    case 'item':
      return showItem(id, request.item);
    case 'left':
      return engagement.phase && showSection(id, engagement.phase);
    case 'checkpoints':
      return showCheckpoints(id);
    case 'history':
      return showHistory(id, request.question);
    case 'items':
      return showItems(id, request.question);
    case 'form':
      return showForm(id, request.form, request.about, request.filled);
    default:
      return undefined;
  }
};
