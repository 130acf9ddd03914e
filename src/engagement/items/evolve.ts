import type { Engagement, Item, Mark } from '../model';
import { steers } from '../roles/may';
import type { ItemFact } from './messages';
import { itemNamed, markOf, waitsForAgreement } from './questions';

export const evolveItem = (engagement: Engagement, event: ItemFact & Mark): Engagement => {
  const item = itemNamed(engagement, event.item);
  if (!item) return engagement;
  return { ...engagement, items: { ...engagement.items, [item.code]: next(engagement, item, event) } };
};

const next = (engagement: Engagement, item: Item, event: ItemFact & Mark): Item => {
  const mark: Mark = { by: event.by, at: event.at, on: event.on };
  const agreed = steers(engagement, event.by);
  switch (event.type) {
    case 'ItemAcknowledged':
      return acknowledged(item, mark, agreed);
    case 'ItemAssigned':
      return { ...item, owner: event.owner, ...(event.dueOn !== undefined && { dueOn: event.dueOn }) };
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
  }
};

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
