import type { Activity } from 'botbuilder';
import type { Thread } from './thread';

/**
 * Answers in the thread. The press of an old client's button cannot be answered by a card in its place, so its answer is
 * one reply in the thread, and presses on that reply change it instead of adding more.
 */
export const createAnswers = () => {
  const own = new Set<string>();
  return {
    /** The id of what was sent anew. */
    send: async (
      thread: Thread,
      { replyToId, value: pressed }: Activity,
      message: Partial<Activity>,
      apart: boolean,
    ): Promise<string | undefined> => {
      if (replyToId !== undefined && pressed && own.has(replyToId) && !apart) {
        await thread.update(replyToId, message);
        return undefined;
      }
      const sent = await thread.send(message);
      if (!sent) return undefined;
      if (own.size > 10_000) own.clear();
      own.add(sent);
      return sent;
    },
  };
};
