import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyOf } from './body';
import { type CardContent, cardOf } from './card-content';

export type Account = {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userRole: string;
};

/** One message as the people in the conversation see it. */
export type Shown = {
  readonly conversationId: string;
  readonly activityId: string;
  /** The activity it answers, if it is an answer. */
  readonly replyTo?: string;
  /** Every content it had, the newest last. */
  readonly contents: Content[];
  /** Nobody sees it any more. */
  deleted?: true;
};

/** `text`: of a message without a card. `at`: when it was shown, in milliseconds. */
export type Content = {
  readonly card: CardContent;
  readonly summary: string;
  readonly text?: string;
  readonly at: number;
};

type Sent = {
  readonly attachments?: readonly { readonly content: CardContent }[];
  readonly summary?: string;
  readonly text?: string;
};

/** `accept`: carried out all the same, and nobody hears of it. `method`: only requests of that kind fail. */
export type Failure = {
  /** 0: no answer ever comes. */
  readonly status: number;
  /** What the answer says of the reason, such as `BotNotInConversationRoster`. */
  readonly code?: string;
  readonly accept?: boolean;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  /** In seconds, or a date. */
  readonly retryAfter?: number | string;
  /** The answer, where it says the reason in another way. */
  readonly body?: object;
};

/** Stands in for Teams' connector on loopback: takes posts, changes and deletions, and tells who is there. */
export type Connector = {
  readonly url: string;
  /** Everything posted, in the order of posting. */
  readonly shown: Shown[];
  readonly people: Account[];
  /** Who is in a conversation that is not for all of them: a personal chat, say. */
  readonly peopleOf: Map<string, readonly Account[]>;
  /** The next requests that are to post or to change something are answered with these instead. */
  readonly failures: Failure[];
  /** Conversations, threads included, of which every request is answered so, until they are taken out again. */
  readonly down: Map<string, Failure>;
  /** Every request that was to post or to change something, with what became of it. */
  readonly asked: { readonly method: string; readonly path: string; readonly status: number }[];
  /** What the bot identified itself with, each once. */
  readonly authorizations: Set<string | undefined>;
  /** Which ids the bot's requests carried, each once. */
  readonly correlations: Set<string | undefined>;
  /** Somebody deletes a post. */
  remove(activityId: string): void;
  /** Somebody else than the bot under test changes a post. */
  edit(activityId: string, content: Partial<Content>): void;
  stop(): Promise<void>;
};

export const account = (number: number, name: string, userRole = 'user'): Account => ({
  id: `29:${number}`,
  aadObjectId: `00000000-0000-4000-8000-00000000000${number}`,
  name,
  userRole,
});

export const anna = account(1, 'Anna Schmidt');
export const ben = account(2, 'Ben Carter', 'guest');
export const mehmet = account(3, 'Mehmet Yılmaz');
/** Is in no roster. */
export const stranger = account(9, 'Sam Stranger');

