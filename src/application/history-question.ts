import type { Day, ItemCode } from '../engagement/index';
import type { OutsideId } from './loaded';

/** What people do, as the record can be asked for it: "who deferred A3?" */
export const deeds = [
  'acknowledged',
  'assigned',
  'released',
  'scheduled',
  'completed',
  'deferred',
  'excluded',
  'blocked',
  'unblocked',
  'reopened',
  'noted',
  'added',
  'renamed',
  'removed',
  'undone',
  'confirmed',
  'movedOn',
  'steppedBack',
  'roles',
  'life',
] as const;
export type Did = (typeof deeds)[number];

/** Which part of the record somebody wants to see. What is not given does not narrow it. */
export type HistoryQuestion = {
  readonly item?: ItemCode;
  readonly did?: Did;
  /** Who did it. */
  readonly person?: OutsideId;
  /** Both days included. */
  readonly since?: Day;
  readonly until?: Day;
  /** From 1, the newest first. */
  readonly page?: number;
};
