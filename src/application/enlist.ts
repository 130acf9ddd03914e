import type { EngagementId, PersonId } from '../engagement/index';
import type { Contacts, Loaded } from './ports';

const most = 10_000;

/**
 * Puts everybody known to an engagement on the list of those who are part of it, so that they find it from their personal
 * chat. Repeats itself until it is done, and costs nothing once this process knows that it is.
 */
export const enlist = (contacts: Contacts): ((loaded: Loaded) => Promise<void>) => {
  const listed = new Map<EngagementId, ReadonlySet<PersonId>>();
  return async ({ id, place, people, engagement }) => {
    if (!place || engagement.ended) return;
    const known = listed.get(id) ?? new Set();
    const missing = Object.entries(people).filter(([key]) => !known.has(key));
    if (missing.length === 0) return;
    await Promise.all(missing.map(([, person]) => contacts.join(place.tenantId, person.id, id)));
    if (listed.size > most) listed.clear();
    listed.set(id, new Set(Object.keys(people)));
  };
};
