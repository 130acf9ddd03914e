import type { News, Notice } from '../../../../application/ports';
import type { ItemCode, PersonId } from '../../../../engagement/index';

/** One thing to tell, and all who are told it. */
export type Told = { readonly to: readonly PersonId[]; readonly news: News };

/**
 * Each thing once. What several people are told is told to all of them together, and what somebody did to several items
 * is told at once; in the order in which it came.
 */
export const grouped = (notices: readonly Notice[]): readonly Told[] => {
  const single = notices.map(({ to, ...news }): Told => ({ to: [to], news }));
  // What was joined may have become the same for several people.
  return shared(joined(shared(single)));
};

const shared = (all: readonly Told[]): readonly Told[] =>
  merged(
    all,
    ({ news }) => [...aboutIn(news), ...[...itemsIn(news)].sort()],
    (one, other) => ({ ...one, to: union(one.to, other.to) }),
  );

const joined = (all: readonly Told[]): readonly Told[] =>
  merged(
    all,
    ({ to, news }) => [...aboutIn(news), ...[...to].sort()],
    (one, other) => ({ ...one, news: withItems(one.news, union(itemsIn(one.news), itemsIn(other.news))) }),
  );

export const itemsIn = (news: News): readonly ItemCode[] => (news.type === 'asked' ? [] : news.items);

const withItems = (news: News, items: readonly ItemCode[]): News => (news.type === 'asked' ? news : { ...news, items });

/** What it is and whose doing, or where: different things are never told in one sentence. */
const aboutIn = (news: News): readonly string[] => {
  if ('by' in news) return [news.type, news.by];
  return [news.type, news.type === 'left' ? news.person : news.phase];
};

const union = (one: readonly string[], other: readonly string[]): readonly string[] => [...new Set([...one, ...other])];

const merged = (
  all: readonly Told[],
  keyOf: (one: Told) => readonly string[],
  both: (one: Told, other: Told) => Told,
): readonly Told[] => {
  const found = new Map<string, Told>();
  for (const one of all) {
    const key = JSON.stringify(keyOf(one));
    const known = found.get(key);
    found.set(key, known ? both(known, one) : one);
  }
  return [...found.values()];
};
