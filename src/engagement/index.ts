/** The door of the core: the only file of it that others import. */
export { later } from './instants';
export { addYears, daysAfter, dayAfter, daysBetween, isDay, weekdayOf } from './days';
export { decide } from './decide';
export { evolve, fold } from './evolve';
export type { ItemCommand, Move, NewItem } from './items/messages';
export { moves } from './items/moves';
export {
  acknowledgingMatters,
  addedTo,
  carried,
  hasOverdue,
  isAcknowledged,
  isDueSoon,
  isConcluded,
  isOpen,
  isOverdue,
  isSettled,
  itemNamed,
  itemsOf,
  itemsOwnedBy,
  markOf,
  openSteps,
  stepsAreSettled,
  waitingFor,
  waitsForAgreement,
} from './items/questions';
export { handedOver, unfinished } from './life/ending';
export type { Configuration, Unfinished } from './life/messages';
export type { Command, Decision, Event, Rejection } from './messages';
export * from './model';
export { missingSides, questionOf } from './phases/moving-on';
export {
  gate,
  missingToLeave,
  openInLeftPhases,
  overallProgress,
  type Progress,
  phaseAfter,
  phaseToReturnTo,
  progress,
} from './phases/progress';
export type { Calendar } from './calendar';
export {
  agreedCheckpoint,
  checkpointsFrom,
  isCheckpointDay,
  nextCheckpoint,
  reminderTimeOf,
  upcomingCheckpoints,
  usualReminder,
  workingDayFrom,
} from './reminders/checkpoint';
export type { CheckpointSettings } from './reminders/messages';
export { isOnlyReminding } from './reminders/evolve';
export { lateAfter, owed } from './reminders/owed';
export { isQuiet, isToBeTold, reminderName, stillOwed, whoAnswersFor, whomToRemind } from './reminders/questions';
export { type Deed, mayActOn, mayDo, roleOf, steers, withRole } from './roles/may';
export { awayUntil, isGone } from './roles/people';
export { itemsIn } from './touched';
export { canBeUndone } from './undo/decide';
