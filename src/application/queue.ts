import { type Clock, NotSavedError } from './ports';

export type Queue = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>;

/**
 * Lets one piece of work per key run at a time, in the order of asking. Whoever's turn comes only after `patience`
 * milliseconds is refused with `NotSavedError`, so that a queue behind slow storage drains at once.
 */
export const createQueue = (clock: Clock, patience = 10_000): Queue => {
  const tails = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const asked = Date.parse(clock.now());
    const turn = (tails.get(key) ?? Promise.resolve()).then(() => {
      if (Date.parse(clock.now()) - asked > patience) throw new NotSavedError(`Waited too long for ${key}.`);
      return work();
    });
    const tail: Promise<unknown> = turn
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return turn;
  };
};
