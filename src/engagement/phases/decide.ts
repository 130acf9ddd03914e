import { acknowledgingMatters, itemsOf } from '../items/questions';
import type { Ruling } from '../messages';
import type { Asked, Engagement, Phase } from '../model';
import type { PhaseCommand, PhaseFact } from './messages';
import { missingToLeave, phaseAfter } from './progress';

/** Before Enable begins both sides verify the results of remediation together; nothing leaves it by itself. */
const gate: Phase = 'remediate';

export const decidePhase = (command: PhaseCommand, engagement: Engagement, { by }: Asked): Ruling => {
  const unseen = itemsOf(engagement, command.phase).filter((item) => acknowledgingMatters(engagement, item, by));
  if (unseen.length === 0) return { refused: { code: 'phase.alreadyAcknowledged', phase: command.phase } };
  return { facts: unseen.map((item) => ({ type: 'ItemAcknowledged', item: item.code })) };
};

/** Leaves the current phase and every next one that is settled already, as far as the gate. Usually nothing. */
export const movingOn = (engagement: Engagement): readonly PhaseFact[] => {
  const facts: PhaseFact[] = [];
  let phase = engagement.phase;
  while (phase && phase !== gate && missingToLeave(engagement, phase).length === 0) {
    facts.push({ type: 'PhaseLeft', phase });
    phase = phaseAfter(phase);
  }
  if (phase && facts.length > 0) facts.push({ type: 'PhaseOpened', phase });
  return facts;
};
