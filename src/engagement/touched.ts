import type { Fact } from './messages';
import type { ItemCode } from './model';

/** The items something happened to. */
export const itemsIn = (fact: Fact): readonly ItemCode[] => {
  if (fact.type === 'OperationUndone') return Object.keys(fact.items);
  if (fact.type === 'ItemsHandedOver') return fact.items;
  return 'item' in fact ? [fact.item] : [];
};
