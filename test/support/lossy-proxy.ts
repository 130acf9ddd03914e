import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bodyOf } from './body';

/**
 * `lose the request`: it never arrives. `lose the answer`: it is carried out, and nobody hears of it.
 * `delay the request`: the caller hears nothing, and it is carried out when `release` is called.
 * `answer 500`: though it was carried out; `inside 202`: as Azure wraps it for one call of a transaction.
 * `refuse`: answered with 403 and not carried out.
 */
export type Fault =
  | 'lose the request'
  | 'lose the answer'
  | 'delay the request'
  | 'answer 500'
  | 'answer 500 inside 202'
  | 'refuse';

export type LossyProxy = {
  readonly port: number;
  /** What happens to the next requests that match, one after another; afterwards all pass again. */
  fail(faults: readonly Fault[], matching?: (method: string, url: string) => boolean): void;
  /** Carries out what was delayed. */
  release(): Promise<void>;
  stop(): Promise<void>;
};

export const isTransaction = (_method: string, url: string): boolean => url.includes('$batch');

/** A network in front of a local HTTP server on which messages get lost on demand. */
export const startLossyProxy = async (target: number): Promise<LossyProxy> => {
  let faults: readonly Fault[] = [];
  let matches: (method: string, url: string) => boolean = () => true;
  const held: (() => Promise<unknown>)[] = [];

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const asked = await bodyOf(incoming);
    const forward = () => send(target, incoming, asked);
    const [fault] = matches(incoming.method ?? '', incoming.url ?? '') ? faults : [];
    if (fault) faults = faults.slice(1);
    if (fault === 'delay the request') {
      held.push(forward);
      return;
    }
    if (fault === 'lose the request') {
      incoming.socket.destroy();
      return;
    }
    if (fault === 'refuse') {
      // The web server under test changes what writeHead returns, for every server in this process.
      outgoing.writeHead(403);
      outgoing.end();
      return;
    }
    const answer = await forward();
    if (fault === 'lose the answer') {
      incoming.socket.destroy();
      return;
    }
    if (fault === 'answer 500 inside 202') {
      outgoing.writeHead(202, { 'content-type': 'multipart/mixed; boundary=batchresponse_1' });
      outgoing.end(timedOutInside);
      return;
    }
    outgoing.writeHead(fault === 'answer 500' ? 500 : answer.status, answer.headers);
    outgoing.end(answer.body);
  };

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  server.unref();

  return {
    port: (server.address() as AddressInfo).port,
    fail: (what, matching = () => true) => {
      faults = what;
      matches = matching;
    },
    release: async () => {
      await Promise.all(held.splice(0).map((forward) => forward()));
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const timedOutInside = [
  '--batchresponse_1',
  'Content-Type: multipart/mixed; boundary=changesetresponse_1',
  '',
  '--changesetresponse_1',
  'Content-Type: application/http',
  '',
  'HTTP/1.1 500 Internal Server Error',
  'Content-Type: application/json',
  '',
  '{"odata.error":{"code":"OperationTimedOut","message":{"lang":"en-US","value":"0:Operation could not be completed."}}}',
  '--changesetresponse_1--',
  '--batchresponse_1--',
].join('\r\n');

type Answer = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer };

const send = (port: number, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const onward = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      const { statusCode: status = 500, headers: said } = answer;
      bodyOf(answer).then((content) => {
        resolve({ status, headers: said, body: content });
      }, reject);
    });
    onward.on('error', reject);
    onward.end(body);
  });
