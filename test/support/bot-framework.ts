import { once } from 'node:events';
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { exportJWK, exportSPKI, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

/** What a token says that is otherwise than that of a genuine one; `undefined` leaves it out. */
export type Otherwise = {
  readonly claims?: { readonly [Claim in keyof JWTPayload]: JWTPayload[Claim] | undefined };
  readonly header?: { readonly kid?: string | undefined; readonly alg?: string };
  /** Instead of the key that its id names. */
  readonly key?: KeyPair['privateKey'];
};

/** The part of Bot Framework that tells its keys and signs, and the one that gives a managed identity its tokens. */
export type BotFramework = {
  readonly issuer: string;
  readonly metadataUrl: string;
  /** A genuine token for that app and service, or one that is otherwise. */
  token(appId: string, serviceUrl: string, otherwise?: Otherwise): Promise<string>;
  /** Ids of keys: one that signs for Teams, and one that signs for other channels only. */
  readonly keys: { readonly ofTeams: string; readonly ofOthers: string };
  readonly publicKey: string;
  /** So often its metadata or keys were asked for. */
  readonly asked: () => number;
  /** How it answers: as it should, with 500, or not at all. */
  behave(how: 'well' | 'badly' | 'not at all'): void;
  stop(): Promise<void>;
};

const issuer = 'https://api.botframework.com';
const minute = 60;

/** On loopback; with TLS where a certificate is given. */
export const startBotFramework = async (tls?: { key: string; cert: string }): Promise<BotFramework> => {
  const keys = { ofTeams: 'key-of-teams', ofOthers: 'key-of-others' };
  const pairs = new Map<string, KeyPair>();
  for (const id of Object.values(keys)) pairs.set(id, await generateKeyPair('RS256', { extractable: true }));
  const told = await Promise.all(
    [...pairs].map(async ([kid, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      kid,
      use: 'sig',
      endorsements: kid === keys.ofTeams ? ['webchat', 'msteams'] : ['webchat'],
    })),
  );
  const pairOf = (id = keys.ofTeams): KeyPair => {
    const pair = pairs.get(id) ?? pairs.get(keys.ofTeams);
    if (!pair) throw new Error('There is no key.');
    return pair;
  };

  let asked = 0;
  let behaviour: Parameters<BotFramework['behave']>[0] = 'well';
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    asked += 1;
    if (behaviour === 'not at all') return;
    const content = request.url === '/keys' ? { keys: told } : { issuer, jwks_uri: `${address()}/keys` };
    response.writeHead(behaviour === 'well' ? 200 : 500, { 'content-type': 'application/json' });
    response.end(JSON.stringify(behaviour === 'well' ? content : { message: 'as told' }));
  };
  const server = (tls ? createHttpsServer(tls, answer) : createHttpServer(answer)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = () => `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    issuer,
    metadataUrl: `${address()}/openidconfiguration`,
    keys,
    publicKey: await exportSPKI(pairOf().publicKey),
    token: (appId, serviceUrl, { claims, header, key } = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const times = { nbf: now - minute, exp: now + 30 * minute };
      const payload = { iss: issuer, aud: appId, serviceurl: serviceUrl, ...times, ...claims } as JWTPayload;
      const head = { alg: 'RS256', kid: keys.ofTeams, ...header } as JWTHeaderParameters;
      return new SignJWT(payload).setProtectedHeader(head).sign(key ?? pairOf(head.kid).privateKey);
    },
    asked: () => asked,
    behave: (how) => (behaviour = how),
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};

/** Gives tokens to the managed identity of a process on this machine, as App Service does. */
export type Identity = { readonly environment: Record<string, string>; readonly token: string; stop(): Promise<void> };

export const startIdentity = async (): Promise<Identity> => {
  const [secret, token] = ['of-this-machine', 'token-of-the-managed-identity'];
  const server = createHttpServer((request, response) => {
    const isKnown = request.headers['x-identity-header'] === secret;
    response.writeHead(isKnown ? 200 : 401, { 'content-type': 'application/json' });
    const expires = Math.floor(Date.now() / 1_000) + 3_600;
    response.end(JSON.stringify({ access_token: token, expires_on: expires, resource: '', token_type: 'Bearer' }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    environment: { IDENTITY_ENDPOINT: `http://127.0.0.1:${port}/msi/token`, IDENTITY_HEADER: secret },
    token,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
};
