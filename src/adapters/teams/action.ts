import { z } from 'zod';
import { defined } from '../../application/defined';
import { type CardName, cardNames, type OutsideId } from '../../application/ports';
import {
  aboutItems,
  type Form,
  type Grave,
  isItemForm,
  isItemVerb,
  itemForms,
  otherForms,
  type Request,
} from '../../application/request';
import { isOtherVerb, itemWish, otherWish } from '../../application/wishes';
import {
  addInputs,
  filledInputs,
  given,
  historyInputs,
  itemId,
  itemInputs,
  items,
  itemsInputs,
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
  /** To whom the question it stands on was put. */
  readonly asked?: OutsideId;
};

const requests: Readonly<Record<string, (data: unknown) => Request>> = {
  'engagement.start': (data) => ({ type: 'start', answers: defined(startInputs.parse(data)) }),
  'engagement.show': () => ({ type: 'show', what: 'overview' }),
  'mine.show': () => ({ type: 'show', what: 'mine' }),
  'checkpoint.show': () => ({ type: 'show', what: 'checkpoints' }),
  'history.show': (data) => ({ type: 'show', what: 'history', question: defined(historyInputs.parse(data)) }),
  'items.show': (data) => ({ type: 'show', what: 'items', question: defined(itemsInputs.parse(data)) }),
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
  const about = isItemForm(form)
    ? aboutItems(form === 'item.rename' ? oneItem.parse(data) : items.parse(data))
    : defined(z.object({ phase: z.preprocess((value) => value || undefined, section.optional()) }).parse(data));
  return { type: 'show', what: 'form', form: form as Form, about, filled: defined(filledInputs.parse(data)) };
};

const oneItem = items.pipe(z.array(itemId).max(1));

/** Handing over needs to know from whom to whom before it can be shown. */
const graveIn = (
  form: string,
  { person, assignee }: Pick<z.infer<typeof otherInputs>, 'person' | 'assignee'>,
): Grave | undefined => {
  if (form === 'engagement.finish') return { type: 'FinishEngagement' };
  if (form === 'engagement.discard') return { type: 'DiscardEngagement' };
  return person !== '' && assignee !== '' ? { type: 'HandOver', person, assignee } : undefined;
};

/** What every press may carry beside what it asks for. */
const frame = z.object({
  engagementId: given,
  card: z.enum(cardNames).optional().catch(undefined),
  closes: z.literal('form').optional().catch(undefined),
  asked: given,
});

/** Reads a press. Everything in it is untrusted: what no card of ours sends is `unreadable`, and nothing throws. */
export const readAction = (verb: unknown, data: unknown): Action => {
  try {
    const { engagementId, card, closes, asked } = frame.parse(data ?? {});
    const request = requestOf(z.string().parse(verb), data ?? {});
    return { request, ...defined({ engagementId, card, asked }), ...(closes !== undefined && { closes: true }) };
  } catch (error) {
    if (error instanceof z.ZodError) return { request: { type: 'unreadable' } };
    throw error;
  }
};

const requestOf = (verb: string, data: unknown): Request => {
  const request = Object.hasOwn(requests, verb) ? requests[verb] : undefined;
  if (request) return request(data);
  if (isItemVerb(verb)) {
    const said = defined(itemInputs.parse(data));
    return { type: 'act', wishes: items.parse(data).map((item) => itemWish(verb, item, said)) };
  }
  const wish = isOtherVerb(verb) ? otherWish(verb, defined(otherInputs.parse(data))) : undefined;
  return wish ? { type: 'act', wishes: [wish] } : { type: 'unreadable' };
};
