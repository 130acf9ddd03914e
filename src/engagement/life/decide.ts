import { badUntil } from '../bad-day';
import type { Rejection, Ruling } from '../messages';
import { type Asked, type Engagement, limits, lotse, type PersonId, type Role } from '../model';
import { needs } from '../roles/may';
import { isUnfinished, unfinished } from './ending';
import type { Configuration, LifeCommand, LifeFact, StartCommand } from './messages';

/** So long after the start it can still be discarded without a trace, in milliseconds. */
const firstDay = 86_400_000;

export const decideLife = (command: LifeCommand, engagement: Engagement, asked: Asked): Ruling => {
  if (command.type === 'StartEngagement') return starting(command, engagement, asked);
  if (command.type === 'ResumeEngagement' && asked.by === lotse) return resuming(engagement, asked);
  const refused = needs('life', engagement, asked.by) ?? badlySaid(command, engagement, asked);
  return refused ? { refused } : { facts: [factOf(command, engagement)] };
};

/** The starter leads unless a lead is named; a guest is FastTrack and must name one. */
const starting = (command: StartCommand, engagement: Engagement, asked: Asked): Ruling => {
  const { starterIsGuest, lead: namedLead, specialist, ...agreed } = command;
  if (engagement.started)
    return {
      refused: {
        code: 'engagement.alreadyStarted',
        customer: engagement.customer,
        by: engagement.started.by,
        on: engagement.started.on,
      },
    };
  const customer = agreed.customer.trim();
  const refused = badName(customer);
  if (refused) return { refused };
  const lead = namedLead ?? asked.by;
  if (starterIsGuest && lead === asked.by) return { refused: { code: 'engagement.guestNeedsLead' } };
  if (lead === specialist) return { refused: { code: 'engagement.leadIsSpecialist' } };
  const roles: Record<PersonId, Role> = {
    ...(starterIsGuest && { [asked.by]: 'specialist' as const }),
    ...(specialist !== undefined && { [specialist]: 'specialist' as const }),
    [lead]: 'lead',
  };
  return {
    facts: [
      { ...agreed, type: 'EngagementStarted', customer, roles },
      { type: 'PhaseOpened', phase: 'initiate' },
    ],
  };
};

const badName = (customer: string): Rejection | undefined => {
  if (customer === '') return { code: 'engagement.customerMissing' };
  return customer.length > limits.customer ? { code: 'engagement.customerTooLong' } : undefined;
};

/** The day on which a pause ends may have been moved since this was owed. */
const resuming = ({ paused }: Engagement, { today }: Asked): Ruling => {
  if (!paused) return { refused: { code: 'engagement.notPaused' } };
  if (paused.until === undefined || paused.until > today) return { refused: { code: 'until.notYet' } };
  return { facts: [{ type: 'EngagementResumed' }] };
};

type Led = Exclude<LifeCommand, StartCommand>;

const badlySaid = (command: Led, engagement: Engagement, asked: Asked): Rejection | undefined => {
  switch (command.type) {
    case 'ConfigureEngagement': {
      if (Object.keys(changed(command, engagement)).length === 0) return { code: 'engagement.asConfigured' };
      return command.customer === undefined ? undefined : badName(command.customer.trim());
    }
    case 'PauseEngagement':
      return command.until === undefined ? undefined : badUntil(command.until, asked);
    case 'ResumeEngagement':
      return engagement.paused ? undefined : { code: 'engagement.notPaused' };
    case 'FinishEngagement': {
      const missing = unfinished(engagement);
      return isUnfinished(missing) ? { code: 'engagement.notFinished', ...missing } : undefined;
    }
    case 'CancelEngagement': {
      const reason = command.reason.trim();
      if (reason === '') return { code: 'reason.missing' };
      return reason.length > limits.reason ? { code: 'reason.tooLong' } : undefined;
    }
    case 'DiscardEngagement': {
      const { started } = engagement;
      const isEarly = started && Date.parse(asked.at) - Date.parse(started.at) <= firstDay;
      return isEarly ? undefined : { code: 'engagement.discardTooLate' };
    }
  }
};

const factOf = (command: Led, engagement: Engagement): LifeFact => {
  switch (command.type) {
    case 'ConfigureEngagement':
      return { type: 'EngagementConfigured', ...changed(command, engagement) };
    case 'PauseEngagement':
      return { type: 'EngagementPaused', ...(command.until !== undefined && { until: command.until }) };
    case 'ResumeEngagement':
      return { type: 'EngagementResumed' };
    case 'FinishEngagement':
      return { type: 'EngagementFinished' };
    case 'CancelEngagement':
      return { type: 'EngagementCancelled', reason: command.reason.trim() };
    case 'DiscardEngagement':
      return { type: 'EngagementDiscarded' };
  }
};

/** Only what is other than it was. */
const changed = ({ customer, language, timeZone }: Configuration, engagement: Engagement): Configuration => ({
  ...(customer !== undefined && customer.trim() !== engagement.customer && { customer: customer.trim() }),
  ...(language !== undefined && language !== engagement.language && { language }),
  ...(timeZone !== undefined && timeZone !== engagement.timeZone && { timeZone }),
});
