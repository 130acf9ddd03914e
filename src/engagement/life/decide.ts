import type { Ruling } from '../messages';
import { type Asked, type Engagement, limits, type PersonId, type Role } from '../model';
import type { LifeCommand } from './messages';

/** Starting. The starter leads unless a lead is named; a guest is FastTrack and must name one. */
export const decideLife = (command: LifeCommand, engagement: Engagement, asked: Asked): Ruling => {
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
  if (customer === '') return { refused: { code: 'engagement.customerMissing' } };
  if (customer.length > limits.customer) return { refused: { code: 'engagement.customerTooLong' } };
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
