/** The same for the same seed. */
export type Chance = {
  /** From 0 to below 1. */
  readonly next: () => number;
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  readonly isSo: (probability: number) => boolean;
  readonly oneOf: <One>(all: readonly One[]) => One;
};

/** Mulberry32. */
export const createChance = (seed: number): Chance => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    whole,
    isSo: (probability) => next() < probability,
    oneOf: (all) => {
      const one = all[whole(0, all.length - 1)];
      if (one === undefined) throw new Error('There is nothing to choose from.');
      return one;
    },
  };
};
