import { isConcluded, isOpen, itemsOf, waitsForAgreement } from '../items/questions';
import type { Fact } from '../messages';
import { type Engagement, type ItemCode, type Phase, type Side, sides } from '../model';
import type { PhaseFact } from './messages';
import { gate, missingToLeave, phaseAfter } from './progress';

/** What follows by itself from how things stand now: confirmations that are void, and phases that are left. */
export const followingFrom = (engagement: Engagement): readonly Fact[] => {
  const { phase, status } = engagement;
  if (status !== 'running' || phase === undefined) return [];
  if (phase === gate) return missingToLeave(engagement, gate).length > 0 ? voided(engagement) : checked(engagement);
  const stays = engagement.phases[phase].stays !== undefined;
  return stays || missingToLeave(engagement, phase).length > 0 ? [] : leaving(engagement, phase);
};

/** Nobody has confirmed what is open again. */
const voided = ({ confirmations }: Engagement): readonly Fact[] => {
  const gave = new Set(Object.values(confirmations).flatMap(({ by, recorded }) => [by, recorded?.person ?? by]));
  return gave.size === 0 ? [] : [{ type: 'ConfirmationsVoided', phase: gate, gave: [...gave] }];
};

/** With the word of both sides the phase is left, and the joint check itself is done. */
const checked = (engagement: Engagement): readonly Fact[] => {
  if (missingSides(engagement).length > 0) return [];
  const joint = itemsOf(engagement, gate).filter((item) => item.part === 'jointCheck' && !isConcluded(item));
  return [...joint.map(({ code }): Fact => ({ type: 'ItemCompleted', item: code })), ...leaving(engagement, gate)];
};

/** Leaves a phase and every next one that is settled already, as far as the joint check. */
export const leaving = (
  engagement: Engagement,
  from: Phase,
  anyway?: Extract<PhaseFact, { type: 'PhaseLeft' }>['anyway'],
): readonly PhaseFact[] => {
  const facts: PhaseFact[] = [{ type: 'PhaseLeft', phase: from, ...(anyway && { anyway }) }];
  let phase = phaseAfter(from);
  while (phase && phase !== gate && missingToLeave(engagement, phase).length === 0) {
    facts.push({ type: 'PhaseLeft', phase });
    phase = phaseAfter(phase);
  }
  if (phase) facts.push({ type: 'PhaseOpened', phase });
  return facts;
};

export const missingSides = ({ confirmations }: Engagement): readonly Side[] =>
  sides.filter((side) => confirmations[side] === undefined);

/**
 * What the current phase waits for though nothing in it is open: the word of both sides, the agreement of a lead or
 * FastTrack, or, where a lead stepped back into it, that it is left again.
 */
export type Question =
  | { readonly type: 'jointCheck'; readonly phase: Phase; readonly sides: readonly Side[] }
  | { readonly type: 'agreement'; readonly phase: Phase; readonly items: readonly ItemCode[] }
  | { readonly type: 'stays'; readonly phase: Phase };

export const questionOf = (engagement: Engagement): Question | undefined => {
  const { phase } = engagement;
  if (phase === undefined) return undefined;
  const missing = missingToLeave(engagement, phase);
  if (missing.some(isOpen)) return undefined;
  if (phase === gate) return { type: 'jointCheck', phase, sides: missingSides(engagement) };
  const items = missing.filter(waitsForAgreement).map(({ code }) => code);
  return items.length > 0 ? { type: 'agreement', phase, items } : { type: 'stays', phase };
};
