import { evolveItem } from './items/evolve';
import { evolveLife } from './life/evolve';
import type { Event } from './messages';
import type { Engagement } from './model';
import { evolvePhase } from './phases/evolve';

/** One event later. Never throws: what does not fit the state leaves it as it is. */
export const evolve = (engagement: Engagement, event: Event): Engagement => ({
  ...next(engagement, event),
  version: engagement.version + 1,
});

const next = (engagement: Engagement, event: Event): Engagement => {
  if (event.type === 'EngagementStarted') return evolveLife(engagement, event);
  if (event.type === 'PhaseOpened' || event.type === 'PhaseLeft') return evolvePhase(engagement, event);
  return evolveItem(engagement, event);
};
