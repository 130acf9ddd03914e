import type { Day, Section } from '../engagement/index';
import type { OutsideId } from './loaded';

/** What items can be asked for by: how they stand. */
export const conditions = [
  'open',
  'complete',
  'deferred',
  'excluded',
  'blocked',
  'overdue',
  'unassigned',
  'unacknowledged',
  'due',
] as const;
export type Condition = (typeof conditions)[number];

/** Which items somebody wants to see. What is not given does not narrow it. */
export type ItemQuestion = {
  readonly which: Condition;
  readonly section?: Section;
  /** Whose items. */
  readonly person?: OutsideId;
  /** Due in these days, both included. */
  readonly from?: Day;
  readonly to?: Day;
  /** From 1; a long list goes on on the next one. */
  readonly page?: number;
};
