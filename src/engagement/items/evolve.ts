import { type Engagement, type Item, limits, type Mark } from '../model';
import { steers } from '../roles/may';
import type { ItemFact } from './messages';
import { inOrder, itemNamed, markOf, waitsForAgreement } from './questions';

export const evolveItem = (engagement: Engagement, event: ItemFact & Mark): Engagement => {
  if (event.type === 'ItemAdded') return added(engagement, event);
  const item = itemNamed(engagement, event.item);
  if (!item) return engagement;
  if (event.type === 'ItemRemoved') return removed(engagement, item);
  return { ...engagement, items: { ...engagement.items, [item.code]: next(engagement, item, event) } };
};

type Changed = Exclude<ItemFact, { type: 'ItemAdded' | 'ItemRemoved' }>;

const next = (engagement: Engagement, item: Item, event: Changed & Mark): Item => {
  const mark = markFrom(event);
  const agreed = steers(engagement, event.by);
  switch (event.type) {
    case 'ItemAcknowledged':
      return acknowledged(item, mark, agreed);
    case 'ItemAssigned':
      return { ...item, owner: event.owner, ...(event.dueOn !== undefined && { dueOn: event.dueOn }) };
    case 'ItemReleased': {
      const { owner: _, ...rest } = item;
      return rest;
    }
    case 'ItemScheduled': {
      const { dueOn: _, ...rest } = item;
      return event.dueOn === undefined ? rest : { ...rest, dueOn: event.dueOn };
    }
    case 'ItemCompleted':
      return {
        ...item,
        state: { type: 'complete', ...(event.note !== undefined && { note: event.note }), mark },
      };
    case 'ItemDeferred':
      return { ...item, state: { type: 'deferred', until: event.until, reason: event.reason, agreed, mark } };
    case 'ItemExcluded':
      return { ...item, state: { type: 'excluded', reason: event.reason, agreed, mark } };
    case 'ItemBlocked':
      return { ...item, state: { type: 'blocked', reason: event.reason, mark } };
    case 'ItemUnblocked':
    case 'ItemReopened':
      return { ...item, state: { type: 'open' } };
    case 'ItemReturned':
      return { ...item, state: { type: 'open' }, countsIn: carriedTo(engagement, item) };
    case 'ItemNoted':
      return { ...item, notes: [...item.notes, { ...mark, note: event.note }].slice(-limits.notes) };
    case 'ItemRenamed':
      return { ...item, title: event.title };
  }
};

const markFrom = ({ by, at, on }: Mark): Mark => ({ by, at, on });

/** Whoever adds something for themselves has accepted it. */
const added = (engagement: Engagement, event: Extract<ItemFact, { type: 'ItemAdded' }> & Mark): Engagement => {
  const { item: code, section, title, owner, dueOn, by } = event;
  if (itemNamed(engagement, code)) return engagement;
  const item: Item = {
    code,
    section,
    standing: false,
    title,
    countsIn: section,
    state: { type: 'open' },
    acknowledgements: owner !== undefined && owner === by ? [markFrom(event)] : [],
    notes: [],
    ...(owner !== undefined && { owner }),
    ...(dueOn !== undefined && { dueOn }),
  };
  const items = inOrder([...Object.values(engagement.items), item]);
  return { ...engagement, items: Object.fromEntries(items.map((one) => [one.code, one])) };
};

const removed = (engagement: Engagement, item: Item): Engagement => ({
  ...engagement,
  items: Object.fromEntries(Object.entries(engagement.items).filter(([code]) => code !== item.code)),
  removed: [...engagement.removed, item.code],
});

const acknowledged = (item: Item, mark: Mark, agrees: boolean): Item => {
  const acknowledgements = markOf(item, mark.by) ? item.acknowledgements : [...item.acknowledgements, mark];
  const { state } = item;
  if (agrees && waitsForAgreement(item) && 'agreed' in state)
    return { ...item, acknowledgements, state: { ...state, agreed: true } };
  return { ...item, acknowledgements };
};

/** An item that comes back after its phase was left counts in the phase current then; after the last one it stays. */
const carriedTo = (engagement: Engagement, item: Item) => {
  if (item.countsIn === 'general' || !engagement.phases[item.countsIn].left) return item.countsIn;
  return engagement.phase ?? item.countsIn;
};
