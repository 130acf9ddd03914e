import { z } from 'zod';
import type { Calendar, Instant, Language, TimeZone } from '../../engagement/index';

/** A sentence to be tried, and what it is heard with. */
export type Trial = {
  readonly text: string;
  /** For a sentence that does not tell its own. */
  readonly language?: Language | undefined;
  readonly now?: Instant | undefined;
  readonly timeZone?: TimeZone | undefined;
  /** The names of those who are really mentioned. Without it those demo people whose full name follows an @. */
  readonly mentions?: readonly string[] | undefined;
};

/** What is wrong with a line, and what to write instead. */
export type Unreadable = { readonly problem: string };

const example = '{"text":"A3 done","language":"en"}';

/** Reads one object as JSON. Never throws. What it has beside is left alone. */
export const createReadTrial = (calendar: Calendar): ((line: string) => Trial | Unreadable) => {
  const format = formatOf(calendar);
  return (line) => {
    const json = parsed(line);
    if (json === undefined) return { problem: `this is not JSON. Write one object a line, such as ${example}.` };
    const read = format.safeParse(json);
    if (read.success) return read.data;
    const [issue] = read.error.issues;
    const where = issue?.path[0];
    return { problem: `${where === undefined ? '' : `${String(where)} `}${issue?.message ?? 'cannot be read.'}` };
  };
};

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

const minutes = z.iso.datetime({ offset: true, precision: -1 });
const seconds = z.iso.datetime({ offset: true });

const formatOf = (calendar: Calendar) => {
  const isZone = (zone: string): boolean => {
    try {
      return calendar.dayOf('2026-11-30T09:00:00.000Z', zone) !== '';
    } catch {
      return false;
    }
  };
  const day = 'must be a day and a time with an offset, such as 2026-11-30T10:00:00+01:00.';
  return z.object(
    {
      text: z.string({ error: `must be there, and be what somebody writes. Write ${example}.` }),
      language: z.enum(['en', 'de'], { error: 'must be en or de, or be left out.' }).optional(),
      now: z
        .union([minutes, seconds], { error: day })
        .transform((now) => new Date(now).toISOString())
        .optional(),
      timeZone: z
        .string({ error: 'must be a name such as Europe/Berlin.' })
        .refine(isZone, { error: 'is no time zone. Name one such as Europe/Berlin.' })
        .optional(),
      mentions: z.array(z.string(), { error: 'must be a list of names, such as ["Ben Carter"].' }).optional(),
    },
    { error: `must be an object. Write ${example}.` },
  );
};
