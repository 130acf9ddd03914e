import { isAcknowledged, isOpen, isOverdue, itemsOf, waitsForAgreement } from '../items/questions';
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

/** Before Enable begins both sides verify the results of remediation together; nothing leaves it without them. */
export const gate: Phase = 'remediate';

/**
 * What keeps the phase from being left: open items, and deferrals or exclusions nobody who steers agreed to. In the gate
 * the joint check itself is not one of them, and both sides agree to the rest by confirming.
 */
export const missingToLeave = (engagement: Engagement, phase: Phase): readonly Item[] =>
  itemsOf(engagement, phase).filter((item) =>
    phase === gate ? isOpen(item) && item.part !== 'jointCheck' : isOpen(item) || waitsForAgreement(item),
  );

/** Open in a phase already left: reopened, added, or left so when the lead moved on anyway. The phase stays left. */
export const openInLeftPhases = (engagement: Engagement): readonly Item[] =>
  phases.filter((phase) => engagement.phases[phase].left).flatMap((phase) => itemsOf(engagement, phase).filter(isOpen));

export const phaseAfter = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) + 1];

/** Where one came from: phases that were passed over are no place to go back to. */
export const phaseToReturnTo = (engagement: Engagement): Phase | undefined => {
  if (engagement.phase === undefined) return phases.at(-1);
  let phase = phaseBefore(engagement.phase);
  while (phase !== undefined && !engagement.phases[phase].opened) phase = phaseBefore(phase);
  return phase;
};

const phaseBefore = (phase: Phase): Phase | undefined => phases[phases.indexOf(phase) - 1];
