import type { About, Filled, OtherForm, Request, Wish } from '../../../application/request';
import type { Context } from '../context';
import type { Said } from './kinds';

/** What was said, and what beside. */
export type Spoken = {
  readonly said: Said;
  /** Why, or how it is called from now on, in somebody's own words after a mark or "because". */
  readonly reason?: string;
  /** It began with "yes". */
  readonly sure: boolean;
  readonly anyway: boolean;
  readonly text: string;
  readonly context: Context;
};

/** What it asks for. Undefined when it means nothing after all. */
export type Meaning = (spoken: Spoken) => Request | undefined;

export const wish = (one: Wish): Request => ({ type: 'act', wishes: [one] });

export const form = (named: OtherForm, filled: Filled = {}, about: About = {}): Request => ({
  type: 'show',
  what: 'form',
  form: named,
  about,
  filled,
});
