import { wishesOf } from '../../application/needs';
import {
  type About,
  aboutItems,
  type Filled,
  type Form,
  isItemForm,
  type ItemVerb,
  otherForms,
  type Request,
} from '../../application/request';
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

/** What a verb asks for. Without what it needs: its form. */
export const requestFor = (verb: Verb, items: readonly ItemCode[], details: Details): Request | undefined => {
  const [only, another] = items;
  if (verb === 'move' && only !== undefined && another === undefined && !details.text)
    return details.day === undefined || details.relative
      ? formFor(verb, items, details)
      : { type: 'move', item: only, day: details.day };
  // "A3 is no longer due": without a day it is done, not asked for.
  if (verb === 'unschedule') return { type: 'act', wishes: items.map((item) => ({ type: 'ScheduleItem', item })) };
  return requestWith(itemVerbFor(verb, details), aboutItems(items), filledFor(verb, details));
};

/** The form of a verb with what is known already, about one item or several. Nobody who takes a day away is asked for one. */
export const formFor = (verb: Verb, items: readonly ItemCode[], details: Details): Request | undefined =>
  verb === 'unschedule' ? undefined : formWith(itemVerbOf[verb], aboutItems(items), filledFor(verb, details));

/** Done where nothing is missing, else asked for. */
export const requestWith = (verb: Form | ItemVerb, about: About, filled: Filled): Request | undefined => {
  const wishes = wishesOf(verb, about, filled);
  return wishes ? { type: 'act', wishes } : formWith(verb, about, filled);
};

export const formWith = (verb: Form | ItemVerb, about: About, filled: Filled): Request | undefined =>
  isForm(verb) ? { type: 'show', what: 'form', form: verb, about, filled } : undefined;

const isForm = (verb: Form | ItemVerb): verb is Form => isItemForm(verb) || otherForms.some((one) => one === verb);

/** What each verb does, as a press names it. */
export const itemVerbOf = {
  acknowledge: 'item.acknowledge',
  take: 'item.take',
  assign: 'item.assign',
  hand: 'item.assign',
  complete: 'item.complete',
  defer: 'item.defer',
  move: 'item.defer',
  exclude: 'item.exclude',
  block: 'item.block',
  unblock: 'item.unblock',
  reopen: 'item.reopen',
  release: 'item.release',
  schedule: 'item.schedule',
  dated: 'item.schedule',
  unschedule: 'item.schedule',
  note: 'item.note',
  remove: 'item.remove',
} as const satisfies Readonly<Record<Verb, ItemVerb>>;

/** Whoever gives something to themselves takes it. */
export const itemVerbFor = (verb: Verb, { person, by }: Details): ItemVerb =>
  itemVerbOf[verb] === 'item.assign' && person === by ? 'item.take' : itemVerbOf[verb];

/** What a sentence says, by the names of the contract of a press. */
export const filledFor = (verb: Verb, details: Details): Filled => {
  const { person, day, text } = details;
  const [dueOn, until] = day === undefined ? [{}, {}] : [{ dueOn: day }, { until: day }];
  const [reason, note] = text ? [{ reason: text }, { note: text }] : [{}, {}];
  switch (itemVerbFor(verb, details)) {
    case 'item.assign':
      return { ...(person !== undefined && { assignee: person }), ...dueOn };
    case 'item.take':
    case 'item.schedule':
      return dueOn;
    case 'item.defer':
      return { ...until, ...reason };
    case 'item.exclude':
    case 'item.block':
    case 'item.reopen':
      return reason;
    case 'item.complete':
    case 'item.note':
      return note;
    default:
      return {};
  }
};
