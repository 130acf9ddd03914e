import type { Filled, ItemForm, Request, Wish } from '../../application/request';
import type { Day, ItemCode } from '../../engagement/index';
import type { Verb } from './kinds';

/** What a sentence says beside its verb and its items. */
export type Details = {
  readonly by: string;
  readonly person?: string;
  readonly day?: Day;
  /** "by a week": of something that is not said. */
  readonly relative?: boolean;
  /** A reason or a note, as it was written. */
  readonly text?: string;
};

/** What a verb asks for. Without what it needs: its form for one item, undefined for several. */
export const requestFor = (verb: Verb, items: readonly ItemCode[], details: Details): Request | undefined => {
  const [only, another] = items;
  if (verb === 'move' && only !== undefined && another === undefined && !details.text)
    return details.day === undefined || details.relative
      ? formFor(verb, items, details)
      : { type: 'move', item: only, day: details.day };
  const wishes = items.map((item) => wishFor(verb, item, details));
  if (wishes.every((wish) => wish !== undefined)) return { type: 'act', wishes };
  return formFor(verb, items, details);
};

/** The form of a verb with what is known already; there is none for several items. */
export const formFor = (verb: Verb, items: readonly ItemCode[], details: Details): Request | undefined => {
  const [item, another] = items;
  const form = forms[verb];
  if (item === undefined || another !== undefined || !form) return undefined;
  return { type: 'show', what: 'form', form, about: { item }, filled: filledWith(form, details) };
};

const forms: Readonly<Partial<Record<Verb, ItemForm>>> = {
  assign: 'item.assign',
  hand: 'item.assign',
  defer: 'item.defer',
  exclude: 'item.exclude',
  block: 'item.block',
  schedule: 'item.schedule',
  dated: 'item.schedule',
  move: 'item.defer',
  note: 'item.note',
};

const filledWith = (form: ItemForm, { day, text }: Details): Filled => {
  if (form === 'item.assign' || form === 'item.schedule') return day === undefined ? {} : { dueOn: day };
  if (form === 'item.note') return text ? { note: text } : {};
  const until = form === 'item.defer' && day !== undefined ? { until: day } : {};
  return { ...until, ...(text && { reason: text }) };
};

const wishFor = (verb: Verb, item: ItemCode, { by, person, day, text }: Details): Wish | undefined => {
  const dueOn = day === undefined ? {} : { dueOn: day };
  switch (verb) {
    case 'acknowledge':
      return { type: 'AcknowledgeItem', item };
    case 'take':
      return { type: 'TakeItem', item, ...dueOn };
    case 'assign':
    case 'hand':
      if (person === undefined) return undefined;
      return person === by
        ? { type: 'TakeItem', item, ...dueOn }
        : { type: 'AssignItem', item, assignee: person, ...dueOn };
    case 'complete':
      return { type: 'CompleteItem', item, ...(text && { note: text }) };
    case 'defer':
    case 'move':
      return day !== undefined && text ? { type: 'DeferItem', item, until: day, reason: text } : undefined;
    case 'exclude':
      return text ? { type: 'ExcludeItem', item, reason: text } : undefined;
    case 'block':
      return text ? { type: 'BlockItem', item, reason: text } : undefined;
    case 'unblock':
      return { type: 'UnblockItem', item };
    case 'reopen':
      return { type: 'ReopenItem', item, ...(text && { reason: text }) };
    case 'release':
      return { type: 'ReleaseItem', item };
    case 'schedule':
    case 'dated':
      return day === undefined ? undefined : { type: 'ScheduleItem', item, dueOn: day };
    case 'unschedule':
      return { type: 'ScheduleItem', item };
    case 'note':
      return text ? { type: 'NoteItem', item, note: text } : undefined;
    case 'remove':
      return { type: 'RemoveItem', item };
  }
};
