import type { ItemCode } from '../../engagement/index';
import type { Context } from './context';
import type { Heard } from './readings';

/**
 * "E1 in der Einleitung" names an item, and a section it is not in: that item, and the one of the same number there. None
 * where nothing contradicts.
 */
export const twinsIn = (
  { sections, tokens }: Pick<Heard, 'sections' | 'tokens'>,
  items: readonly ItemCode[],
  { hearing, finder }: Context,
): readonly ItemCode[] => {
  const [named, another] = sections;
  const [only, more] = items;
  if (!named || another || only === undefined || more !== undefined) return [];
  const there = hearing.items.find((one) => one.item === only);
  const words = named.at.map((at) => tokens[at]?.key ?? '');
  if (!there || there.section === named.section || finder.covers(only, words)) return [];
  const twin = hearing.items.find((one) => one.section === named.section && one.item.slice(1) === only.slice(1));
  return [only, ...(twin ? [twin.item] : [])];
};
