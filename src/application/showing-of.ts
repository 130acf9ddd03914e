import {
  type Engagement,
  type Item,
  type ItemCode,
  itemNamed,
  type Move,
  moves,
  type PersonId,
} from '../engagement/index';
import { generalLast, itemsNext } from './find-items';
import type { Loaded } from './loaded';
import type { Showing } from './reply';
import { type ItemVerb, itemsAbout, type Request } from './request';

/** What needs nothing but the state to be shown. */
export type Simple = Exclude<
  Request,
  | { type: 'act' | 'start' | 'add' | 'confirm' | 'empty' | 'unreadable' | 'greeting' | 'declined' }
  | { type: 'show'; what: 'startForm' | 'overview' | 'history' | 'mine' | 'items' }
>;

/** The items a request names, each of which has to be there. */
export const itemsIn = (wanted: Request): readonly ItemCode[] => {
  if (wanted.type === 'move') return [wanted.item];
  if (wanted.type !== 'show') return [];
  if (wanted.what === 'item') return [wanted.item];
  if (wanted.what === 'history') return wanted.question.item === undefined ? [] : [wanted.question.item];
  return wanted.what === 'form' ? itemsAbout(wanted.about) : [];
};

/** `asker`: who wants to see it. */
export const showingOf = (wanted: Simple, { engagement }: Loaded, asker: PersonId): Showing => {
  switch (wanted.type) {
    case 'choose':
      return { show: 'choice', options: wanted.options };
    case 'whichItem': {
      const { verb, filled } = wanted;
      return { show: 'whichItem', verb, filled, items: candidatesFor(verb, engagement, asker) };
    }
    case 'unclear': {
      const { type, ...read } = wanted;
      return { show: type, ...read };
    }
    case 'move': {
      const { item, day } = wanted;
      if (itemNamed(engagement, item)?.dueOn !== undefined) return { show: 'moveOrDefer', item, day };
      return { show: 'form', form: 'item.defer', about: { item }, filled: { until: day } };
    }
    case 'show':
      return shown(wanted, engagement, asker);
  }
};

const shown = (wanted: Extract<Simple, { type: 'show' }>, engagement: Engagement, asker: PersonId): Showing => {
  switch (wanted.what) {
    case 'next':
      return { show: 'next', items: itemsNext(engagement, asker) };
    case 'section': {
      const { section, which, page } = wanted;
      return { show: 'section', section, which, ...(page !== undefined && { page }) };
    }
    case 'item': {
      const { item, asked } = wanted;
      return { show: 'item', item, ...(asked !== undefined && { asked }) };
    }
    case 'confirmations':
      return { show: 'confirmations', ...(wanted.phase !== undefined && { phase: wanted.phase }) };
    case 'form': {
      const { form, about, filled } = wanted;
      return { show: 'form', form, about, filled };
    }
    default:
      return { show: wanted.what };
  }
};

const moveOf = (verb: ItemVerb): Move => verb.slice('item.'.length) as Move;

/** Those it can be done to: one's own and what is next first, then the others. What was added can be renamed and removed. */
const candidatesFor = (verb: ItemVerb, engagement: Engagement, asker: PersonId): readonly ItemCode[] => {
  const isOwnStep = verb === 'item.rename' || verb === 'item.remove';
  const from = moves[moveOf(verb)];
  const fits = (item: Item): boolean => from.includes(item.state.type) && (!isOwnStep || item.title !== undefined);
  const next = itemsNext(engagement, asker);
  const others = generalLast(Object.values(engagement.items).filter(({ code }) => !next.includes(code)));
  const ordered = [...next.flatMap((code) => itemNamed(engagement, code) ?? []), ...others];
  return ordered.filter(fits).map(({ code }) => code);
};
