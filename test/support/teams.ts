import { randomUUID } from 'node:crypto';
import type { Place } from '../../src/application/ports';
import type { CardContent, Pressable } from './card-content';
import { type Account, anna, type Connector, type Content, eventually, type Shown } from './connector';

export type Answer = Omit<Content, 'at'>;

export type Invoked = { readonly statusCode: number; readonly type: string; readonly value: CardContent };

export const bot = { id: '28:lotse', name: 'Lotse' };

/** What makes an activity a press of an `Action.Execute`. */
export const pressing = (verb: unknown, data: unknown) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});

/** One channel of one team (or a chat), as Teams tells a bot of it over HTTP. */
export type Channel = {
  readonly place: Place;
  /** The activity as Teams writes it, to be changed at will. */
  readonly activity: (by: Account, more?: object) => Record<string, unknown>;
  readonly send: (activity: unknown) => Promise<{ status: number; body: unknown }>;
  /** Sends an activity in a thread of its own; resolves with the HTTP status and what was answered there. */
  readonly tell: (
    more: object,
    by?: Account,
  ) => Promise<{ readonly status: number; readonly thread: string; readonly answers: readonly Shown[] }>;
  /** Presses as an older client does: a message that carries the data; resolves with what then stands in the thread. */
  readonly submit: (
    press: Pick<Pressable, 'verb' | 'data'>,
    on: Pick<Shown, 'activityId' | 'conversationId'>,
    inputs?: object,
    by?: Account,
  ) => Promise<readonly Shown[]>;
  /** Writes with a mention in a thread of its own; resolves with the bot's answer there. */
  readonly say: (text: string, by?: Account, mentions?: readonly Account[]) => Promise<Answer>;
  /** Presses, with inputs filled in; resolves with the card that takes its place. */
  readonly press: (
    press: Pick<Pressable, 'verb' | 'data'>,
    inputs?: object,
    by?: Account,
    on?: string,
  ) => Promise<CardContent>;
  /** Posts of their own in this channel, those that were deleted too. */
  readonly posts: () => readonly Shown[];
  /** Lotse is added here; Teams tells so in two ways. */
  readonly install: (by?: Account) => Promise<void>;
  /** Lotse is removed from here (in a channel: from the whole team), or blocked by the person. */
  readonly uninstall: (by?: Account) => Promise<void>;
};

