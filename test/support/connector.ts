import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
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
  readonly contents: { card: CardContent; summary: string }[];
};

type Sent = { readonly attachments?: readonly { readonly content: CardContent }[]; readonly summary?: string };

/** `accept`: carried out all the same, and nobody hears of it. `method`: only requests of that kind fail. */
export type Failure = {
  /** 0: no answer ever comes. */
  readonly status: number;
  readonly accept?: boolean;
  readonly method?: 'POST' | 'PUT';
  /** In seconds. */
  readonly retryAfter?: number;
};

/** Stands in for Teams' connector on loopback: takes posts and updates, and tells who is there. */
export type Connector = {
  readonly url: string;
  /** Everything posted, in the order of posting. */
  readonly shown: Shown[];
  readonly people: Account[];
  /** The next requests are answered with these instead. */
  readonly failures: Failure[];
  /** Every request that was to post or to change something, with what became of it. */
  readonly asked: { readonly method: string; readonly path: string; readonly status: number }[];
  /** Somebody deletes a post. */
  remove(activityId: string): void;
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

export const startConnector = async (): Promise<Connector> => {
  const shown: Shown[] = [];
  const people = [anna, ben, mehmet];
  const failures: Failure[] = [];
  const asked: Connector['asked'] = [];
  const removed = new Set<string>();
  let posts = 0;

  const post = (conversationId: string, sent: Sent, replyTo?: string): string => {
    const activityId = String(1_700_000_000_000 + ++posts);
    shown.push({ conversationId, activityId, contents: [contentOf(sent)], ...(replyTo !== undefined && { replyTo }) });
    return activityId;
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const body = JSON.parse((await read(request)) || '{}') as Sent & {
      activity?: Sent;
      channelData?: { channel?: { id?: string } };
    };
    const next = failures.findIndex(({ method = request.method }) => method === request.method);
    const [failure] = request.method === 'GET' || next < 0 ? [] : failures.splice(next, 1);
    const say = (status: number, content: unknown) => {
      if (status === 0) return;
      if (request.method !== 'GET') asked.push({ method: request.method ?? '', path, status });
      // The web server under test changes what writeHead returns, for every server in this process.
      const again = failure?.retryAfter === undefined ? {} : { 'retry-after': String(failure.retryAfter) };
      response.writeHead(status, { 'content-type': 'application/json', ...again });
      response.end(JSON.stringify(content));
    };
    if (failure && !failure.accept) {
      say(failure.status, { error: { code: 'Stand-in', message: 'as told' } });
      return;
    }
    const [, activitiesOf, activityId] = /^\/v3\/conversations\/([^/]+)\/activities(?:\/(.+))?$/.exec(path) ?? [];
    if (request.method === 'POST' && path === '/v3/conversations') {
      const channel = body.channelData?.channel?.id ?? '';
      const id = post(channel, body.activity ?? {});
      say(failure?.status ?? 201, { id: `${channel};messageid=${id}`, activityId: id });
    } else if (request.method === 'POST' && activitiesOf) {
      say(failure?.status ?? 201, { id: post(activitiesOf, body, activityId) });
    } else if (request.method === 'PUT' && activityId) {
      const message = shown.find((one) => one.activityId === activityId && !removed.has(activityId));
      message?.contents.push(contentOf(body));
      say(
        message ? (failure?.status ?? 200) : 404,
        message ? { id: activityId } : { error: { code: 'ActivityNotFoundInConversation' } },
      );
    } else if (path.endsWith('/pagedmembers')) {
      say(200, { members: people });
    } else if (path.startsWith('/v3/teams/')) {
      say(200, { id: 'team', name: 'Contoso Onboarding' });
    } else {
      say(404, { error: { code: 'NotFound', message: path } });
    }
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.writeHead(500);
      response.end(String(error));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    shown,
    people,
    failures,
    asked,
    remove: (activityId) => {
      removed.add(activityId);
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

const contentOf = (sent: Sent) => ({ card: cardOf(sent), summary: sent.summary ?? '' });

const read = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

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