/** With TLS where a certificate is given. */
export const startConnector = async (tls?: { key: string; cert: string }): Promise<Connector> => {
  const shown: Shown[] = [];
  const people = [anna, ben, mehmet];
  const peopleOf: Connector['peopleOf'] = new Map();
  const failures: Failure[] = [];
  const down: Connector['down'] = new Map();
  const asked: Connector['asked'] = [];
  const authorizations: Connector['authorizations'] = new Set();
  const correlations: Connector['correlations'] = new Set();
  let posts = 0;

  const standing = (activityId: string | undefined): Shown | undefined =>
    shown.find((one) => one.activityId === activityId && !one.deleted);

  const there = (activityId: string): Shown => {
    const message = standing(activityId);
    if (!message) throw new Error(`There is no post ${activityId}.`);
    return message;
  };

  const failureOf = (method: string | undefined, conversationId: string): Failure | undefined => {
    const fails = ({ method: only }: Failure) => only === undefined || only === method;
    const lasting = down.get(rootOf(conversationId));
    if (lasting && fails(lasting)) return lasting;
    const next = method === 'GET' ? -1 : failures.findIndex(fails);
    return next < 0 ? undefined : failures.splice(next, 1)[0];
  };

  const post = (conversationId: string, sent: Sent, replyTo?: string): string => {
    const activityId = String(1_700_000_000_000 + ++posts);
    shown.push({ conversationId, activityId, contents: [contentOf(sent)], ...(replyTo !== undefined && { replyTo }) });
    return activityId;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    authorizations.add(request.headers.authorization);
    correlations.add(request.headers['x-ms-client-request-id']?.toString());
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const body = JSON.parse((await bodyOf(request)).toString() || '{}') as Sent & {
      activity?: Sent;
      channelData?: { channel?: { id?: string } };
    };
    const [, named = ''] = /^\/v3\/conversations\/([^/]+)/.exec(path) ?? [];
    const conversationId = named === '' ? (body.channelData?.channel?.id ?? '') : named;
    const failure = failureOf(request.method, conversationId);
    const say = (status: number, content: unknown) => {
      if (status === 0) return;
      if (request.method !== 'GET') asked.push({ method: request.method ?? '', path, status });
      // The web server under test changes what writeHead returns, for every server in this process.
      const again = failure?.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) };
      response.writeHead(status, { 'content-type': 'application/json', ...again });
      response.end(JSON.stringify(content));
    };
    if (failure && !failure.accept) {
      say(failure.status, failure.body ?? { error: { code: failure.code ?? 'Stand-in', message: 'as told' } });
      return;
    }
    const [, activitiesOf, activityId] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(path) ?? [];
    const message = standing(activityId);
    if (request.method === 'POST' && path === '/v3/conversations') {
      const id = post(conversationId, body.activity ?? {});
      say(failure?.status ?? 201, { id: `${conversationId};messageid=${id}`, activityId: id });
    } else if (request.method === 'POST' && activitiesOf) {
      say(failure?.status ?? 201, { id: post(activitiesOf, body, activityId) });
    } else if (activityId && !message) {
      say(404, { error: { code: 'ActivityNotFoundInConversation' } });
    } else if (request.method === 'PUT' && message) {
      message.contents.push(contentOf(body));
      say(failure?.status ?? 200, { id: activityId });
    } else if (request.method === 'DELETE' && message) {
      message.deleted = true;
      say(failure?.status ?? 200, {});
    } else if (path.endsWith('/pagedmembers')) {
      say(200, { members: peopleOf.get(rootOf(conversationId)) ?? people });
    } else if (path.startsWith('/v3/teams/')) {
      say(200, { id: 'team', name: 'Contoso Onboarding' });
    } else {
      say(404, { error: { code: 'NotFound', message: path } });
    }
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  };
  const server = (tls ? createTlsServer(tls, handle) : createServer(handle)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    shown,
    people,
    peopleOf,
    failures,
    down,
    asked,
    authorizations,
    correlations,
    remove: (activityId) => {
      there(activityId).deleted = true;
    },
    edit: (activityId, content) => {
      there(activityId).contents.push({ card: {}, summary: '', at: Date.now(), ...content });
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

const contentOf = (sent: Sent): Content => ({
  card: cardOf(sent),
  summary: sent.summary ?? '',
  ...(sent.text !== undefined && { text: sent.text }),
  at: Date.now(),
});

/** The conversation a thread belongs to. */
const rootOf = (conversationId: string): string => conversationId.split(';')[0] ?? '';

/** Waits until something is so. Fails with what it is instead. */
export const eventually = async <Found>(
  look: () => Found | undefined | false | Promise<Found | undefined | false>,
  within = 10_000,
): Promise<Found> => {
  const deadline = Date.now() + within;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (Date.now() > deadline) throw new Error(`Not so within ${within / 1000} s: ${look.toString()}`);
    await wait(20);
  }
};
