import type { Checkpoint, Configuration, Day, ItemCode, Role, Section } from '../engagement/index';
import type { OutsideId } from './loaded';

/** The verbs that have a form: those of one item, those of a section, and those of the whole onboarding. */
export const itemForms = [
  'item.assign',
  'item.schedule',
  'item.defer',
  'item.exclude',
  'item.block',
  'item.reopen',
  'item.note',
  'item.rename',
] as const;
export type ItemForm = (typeof itemForms)[number];
/** What is done to an item, as a press names it: those with a form, and those that need nothing else. */
export const itemVerbs = [
  ...itemForms,
  'item.acknowledge',
  'item.take',
  'item.release',
  'item.complete',
  'item.unblock',
  'item.remove',
] as const;
export type ItemVerb = (typeof itemVerbs)[number];

export const isItemForm = (verb: string): verb is ItemForm => itemForms.some((one) => one === verb);
export const isItemVerb = (verb: string): verb is ItemVerb => itemVerbs.some((one) => one === verb);
export const otherForms = [
  'item.add',
  'phase.confirm',
  'phase.advance',
  'phase.return',
  'role.set',
  'person.handOver',
  'person.away',
  /** Also the way to everything else that is about the whole onboarding. */
  'engagement.configure',
  'checkpoint.set',
  'reminder.snooze',
  'engagement.pause',
  'engagement.cancel',
] as const;
export type OtherForm = (typeof otherForms)[number];
export type Form = ItemForm | OtherForm;

/** What is known already when a form is shown, by the name of its input. */
export type Filled = {
  readonly assignee?: OutsideId;
  readonly person?: OutsideId;
  readonly role?: Role;
  readonly dueOn?: Day;
  readonly until?: Day;
  readonly on?: Day;
  readonly reason?: string;
  readonly note?: string;
  readonly title?: string;
  readonly lines?: string;
  readonly name?: string;
} & Configuration &
  Partial<Omit<Checkpoint, 'from'>>;

/**
 * What a form is about: one item, or several that the same is to be done to. `item.add` and the forms of a phase may name
 * one; none means the current phase.
 */
export type About = {
  readonly item?: ItemCode;
  /** At least two; then there is no `item`. */
  readonly items?: readonly ItemCode[];
  readonly phase?: Section;
};

/** The items a form is about. */
export const itemsAbout = ({ item, items }: About): readonly ItemCode[] => items ?? (item === undefined ? [] : [item]);

/** The other way round. */
export const aboutItems = (items: readonly ItemCode[]): About => {
  const [item, another] = items;
  if (another !== undefined) return { items };
  return item === undefined ? {} : { item };
};

/** So many items at once still fit into one transaction. */
export const mostAtOnce = 45;
