import type { Engagement, Mark } from '../model';
import type { PhaseFact } from './messages';

export const evolvePhase = (engagement: Engagement, event: PhaseFact & Mark): Engagement => {
  const mark: Mark = { by: event.by, at: event.at, on: event.on };
  const record = engagement.phases[event.phase];
  if (event.type === 'PhaseOpened')
    return {
      ...engagement,
      phase: event.phase,
      phases: { ...engagement.phases, [event.phase]: { ...record, opened: mark } },
    };
  const { phase, ...rest } = engagement;
  return {
    ...rest,
    ...(phase !== undefined && phase !== event.phase && { phase }),
    phases: { ...engagement.phases, [event.phase]: { ...record, left: mark } },
  };
};
