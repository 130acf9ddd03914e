import { type Filled, type ItemForm, type ItemVerb, itemForms, type Request } from '../../../application/request';
import { verbs } from '../../../application/verbs';
import { isDay } from '../../../engagement/index';
import type { Context } from './context';
import { plain } from './plain';
import { cut } from './texts';

export const hasForm = (verb: ItemVerb): verb is ItemForm => itemForms.some((one) => one === verb);

const buttons = {
  'item.acknowledge': 'acknowledge',
  'item.take': 'take',
  'item.release': 'release',
  'item.complete': 'done',
  'item.unblock': 'unblock',
  'item.remove': 'remove',
} as const satisfies Record<Exclude<ItemVerb, ItemForm>, string>;

/** What the button says that does it. */
export const sends = ({ words }: Context, verb: ItemVerb): string =>
  hasForm(verb) ? words.say(`form/send.${verb}`) : words.say(`button/${buttons[verb]}`);

/** The day that was understood, in words: the fields write it in figures, each client in its own way. */
export const meantDays = ({ words, day }: Context, verb: ItemVerb, { until, dueOn }: Filled): readonly string[] => {
  if (verb === 'item.defer') return isKnown(until) ? [words.say('meant/deferUntil', { day: day(until) })] : [];
  return withDueDay.includes(verb) && isKnown(dueOn) ? [words.say('item/due', { day: day(dueOn) })] : [];
};

const withDueDay: readonly ItemVerb[] = ['item.take', 'item.assign', 'item.schedule'];

/** What comes from a card may be any text. */
export const isKnown = (day: string | undefined): day is string => day !== undefined && isDay(day);

const mostOfText = { characters: 120, bytes: 500 };

/** "Defer until Fri 4 Dec · Reason: delivery". Nothing where an item would only be shown. */
export const meantText = (context: Context, request: Request): string | undefined => {
  const { words, day, named } = context;
  if (request.type === 'move') return words.say('meant/move', { day: day(request.day) });
  const meant = meantBy(request);
  if (!meant) return undefined;
  const { verb, filled } = meant;
  const said = (label: string, text: string | undefined): readonly string[] =>
    text ? [words.say('meant/said', { label: words.say(`form/${label}`), text: plain(cut(text, mostOfText)) })] : [];
  const days = meantDays(context, verb, filled);
  const reason = said(verb === 'item.block' ? 'waitsFor' : 'reason', filled.reason);
  const details = [...days, ...reason, ...said('note', filled.note), ...said('title', filled.title)];
  // These say themselves what is to be done.
  if (details.length > 0 && (verb === 'item.schedule' || verb === 'item.note')) return details.join(' · ');
  if (verb === 'item.defer' && days.length > 0) return details.join(' · ');
  const name = filled.assignee === undefined ? undefined : named(filled.assignee);
  const head = name === undefined ? headOf(context, verb, request) : words.say('meant/assignTo', { name });
  return [head, ...details].join(' · ');
};

const headOf = (context: Context, verb: ItemVerb, { type }: Request): string => {
  const { words } = context;
  if (verb === 'item.schedule') return words.say(type === 'act' ? 'meant/notDue' : 'meant/schedule');
  return verb === 'item.note' ? words.say('form/note') : words.say(`meant/${verb}`);
};

type Meant = { readonly verb: ItemVerb; readonly filled: Filled };

const meantBy = (request: Request): Meant | undefined => {
  if (request.type === 'act') {
    const [wish] = request.wishes;
    if (!wish || !('item' in wish)) return undefined;
    const { type, item: _, ...filled } = wish;
    return { verb: verbs[type], filled };
  }
  if (request.type !== 'show' || request.what !== 'form') return undefined;
  const { form, filled } = request;
  const verb = itemForms.find((one) => one === form);
  return verb && { verb, filled };
};
