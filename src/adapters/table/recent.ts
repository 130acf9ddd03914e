const most = 10_000;

/** What this process has read or written a while ago, so that it need not ask again. The oldest give way to new ones. */
export type Recent<Value> = {
  /** Undefined when it was too long ago. */
  readonly recall: (name: string) => Value | undefined;
  readonly remember: (name: string, value: Value) => Value;
};

/** So long another instance's news may go unnoticed. */
export const freshMilliseconds = 60_000;

export const createRecent = <Value>(fresh: number): Recent<Value> => {
  const kept = new Map<string, { readonly value: Value; readonly at: number }>();
  return {
    recall: (name) => {
      const { value, at } = kept.get(name) ?? { at: -Infinity };
      return Date.now() - at < fresh ? value : undefined;
    },
    remember: (name, value) => {
      // Said again, it is the newest.
      kept.delete(name);
      const [oldest] = kept.keys();
      if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
      kept.set(name, { value, at: Date.now() });
      return value;
    },
  };
};
