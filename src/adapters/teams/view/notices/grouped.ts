import type { News, Notice } from '../../../../application/ports';
import { type ItemCode, type PersonId, type Reminder, reminderName } from '../../../../engagement/index';

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
    ({ news }) => [...aboutIn(news), ...keysIn(news).sort()],
    (one, other) => ({ ...one, to: union(one.to, other.to) }),
  );

const joined = (all: readonly Told[]): readonly Told[] =>
  merged(
    all,
    ({ to, news }) => [...aboutIn(news), ...[...to].sort()],
    (one, other) => ({ ...one, news: both(one.news, other.news) }),
  );

export const itemsIn = (news: News): readonly ItemCode[] => {
  if (news.type === 'reminder') return news.reminders.flatMap((one) => (one.kind === 'jointCheck' ? [] : [one.item]));
  return news.type === 'asked' ? [] : news.items;
};

/** What makes it the same for several people. */
const keysIn = (news: News): string[] => (news.type === 'reminder' ? news.reminders.map(keyOf) : [...itemsIn(news)]);

const keyOf = (reminder: Reminder): string => `${reminderName(reminder)} ${reminder.on}`;

/** Of the same kind, about the same. */
const both = (one: News, other: News): News => {
  if (one.type === 'reminder' && other.type === 'reminder') {
    const known = one.reminders.map(keyOf);
    return { ...one, reminders: [...one.reminders, ...other.reminders.filter((more) => !known.includes(keyOf(more)))] };
  }
  return 'items' in one && 'items' in other ? { ...one, items: union(one.items, other.items) } : one;
};

/** What it is and whose doing, or where: different things are never told in one sentence. */
const aboutIn = (news: News): readonly string[] => {
  if ('by' in news) return [news.type, news.by];
  if (news.type === 'reminder') return [news.type];
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
