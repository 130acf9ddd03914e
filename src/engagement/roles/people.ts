import type { Day, Engagement, PersonId } from '../model';

/** Until which day somebody is away, if they are. */
export const awayUntil = ({ away }: Engagement, person: PersonId, today: Day): Day | undefined => {
  const until = Object.hasOwn(away, person) ? away[person] : undefined;
  return until !== undefined && today <= until ? until : undefined;
};

export const isGone = ({ gone }: Engagement, person: PersonId): boolean => gone.includes(person);
