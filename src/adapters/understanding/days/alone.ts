import type { Day } from '../../../engagement/index';
import { type Token, tokensOf } from '../tokens';
import { type Asking, dayIn } from './index';
import { articles, months, numbers, openers, unitOf, weekdays } from './words';

const longest = 40;

/** The day a text means that says nothing else. `none`: it looks like a date, but there is no such day, or it is past. */
export const dayMeant = (text: string, asking: Omit<Asking, 'purpose'>): { readonly day: Day } | 'none' | undefined => {
  if (text.length > longest) return undefined;
  const tokens = tokensOf(text);
  if (isSpan(tokens)) return undefined;
  const day =
    whole(text, tokens, asking) ??
    (isShort(tokens) ? whole(`bis ${text}`, tokensOf(`bis ${text}`), asking) : undefined);
  if (day === undefined) return looksLikeDay(text, tokens) ? 'none' : undefined;
  return day < asking.today ? 'none' : { day };
};

const whole = (text: string, tokens: readonly Token[], asking: Omit<Asking, 'purpose'>): Day | undefined => {
  const found = dayIn(text, tokens, { ...asking, purpose: 'due' });
  return found?.at[0] === 0 && found.at.length === tokens.length ? found.day : undefined;
};

/** "Fr.", "Mon": too short to be a date among other words. */
const isShort = ([only, another]: readonly Token[]): boolean =>
  only !== undefined && another === undefined && weekdays.has(only.key);

/** "two weeks" says how long, not until when. */
const isSpan = ([count, unit]: readonly Token[]): boolean =>
  (/^\d+$/.test(count?.key ?? '') || numbers.has(count?.key ?? '')) && unitOf(unit?.key ?? '') !== undefined;

const looksLikeDay = (text: string, tokens: readonly Token[]): boolean => {
  const words = tokens.map((token) => token.key);
  const named = words.findIndex((word) => !openers.due.has(word) && !articles.has(word) && !weekdays.has(word));
  const rest = named < 0 ? [] : words.slice(named);
  const isPart = (word: string): boolean => months.has(word) || /^\d+(?:st|nd|rd|th)?$/.test(word);
  return /^[\p{L}\d\s./,-]*$/u.test(text) && rest.some((word) => /^\d/.test(word)) && rest.every(isPart);
};