export const channel = (
  port: number,
  connector: Connector,
  where: {
    readonly channelId?: string;
    readonly tenantId?: string;
    readonly locale?: string;
    readonly kind?: 'channel' | 'groupChat' | 'personal';
    /** Who writes here unless told otherwise; in a personal chat nobody else is there. */
    readonly of?: Account;
    /** The token that everything comes with. */
    readonly token?: string;
  } = {},
): Channel => {
  const { tenantId = 'tenant-1', locale = 'en-US', kind = 'channel', of = anna, token } = where;
  const [isChannel, isPersonal] = [kind === 'channel', kind === 'personal'];
  const { channelId = isPersonal ? `a:${of.aadObjectId}` : '19:general@thread.tacv2' } = where;
  if (isPersonal) connector.peopleOf.set(channelId, [of]);
  const conversation = (id: string) => ({ id, conversationType: kind, isGroup: !isPersonal, tenantId });
  const activity = (by: Account, more: object = {}): Record<string, unknown> => ({
    type: 'message',
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: connector.url,
    locale,
    from: { id: by.id, name: by.name, aadObjectId: by.aadObjectId },
    recipient: bot,
    conversation: conversation(channelId),
    channelData: { tenant: { id: tenantId }, ...(isChannel && { team: { id: 'team-1' }, channel: { id: channelId } }) },
    entities: [{ type: 'clientInfo', locale, timezone: 'Europe/Berlin' }],
    ...more,
  });
  const send = async (sent: unknown) => {
    const response = await fetch(`http://127.0.0.1:${port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: typeof sent === 'string' ? sent : JSON.stringify(sent),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  };
  const inThread = (thread: string) => ({ conversation: conversation(thread) });
  /** Only channels have threads. */
  const newThread = () => (isChannel ? `${channelId};messageid=${randomUUID()}` : channelId);
  const tellNews = async (by: Account, more: object): Promise<void> => {
    const { status } = await send(activity(by, more));
    if (status !== 200) throw new Error(`The bot answered ${status}.`);
  };
  const teamNews = (eventType: string) =>
    isChannel ? { channelData: { tenant: { id: tenantId }, team: { id: 'team-1' }, eventType } } : {};
  const shownIn = (thread: string) => connector.shown.filter(({ conversationId }) => conversationId === thread);
  return {
    place: { tenantId, conversationId: channelId },
    activity,
    send,
    tell: async (more, by = of) => {
      const thread = newThread();
      const { status } = await send(activity(by, { ...inThread(thread), ...more }));
      return { status, thread, answers: shownIn(thread) };
    },
    submit: async ({ verb, data }, { activityId, conversationId }, inputs = {}, by = of) => {
      const isThread = !isChannel || conversationId.includes(';');
      const thread = isThread ? conversationId : `${conversationId};messageid=${activityId}`;
      const value = { ...data, ...inputs, verb };
      const { status } = await send(activity(by, { ...inThread(thread), value, replyToId: activityId }));
      if (status !== 200) throw new Error(`The bot answered ${status}.`);
      return shownIn(thread);
    },
    say: async (text, by = of, mentions = []) => {
      const thread = newThread();
      const id = randomUUID();
      const mention = (who: { id: string; name: string }) => ({
        type: 'mention',
        text: `<at>${who.name}</at>`,
        mentioned: { id: who.id, name: who.name },
      });
      const written = mentions.reduce((so, { name }) => so.replace(`@${name}`, `<at>${name}</at>`), text);
      const { status } = await send(
        activity(by, {
          id,
          text: isPersonal ? written : `<at>Lotse</at>&nbsp;${written}`,
          ...inThread(thread),
          entities: [
            ...(isPersonal ? [] : [mention(bot), mention(bot)]),
            ...mentions.map(mention),
            { type: 'clientInfo', timezone: 'Europe/Berlin' },
          ],
        }),
      );
      if (status !== 200) throw new Error(`The bot answered ${status}.`);
      const answer = connector.shown.find(({ replyTo }) => replyTo === id);
      if (!answer?.contents[0]) throw new Error(`No answer to "${text}".`);
      return answer.contents[0];
    },
    press: async ({ verb, data }, inputs = {}, by = of, on) => {
      const { status, body } = await send(
        activity(by, {
          ...pressing(verb, { ...data, ...inputs }),
          ...(on !== undefined && { replyToId: on }),
        }),
      );
      const invoked = body as Invoked;
      if (status !== 200 || invoked.statusCode !== 200)
        throw new Error(`The bot answered ${status}: ${JSON.stringify(body)}`);
      return invoked.value;
    },
    posts: () =>
      connector.shown.filter(
        ({ conversationId, replyTo }) => conversationId === channelId && (isChannel || replyTo === undefined),
      ),
    install: async (by = of) => {
      await tellNews(by, { type: 'installationUpdate', action: 'add' });
      const membersAdded = [{ id: bot.id }];
      await tellNews(by, { type: 'conversationUpdate', membersAdded, ...teamNews('teamMemberAdded') });
    },
    uninstall: async (by = of) => {
      await tellNews(by, { type: 'installationUpdate', action: 'remove' });
      const membersRemoved = [{ id: bot.id }];
      // Nobody is left in a personal chat to tell of.
      if (!isPersonal)
        await tellNews(by, { type: 'conversationUpdate', membersRemoved, ...teamNews('teamMemberRemoved') });
    },
  };
};

/** The newest content of a post. */
export const newest = (shown: Shown | undefined): Answer => {
  const content = shown?.contents.at(-1);
  if (!content) throw new Error('There is no such post.');
  return content;
};

export { eventually };
