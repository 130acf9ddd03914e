import type { Activity, ConversationReference } from 'botbuilder';
import type { Address, Place } from '../../application/ports';

/** What the directory keeps of a conversation: enough to reach it without anybody having written first. */
type Kept = {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly conversation: { readonly id: string; readonly conversationType: string; readonly tenantId: string };
  readonly teamId?: string;
};

/** A channel's conversation id carries the thread it was read in; the channel itself is what stands before. */
const rootOf = (conversationId: string): string => conversationId.split(';')[0] ?? conversationId;

type TeamsData = { readonly tenant?: { readonly id?: string }; readonly team?: { readonly id?: string } };

const teamsData = (activity: Partial<Activity>): TeamsData =>
  typeof activity.channelData === 'object' ? ((activity.channelData as TeamsData | null) ?? {}) : {};

export const placeOf = (activity: Partial<Activity>): Place => ({
  tenantId: teamsData(activity).tenant?.id ?? activity.conversation?.tenantId ?? 'none',
  conversationId: rootOf(activity.conversation?.id ?? ''),
});

/** The same string for every activity of a conversation, as long as Teams does not move it. */
export const addressOf = (activity: Partial<Activity>): Address => {
  const { tenantId, conversationId } = placeOf(activity);
  const teamId = teamsData(activity).team?.id;
  const kept: Kept = {
    serviceUrl: activity.serviceUrl ?? '',
    channelId: activity.channelId ?? '',
    bot: { id: activity.recipient?.id ?? '', name: activity.recipient?.name ?? '' },
    conversation: { id: conversationId, conversationType: activity.conversation?.conversationType ?? '', tenantId },
    ...(teamId !== undefined && { teamId }),
  };
  return JSON.stringify(kept);
};

/** How to reach a place, read back. `isChannel` decides how a new post is made there. */
export const readAddress = (address: Address) => {
  const kept = JSON.parse(address) as Kept;
  const isChannel = kept.conversation.conversationType === 'channel';
  const reference: ConversationReference = {
    serviceUrl: kept.serviceUrl,
    channelId: kept.channelId,
    bot: kept.bot,
    conversation: { ...kept.conversation, isGroup: kept.conversation.conversationType !== 'personal', name: '' },
  };
  return { reference, isChannel, conversationId: kept.conversation.id, teamId: kept.teamId };
};
