import type { Day } from '../../../engagement/index';
import { placesBetween, type Token } from '../tokens';
import { addDays, dayOf, monthOf, yearOf } from './calendar';
import { type Asking, dayAt, type FoundDay } from './index';
import { articles, months, openers, weekdays } from './words';

const withYear = /\d{4}|\d\.\s?\d{1,2}\.\s?\d{2}|\d\/\d{1,2}\/\d{2}/;
/** A leap day comes back after eight years at the latest. */
const mostYears = 8;

export const isLast = (word: string | undefined): boolean =>
  /^(?:last|previous|letzte[nrms]?|vorige[nrms]?|vergangene[nrms]?)$/.test(word ?? '');

/**
 * A date at the very beginning of the tokens that is not to come: without a year the latest one, "Friday" the last one, and
 * "last Monday" never today.
 */
export const pastDayIn = (
  text: string,
  tokens: readonly Token[],
  asking: Omit<Asking, 'purpose'>,
): FoundDay | undefined => {
  const skipped = tokens.findIndex((token) => !isLast(token.key));
  const opened = openers.due.has(tokens[0]?.key ?? '') && isLast(tokens[1]?.key) ? 2 : Math.max(0, skipped);
  const found = dayAt(text, tokens.slice(opened), 0, { ...asking, purpose: 'due' });
  if (!found) return undefined;
  const at = [...placesBetween(0, opened), ...found.at.map((one) => one + opened)];
  const day = notToCome(
    found.day,
    text,
    at.flatMap((one) => tokens[one] ?? []),
    asking.today,
  );
  return day === undefined ? undefined : { day, at };
};

const notToCome = (day: Day, text: string, tokens: readonly Token[], today: Day): Day | undefined => {
  if (day <= today) return day;
  const written = text.slice(tokens[0]?.start ?? 0, tokens.at(-1)?.end ?? 0);
  const words = tokens.map((token) => token.key).filter((key) => !isSmall(key));
  if (words.every((word) => weekdays.has(word))) {
    const latest = addDays(day, -7);
    return latest === today && tokens.some((token) => isLast(token.key)) ? addDays(latest, -7) : latest;
  }
  const dated = words.every((word) => weekdays.has(word) || months.has(word) || /^\d{1,2}(?:st|nd|rd|th)?$/.test(word));
  if (!dated || withYear.test(written)) return undefined;
  // "The 20th" is that of a month.
  const [number, another] = words.filter((word) => !weekdays.has(word));
  if (number && another === undefined && !months.has(number))
    return [0, 1, 2, 3].map((less) => monthsBefore(day, less)).find((one) => one !== undefined && one <= today);
  const years = Array.from({ length: mostYears }, (_, less) =>
    dayOf(yearOf(day) - less, monthOf(day), Number(day.slice(8))),
  );
  return years.find((one) => one !== undefined && one <= today);
};

const monthsBefore = (day: Day, less: number): Day | undefined =>
  dayOf(yearOf(day), monthOf(day) - less, Number(day.slice(8)));

const isSmall = (key: string): boolean => openers.due.has(key) || articles.has(key) || isLast(key);
