import type { Server as HttpServer } from 'node:http';
import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../../application/ports';
import type { Watch } from '../../application/watch';
import { createFailures } from './failures';

export type Serving = { readonly port: number; stop(): Promise<void> };

/** Takes what a caller who was let in sends. Without a body wherever the status says all. Rejects only for our faults. */
type Take = (activity: unknown) => Promise<{ readonly status: number; readonly body?: unknown }>;

type Parts = {
  readonly host: string;
  readonly port: number;
  /** Whom the `Authorization` header lets in; undefined: nobody. */
  readonly enter: (authorization: string | undefined) => Promise<Take | undefined>;
  /** Rejects when storage cannot be reached. */
  readonly ready: () => Promise<void>;
  readonly watch: Pick<Watch, 'figures' | 'isBehind'>;
  readonly log: Log;
  /** How many refused requests a minute are borne from one address before its connections are closed. */
  readonly mostRefused?: number;
};

/** An activity is far smaller; this is what Teams may put around it. In bytes. */
const largestBody = 262_144;
/** Milliseconds in which a request has to arrive, its headers first. */
const arriving = { headers: 10_000, all: 30_000 };
/** Milliseconds a connection nobody uses is kept: longer than whatever stands before us keeps its own. */
const idle = 250_000;

/** The few sentences a caller hears who is not Teams; German if that is asked for. */
const sentences = {
  unreadable: { en: 'This is not an activity I can read.', de: 'Das ist keine Aktivität, die ich lesen kann.' },
  tooLarge: { en: 'This is too large.', de: 'Das ist zu groß.' },
  unknown: { en: 'I do not know who you are.', de: 'Ich weiß nicht, wer Sie sind.' },
  forbidden: { en: 'This is not for here.', de: 'Das gehört nicht hierher.' },
  notHere: { en: 'There is nothing here.', de: 'Hier ist nichts.' },
  failed: {
    en: 'Something went wrong. Please try again.',
    de: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  },
};

const sentenceFor: Readonly<Record<number, keyof typeof sentences>> = {
  400: 'unreadable',
  401: 'unknown',
  403: 'forbidden',
  404: 'notHere',
  405: 'notHere',
  413: 'tooLarge',
  415: 'unreadable',
};

/** Answers with one sentence. What is not known here is our fault from 500 on, and the caller's below. */
const refuse = (request: Request, response: Response, status: number, connection?: 'close'): void => {
  if (connection) response.setHeader('Connection', connection);
  const german = request.header('accept-language', '').toLowerCase().startsWith('de');
  const sentence = sentenceFor[status] ?? (status < 500 ? 'unreadable' : 'failed');
  response.removeHeader('Server');
  response.send(status, { error: sentences[sentence][german ? 'de' : 'en'] });
};

/** Listens at once. Rejects with the variable to change when the port is taken. */
export const serve = async (parts: Parts): Promise<Serving> => {
  const { host, port, enter, ready, watch, log, mostRefused = 30 } = parts;
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  const failures = createFailures(mostRefused, () => performance.now());
  const refuseCaller = (request: Request, response: Response, status: number): void => {
    // Whoever goes on asking has to come again each time. What is genuine is never counted, so that it never waits.
    refuse(request, response, status, failures.add(request.socket.remoteAddress ?? '') ? 'close' : undefined);
  };
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      refuse(request, response, error.statusCode ?? 500);
      done();
    },
  );

  const callers = new WeakMap<Request, Take>();
  /** Before anything of the body is read. */
  const isLetIn = async (request: Request, response: Response): Promise<boolean> => {
    const take = await enter(request.header('authorization'));
    if (!take) refuseCaller(request, response, 401);
    else if (!isPlainJson(request)) refuse(request, response, 415);
    else callers.set(request, take);
    return callers.has(request);
  };
  const letIn = (request: Request, response: Response, next: Next): void => {
    isLetIn(request, response).then((isIn) => {
      next(isIn ? undefined : false);
    }, next);
  };
  // The declared options leave out the limit, which the parser hands on to its reader; the default is none.
  const bodyOptions = { maxBodySize: largestBody, mapParams: false };
  const readBody = restify.plugins.jsonBodyParser(bodyOptions);
  server.post('/api/messages', letIn, readBody, async (request: Request, response: Response) => {
    try {
      const { status, body } = (await callers.get(request)?.(request.body)) ?? { status: 401 };
      if (status === 401) refuseCaller(request, response, status);
      else if (status >= 400) refuse(request, response, status);
      else {
        response.removeHeader('Server');
        response.send(status, body);
      }
    } catch (error) {
      log.error({ err: error }, 'A request failed.');
      if (!response.headersSent) refuse(request, response, 500);
    }
  });
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    response.removeHeader('Server');
    response.send(200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (request: Request, response: Response) => {
    try {
      await ready();
    } catch (error) {
      log.warn({ err: error }, 'Not ready: storage cannot be reached.');
      refuse(request, response, 503);
      return;
    }
    const isBehind = watch.isBehind();
    response.removeHeader('Server');
    response.send(isBehind ? 503 : 200, { status: isBehind ? 'behind' : 'ready', ...watch.figures() });
  });

  const listening = server.server as HttpServer;
  listening.headersTimeout = arriving.headers;
  listening.requestTimeout = arriving.all;
  listening.keepAliveTimeout = idle;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${String(port)} is taken. Set PORT to a free one.`, { cause: error })
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  const { port: bound } = server.address();
  return {
    port: bound,
    stop: () =>
      new Promise((resolve) => {
        // Whoever was just answered keeps the connection otherwise.
        const closing = setInterval(() => {
          listening.closeIdleConnections();
        }, 50);
        server.close(() => {
          clearInterval(closing);
          resolve();
        });
      }),
  };
};

/** Only JSON as it is: what is packed may become anything. */
const isPlainJson = ({ headers }: Request): boolean =>
  /^application\/json\b/i.test(headers['content-type'] ?? '') && headers['content-encoding'] === undefined;
