import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const Person = z.object({ id: z.string(), name: z.string(), aadObjectId: z.string() });
const Channel = z.object({ id: z.string(), name: z.string() });
const Config = z.object({
  config: z.object({
    tenantId: z.string(),
    bot: z.object({ id: z.string(), name: z.string() }),
    currentUser: Person,
    users: z.array(Person),
    personalChat: z.object({ id: z.string() }),
    groupChats: z.array(z.object({ id: z.string() })),
    teams: z.array(z.object({ id: z.string(), name: z.string(), channels: z.array(Channel) })),
  }),
});
const Exchange = z.object({
  direction: z.string(),
  request: z.object({ method: z.string().optional(), url: z.string().optional(), body: z.unknown().optional() }),
  response: z.object({ statusCode: z.number().optional(), body: z.unknown().optional() }).optional(),
});
const PressAnswer = z.object({ type: z.string(), value: z.unknown() });

export type PlaygroundConfig = z.infer<typeof Config>['config'];
export type PressAnswer = z.infer<typeof PressAnswer>;
export type Exchange = z.infer<typeof Exchange>;

export interface Speech {
  as: string;
  /** A channel's, chat's or thread's conversation id. */
  conversationId: string;
  text: string;
  locale?: string;
}

export interface Press {
  as: string;
  conversationId: string;
  /** The id of the message with the card. */
  messageId: string;
  verb: string;
  data: Record<string, unknown>;
}

/** The Playground's own (undocumented) HTTP interface: what the page cannot do, such as being somebody else. */
export class PlaygroundApi {
  constructor(private readonly url: string) {}

  async config(): Promise<PlaygroundConfig> {
    return Config.parse(await this.call('GET', '/_internal/v1/testConfig')).config;
  }

  /** As if the app were added to this team channel or chat: installationUpdate, then conversationUpdate. */
  async install(conversationId: string): Promise<void> {
    await this.call('POST', `/_debug/conversation/${encodeURIComponent(conversationId)}/installation`, {});
  }

  /** A person's card press; answers with what the bot answered that person. */
  async press(press: Press): Promise<PressAnswer> {
    const answer = await this.call('POST', '/_conversation/v1/invoke', {
      name: 'adaptiveCard/action',
      from: { id: press.as },
      conversation: { id: press.conversationId },
      replyToId: press.messageId,
      value: { action: { type: 'Action.Execute', verb: press.verb, data: press.data }, trigger: 'manual' },
    });
    return PressAnswer.parse(answer);
  }

  /** The press of an older client (`Action.Submit`); the bot's answer comes as messages, later. */
  async submit(press: Omit<Press, 'verb'>): Promise<void> {
    await this.call('POST', '/_conversation/v1/submit', {
      from: { id: press.as },
      conversation: { id: press.conversationId },
      replyToId: press.messageId,
      value: press.data,
    });
  }

  /**
   * Another person says something to the bot. The bot gets it as from Teams and its answer appears on the page; what the
   * person said does not. (`POST …/messages` takes a `from` but always speaks as the page's own person.)
   */
  async say(speech: Speech): Promise<void> {
    const { tenantId, bot, currentUser, users, personalChat, groupChats, teams } = await this.config();
    const from = [currentUser, ...users].find((person) => person.id === speech.as);
    if (from === undefined) throw new Error(`The Playground knows nobody with the id ${speech.as}.`);
    const root = speech.conversationId.split(';')[0];
    const team = teams.find((candidate) => candidate.channels.some((channel) => channel.id === root));
    const inGroup = team !== undefined || groupChats.some((chat) => chat.id === root);
    if (!inGroup && root !== personalChat.id) throw new Error(`No such conversation: ${speech.conversationId}`);
    const mention = `<at>${bot.name}</at>`;
    const locale = speech.locale ?? 'en-US';
    const now = new Date().toISOString();
    await this.call('POST', '/_internal/v1/customActivities', {
      type: 'message',
      id: randomUUID(),
      channelId: 'msteams',
      serviceUrl: `${this.url.replace('127.0.0.1', 'localhost')}/_connector`,
      timestamp: now,
      localTimestamp: now,
      from: { id: from.id, name: from.name, aadObjectId: from.aadObjectId },
      recipient: bot,
      conversation: {
        id: speech.conversationId,
        tenantId,
        conversationType: team !== undefined ? 'channel' : inGroup ? 'groupChat' : 'personal',
        ...(inGroup ? { isGroup: true } : {}),
      },
      channelData: {
        tenant: { id: tenantId },
        ...(team === undefined
          ? {}
          : { teamsChannelId: root, teamsTeamId: team.id, team: { id: team.id }, channel: { id: root } }),
      },
      text: inGroup ? `${mention} ${speech.text}` : speech.text,
      textFormat: 'plain',
      locale,
      entities: [
        ...(inGroup ? [{ type: 'mention', mentioned: bot, text: mention }] : []),
        { type: 'clientInfo', locale, country: locale.split('-')[1] ?? 'US', platform: 'Web' },
      ],
    });
  }

  private async call(method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  }
}

const Pressed = z.object({
  conversation: z.object({ id: z.string() }),
  replyToId: z.string(),
  value: z.object({ action: z.object({ data: z.object({ engagementId: z.string() }) }) }),
});

/** The onboarding a card belongs to that somebody pressed, and where the card stands: the newest first. */
export const pressedIn = (
  traffic: readonly Exchange[],
): readonly { readonly engagementId: string; readonly conversationId: string; readonly messageId: string }[] =>
  [...traffic].reverse().flatMap(({ request }) => {
    const read = Pressed.safeParse(request.body);
    if (!read.success) return [];
    const { conversation, replyToId, value } = read.data;
    return [{ engagementId: value.action.data.engagementId, conversationId: conversation.id, messageId: replyToId }];
  });

const Posted = z.object({ id: z.string() });

/** Where the newest message stands that says this, and in which conversation. */
export const placeOf = (traffic: readonly Exchange[], text: string): Pick<Press, 'conversationId' | 'messageId'> => {
  const posted = [...traffic]
    .reverse()
    .find(
      ({ request, response }) => request.method === 'POST' && response && JSON.stringify(request.body).includes(text),
    );
  const conversationId = /conversations\/([^/]+)\/activities/.exec(posted?.request.url ?? '')?.[1] ?? '';
  return {
    conversationId: decodeURIComponent(conversationId),
    messageId: Posted.parse(posted?.response?.body).id,
  };
};

/** What went over the wire between Playground and bot, oldest first: the place to see a `summary`. */
export function readTraffic(recordingFile: string): Exchange[] {
  return readFileSync(recordingFile, 'utf8')
    .split(/^---$/m)
    .filter((part) => part.trim() !== '')
    .map((part) => Exchange.parse(JSON.parse(part)));
}
