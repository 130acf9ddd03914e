import { isAcknowledged, isOpen, itemsOf } from '../items/questions';
import { type Engagement, type Item, phases } from '../model';
import type { Unfinished } from './messages';

/**
 * What stands between an onboarding and its end. General responsibilities go over to operations if somebody owns and
 * accepted them; what is deferred goes over to its owner.
 */
export const unfinished = (engagement: Engagement): Unfinished => {
  const items = Object.values(engagement.items);
  const codes = (chosen: readonly Item[]) => chosen.map(({ code }) => code);
  return {
    phases: phases.filter((phase) => !engagement.phases[phase].left),
    open: codes(items.filter((item) => isOpen(item) && item.countsIn !== 'general')),
    general: codes(itemsOf(engagement, 'general').filter((item) => isOpen(item) && !isHandedOver(engagement, item))),
    unowned: codes(items.filter((item) => item.state.type === 'deferred' && item.owner === undefined)),
  };
};

export const isUnfinished = (missing: Unfinished): boolean => Object.values(missing).some((some) => some.length > 0);

/** Standing responsibilities that operations keep, and deferred items their owners keep. */
export const handedOver = (engagement: Engagement): readonly Item[] =>
  Object.values(engagement.items).filter(
    (item) => item.state.type === 'deferred' || (item.countsIn === 'general' && isHandedOver(engagement, item)),
  );

const isHandedOver = (engagement: Engagement, item: Item): boolean =>
  isOpen(item) && item.owner !== undefined && isAcknowledged(engagement, item);
