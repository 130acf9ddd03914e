import type { Calendar, EngagementId } from '../engagement/index';
import type { Admits } from './admits';
import { involvedIn } from './people';
import {
  type Clock,
  type Contacts,
  type EngagementStore,
  type Loaded,
  type OutsideId,
  UnreachableError,
} from './ports';
import type { Involved } from './reply';

/**
 * Every onboarding of the tenant that somebody is part of and that is not over: one query, and a point read for each.
 * Throws `UnreachableError` when a roster cannot be asked; `reachable`: leaves that onboarding out instead.
 */
export type FindInvolved = (tenantId: string, person: OutsideId, which?: 'reachable') => Promise<readonly Involved[]>;

export const createFindInvolved = ({
  contacts,
  store,
  admits,
  clock,
  calendar,
}: {
  contacts: Contacts;
  store: EngagementStore;
  admits: Admits;
  clock: Clock;
  calendar: Calendar;
}): FindInvolved => {
  const look = async (tenantId: string, person: OutsideId, seen: Loaded): Promise<readonly Involved[]> => {
    const asker = involvedIn(seen, person);
    if (asker === undefined || !(await admits(seen, tenantId, person))) return [];
    return [{ seen, asker, today: calendar.dayOf(clock.now(), seen.engagement.timeZone) }];
  };
  /** What is over is not asked for again. */
  const leaveOver = async (tenantId: string, person: OutsideId, all: readonly Loaded[]): Promise<void> => {
    const over: readonly EngagementId[] = all.filter(({ engagement }) => engagement.ended).map(({ id }) => id);
    await Promise.all(over.map((id) => contacts.leave(tenantId, person, id)));
  };
  const orNothing = (error: unknown): readonly Involved[] => {
    if (error instanceof UnreachableError) return [];
    throw error;
  };
  return async (tenantId, person, which) => {
    const lookAt = (seen: Loaded): Promise<readonly Involved[]> => {
      const looked = look(tenantId, person, seen);
      return which === 'reachable' ? looked.catch(orNothing) : looked;
    };
    const ids = await contacts.engagementsOf(tenantId, person);
    const all = await Promise.all(ids.map((id) => store.load(id)));
    const [found] = await Promise.all([Promise.all(all.map(lookAt)), leaveOver(tenantId, person, all)]);
    return found.flat();
  };
};
