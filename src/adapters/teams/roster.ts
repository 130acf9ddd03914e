import { type TeamsChannelAccount, TeamsInfo } from 'botbuilder';
import {
  type Address,
  type Clock,
  type Log,
  type Member,
  type Roster,
  UnreachableError,
} from '../../application/ports';
import type { Reach } from './reach';

type Listed = { readonly at: number; readonly accounts: readonly TeamsChannelAccount[]; readonly all: boolean };

/** Above this many people a list is no help; the directory search of Teams is. */
const longestList = 100;
/** Milliseconds for which a list once read is good enough. */
const freshFor = 60_000;
/** A name only fills in a field; nobody waits longer than so many milliseconds for it. */
const worthWaiting = 2_000;

/** Who is in a conversation. In a channel that is the channel's own membership, which may be smaller than the team's. */
export const createRoster = (reach: Reach, clock: Clock, log: Log): Roster => {
  const lists = new Map<Address, Listed>();
  const list = async (address: Address, anew = false): Promise<Listed> => {
    const now = Date.parse(clock.now());
    const known = lists.get(address);
    if (known && !anew && now - known.at < freshFor) return known;
    const { members: accounts, continuationToken } = await reach(address, ({ context }) =>
      TeamsInfo.getPagedMembers(context, longestList + 1),
    );
    const listed = { at: now, accounts, all: !continuationToken && accounts.length <= longestList };
    if (lists.size > 1_000) lists.clear();
    lists.set(address, listed);
    return listed;
  };
  return {
    members: async (of) => {
      try {
        const { accounts, all } = await list(of);
        return all ? accounts.map(memberOf).sort((one, other) => one.name.localeCompare(other.name)) : undefined;
      } catch (error) {
        // The directory search of Teams still lets people choose.
        log.warn({ err: error }, 'The members of a conversation could not be read.');
        return undefined;
      }
    },
    member: async (of, id, anew = false) => {
      if (id === '') return undefined;
      try {
        const isMeant = (one: TeamsChannelAccount) => one.id === id || one.aadObjectId === id;
        const known = lists.get(of)?.accounts.find(isMeant);
        // Whoever is not on the list kept may have joined since.
        const { accounts, all } = await list(of, anew || known === undefined);
        const account = accounts.find(isMeant);
        if (account || all) return account && memberOf(account);
        const alone = await reach(of, ({ context }) => TeamsInfo.getMember(context, id)).catch(unlessNobody);
        return alone && memberOf(alone);
      } catch (error) {
        log.warn({ err: error }, 'A member of a conversation could not be read.');
        // Whether somebody has left is not to be guessed from a refusal.
        if (anew || isPassing(error))
          throw new UnreachableError('The roster cannot be read right now.', { cause: error });
        return undefined;
      }
    },
    nameOf: async (of) => {
      try {
        const name = reach(of, async ({ context, teamId }) =>
          teamId === undefined ? undefined : (await TeamsInfo.getTeamDetails(context, teamId)).name,
        );
        return await Promise.race([name, clock.wait(worthWaiting).then(() => undefined)]);
      } catch (error) {
        log.warn({ err: error }, 'The name of a team could not be read.');
        return undefined;
      }
    },
  };
};

const memberOf = (account: TeamsChannelAccount): Member => ({
  id: account.aadObjectId ?? account.id,
  name: account.name,
  guest: account.userRole === 'guest' || (account.userPrincipalName ?? '').includes('#EXT#'),
});

/** Teams does not know such a member there. */
const unlessNobody = (error: unknown): undefined => {
  if ((error as { statusCode?: number } | undefined)?.statusCode === 404) return undefined;
  throw error;
};

/** Whether the same question may well be answered in a moment: no answer, too many questions, or trouble over there. */
const isPassing = (error: unknown): boolean => {
  const { statusCode, name, code } = (error ?? {}) as { statusCode?: number; name?: string; code?: string };
  if (statusCode !== undefined) return statusCode >= 500 || statusCode === 429 || statusCode === 412;
  return name === 'AbortError' || name === 'TimeoutError' || code !== undefined;
};
