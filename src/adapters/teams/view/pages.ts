import { type Item, steers } from '../../../engagement/index';
import type { Context } from './context';
import { bare } from './plain';
import { rowOf } from './rows';
import { bytesOf } from './texts';

/** The largest card, in bytes of UTF-8. */
export const mostOfCard = 28 * 1024;

export const mostRows = 25;
/** An answer among several people shows no more than so many; the rest is one tap away. */
export const mostBrief = 6;

/** What the elements of a row, its mark and its line in the list below take beside their texts. */
export const rowFrame = 276;

/** An entry of the list for clients that cannot tap rows. */
export const choiceOf = ({ title }: Context, { code }: Item) => ({
  title: `${code} ${bare(title(code))}`,
  value: code,
});

/** What an item takes of a card at most, whoever looks at it and in whichever language: who steers and is alone sees most. */
const measureOf = (context: Context): ((item: Item) => number) => {
  const [asker] = Object.keys(context.engagement.roles).filter((person) => steers(context.engagement, person));
  const both = (['en', 'de'] as const).map((language) => ({
    ...context.as(language),
    ...(asker !== undefined && { asker, alone: true as const }),
  }));
  return (item) =>
    rowFrame + Math.max(...both.map((other) => bytesOf(rowOf(other, item)) + bytesOf(choiceOf(other, item))));
};

/** Every page as full as it may be, so that nothing is shown twice or left out from one page to the next. */
export const pagesOf = (context: Context, items: readonly Item[], room: number): readonly (readonly Item[])[] => {
  const bytesOfItem = measureOf(context);
  const pages: Item[][] = [[]];
  let taken = 0;
  for (const item of items) {
    const bytes = bytesOfItem(item);
    const page = pages.at(-1) ?? [];
    if (page.length > 0 && (page.length >= mostRows || taken + bytes > room)) {
      pages.push([item]);
      taken = bytes;
    } else {
      page.push(item);
      taken += bytes;
    }
  }
  return pages;
};
