import restify, { type Next, type Request, type Response } from 'restify';
import type { Log } from '../../application/ports';
import type { Watch } from '../../application/watch';

export type Serving = { readonly port: number; stop(): Promise<void> };

type Parts = {
  readonly host: string;
  readonly port: number;
  /** Handles one activity, and answers the response itself. */
  readonly process: (request: Request, response: Response) => Promise<void>;
  /** Rejects when storage cannot be reached. */
  readonly ready: () => Promise<void>;
  readonly watch: Pick<Watch, 'figures' | 'isBehind'>;
  readonly log: Log;
};

/** An activity is far smaller; this is what Teams may put around it. In bytes. */
const largestBody = 262_144;

/** The two sentences a caller hears who is not Teams; German if that is asked for. */
const sentences = {
  unreadable: { en: 'This is not an activity I can read.', de: 'Das ist keine Aktivität, die ich lesen kann.' },
  tooLarge: { en: 'This is too large.', de: 'Das ist zu groß.' },
  notHere: { en: 'There is nothing here.', de: 'Hier ist nichts.' },
  failed: {
    en: 'Something went wrong. Please try again.',
    de: 'Etwas ist schiefgegangen. Bitte versuchen Sie es noch einmal.',
  },
};

const answer = (request: Request, response: Response, status: number, sentence: keyof typeof sentences): void => {
  const german = request.header('accept-language', '').toLowerCase().startsWith('de');
  response.removeHeader('Server');
  response.send(status, { error: sentences[sentence][german ? 'de' : 'en'] });
};

/** Listens at once. Rejects with the variable to change when the port is taken. */
export const serve = async ({ host, port, process, ready, watch, log }: Parts): Promise<Serving> => {
  const server = restify.createServer({ name: '', handleUncaughtExceptions: false });
  server.on(
    'restifyError',
    (request: Request, response: Response, error: { statusCode?: number }, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status === 413) answer(request, response, 413, 'tooLarge');
      else if (status === 404 || status === 405) answer(request, response, status, 'notHere');
      else if (status < 500) answer(request, response, 400, 'unreadable');
      else answer(request, response, 500, 'failed');
      done();
    },
  );

  // The declared options leave out the limit, which the parser hands on to its reader; the default is none.
  const bodyOptions = { maxBodySize: largestBody, mapParams: false };
  const readBody = restify.plugins.jsonBodyParser(bodyOptions);
  server.post('/api/messages', readBody, async (request: Request, response: Response) => {
    response.removeHeader('Server');
    if (!isActivity(request.body)) {
      answer(request, response, 400, 'unreadable');
      return;
    }
    try {
      await process(request, response);
    } catch (error) {
      log.error({ err: error }, 'A request failed.');
      if (!response.headersSent) answer(request, response, 500, 'failed');
    }
  });
  server.get('/healthz', (_request: Request, response: Response, next: Next) => {
    response.send(200, { status: 'ok' });
    next();
  });
  server.get('/readyz', async (request: Request, response: Response) => {
    try {
      await ready();
    } catch (error) {
      log.warn({ err: error }, 'Not ready: storage cannot be reached.');
      answer(request, response, 503, 'failed');
      return;
    }
    const isBehind = watch.isBehind();
    response.removeHeader('Server');
    response.send(isBehind ? 503 : 200, { status: isBehind ? 'behind' : 'ready', ...watch.figures() });
  });

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
        server.close(() => {
          resolve();
        });
        server.server.closeIdleConnections();
      }),
  };
};

const isActivity = (body: unknown): boolean => {
  const { type, serviceUrl } = (body ?? {}) as { type?: unknown; serviceUrl?: unknown };
  return typeof type === 'string' && type !== '' && (serviceUrl === undefined || typeof serviceUrl === 'string');
};
