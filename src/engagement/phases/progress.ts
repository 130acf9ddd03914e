import { isAcknowledged, isOpen, isOverdue, isSettled, itemsOf, waitsForAgreement } from '../items/questions';
import { type Day, type Engagement, type Item, type Phase, phases, type Section } from '../model';

export type Progress = {
  readonly total: number;
  readonly open: number;
  readonly complete: number;
  readonly deferred: number;
  readonly excluded: number;
  /** Of the open ones. */
  readonly blocked: number;
  readonly overdue: number;
  readonly acknowledged: number;
};

/** Counts over some items. `total` is every one of them; `open` is neither complete, excluded nor deferred. */
export const progressOf = (engagement: Engagement, items: readonly Item[], today: Day): Progress => {
  const inState = (type: Item['state']['type']) => items.filter((item) => item.state.type === type).length;
  return {
    total: items.length,
    open: items.filter(isOpen).length,
    complete: inState('complete'),
    deferred: inState('deferred'),
    excluded: inState('excluded'),
    blocked: inState('blocked'),
    overdue: items.filter((item) => isOverdue(item, today)).length,
    acknowledged: items.filter((item) => isAcknowledged(engagement, item)).length,
  };
};

export const progress = (engagement: Engagement, section: Section, today: Day): Progress =>
  progressOf(engagement, itemsOf(engagement, section), today);

export const overallProgress = (engagement: Engagement, today: Day): Progress =>
  progressOf(engagement, Object.values(engagement.items), today);

/** What keeps the phase from being left: open items, and deferrals or exclusions nobody who steers agreed to. */
export const missingToLeave = (engagement: Engagement, phase: Phase): readonly Item[] =>
  itemsOf(engagement, phase).filter((item) => isOpen(item) || waitsForAgreement(item));

/** Phases already left in which something is open again. They stay left; they are shown. */
export const reopenedAfterLeaving = (engagement: Engagement): readonly Phase[] =>
  phases.filter((phase) => engagement.phases[phase].left && !itemsOf(engagement, phase).every(isSettled));

export const phaseAfter = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1];
