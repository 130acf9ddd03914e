/** The door of the core: the only file of it that others import. */
export { decide, fold } from './decide';
export { evolve } from './evolve';
export { addYears, dayAfter, isDay } from './items/days';
export type { ItemCommand, Move } from './items/messages';
export { moves } from './items/moves';
export {
  acknowledgingMatters,
  carried,
  hasOverdue,
  isAcknowledged,
  isOpen,
  isOverdue,
  isSettled,
  itemNamed,
  itemsOf,
  itemsOwnedBy,
  markOf,
  waitingFor,
  waitsForAgreement,
} from './items/questions';
export type { Command, Decision, Event, Rejection } from './messages';
export * from './model';
export {
  missingToLeave,
  overallProgress,
  type Progress,
  phaseAfter,
  progress,
  reopenedAfterLeaving,
} from './phases/progress';
export { type Calendar, owed } from './reminders/owed';
export { mayActOn, roleOf, steers, withRole } from './roles/may';
