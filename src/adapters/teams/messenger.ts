import { type Activity, CardFactory, MessageFactory, TextFormatTypes } from 'botbuilder';
import type { Address, Log, Messenger, Sent } from '../../application/ports';
import type { Reply } from '../../application/reply';
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

/** Posts, updates, answers and removes. Never rejects: what the connector said is classified here and nowhere else. */
export const createMessenger = (reach: Reach, view: View, log: Log): Messenger => {
  const attempt = async (
    address: Address,
    what: Errand,
    how: (reached: Reached) => Promise<string | undefined>,
  ): Promise<Sent> => {
    try {
      const activityId = await reach(address, how);
      return { outcome: 'sent', ...(activityId !== undefined && { activityId }) };
    } catch (error) {
      const sent = outcomeOf(error, what);
      if (sent.outcome !== 'sent') log.warn({ err: error, outcome: sent.outcome }, 'Teams did not take a message.');
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

type Errand = 'create' | 'update' | 'remove';

/** In a channel each post is the head of a thread; elsewhere all stand in one. */
const threadOf = ({ conversationId, isChannel }: Reached, activityId: string): string =>
  isChannel ? `${conversationId};messageid=${activityId}` : conversationId;

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

type Failure = {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

/** Answers after which nothing can have been posted; every other failure of a create leaves it open. */
const refusedBefore = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

const outcomeOf = (error: unknown, what: Errand): Sent => {
  const { statusCode, code, response } = (error ?? {}) as Failure;
  if (statusCode === 404) return { outcome: what === 'remove' ? 'sent' : 'gone' };
  const wait = Number(response?.headers?.get('retry-after'));
  if (statusCode === 412 || statusCode === 429) return { outcome: 'later', seconds: wait > 0 ? wait : 5 };
  // That is about us, and not about the conversation.
  if (statusCode === 401) return { outcome: 'later', seconds: 600 };
  if (statusCode !== undefined && statusCode < 500) return { outcome: 'shut' };
  if (what === 'create' && !refusedBefore.has(code ?? '')) return { outcome: 'unknown' };
  return { outcome: 'later', seconds: 10 };
};
