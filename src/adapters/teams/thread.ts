import { type Activity, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';

/** Where an activity came from, to answer it there. Good for as long as it takes, also when the request is long over. */
export type Thread = {
  /** Answers the activity. Resolves with the id of the answer, where Teams tells it. */
  readonly send: (message: Partial<Activity>) => Promise<string | undefined>;
  /** Changes what stands there. */
  readonly update: (activityId: string, message: Partial<Activity>) => Promise<void>;
};

export const threadOf = ({ conversations }: ConnectorClient, activity: Activity): Thread => {
  const reference = TurnContext.getConversationReference(activity);
  const conversationId = reference.conversation?.id ?? '';
  const addressed = (message: Partial<Activity>) =>
    TurnContext.applyConversationReference({ ...message }, reference) as Activity;
  return {
    send: async (message) => {
      const { replyToId, ...answer } = addressed(message);
      const sent =
        replyToId === undefined
          ? await conversations.sendToConversation(conversationId, answer)
          : await conversations.replyToActivity(conversationId, replyToId, { ...answer, replyToId });
      // Whatever the declared type says, there may be no answer, or one without an id.
      return (sent as { readonly id?: string } | undefined)?.id;
    },
    update: async (activityId, message) => {
      await conversations.updateActivity(conversationId, activityId, {
        ...addressed(message),
        id: activityId,
      });
    },
  };
};
