import { z } from 'zod';
import { type CardName, cardNames } from '../../application/ports';
import { roles } from '../../engagement/index';
import { type Form, type Grave, itemForms, otherForms, type Request, type Wish } from '../../application/request';
import {
  addInputs,
  defined,
  filledInputs,
  given,
  historyInputs,
  itemId,
  type ItemInputs,
  itemInputs,
  items,
  type OtherInputs,
  otherInputs,
  section,
  startInputs,
} from './inputs';

/** What a press asks for. `engagementId` is what the card claims; whether it is true is decided elsewhere. */
export type Action = {
  readonly request: Request;
  readonly engagementId?: string;
  /** The living card it stands on, as that says. */
  readonly card?: CardName;
  /** It closes a form. */
  readonly closes?: true;
};

/** Verbs that act on items. */
const ofItems: Readonly<Record<string, (item: string, input: ItemInputs) => Wish>> = {
  'item.acknowledge': (item) => ({ type: 'AcknowledgeItem', item }),
  'item.take': (item, { dueOn }) => ({ type: 'TakeItem', item, ...defined({ dueOn }) }),
  'item.assign': (item, { assignee, dueOn }) => ({ type: 'AssignItem', item, assignee, ...defined({ dueOn }) }),
  'item.release': (item) => ({ type: 'ReleaseItem', item }),
  'item.schedule': (item, { dueOn }) => ({ type: 'ScheduleItem', item, ...defined({ dueOn }) }),
  'item.complete': (item, { note }) => ({ type: 'CompleteItem', item, ...defined({ note }) }),
  'item.defer': (item, { until, reason }) => ({ type: 'DeferItem', item, until, reason }),
  'item.exclude': (item, { reason }) => ({ type: 'ExcludeItem', item, reason }),
  'item.block': (item, { reason }) => ({ type: 'BlockItem', item, reason }),
  'item.unblock': (item) => ({ type: 'UnblockItem', item }),
  'item.reopen': (item, { reason }) => ({ type: 'ReopenItem', item, ...reasonIn(reason) }),
  'item.note': (item, { note }) => ({ type: 'NoteItem', item, note: note ?? '' }),
  'item.rename': (item, { title }) => ({ type: 'RenameItem', item, title }),
  'item.remove': (item) => ({ type: 'RemoveItem', item }),
};

const reasonIn = (reason: string) => defined({ reason: reason.trim() || undefined });

/** Verbs about a phase, a person or the whole onboarding. */
const others: Readonly<Record<string, (input: OtherInputs) => Wish>> = {
  'phase.confirm': ({ phase, for: side, name, on }) =>
    side === 'specialist'
      ? { type: 'RecordConfirmation', name, on, ...defined({ phase }) }
      : { type: 'ConfirmResults', ...defined({ phase }) },
  'phase.withdraw': ({ phase }) => ({ type: 'WithdrawConfirmation', ...defined({ phase }) }),
  'phase.advance': ({ phase, reason }) => ({ type: 'AdvancePhase', ...defined({ phase }), ...reasonIn(reason) }),
  'phase.return': ({ phase, reason }) => ({ type: 'ReturnToPhase', ...defined({ phase }), ...reasonIn(reason) }),
  'role.set': ({ assignee, role }) => ({ type: 'SetRole', assignee, role: z.enum(roles).parse(role) }),
  'person.handOver': ({ person, assignee }) => ({ type: 'HandOver', person, assignee }),
  'person.away': ({ person, until }) => ({
    type: 'SetAway',
    ...defined({ person: person || undefined, until }),
  }),
  'checkpoint.set': ({ every, weekday, time, remind, mention, from }) => ({
    type: 'SetCheckpoint',
    ...defined({ every, weekday, time, remind, mention, from }),
  }),
  'checkpoint.skip': ({ day }) => ({ type: 'SkipCheckpoint', ...defined({ day }) }),
  'reminder.snooze': ({ until }) => ({ type: 'SnoozeReminders', ...defined({ until }) }),
  'engagement.configure': ({ customer, language, timeZone }) => ({
    type: 'ConfigureEngagement',
    ...defined({ customer, language, timeZone }),
  }),
  'engagement.pause': ({ until }) => ({ type: 'PauseEngagement', ...defined({ until }) }),
  'engagement.resume': () => ({ type: 'ResumeEngagement' }),
  'engagement.finish': () => ({ type: 'FinishEngagement' }),
  'engagement.cancel': ({ reason }) => ({ type: 'CancelEngagement', reason }),
  'engagement.discard': () => ({ type: 'DiscardEngagement' }),
  undo: ({ of }) => ({ type: 'Undo', ...defined({ of }) }),
};

