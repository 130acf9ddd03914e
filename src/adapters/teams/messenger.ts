import { type Activity, CardFactory, MessageFactory, TextFormatTypes } from 'botbuilder';
import type { Address, Log, Messenger, Sent } from '../../application/ports';
import type { Reply } from '../../application/reply';
import { createBackOff } from './back-off';
import { type Errand, outcomeOf, reasonOf } from './outcome';
import type { Reach, Reached } from './reach';
import type { Rendered, View } from './view/index';

/**
 * A card alone, or text alone where there is one: text beside a card would become a message of its own. The summary is
 * what feeds and toasts show.
 */
export const messageOf = ({ card, summary, text }: Rendered): Partial<Activity> => ({
  ...(text === undefined
    ? MessageFactory.attachment(CardFactory.adaptiveCard(card))
    : { ...MessageFactory.text(text), textFormat: TextFormatTypes.Plain }),
  summary,
});

/** Posts, updates, answers and removes. Never rejects: failures become outcomes. `random`: from 0 up to 1. */
export const createMessenger = (reach: Reach, view: View, log: Log, random: () => number = Math.random): Messenger => {
  const backOff = createBackOff(random);
  const attempt = async (
    address: Address,
    what: Errand,
    how: (reached: Reached) => Promise<string | undefined>,
  ): Promise<Sent> => {
    const tries = backOff.begin(address);
    try {
      const activityId = await reach(address, how);
      tries.succeeded();
      return { outcome: 'sent', ...(activityId !== undefined && { activityId }) };
    } catch (error) {
      const sent = outcomeOf(error, what, Date.now(), tries.failed);
      if (sent.outcome !== 'sent')
        log.warn({ err: error, ...sent, reason: reasonOf(error) }, 'Teams did not take a message.');
      return sent;
    }
  };
  const messageFor = (reply: Reply) => messageOf(view(reply)) as Activity;
  return {
    post: async (to, reply) => {
      const message = messageFor(reply);
      return attempt(to, 'create', (reached) => postNew(reached, message));
    },
    update: async (to, activityId, reply) => {
      const message = { ...messageFor(reply), id: activityId };
      return attempt(to, 'update', async (reached) => {
        await reached.client.conversations.updateActivity(threadOf(reached, activityId), activityId, message);
        return activityId;
      });
    },
    answer: async (to, under, reply) => {
      const message = messageFor(reply);
      return attempt(to, 'create', async (reached) => {
        const { id } = await reached.client.conversations.sendToConversation(threadOf(reached, under), message);
        return id;
      });
    },
    remove: (to, activityId) =>
      attempt(to, 'remove', async (reached) => {
        await reached.client.conversations.deleteActivity(threadOf(reached, activityId), activityId);
        return undefined;
      }),
  };
};

/** In a channel each post is the head of a thread, unless it stands in one; elsewhere all stand in one. */
const threadOf = ({ conversationId, isChannel, thread }: Reached, activityId: string): string =>
  isChannel ? `${conversationId};messageid=${thread ?? activityId}` : conversationId;

/** In a channel a post of its own is a new conversation; elsewhere it is the next message. */
const postNew = async (
  { client, conversationId, isChannel }: Reached,
  message: Activity,
): Promise<string | undefined> => {
  if (!isChannel) return (await client.conversations.sendToConversation(conversationId, message)).id;
  const created = await client.conversations.createConversation({
    isGroup: true,
    channelData: { channel: { id: conversationId } },
    activity: message,
  } as Parameters<typeof client.conversations.createConversation>[0]);
  // Some answers carry the new post's id only inside the id of its thread, whatever the declared type says.
  return created.activityId || /;messageid=(.+)$/.exec(created.id)?.[1];
};
