/** In seconds: the first one, and the longest, of which each may be a fifth more or less. */
const first = 5;
const longest = 500;
/** The oldest give way. */
const mostKept = 10_000;

/** How long to leave a conversation alone that failed: longer each time, until it succeeds. */
export type BackOff = {
  /** Before something is sent. What fails at the same time counts as one failure. */
  begin(conversation: string): {
    /** In whole seconds, 600 at most. */
    readonly failed: () => number;
    readonly succeeded: () => void;
  };
};

/** `random`: from 0 up to 1, so that not everybody comes back at the same moment. */
export const createBackOff = (random: () => number): BackOff => {
  const failures = new Map<string, number>();
  return {
    begin: (conversation) => {
      const before = failures.get(conversation) ?? 0;
      return {
        failed: () => {
          // Failed again, it is the newest.
          failures.delete(conversation);
          const [oldest] = failures.keys();
          if (failures.size >= mostKept && oldest !== undefined) failures.delete(oldest);
          failures.set(conversation, before + 1);
          return Math.round(Math.min(first * 2 ** before, longest) * (0.8 + 0.4 * random()));
        },
        succeeded: () => {
          failures.delete(conversation);
        },
      };
    },
  };
};
