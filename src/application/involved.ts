import { isGone } from '../engagement/index';
import { personOf } from './people';
import type { Contacts, EngagementStore, Loaded, OutsideId } from './ports';
import type { Involved } from './reply';

/** Every onboarding of the tenant that somebody is part of and that is not over: one query, and a point read for each. */
export type FindInvolved = (tenantId: string, person: OutsideId) => Promise<readonly Involved[]>;

export const createFindInvolved =
  ({ contacts, store }: { contacts: Contacts; store: EngagementStore }): FindInvolved =>
  async (tenantId, person) => {
    const ids = await contacts.engagementsOf(tenantId, person);
    const all = await Promise.all(ids.map((id) => store.load(id)));
    return all.flatMap((seen) => {
      const involved = involvedIn(seen, person);
      return involved && seen.place?.tenantId === tenantId ? [involved] : [];
    });
  };

/** Undefined where it is over, and for those who are no part of it (any more). */
export const involvedIn = (seen: Loaded, person: OutsideId): Involved | undefined => {
  const { status } = seen.engagement;
  const asker = personOf(seen.people, person);
  if (asker === undefined || isGone(seen.engagement, asker)) return undefined;
  return status === 'running' || status === 'paused' ? { seen, asker } : undefined;
};
