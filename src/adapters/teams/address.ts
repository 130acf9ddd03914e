import type { Activity, ConversationReference } from 'botbuilder';
import type { Address, Place } from '../../application/ports';

/** What the directory keeps of a conversation: enough to reach it without anybody having written first. */
type Kept = {
  readonly serviceUrl: string;
  readonly channelId: string;
  readonly bot: { readonly id: string; readonly name: string };
  readonly conversation: { readonly id: string; readonly conversationType: string; readonly tenantId: string };
  readonly teamId?: string;
  /** The message a thread of a channel began with. */
  readonly thread?: string;
};

/** A channel's conversation id carries the thread it was read in; the channel itself is what stands before. */
const rootOf = (conversationId: string): string => conversationId.split(';')[0] ?? conversationId;

/** Nothing that comes in is sure to be what it should be. */
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const idOf = (value: unknown): string | undefined => textOf((value as { id?: unknown } | null | undefined)?.id);

/** What Teams says besides: the ids of tenant, team and channel, and what happened to them. */
export const teamsData = ({ channelData }: Partial<Activity>) => {
  const data = (typeof channelData === 'object' ? (channelData ?? {}) : {}) as Readonly<Record<string, unknown>>;
  return {
    tenant: idOf(data['tenant']),
    team: idOf(data['team']),
    channel: idOf(data['channel']),
    eventType: textOf(data['eventType']),
  };
};

export const placeOf = (activity: Partial<Activity>): Place => {
  const { tenant, team } = teamsData(activity);
  return {
    tenantId: tenant ?? textOf(activity.conversation?.tenantId) ?? 'none',
    conversationId: rootOf(idOf(activity.conversation) ?? ''),
    ...(team !== undefined && { team }),
  };
};

/** In the chat of one person with Lotse. */
export const isPersonal = ({ conversation }: Partial<Activity>): boolean =>
  conversation?.conversationType === 'personal';

/** The same string for every activity of a conversation, as long as Teams does not move it. */
export const addressOf = (activity: Partial<Activity>): Address => JSON.stringify(keptOf(activity));

/** The thread of a channel an activity belongs to: where posts of that thread are reached. */
export const threadOf = (activity: Partial<Activity>): Address | undefined => {
  const thread = /;messageid=([^;]+)/.exec(idOf(activity.conversation) ?? '')?.[1];
  return thread === undefined ? undefined : JSON.stringify({ ...keptOf(activity), thread });
};

const keptOf = (activity: Partial<Activity>): Kept => {
  const { tenantId, conversationId, team: teamId } = placeOf(activity);
  return {
    serviceUrl: activity.serviceUrl ?? '',
    channelId: activity.channelId ?? '',
    bot: { id: activity.recipient?.id ?? '', name: activity.recipient?.name ?? '' },
    conversation: { id: conversationId, conversationType: activity.conversation?.conversationType ?? '', tenantId },
    ...(teamId !== undefined && { teamId }),
  };
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
  return { reference, isChannel, conversationId: kept.conversation.id, teamId: kept.teamId, thread: kept.thread };
};
