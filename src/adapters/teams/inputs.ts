import { z } from 'zod';
import { conditions, deeds, mostAtOnce } from '../../application/request';
import {
  isDay,
  mentionings,
  type Phase,
  phases,
  reminderTimes,
  rhythms,
  roles,
  sections,
} from '../../engagement/index';
import { isTimeZone } from './time-zone';

/** An input left empty counts as not given: some clients send it, some do not. */
const upTo = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim() || undefined)
    .optional();
export const given = upTo(200);
/** Longer than any text may be, so that whoever wrote too much is told so in words. */
export const longText = upTo(4000);
const text = z.string().max(4000).default('');
const trimmed = text.transform((said) => said.trim());
/** A list pasted into a field. */
const pasted = z.string().max(20_000).default('');

const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  z.preprocess((value) => (value === '' ? undefined : value), z.enum(choices).optional());

export const itemId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d{1,3}$/);
export const section = z.enum(sections);
const phase = oneOf<readonly Phase[]>(phases);

/** People are chosen one at a time, though some clients send a list. */
const person = text.transform((id) => id.split(',')[0]?.trim() ?? '');
const timeZone = given.pipe(z.string().refine(isTimeZone).optional());
const language = oneOf(['en', 'de']);
const day = given.pipe(z.string().refine(isDay).optional());

const meeting = {
  every: oneOf(rhythms),
  weekday: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.union([z.string(), z.number()]).transform(Number).pipe(z.number().int().min(1).max(7)).optional(),
  ),
  time: given.pipe(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .optional(),
  ),
};
const checkpoint = { ...meeting, remind: oneOf(reminderTimes), mention: oneOf(mentionings) };

/** One item, or several separated by commas; an item named twice is one item. */
export const items = z
  .object({ itemId: given.pipe(itemId.optional()), itemIds: longText })
  .transform(
    ({ itemId: one, itemIds }) => itemIds?.split(',').map((code) => code.trim().toUpperCase()) ?? (one ? [one] : []),
  )
  .pipe(z.array(itemId).min(1).max(mostAtOnce))
  .transform((codes) => [...new Set(codes)]);

/** Whatever a form of an item may send. A date typed wins over one chosen from a list. */
export const itemInputs = z
  .object({
    dueOn: given,
    assignee: person,
    until: trimmed,
    when: trimmed,
    reason: trimmed,
    note: longText,
    title: text,
  })
  .transform(({ until, when, ...inputs }) => ({ ...inputs, until: until || when }));

/** Whatever a form about a phase, a person or the whole onboarding may send. */
export const otherInputs = z.object({
  phase,
  reason: trimmed,
  for: oneOf(['specialist', 'customer']),
  name: text,
  on: text,
  assignee: person,
  person,
  role: oneOf(roles),
  until: given,
  customer: z.string().max(4000).optional(),
  language,
  timeZone,
  ...checkpoint,
  from: day,
  day,
  of: given,
});

const code = given.transform((text) => text?.toUpperCase()).pipe(itemId.optional());

const page = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(1).max(1_000).optional(),
);

/** Which part of the record is asked for. */
export const historyInputs = z
  .object({ itemId: code, did: oneOf(deeds), person: given, since: day, until: day, page })
  .transform(({ itemId: item, ...question }) => ({ item, ...question }));

/** Which items are asked for. */
export const itemsInputs = z
  .object({ which: z.enum(conditions), phase: oneOf(sections), person: given, from: day, to: day, page })
  .transform(({ phase: section, ...question }) => ({ section, ...question }));

export const addInputs = z.object({ phase: section, lines: pasted });

/** What a form is to be filled with; what it is about comes beside. */
export const filledInputs = z.object({
  dueOn: given,
  assignee: given,
  person: given,
  role: oneOf(roles),
  until: given,
  on: given,
  reason: longText,
  note: longText,
  title: given,
  name: given,
  customer: given,
  language,
  timeZone,
  ...checkpoint,
});

export const startInputs = z.object({
  customer: text,
  language,
  timeZone,
  lead: given,
  specialist: given,
  ...meeting,
});
