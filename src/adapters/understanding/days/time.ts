import type { TimeOfDay } from '../../../engagement/index';
import { fold } from '../normalise';
import type { Token } from '../tokens';
import { numbers } from './words';

/** A time of day, and how many words it took. */
export type SpokenTime = { readonly time: TimeOfDay; readonly words: number };

type Half = 'am' | 'pm';

/** A time follows them. */
export const announcers: ReadonlySet<string> = new Set(['at', 'um']);
const longest = 48;
/** Before that hour nobody meets: "at 2" may be in the afternoon as well. */
const earliest = 7;

const halves: readonly (readonly [Half, RegExp])[] = [
  ['am', /^\s*(?:a\.\s?m\.?|am|in the morning|morgens|vormittags|fr(?:ü|ue)h)(?![\p{L}\d])/u],
  ['pm', /^\s*(?:p\.\s?m\.?|pm|in the (?:afternoon|evening)|mittags|nachmittags|abends)(?![\p{L}\d])/u],
];
const inFigures = /^(\d{1,2})(?:([:.h])(\d{2}))?(?!\d|\.\d)/;
const marked = /^\s*(?:uhr(?:\s(\d{2})(?![\d.:]))?|h|o clock|oclock)(?![\p{L}\d])/u;
const inWords = /^(half past|quarter past|quarter to|viertel nach|viertel vor|halb|)\s*(\p{L}+)/u;
const minutes: Readonly<Record<string, number>> = {
  'half past': 30,
  halb: -30,
  'quarter past': 15,
  'viertel nach': 15,
  'quarter to': -15,
  'viertel vor': -15,
};

/** The time of day that begins at a token: "at 9", "8:30", "14 Uhr", "10 am", "halb neun". */
export const timeAt = (text: string, tokens: readonly Token[], at: number): SpokenTime | undefined => {
  const announced = announcers.has(tokens[at]?.key ?? '');
  const first = tokens[announced ? at + 1 : at];
  if (!first) return undefined;
  const near = text.slice(first.start, first.start + longest);
  // "um 9 am Montag": the day follows, not the morning.
  const written = near.replace(/^(.*?)\sam\s/i, (all, before: string) =>
    isGerman(tokens[at], before) ? `${before} , ` : all,
  );
  const found = figures(written, announced) ?? spelledOut(written, announced);
  if (!found) return undefined;
  const end = first.start + found.length;
  return { time: found.time, words: tokens.slice(at).filter((token) => token.start < end).length };
};

const isGerman = (token: Token | undefined, before: string): boolean =>
  token?.key === 'um' || /\d\s?uhr|^(?:1[3-9]|2\d):/i.test(before);

type Read = { readonly time: TimeOfDay; readonly length: number };

const figures = (written: string, announced: boolean): Read | undefined => {
  const plain = written.toLowerCase().replace(/['’]/g, ' ');
  const found = inFigures.exec(plain);
  if (!found) return undefined;
  const [whole, hour = '', sign, minute] = found;
  return finished(plain, whole.length, (mark, half) => {
    const clear = announced || sign === ':' || sign === 'h' || mark !== undefined || half !== undefined;
    return clear ? clock(Number(hour), Number(minute ?? mark?.[1] ?? 0), half, hour.startsWith('0')) : undefined;
  });
};

const spelledOut = (written: string, announced: boolean): Read | undefined => {
  const plain = written.toLowerCase();
  if (/^(?:noon|midday)(?!\p{L})/u.test(plain)) return { time: '12:00', length: plain.search(/(?!\p{L})/u) };
  const found = inWords.exec(plain);
  const part = found?.[1] ?? '';
  const hour = numbers.get(fold(found?.[2] ?? ''));
  if (!found || hour === undefined) return undefined;
  return finished(plain, found[0].length, (mark, half) => {
    if (part === '' && !announced && mark === undefined && half === undefined) return undefined;
    const past = hour * 60 + (minutes[part] ?? 0);
    return clock(Math.floor(past / 60), past % 60, half, false);
  });
};

/** With what may follow the figures or words: "Uhr", "o'clock", "am", "nachmittags". */
const finished = (
  plain: string,
  taken: number,
  time: (mark: RegExpExecArray | undefined, half: Half | undefined) => TimeOfDay | undefined,
): Read | undefined => {
  const mark = marked.exec(plain.slice(taken)) ?? undefined;
  const after = taken + (mark?.[0].length ?? 0);
  const said = halves.flatMap(([half, form]) => {
    const found = form.exec(plain.slice(after));
    return found ? [{ half, length: found[0].length }] : [];
  })[0];
  const length = after + (said?.length ?? 0);
  const read = time(mark, said?.half);
  return read === undefined ? undefined : { time: read, length };
};

const clock = (hour: number, minute: number, half: Half | undefined, exact: boolean): TimeOfDay | undefined => {
  if (half === undefined && !exact && hour < earliest) return undefined;
  const afternoon = half === 'pm' && hour < 12 ? hour + 12 : hour;
  const hours = half === 'am' && hour === 12 ? 0 : afternoon;
  if (hours > 23 || minute > 59 || (half === 'am' && hour > 12)) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
};
