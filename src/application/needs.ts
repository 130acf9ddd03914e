import { type About, type Filled, type Form, isItemVerb, itemsAbout, type ItemVerb, type Wish } from './request';
import { isOtherVerb, itemWish, type OtherVerb, otherWish } from './wishes';

/** Every input without which nothing can be done, by the names of the contract of a press. */
export const needed = [
  'itemId',
  'assignee',
  'person',
  'role',
  'dueOn',
  'until',
  'reason',
  'note',
  'title',
  'phase',
  'lines',
  'name',
  'on',
] as const;
export type Needed = (typeof needed)[number];

const needs: Readonly<Record<Form | ItemVerb, readonly Needed[]>> = {
  'item.acknowledge': [],
  'item.take': [],
  'item.release': [],
  'item.complete': [],
  'item.unblock': [],
  'item.remove': [],
  'item.assign': ['assignee'],
  'item.schedule': ['dueOn'],
  'item.defer': ['until', 'reason'],
  'item.exclude': ['reason'],
  'item.block': ['reason'],
  'item.reopen': [],
  'item.note': ['note'],
  'item.rename': ['title'],
  'item.add': ['phase', 'lines'],
  'phase.confirm': ['name', 'on'],
  'phase.advance': ['reason'],
  'phase.return': ['phase'],
  'role.set': ['assignee', 'role'],
  'person.handOver': ['person', 'assignee'],
  'person.away': ['until'],
  'engagement.configure': [],
  'checkpoint.set': [],
  'reminder.snooze': ['until'],
  'engagement.pause': [],
  'engagement.cancel': ['reason'],
};

/** What is still to be said before a verb can do anything. */
export const missingFor = (verb: Form | ItemVerb, about: About, filled: Filled): readonly Needed[] => {
  const known = { ...filled, ...(about.phase !== undefined && { phase: about.phase }) };
  return needs[verb].filter((name) => !Object.hasOwn(known, name));
};

/** What a form asks for once everything it needs is filled in; undefined while something is missing. */
export const wishesOf = (verb: Form | ItemVerb, about: About, filled: Filled): readonly Wish[] | undefined => {
  if (missingFor(verb, about, filled).length > 0) return undefined;
  if (isItemVerb(verb)) {
    const items = itemsAbout(about);
    return items.length === 0 ? undefined : items.map((item) => itemWish(verb, item, filled));
  }
  if (!isOtherVerb(verb) || byButton.includes(verb)) return undefined;
  const { phase } = about;
  const wish = otherWish(verb, { ...filled, ...(phase !== undefined && phase !== 'general' && { phase }) });
  return wish && [wish];
};

/** Forms that are about more than what is missing are sent by their button only. */
const byButton: readonly OtherVerb[] = ['phase.confirm', 'engagement.configure', 'checkpoint.set'];
