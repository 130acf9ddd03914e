import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { bodyOf } from '../support/body';
import { type CardContent, cardOf, pressesOf } from '../support/card-content';
import type { Account } from '../support/connector';
import type { Chance } from './chance';
import { realNow } from './fast-clock';
import type { Refusal } from './in-vain';

/** What Teams answers, as an operator would call it. */
export type AnswerKind =
  | 'accepted'
  | '429'
  | '429 with Retry-After'
  | '502 before accepting'
  | '502 after accepting'
  | '404'
  | '403'
  | 'no answer, not accepted'
  | 'no answer, accepted';

/** A post that was taken, whatever was answered. */
export type Accepted = {
  readonly conversationId: string;
  readonly activityId: string;
  readonly summary: string;
  /** In the time of the soak, and in real time; both in milliseconds. */
  readonly at: number;
  readonly realAt: number;
  /** Who sent it. */
  readonly life: string;
  readonly kind: AnswerKind;
};

/** A conversation that Lotse was removed from. `since`: in milliseconds of the soak. */
export type Closed = { readonly conversationId: string; readonly since: number };

export type SoakConnector = {
  readonly url: string;
  readonly accepted: Accepted[];
  /** Of which onboardings something was seen in a conversation, by the buttons of what was posted or changed there. */
  readonly seenIn: Map<string, Set<string>>;
  readonly answers: Map<AnswerKind, number>;
  /** Conversations that answer 403 until they are taken out again. */
  readonly closed: Map<string, Closed>;
  /** Every answer of 403. */
  readonly refusals: Refusal[];
  readonly underWay: () => number;
  /** In real time. */
  readonly quietSince: () => number;
  /** From now on everything is accepted at once, or no longer. */
  readonly calm: (isCalm: boolean) => void;
  readonly stop: () => Promise<void>;
};

type Sent = { readonly attachments?: readonly { readonly content: CardContent }[]; readonly summary?: string };

type Body = Sent & { readonly activity?: Sent; readonly channelData?: { readonly channel?: { readonly id?: string } } };

/** How often each answer comes to what is posted, per thousand. The rest is accepted. */
const odds: readonly (readonly [AnswerKind, number])[] = [
  ['429', 25],
  ['429 with Retry-After', 25],
  ['502 before accepting', 25],
  ['502 after accepting', 30],
  ['404', 10],
  ['403', 20],
];

/** Silence holds up the whole soak for as long as the product waits: at most once in so many milliseconds. */
const silenceEvery = 40_000;

/** Stands in for Teams' connector: takes most of what it is sent, and answers at random. */
export const startSoakConnector = async (parts: {
  readonly chance: Chance;
  readonly now: () => number;
  readonly peopleIn: (conversationId: string) => readonly Account[];
  /** Whether a conversation may be closed. */
  readonly mayClose: (conversationId: string) => boolean;
  /** Called after it was taken, before that is answered. */
  readonly onAccepted: (accepted: Accepted) => void;
}): Promise<SoakConnector> => {
  const { chance, now, peopleIn, mayClose, onAccepted } = parts;
  const accepted: Accepted[] = [];
  const seenIn: SoakConnector['seenIn'] = new Map();
  const answers: SoakConnector['answers'] = new Map();
  const closed: SoakConnector['closed'] = new Map();
  const refusals: Refusal[] = [];
  let isCalm = true;
  let underWay = 0;
  let quietSince = realNow();
  let silentAt = realNow();
  let posts = 0;

  const chooseFor = (method: string, conversationId: string): AnswerKind => {
    if (closed.has(conversationId)) return '403';
    if (isCalm) return 'accepted';
    if (method === 'POST' && realNow() - silentAt > silenceEvery && chance.isSo(0.02)) {
      silentAt = realNow();
      return chance.isSo(0.5) ? 'no answer, accepted' : 'no answer, not accepted';
    }
    let left = chance.next() * 1_000;
    for (const [kind, share] of odds) {
      left -= share;
      if (left < 0) return kind === '403' && !mayClose(conversationId) ? 'accepted' : kind;
    }
    return 'accepted';
  };

  const take = (sent: Sent, conversationId: string, life: string, kind: AnswerKind): string => {
    posts += 1;
    const activityId = String(1_700_000_000_000 + posts);
    const what = { conversationId, activityId, summary: sent.summary ?? '', life, kind };
    const post: Accepted = { ...what, at: now(), realAt: realNow() };
    accepted.push(post);
    onAccepted(post);
    return activityId;
  };

  const see = (conversationId: string, sent: Sent): void => {
    const seen = seenIn.get(conversationId) ?? new Set();
    for (const { data } of pressesOf(cardOf(sent))) if (data['engagementId']) seen.add(data['engagementId']);
    seenIn.set(conversationId, seen);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const { method = '' } = request;
    const body = JSON.parse((await bodyOf(request)).toString() || '{}') as Body;
    const life = String(request.headers['soak-process'] ?? '');
    const [, named = ''] = /^\/v3\/conversations\/([^/]+)/.exec(path) ?? [];
    const conversationId = (named === '' ? (body.channelData?.channel?.id ?? '') : named).split(';')[0] ?? '';
    const say = (status: number, content: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(content));
    };
    if (path.endsWith('/pagedmembers')) {
      say(200, { members: peopleIn(conversationId) });
      return;
    }
    if (method === 'GET') {
      say(200, { id: 'team', name: 'Contoso Onboarding' });
      return;
    }
    const kind = chooseFor(method, conversationId);
    answers.set(kind, (answers.get(kind) ?? 0) + 1);
    if (kind === '403') {
      const { since } = closed.get(conversationId) ?? { since: now() };
      closed.set(conversationId, { conversationId, since });
      refusals.push({ conversationId, since, at: now(), realAt: realNow(), life });
    }
    const isTaken = kind === 'accepted' || kind === '502 after accepting' || kind === 'no answer, accepted';
    const sent = body.activity ?? body;
    if (isTaken) see(conversationId, sent);
    const id = isTaken && method === 'POST' ? take(sent, conversationId, life, kind) : undefined;
    // Now and then it takes its time, so that whoever dies can die in between.
    await wait(chance.isSo(0.02) ? chance.whole(300, 1_200) : chance.whole(0, 10));
    if (kind === '429') say(429, failed('Throttled'));
    else if (kind === '429 with Retry-After')
      say(429, failed('Throttled'), { 'retry-after': String(chance.oneOf([1, 2, 30, 90])) });
    else if (kind === '502 before accepting' || kind === '502 after accepting') say(502, failed('BadGateway'));
    else if (kind === '404') say(404, failed('ConversationNotFound'));
    else if (kind === '403') say(403, failed('BotNotInConversationRoster'));
    else if (kind === 'accepted')
      say(
        method === 'POST' ? 201 : 200,
        named === '' ? { id: `${conversationId};messageid=${id ?? ''}`, activityId: id } : { id },
      );
    else await once(response, 'close');
  };

  const server = createServer((request, response) => {
    underWay += 1;
    quietSince = realNow();
    answer(request, response)
      .catch(() => {
        // Whoever asked has died.
        response.destroy();
      })
      .finally(() => {
        underWay -= 1;
        quietSince = realNow();
      });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    accepted,
    seenIn,
    answers,
    closed,
    refusals,
    underWay: () => underWay,
    quietSince: () => quietSince,
    calm: (wanted) => {
      isCalm = wanted;
    },
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

const failed = (code: string) => ({ error: { code, message: 'by chance' } });
