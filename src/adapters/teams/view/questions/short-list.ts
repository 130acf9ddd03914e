import type { Item } from '../../../../engagement/index';
import { buttonsOf, type Titled } from '../buttons';
import type { Context } from '../context';
import { mostBrief } from '../pages';
import { bare } from '../plain';
import { restGroup, rowOf } from '../rows';
import type { Screen } from '../screen';
import { chooseFrom, openButton } from '../section';

type Parts = {
  readonly title: string;
  readonly summary: string;
  readonly lines: readonly string[];
  /** What is asked comes before the way to the items, everything else after it. */
  readonly asked?: readonly Titled[];
  readonly buttons: readonly Titled[];
};

/** Items as far as they are shown, and how many more there are. */
type Part = { readonly shown: readonly Item[]; readonly count: number };

export const firstFew = (items: readonly Item[]): Part => {
  const shown = items.slice(0, mostBrief);
  return { shown, count: items.length - shown.length };
};

/** An answer and the items it is about, one row each. */
export const shortList = (context: Context, parts: Parts, { shown, count }: Part): Screen => {
  const { title, summary, lines, asked = [], buttons } = parts;
  return {
    card: 'items',
    summary: bare(summary),
    data: {
      title,
      lines: lines.map((text) => ({ text, subtle: false })),
      groups: [
        ...(shown.length > 0 ? [{ title: '', rows: shown.map((item) => rowOf(context, item)) }] : []),
        ...restGroup(context, count),
      ],
      choose: chooseFrom(context, shown),
      buttons: buttonsOf([...asked, ...(shown.length > 0 ? [openButton(context)] : []), ...buttons]),
    },
  };
};
