import type { Address, Clock, Messenger, Sent } from '../../application/ports';
import { readAddress } from './address';

/** Milliseconds in which so much may be sent: below what Teams takes, as others and answers to people count, too. */
const second = 1_000;
const mostCreates = 1;
const mostRequests = 30;
/** Milliseconds somebody may wait for their turn: well below the lease they hold meanwhile. */
const longestWait = 3_000;
/** Milliseconds by which they may come to themselves too late, in a busy process. */
const longestDelay = 500;

type Limit = { readonly of: string; readonly most: number };

/**
 * Lets at most one post into a thread, and 30 requests of any kind into a tenant, in any second. Whoever's turn comes
 * too late is told when to come again, and nothing was sent. `random`: from 0 up to 1.
 */
export const paced = (messenger: Messenger, clock: Clock, random: () => number = Math.random): Messenger => {
  const turn = createTurns(clock);
  const inTurn = async (limits: readonly Limit[], send: () => Promise<Sent>): Promise<Sent> => {
    const asked = Date.parse(clock.now());
    const wait = turn(limits);
    // Those who come again do not all come at the same moment.
    if (wait > longestWait) return { outcome: 'later', seconds: Math.ceil((wait / second) * (1 + random())) };
    if (wait > 0) await clock.wait(wait);
    // Meanwhile somebody else may hold the lease.
    const isLate = Date.parse(clock.now()) - asked > longestWait + longestDelay;
    return isLate ? { outcome: 'later', seconds: 1 } : send();
  };
  return {
    post: (to, reply) => inTurn([tenantOf(to), threadOf(to)], () => messenger.post(to, reply)),
    answer: (to, under, reply) => inTurn([tenantOf(to), threadOf(to, under)], () => messenger.answer(to, under, reply)),
    update: (to, activityId, reply) => inTurn([tenantOf(to)], () => messenger.update(to, activityId, reply)),
    remove: (to, activityId) => inTurn([tenantOf(to)], () => messenger.remove(to, activityId)),
  };
};

const tenantOf = (to: Address): Limit => ({
  of: readAddress(to).reference.conversation.tenantId ?? '',
  most: mostRequests,
});

/** Outside of channels all stands in one thread. */
const threadOf = (to: Address, under = ''): Limit => {
  const { conversationId, isChannel } = readAddress(to);
  return { of: `${tenantOf(to).of}\n${conversationId}\n${isChannel ? under : ''}`, most: mostCreates };
};

/** Takes the next free turn, if it comes soon enough. Answers how many milliseconds it is away. */
const createTurns = (clock: Clock) => {
  const taken = new Map<string, readonly number[]>();
  let swept = 0;
  const sweep = (now: number): void => {
    if (Math.abs(now - swept) < second) return;
    swept = now;
    for (const [of, turns] of taken) {
      const near = turns.filter((at) => Math.abs(at - now) <= longestWait + second);
      if (near.length > 0) taken.set(of, near);
      else taken.delete(of);
    }
  };
  const freeForAll = (limits: readonly Limit[], from: number): number => {
    const at = limits.reduce((soonest, { of, most }) => freeFrom(taken.get(of) ?? [], most, soonest), from);
    return at === from ? at : freeForAll(limits, at);
  };
  return (limits: readonly Limit[]): number => {
    const now = Date.parse(clock.now());
    sweep(now);
    const at = freeForAll(limits, now);
    if (at - now <= longestWait) for (const { of } of limits) taken.set(of, [...(taken.get(of) ?? []), at]);
    return at - now;
  };
};

/** The first instant from this one on with fewer than so many turns less than a second away. */
const freeFrom = (turns: readonly number[], most: number, from: number): number => {
  const near = turns.filter((at) => Math.abs(at - from) < second);
  return near.length < most ? from : freeFrom(turns, most, Math.min(...near) + second);
};
