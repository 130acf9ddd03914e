import type { Day } from '../../../engagement/index';
import { placesBetween, type Token } from '../tokens';
import type { Asking } from './index';
import { type Opened, stretchAt } from './stretches';
import { articles } from './words';

/** Days that are past or today, both included; without `until` up to now. */
export type Period = { readonly since: Day; readonly until?: Day };
type FoundPeriod = Period & { readonly at: readonly number[] };

const since = new Set(['since', 'seit']);
const between = new Set(['between', 'zwischen', 'from', 'von', 'vom']);
const joins = new Set(['and', 'und', 'to', 'till', 'until', 'bis', 'through']);
/** May stand before a period and say nothing. */
const small = new Set([
  ...since,
  ...between,
  ...articles,
  ...'on over during within of waehrend innerhalb laufe des'.split(' '),
]);
/** "Until today" is no day. */
const ends = new Set(['until', 'till', 'bis']);

/** The first time that lies behind: "since Monday", "yesterday", "in der letzten Woche", "zwischen 20.11. und 27.11.". */
export const periodIn = (
  text: string,
  tokens: readonly Token[],
  asking: Omit<Asking, 'purpose'>,
): FoundPeriod | undefined => {
  for (const at of tokens.keys()) {
    if (ends.has(tokens[at - 1]?.key ?? '')) continue;
    const found = periodAt(text, tokens, at, asking);
    if (found) return found;
  }
  return undefined;
};

const periodAt = (
  text: string,
  tokens: readonly Token[],
  at: number,
  asking: Omit<Asking, 'purpose'>,
): FoundPeriod | undefined => {
  const from = afterSmall(tokens, at);
  const opening = tokens.slice(at, from).map((token) => token.key);
  const opened = openedBy(opening);
  const first = stretchAt(text, tokens, from, opened, asking);
  if (!first) return undefined;
  const next = from + first.words;
  if (opened === 'since') return { since: first.since, at: placesBetween(at, next) };
  const joined = opening.some((key) => between.has(key)) && joins.has(tokens[next]?.key ?? '');
  const then = afterSmall(tokens, next + 1);
  const second = joined ? stretchAt(text, tokens, then, 'during', asking) : undefined;
  if (!second) return { ...daysOf(first), at: placesBetween(at, next) };
  if (second.since < first.since) return undefined;
  return { ...daysOf({ ...second, since: first.since }), at: placesBetween(at, then + second.words) };
};

const openedBy = (opening: readonly string[]): Opened => {
  if (opening.some((key) => since.has(key))) return 'since';
  return opening.length > 0 ? 'during' : 'not';
};

const daysOf = ({ since: first, until }: Period): Period => ({
  since: first,
  ...(until !== undefined && { until }),
});

const afterSmall = (tokens: readonly Token[], at: number): number => {
  const first = tokens.slice(at).findIndex((token) => !small.has(token.key));
  return first < 0 ? tokens.length : at + first;
};
