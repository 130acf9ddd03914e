import { type Activity, CardFactory, MessageFactory } from 'botbuilder';
import type { Log, Messenger, Sent } from '../../application/ports';
import type { Reply } from '../../application/reply';
import type { Reach, Reached } from './reach';
import type { Rendered, View } from './view/index';

/** A card alone: text beside a card would become a message of its own. The summary is what feeds and toasts show. */
export const messageOf = ({ card, summary }: Rendered): Partial<Activity> => ({
  ...MessageFactory.attachment(CardFactory.adaptiveCard(card)),
  summary,
});

/** Posts, updates and answers. Never rejects: what the connector said is classified here and nowhere else. */
export const createMessenger = (reach: Reach, view: View, log: Log): Messenger => {
  const send = async (
    address: string,
    reply: Reply,
    what: 'create' | 'update',
    how: (reached: Reached, message: Activity) => Promise<string | undefined>,
  ): Promise<Sent> => {
    const message = messageOf(view(reply)) as Activity;
    try {
      const activityId = await reach(address, (reached) => how(reached, message));
      return { outcome: 'sent', ...(activityId !== undefined && { activityId }) };
    } catch (error) {
      const sent = outcomeOf(error, what);
      log.warn({ err: error, outcome: sent.outcome }, 'Teams did not take a message.');
      return sent;
    }
  };
  return {
    post: (to, reply) => send(to, reply, 'create', postNew),
    update: (to, activityId, reply) =>
      send(to, reply, 'update', async ({ client, conversationId, isChannel }, message) => {
        const conversation = isChannel ? `${conversationId};messageid=${activityId}` : conversationId;
        await client.conversations.updateActivity(conversation, activityId, { ...message, id: activityId });
        return activityId;
      }),
    answer: (to, under, reply) =>
      send(to, reply, 'create', async ({ client, conversationId, isChannel }, message) => {
        const thread = isChannel ? `${conversationId};messageid=${under}` : conversationId;
        return (await client.conversations.sendToConversation(thread, message)).id;
      }),
  };
};

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

const outcomeOf = (error: unknown, what: 'create' | 'update'): Sent => {
  const { statusCode, code, response } = (error ?? {}) as Failure;
  if (statusCode === 404) return { outcome: 'gone' };
  const wait = Number(response?.headers?.get('retry-after'));
  if (statusCode === 412 || statusCode === 429) return { outcome: 'later', seconds: wait > 0 ? wait : 5 };
  // What Teams refuses for good (blocked, uninstalled, too large) may be mended by people; there is no hurry.
  if (statusCode !== undefined && statusCode < 500) return { outcome: 'later', seconds: 600 };
  if (what === 'create' && !refusedBefore.has(code ?? '')) return { outcome: 'unknown' };
  return { outcome: 'later', seconds: 10 };
};
