import type { Request } from '../../application/request';
import type { Hearing } from '../../application/understanding';
import type { Day, ItemCode, Language } from '../../engagement/index';
import type { Finder } from './items';

/** What every step of understanding reads a sentence against. */
export type Context = {
  readonly hearing: Hearing;
  readonly finder: Finder;
  /** In which language dates are read first. */
  readonly language: Language;
};

/** Understood in part: what was read, so that it can be said back. */
export const unclear = (
  items: readonly ItemCode[],
  read: { day?: Day | undefined; unknownCode?: string | undefined } = {},
): Request => ({
  type: 'unclear',
  items,
  ...(read.day !== undefined && { day: read.day }),
  ...(read.unknownCode !== undefined && { unknownCode: read.unknownCode }),
});

/** One thing to show, or a choice between several. `asked`: what of it is to be answered. */
export const showItems = (items: readonly ItemCode[], asked?: 'owner' | 'due'): Request => {
  const show = (item: ItemCode): Request => ({ type: 'show', what: 'item', item, ...(asked && { asked }) });
  const [first, second] = items;
  if (first === undefined) return unclear([]);
  if (second === undefined) return show(first);
  return { type: 'choose', options: items.map((item) => ({ item, request: show(item) })) };
};
