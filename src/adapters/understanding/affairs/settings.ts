import type { CheckpointSettings } from '../../../engagement/index';
import { dayIn } from '../days/index';
import { announcers, timeAt } from '../days/time';
import { articles, weekdays } from '../days/words';
import type { Context } from '../context';
import { slipsIn } from '../slips';
import type { Reach, Words } from '../template';
import type { Token } from '../tokens';
import { near } from './dates';
import { endOf, spelled } from './lexicon';

/** Part of what is said about a meeting. `regular`: it comes again and again. */
type Part = { readonly end: number; readonly said: CheckpointSettings; readonly regular?: boolean };

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));
const joining = set(
  'on am an auf to in im and und the den der from for ab mit fuer with always immer jeweils now jetzt nur noch kuenftig only reminder reminders reminding erinnerung erinnerungen a eine einer',
);
const always = set('always immer jeweils');
const starting = set('from starting beginning ab beginnend startend erstmals erstmalig first');

/** How often, on which day, at what time and with which reminder, in any order; the longest run first. */
export const settings = (words: Words, at: number, context: Context): readonly Reach[] =>
  runs(words, at, context).map(({ end, said }) => ({ end, value: JSON.stringify(said) }));

/** The same where it says that the meeting comes again and again: "every Monday", "dienstags um 9". */
export const regularly = (words: Words, at: number, context: Context): readonly Reach[] =>
  runs(words, at, context).flatMap(({ end, said, regular }) => (regular ? [{ end, value: JSON.stringify(said) }] : []));

/** When the reminder comes. */
export const ahead = (tokens: readonly Token[], at: number): readonly Reach[] => {
  const found = remindAt(tokens, at);
  return found ? [{ end: found.end, value: JSON.stringify(found.said) }] : [];
};

/** What was said there. */
export const settingsSaid = (value: string | undefined): CheckpointSettings =>
  value === undefined ? {} : (JSON.parse(value) as CheckpointSettings);

const runs = (words: Words, from: number, context: Context): readonly Part[] => {
  const found: Part[] = [];
  let [at, said, regular]: [number, CheckpointSettings, boolean] = [from, {}, false];
  while (at < words.tokens.length) {
    const part = partAt(words, at, context);
    const key = words.tokens[at]?.key ?? '';
    if (!part && !joining.has(key)) break;
    regular ||= always.has(key) || part?.regular === true;
    if (part && contradicts(said, part.said)) break;
    if (part) said = { ...part.said, ...said };
    at = part?.end ?? at + 1;
    if (part) found.unshift({ end: at, said, regular });
  }
  return found;
};

const contradicts = (said: CheckpointSettings, more: CheckpointSettings): boolean =>
  (['every', 'weekday', 'time', 'remind', 'from'] as const).some(
    (key) => said[key] !== undefined && more[key] !== undefined && said[key] !== more[key],
  );

const partAt = (words: Words, at: number, context: Context): Part | undefined =>
  rhythmAt(words, at) ??
  remindAt(words.tokens, at) ??
  startAt(words, at, context) ??
  clockAt(words, at) ??
  weekdayAt(words, at);

const rhythms = [
  ['everyWeekday', 'weekday'],
  ['everyTwoWeeks', 'twoWeeks'],
  ['weekly', 'week'],
] as const;
const leading = [
  ['eachOther', 'twoWeeks'],
  ['each', 'week'],
] as const;

const rhythmAt = (words: Words, at: number): Part | undefined => {
  const { tokens } = words;
  for (const [key, every] of rhythms) {
    const end = endOf(key, tokens, at);
    if (end !== undefined) return { end, said: { every }, regular: true };
  }
  for (const [key, every] of leading) {
    const day = weekdayAt(words, endOf(key, tokens, at) ?? tokens.length, true);
    if (day) return { end: day.end, said: { every, ...day.said }, regular: true };
  }
  return undefined;
};

const remindAt = (tokens: readonly Token[], at: number): Part | undefined => {
  for (const remind of ['dayBefore', 'sameDay', 'atStart'] as const) {
    const end = endOf(remind, tokens, at);
    if (end !== undefined) return { end, said: { remind } };
  }
  return undefined;
};

/** "starting Tuesday 8 December": the first meeting, and its weekday where it is named. */
const startAt = ({ text, tokens }: Words, at: number, { hearing, language }: Context): Part | undefined => {
  if (!starting.has(tokens[at]?.key ?? '')) return undefined;
  const first = articles.has(tokens[at + 1]?.key ?? '') ? at + 2 : at + 1;
  const all = near(tokens, first);
  // A time that follows is none of the date's.
  const clock = all.findIndex((token, index) => index > 0 && (announcers.has(token.key) || timeAt(text, all, index)));
  const dated = clock < 0 ? all : all.slice(0, clock);
  const found = dayIn(text, dated, { today: hearing.today, language, purpose: 'until' });
  if (found?.at[0] !== 0) return undefined;
  const weekday = dated.slice(0, found.at.length).flatMap(({ key }) => weekdays.get(key) ?? [])[0];
  const said = { from: found.day, ...(weekday !== undefined && { weekday }) };
  return { end: first + found.at.length, said };
};

const clockAt = ({ text, tokens }: Words, at: number): Part | undefined => {
  const found = timeAt(text, tokens, at);
  return found && { end: at + found.words, said: { time: found.time } };
};

const plural = new Map<string, number>(
  [...weekdays].flatMap(([name, day]) => (name.length > 5 ? [[`${name}s`, day] as const] : [])),
);
const named = new Map([...weekdays, ...plural]);
const typed = [...named.keys()].filter((name) => name.length > 5);
const slips = slipsIn(new Set([...spelled, ...typed]));

/** "Tuesday", "dienstags", "Di."; short ones that are words as well only after "every" or with a capital letter. */
const weekdayAt = ({ text, tokens }: Words, at: number, announced = false): Part | undefined => {
  const token = tokens[at];
  if (!token) return undefined;
  const isShort = token.key.length < 4 && !announced && !/^\p{Lu}/u.test(text.slice(token.start));
  const name = named.has(token.key) ? token.key : slips.wordsFor(token).find((one) => typed.includes(one));
  const weekday = named.get(name ?? '');
  if (name === undefined || weekday === undefined || isShort) return undefined;
  return { end: at + 1, said: { weekday }, regular: plural.has(name) };
};
