import type { Condition, Filled, Form, ItemVerb, Wish } from '../../application/request';
import type { verbs } from '../../application/verbs';
import type { Day, ItemCode, Language, Section } from '../../engagement/index';

export const kinds = ['command', 'question', 'ambiguous', 'incomplete', 'unclear', 'smalltalk'] as const;

/** What people ask for, beside how items stand. */
export const topics = [
  'owner',
  'detail',
  'status',
  'next',
  'gate',
  'confirmations',
  'mine',
  'checkpoint',
  'history',
  'help',
] as const;

/** In which order it is told. */
export const keys = [
  'verb',
  'about',
  'phase',
  'items',
  'person',
  'date',
  'from',
  'to',
  'reason',
  'note',
  'title',
  'role',
  'customer',
  'timeZone',
  'newLanguage',
  'every',
  'weekday',
  'time',
  'remind',
  'missing',
] as const;
type Key = (typeof keys)[number];

/** What a sentence says, in the words of the contract of a press. Only what applies is there. */
export type Told = Pick<Filled, Extract<Key, keyof Filled> & Exclude<keyof Filled, 'person'>> & {
  readonly verb?: Form | ItemVerb | (typeof verbs)[Wish['type']] | 'engagement.start';
  readonly about?: Condition | (typeof topics)[number];
  readonly phase?: Section;
  /** In the order of the catalogue. */
  readonly items?: readonly ItemCode[];
  /** A name, or `me`. */
  readonly person?: string;
  /** When something is due, comes back, ends or happened. */
  readonly date?: Day;
  /** A period, both days included. */
  readonly from?: Day;
  readonly to?: Day;
  readonly newLanguage?: Language;
  /** Inputs of a press that are still to be said. */
  readonly missing?: readonly string[];
};

export type Said = { readonly [One in Key]?: Told[One] | undefined };

/** What was said, and nothing that was not. */
export const told = (said: Said): Told =>
  only(said, (key) => said[key] !== undefined && !(Array.isArray(said[key]) && said[key].length === 0));

/** What all of them say alike. */
export const saidByAll = ([first = {}, ...others]: readonly Said[]): Said =>
  only(first, (key) => others.every((other) => JSON.stringify(other[key]) === JSON.stringify(first[key])));

const only = (said: Said, applies: (key: Key) => boolean): Told =>
  Object.fromEntries(keys.filter(applies).map((key) => [key, said[key]]));
