import { z } from 'zod';
import type { ItemForm, Request, Wish } from '../../application/request';
import { sections } from '../../engagement/index';
import { isTimeZone } from './time-zone';

/** What a press asks for. `engagementId` is what the card claims; whether it is true is decided elsewhere. */
export type Action = { readonly request: Request; readonly engagementId?: string };

/** An input left empty counts as not given: some clients send it, some do not. */
const upTo = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.trim() || undefined)
    .optional();
const given = upTo(200);
const text = z.string().max(4000).default('');
const longText = upTo(4000);
const itemId = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]\d{1,3}$/);
const phase = z.enum(sections);
const itemForms = [
  'item.assign',
  'item.defer',
  'item.exclude',
  'item.block',
  'item.reopen',
] as const satisfies ItemForm[];
const items = z
  .object({ itemId: given.pipe(itemId.optional()), itemIds: longText })
  .transform(
    ({ itemId: one, itemIds }) => itemIds?.split(',').map((code) => code.trim().toUpperCase()) ?? (one ? [one] : []),
  )
  .pipe(z.array(itemId).min(1).max(50));

const inputs = z.object({
  dueOn: given,
  assignee: text.transform((id) => id.split(',')[0]?.trim() ?? ''),
  until: text,
  reason: text,
  note: longText,
});

const start = z.object({
  customer: text,
  language: z.preprocess((value) => (value === '' ? undefined : value), z.enum(['en', 'de']).optional()),
  timeZone: given.pipe(z.string().refine(isTimeZone).optional()),
  lead: given,
  specialist: given,
  every: z.preprocess(
    (value) => (value === '' ? undefined : value),
    z.enum(['week', 'twoWeeks', 'weekday', 'off']).optional(),
  ),
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
});

type Inputs = z.infer<typeof inputs>;

const wishes: Readonly<Record<string, (item: string, input: Inputs) => Wish>> = {
  'item.acknowledge': (item) => ({ type: 'AcknowledgeItem', item }),
  'item.take': (item, { dueOn }) => ({ type: 'TakeItem', item, ...defined({ dueOn }) }),
  'item.assign': (item, { assignee, dueOn }) => ({ type: 'AssignItem', item, assignee, ...defined({ dueOn }) }),
  'item.complete': (item, { note }) => ({ type: 'CompleteItem', item, ...defined({ note }) }),
  'item.defer': (item, { until, reason }) => ({ type: 'DeferItem', item, until: until.trim(), reason }),
  'item.exclude': (item, { reason }) => ({ type: 'ExcludeItem', item, reason }),
  'item.block': (item, { reason }) => ({ type: 'BlockItem', item, reason }),
  'item.unblock': (item) => ({ type: 'UnblockItem', item }),
  'item.reopen': (item, { reason }) => ({ type: 'ReopenItem', item, ...defined({ reason: reason || undefined }) }),
};

const requests: Readonly<Record<string, (data: unknown) => Request>> = {
  'engagement.start': (data) => ({ type: 'start', answers: defined(start.parse(data)) }),
  'engagement.show': () => ({ type: 'show', what: 'overview' }),
  'mine.show': () => ({ type: 'show', what: 'mine' }),
  'help.show': () => ({ type: 'show', what: 'help' }),
  'item.show': (data) => ({ type: 'show', what: 'item', item: z.object({ itemId }).parse(data).itemId }),
  'phase.show': (data) => ({
    type: 'show',
    what: 'section',
    section: z.object({ phase }).parse(data).phase,
    which: 'all',
  }),
  'phase.acknowledge': (data) => ({
    type: 'act',
    wishes: [{ type: 'AcknowledgePhase', phase: z.object({ phase }).parse(data).phase }],
  }),
  'form.show': (data) => {
    const { form } = z.object({ form: z.enum(['engagement.start', ...itemForms]) }).parse(data);
    if (form === 'engagement.start') return { type: 'show', what: 'startForm', filled: {} };
    const filled = z.object({ dueOn: given, assignee: given, until: given, reason: longText }).parse(data);
    return { type: 'show', what: 'form', form, item: z.object({ itemId }).parse(data).itemId, filled: defined(filled) };
  },
};

/** Reads a press. Everything in it is untrusted: what no card of ours sends is `unreadable`, and nothing throws. */
export const readAction = (verb: unknown, data: unknown): Action => {
  try {
    const { engagementId } = z.object({ engagementId: given }).parse(data ?? {});
    return { request: requestOf(z.string().parse(verb), data ?? {}), ...defined({ engagementId }) };
  } catch (error) {
    if (error instanceof z.ZodError) return { request: { type: 'unreadable' } };
    throw error;
  }
};

const requestOf = (verb: string, data: unknown): Request => {
  const request = Object.hasOwn(requests, verb) ? requests[verb] : undefined;
  if (request) return request(data);
  const wish = Object.hasOwn(wishes, verb) ? wishes[verb] : undefined;
  if (!wish) return { type: 'unreadable' };
  const read = inputs.parse(data);
  return { type: 'act', wishes: items.parse(data).map((item) => wish(item, read)) };
};

type Defined<Shape> = { [Key in keyof Shape]: Exclude<Shape[Key], undefined> };

/** Without the properties that are undefined. */
const defined = <Shape extends object>(shape: Shape) =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Partial<Defined<Shape>> &
    Defined<{ [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key] }>;
