/** Milliseconds over which failures are counted. */
const span = 60_000;
/** The oldest give way. */
const mostKept = 10_000;

/** Counts refused requests by the address they come from. */
export type Failures = {
  /** Notes one. Whether there are too many. */
  readonly add: (address: string) => boolean;
};

/** `most`: so many within a minute are borne. `now`: in milliseconds. */
export const createFailures = (most: number, now: () => number): Failures => {
  const counted = new Map<string, { readonly since: number; count: number }>();
  return {
    add: (address) => {
      const known = counted.get(address);
      if (known && now() - known.since < span) {
        known.count += 1;
        return known.count > most;
      }
      counted.delete(address);
      const [oldest] = counted.keys();
      if (counted.size >= mostKept && oldest !== undefined) counted.delete(oldest);
      counted.set(address, { since: now(), count: 1 });
      return most < 1;
    },
  };
};