const requests: Readonly<Record<string, (data: unknown) => Request>> = {
  'engagement.start': (data) => ({ type: 'start', answers: defined(startInputs.parse(data)) }),
  'engagement.show': () => ({ type: 'show', what: 'overview' }),
  'mine.show': () => ({ type: 'show', what: 'mine' }),
  'checkpoint.show': () => ({ type: 'show', what: 'checkpoints' }),
  'history.show': (data) => ({ type: 'show', what: 'history', question: defined(historyInputs.parse(data)) }),
  'help.show': () => ({ type: 'show', what: 'help' }),
  'item.show': (data) => ({ type: 'show', what: 'item', item: z.object({ itemId }).parse(data).itemId }),
  'phase.show': (data) => {
    const { phase, page } = z.object({ phase: section, page: z.coerce.number().int().min(1).optional() }).parse(data);
    return { type: 'show', what: 'section', section: phase, which: 'all', ...defined({ page }) };
  },
  'phase.acknowledge': (data) => ({
    type: 'act',
    wishes: [{ type: 'AcknowledgePhase', phase: z.object({ phase: section }).parse(data).phase }],
  }),
  'item.add': (data) => {
    const { phase, lines } = addInputs.parse(data);
    return { type: 'add', phase, text: lines };
  },
  'form.show': (data) => formOf(data),
};

/** These are shown as they would be, and done when that is confirmed. */
const graveForms = ['engagement.finish', 'engagement.discard', 'person.handOver'] as const;
const forms = ['engagement.start', ...itemForms, ...otherForms, 'engagement.finish', 'engagement.discard'] as const;

const formOf = (data: unknown): Request => {
  const { form } = z.object({ form: z.enum(forms) }).parse(data);
  if (form === 'engagement.start') return { type: 'show', what: 'startForm', filled: {} };
  const grave = graveForms.some((one) => one === form) ? graveIn(form, otherInputs.parse(data)) : undefined;
  if (grave) return { type: 'confirm', wish: grave };
  const isOfItem = itemForms.some((one) => one === form);
  const about = isOfItem
    ? { item: z.object({ itemId }).parse(data).itemId }
    : defined(z.object({ phase: z.preprocess((value) => value || undefined, section.optional()) }).parse(data));
  return { type: 'show', what: 'form', form: form as Form, about, filled: defined(filledInputs.parse(data)) };
};

/** Handing over needs to know from whom to whom before it can be shown. */
const graveIn = (form: string, input: OtherInputs): Grave | undefined => {
  if (form === 'engagement.finish') return { type: 'FinishEngagement' };
  if (form === 'engagement.discard') return { type: 'DiscardEngagement' };
  const { person, assignee } = input;
  return person !== '' && assignee !== '' ? { type: 'HandOver', person, assignee } : undefined;
};

/** What every press may carry beside what it asks for. */
const frame = z.object({
  engagementId: given,
  card: z.enum(cardNames).optional().catch(undefined),
  closes: z.literal('form').optional().catch(undefined),
});

/** Reads a press. Everything in it is untrusted: what no card of ours sends is `unreadable`, and nothing throws. */
export const readAction = (verb: unknown, data: unknown): Action => {
  try {
    const { engagementId, card, closes } = frame.parse(data ?? {});
    const request = requestOf(z.string().parse(verb), data ?? {});
    return { request, ...defined({ engagementId, card }), ...(closes !== undefined && { closes: true }) };
  } catch (error) {
    if (error instanceof z.ZodError) return { request: { type: 'unreadable' } };
    throw error;
  }
};

const requestOf = (verb: string, data: unknown): Request => {
  const request = Object.hasOwn(requests, verb) ? requests[verb] : undefined;
  if (request) return request(data);
  const other = Object.hasOwn(others, verb) ? others[verb] : undefined;
  if (other) return { type: 'act', wishes: [other(otherInputs.parse(data))] };
  const wish = Object.hasOwn(ofItems, verb) ? ofItems[verb] : undefined;
  if (!wish) return { type: 'unreadable' };
  const read = itemInputs.parse(data);
  return { type: 'act', wishes: items.parse(data).map((item) => wish(item, read)) };
};
