import { involvedIn, personOf } from './people';
import type { Clock, Directory, Loaded, OutsideId, Roster } from './ports';

/**
 * Whether somebody may see and do things in an engagement from their personal chat: they are part of it, in that tenant,
 * and the roster of the place where it lives knows them. Throws `UnreachableError` when that cannot be asked.
 */
export type Admits = (seen: Loaded, tenantId: string, person: OutsideId) => Promise<boolean>;

/** So long the roster's word is good, in milliseconds. */
const trusted = 3_600_000;
const most = 10_000;

export const createAdmits = ({
  directory,
  roster,
  clock,
}: {
  directory: Directory;
  roster: Roster;
  clock: Clock;
}): Admits => {
  const confirmed = new Map<string, number>();
  return async (seen, tenantId, person) => {
    if (!seen.place || seen.place.tenantId !== tenantId) return false;
    if (!involvedIn(seen, person) && !wasPartOf(seen, person)) return false;
    const name = `${seen.id} ${person}`;
    const now = Date.parse(clock.now());
    if (now - (confirmed.get(name) ?? -Infinity) < trusted) return true;
    const { address } = await directory.locate(seen.place);
    if (address === undefined || !(await roster.member(address, person, true))) return false;
    if (confirmed.size > most) confirmed.clear();
    confirmed.set(name, now);
    return true;
  };
};

/** What is over stays readable for those who were part of it. */
const wasPartOf = ({ engagement, people }: Loaded, person: OutsideId): boolean =>
  engagement.ended !== undefined && personOf(people, person) !== undefined;
