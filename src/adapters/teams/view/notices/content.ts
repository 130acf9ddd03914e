import type { ItemCode } from '../../../../engagement/index';
import type { Titled } from '../buttons';
import type { Context } from '../context';
import { showItem } from '../press';

/** One thing to tell. */
export type Content = {
  /** To people who are named in it. */
  readonly sentence: (to: string) => string;
  /** To the one person who reads it. */
  readonly direct: string;
  /** For feeds, where nothing is a mention. */
  readonly summary: (to: string) => string;
  readonly items: readonly ItemCode[];
  /** What stands below the sentence. */
  readonly lines: readonly string[];
  /** What is asked for, then what can be looked at. */
  readonly asks: readonly Titled[];
  readonly shows: readonly Titled[];
  readonly sections: readonly Titled[];
};

export const showing = (
  { words, engagementId }: Context,
  items: readonly ItemCode[],
  most: number,
): readonly Titled[] =>
  items
    .slice(0, most)
    .map((item) => ({ title: words.say('button/showItem', { item }), ...showItem(engagementId, item) }));
