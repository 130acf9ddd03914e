import { evolveItem } from './items/evolve';
import { evolveLife } from './life/evolve';
import type { Event } from './messages';
import { type Engagement, type Phase, phases } from './model';
import { evolvePhase } from './phases/evolve';
import { missingToLeave } from './phases/progress';
import { evolvePeople } from './roles/evolve';
import { evolveReminder, keepingTimes } from './reminders/evolve';
import { evolveUndo } from './undo/evolve';

/** One event later. Never throws: what does not fit the state leaves it as it is. */
export const evolve = (engagement: Engagement, event: Event): Engagement => ({
  ...withoutStays(keepingTimes(engagement, next(engagement, event), event)),
  version: engagement.version + 1,
});

/** The state after these events. */
export const fold = (events: readonly Event[], onto: Engagement): Engagement => events.reduce(evolve, onto);

const next = (engagement: Engagement, event: Event): Engagement => {
  switch (event.type) {
    case 'EngagementStarted':
    case 'EngagementConfigured':
    case 'EngagementPaused':
    case 'EngagementResumed':
    case 'EngagementFinished':
    case 'EngagementCancelled':
    case 'EngagementDiscarded':
      return evolveLife(engagement, event);
    case 'PhaseOpened':
    case 'PhaseLeft':
    case 'PhaseReturned':
    case 'ResultsConfirmed':
    case 'ConfirmationsWithdrawn':
    case 'ConfirmationsVoided':
      return evolvePhase(engagement, event);
    case 'RoleSet':
    case 'ItemsHandedOver':
    case 'AwaySet':
    case 'PersonLeft':
    case 'PersonJoined':
      return evolvePeople(engagement, event);
    case 'CheckpointSet':
    case 'CheckpointSkipped':
    case 'RemindersSnoozed':
    case 'CheckpointPosted':
    case 'ItemsReminded':
      return evolveReminder(engagement, event);
    case 'OperationUndone':
      return evolveUndo(engagement, event);
    default:
      return evolveItem(engagement, event);
  }
};

/** A phase stepped back into is left by itself again once something in it was open. */
const withoutStays = (engagement: Engagement): Engagement => {
  const over = (phase: Phase): boolean =>
    engagement.phases[phase].stays !== undefined && missingToLeave(engagement, phase).length > 0;
  if (!phases.some(over)) return engagement;
  const records = phases.map((phase) => {
    const { stays: _, ...rest } = engagement.phases[phase];
    return [phase, over(phase) ? rest : engagement.phases[phase]];
  });
  return { ...engagement, phases: Object.fromEntries(records) as Engagement['phases'] };
};
