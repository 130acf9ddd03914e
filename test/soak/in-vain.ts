/** An answer of 403. `since`: when the conversation was closed. In milliseconds of the soak, and of real time. */
export type Refusal = {
  readonly conversationId: string;
  readonly since: number;
  readonly at: number;
  readonly realAt: number;
  /** Who was answered. */
  readonly life: string;
};

/**
 * So long another process's news of a conversation may go unnoticed, in milliseconds of the soak: for a minute it trusts what
 * it remembers, and what it began to send by then takes up to 20 seconds.
 */
const unnoticed = 80_000;

/**
 * What was sent to closed conversations by those who had to know, in words. `diedBefore`: whoever was answered was killed
 * before it could put that down, so that the next one has to learn it again.
 */
export const sentInVain = (
  refusals: readonly Refusal[],
  diedBefore: (refusal: Refusal) => boolean,
): readonly string[] => {
  const known = new Map<string, Refusal>();
  const faults: string[] = [];
  for (const refusal of refusals) {
    const { conversationId, since, at, life } = refusal;
    const name = `${conversationId} ${since}`;
    const first = known.get(name);
    if (first === undefined || diedBefore(first)) known.set(name, refusal);
    else if (at - first.at > unnoticed)
      faults.push(
        `${life} sent something to ${conversationId} ${Math.round((at - first.at) / 1_000)} s after that had answered 403 to ${first.life}.`,
      );
  }
  return faults;
};
