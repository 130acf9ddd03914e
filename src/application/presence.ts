import { type Command, type EngagementId, isGone } from '../engagement/index';
import type { Afterwards } from './afterwards';
import type { Execute } from './execute';
import type { Guard } from './guard';
import { isSamePlace } from './loaded';
import { personOf } from './people';
import type { Address, Contacts, Directory, EngagementStore, OutsideId, Place, Roster } from './ports';

/** People came or went, or a place did, as Teams tells of it. */
export interface Presence {
  /** Somebody was added to or removed from the place or its team; who is there now is asked of the roster. */
  changed(place: Place, people: readonly OutsideId[], op: string): Promise<void>;
  /** The place is gone, or Lotse was removed from it; with its team, every place of that. `alone`: whose chat it was. */
  lost(place: Place, whole: 'place' | 'team', alone?: OutsideId): Promise<void>;
  /** What was gone is there again, and whatever else of its team was: its posts are brought up to date. */
  back(place: Place, address: Address): Promise<void>;
}

type Parts = {
  readonly store: EngagementStore;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly roster: Roster;
  readonly execute: Execute;
  readonly guard: Guard;
  readonly afterwards: Afterwards;
};

export const createPresence = (parts: Parts): Presence => {
  const { store, directory, contacts, roster, execute, guard, afterwards } = parts;
  /** What waited is delivered, also if this process dies meanwhile. */
  const wake = async (id: EngagementId): Promise<void> => {
    await guard(id);
    afterwards(id);
  };
  const placesOf = async (place: Place): Promise<readonly Place[]> => {
    const team = place.team === undefined ? [] : await directory.inTeam(place.tenantId, place.team);
    return [place, ...team.filter((other) => !isSamePlace(other, place))];
  };
  const look = async (id: EngagementId, address: string, people: readonly OutsideId[], op: string): Promise<void> => {
    const { people: known, engagement } = await store.load(id);
    if (engagement.status !== 'running' && engagement.status !== 'paused') return;
    // News may name somebody by an id that is not known here; then everybody is looked up.
    const named = people.map((outside) => personOf(known, outside));
    const whom = named.includes(undefined) ? Object.keys(known) : named;
    const commands: Command[] = [];
    let anew = true;
    for (const person of whom) {
      const outside = known[person ?? '']?.id;
      if (person === undefined || outside === undefined) continue;
      const isThere = (await roster.member(address, outside, anew)) !== undefined;
      anew = false;
      if (isThere === isGone(engagement, person)) commands.push({ type: isThere ? 'JoinTeam' : 'LeaveTeam', person });
    }
    if (commands.length === 0) return;
    await execute({ id, op, commands: () => commands });
    afterwards(id);
  };
  return {
    changed: async (place, people, op) => {
      const looks = (await placesOf(place)).map(async (one) => {
        const { id, address } = await directory.locate(one);
        if (address !== undefined) await look(id, address, people, op);
      });
      // One place whose roster cannot be read holds up no other.
      for (const outcome of await Promise.allSettled(looks)) if (outcome.status === 'rejected') throw outcome.reason;
    },
    lost: async (place, whole, alone) => {
      if (alone !== undefined) await contacts.part(place.tenantId, alone);
      for (const one of whole === 'team' ? await placesOf(place) : [place]) await directory.forget(one);
    },
    back: async (place, address) => {
      const { id } = await directory.locate(place, true);
      const parked = await directory.unpark(await placesOf(place));
      for (const one of parked) if (one !== id) await wake(one);
      if ((await store.load(id)).engagement.status === 'notStarted') return;
      await directory.register(place, id, address);
      await wake(id);
    },
  };
};
