import { createSecretKey, randomUUID } from 'node:crypto';
import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { type Azurite, startAzurite } from '../support/azurite';
import { type BotFramework, type Identity, startBotFramework, startIdentity } from '../support/bot-framework';
import { type BotProcess, freePort, startBot } from '../support/bot-process';
import { textOf } from '../support/card-content';
import { type Certificate, createCertificate } from '../support/certificate';
import { anna, ben, type Connector, eventually, startConnector } from '../support/connector';
import { type Kept, openKept } from '../support/lotse';
import { type Channel, channel, pressing } from '../support/teams';

/** As `channel` names the bot. */
const appId = 'lotse';
const [home, away] = ['11111111-2222-3333-4444-555555555555', '99999999-2222-3333-4444-555555555555'];
const prefix = 'attacked';

let azurite: Azurite;
let certificate: Certificate;
let botFramework: BotFramework;
let identity: Identity;
let connector: Connector;
let evil: Connector;
let bot: BotProcess;
let kept: Kept;
let port: number;
let general: Channel;
let other: Channel;
let logged = '';

/** The product as it runs in production: configured by its environment only, with everything checked. */
beforeAll(async () => {
  [azurite, certificate, identity] = await Promise.all([startAzurite(), createCertificate(), startIdentity()]);
  [botFramework, connector, evil] = await Promise.all([
    startBotFramework(certificate),
    startConnector(certificate),
    startConnector(),
  ]);
  port = await freePort();
  bot = await startBot({
    port,
    connectionString: azurite.connectionString,
    environment: {
      BOT_AUTH: 'required',
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: appId,
      MicrosoftAppTenantId: home,
      ...identity.environment,
      ToChannelFromBotLoginUrl: 'https://login.example.com/tenant',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: botFramework.issuer,
      ToBotFromChannelOpenIdMetadataUrl: botFramework.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: botFramework.metadataUrl,
      ALLOWED_TENANTS: home.toUpperCase(),
      ALLOWED_SERVICE_HOSTS: '127.0.0.1',
      NODE_EXTRA_CA_CERTS: certificate.file,
      TABLE_PREFIX: prefix,
      LOG_LEVEL: 'trace',
    },
  });
  bot.output.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  kept = await openKept(azurite.connectionString, prefix);
  const token = await botFramework.token(appId, connector.url);
  general = channel(port, connector, { token, tenantId: home });
  other = channel(port, connector, { token, tenantId: home, channelId: '19:other@thread.tacv2' });
  await general.say('start Contoso');
  await other.say('start Fabrikam');
  await eventually(() => general.posts().length + other.posts().length === 4);
}, 60_000);

afterAll(async () => {
  await bot.stop();
  for (const one of [connector, evil, botFramework, identity, azurite]) await one.stop();
  await certificate.remove();
});

type Refused = { readonly status: number; readonly headers: Headers; readonly body: string };

const post = async (authorization: string | undefined, body: string): Promise<Refused> => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body,
  });
  return { status: answer.status, headers: answer.headers, body: await answer.text() };
};

/** A press that would complete an item. */
const press = async (more: object = {}) => {
  const engagementId = await kept.idOf(general.place);
  return { ...general.activity(anna, pressing('item.complete', { engagementId, itemId: 'A1' })), ...more };
};
const bearer = (token: string): string => `Bearer ${token}`;

/** Sends it, and makes sure that nothing whatever came of it. */
const refused = async (authorization: string | undefined, activity: object): Promise<Refused> => {
  const before = await kept.historyOf(general.place);
  const posts = connector.shown.length;
  const answer = await post(authorization, JSON.stringify(activity));
  expect(await kept.historyOf(general.place)).toEqual(before);
  expect(connector.shown).toHaveLength(posts);
  expect(evil.authorizations.size).toBe(0);
  expect(answer.headers.get('server')).toBeNull();
  expect(answer.body).toBe(JSON.stringify({ error: sentences[answer.status] }));
  return answer;
};
const sentences: Readonly<Record<number, string>> = {
  401: 'I do not know who you are.',
  403: 'This is not for here.',
};

const now = () => Math.floor(Date.now() / 1_000);
const token = (
  ...otherwise: Parameters<BotFramework['token']> extends [string, string, ...infer Rest] ? Rest : never
) => botFramework.token(appId, connector.url, ...otherwise);
const claims = () => ({ iss: botFramework.issuer, aud: appId, serviceurl: connector.url, exp: now() + 900 });
const entra = (tenant: string) => ({
  claims: { iss: `https://login.microsoftonline.com/${tenant}/v2.0`, tid: tenant, ver: '2.0', azp: appId },
});

describe('whoever brings', () => {
  const tokens: readonly (readonly [string, () => Promise<string | undefined>])[] = [
    ['no token', () => Promise.resolve(undefined)],
    ['an empty header', () => Promise.resolve('')],
    ['no more than the word', () => Promise.resolve('Bearer ')],
    ['a password', () => Promise.resolve('Basic bG90c2U6bG90c2U=')],
    ['nonsense', () => Promise.resolve('Bearer a.b.c')],
    ['a genuine token under another word', async () => `Token ${await token()}`],
    ['a token that is expired', async () => bearer(await token({ claims: { exp: now() - 600 } }))],
    ['a token of tomorrow', async () => bearer(await token({ claims: { nbf: now() + 86_400 } }))],
    ['a token without an end', async () => bearer(await token({ claims: { exp: undefined } }))],
    ['a token for another bot', async () => bearer(await token({ claims: { aud: 'another' } }))],
    ['a token of another issuer', async () => bearer(await token({ claims: { iss: 'https://sts.example.com' } }))],
    ['a token that Entra issued in our tenant', async () => bearer(await token(entra(home)))],
    ['a token that Entra issued in another tenant', async () => bearer(await token(entra(away)))],
    ['a token that nobody signed', () => Promise.resolve(bearer(new UnsecuredJWT(claims()).encode()))],
    [
      'a token signed with our public key as a password',
      async () => {
        const secret = createSecretKey(Buffer.from(botFramework.publicKey));
        const header = { alg: 'HS256', kid: botFramework.keys.ofTeams };
        return bearer(await new SignJWT(claims()).setProtectedHeader(header).sign(secret));
      },
    ],
    ['a token of a key nobody knows', async () => bearer(await token({ header: { kid: 'unknown' } }))],
    ['a token that does not name its key', async () => bearer(await token({ header: { kid: undefined } }))],
    [
      'a token of a key that only says it is ours',
      async () => bearer(await token({ key: (await generateKeyPair('RS256')).privateKey })),
    ],
    [
      'a token of a key for other channels',
      async () => bearer(await token({ header: { kid: botFramework.keys.ofOthers } })),
    ],
    ['a token that names no service', async () => bearer(await token({ claims: { serviceurl: undefined } }))],
    ['a token that names an empty service', async () => bearer(await token({ claims: { serviceurl: '' } }))],
  ];

  test.each(tokens)('%s is not let in', async (_, authorization) => {
    expect((await refused(await authorization(), await press())).status).toBe(401);
  });

  test('a genuine token may not change its last letters', async () => {
    const genuine = await token();
    const changed = genuine.slice(0, -6) + genuine.slice(-6).split('').reverse().join('');
    expect((await refused(bearer(changed), await press())).status).toBe(401);
  });
});

describe('with a genuine token', () => {
  type Sent = readonly [activity: () => Promise<object>, serviceUrl?: () => string];
  const inTenant = async (id: string | undefined): Promise<object> => {
    const activity = await press();
    const conversation = { ...(activity['conversation'] as object), tenantId: id };
    return { ...activity, conversation, channelData: { tenant: { id } } };
  };
  /** What the activity and its token say of the service. */
  const of = (serviceUrl: () => string): Sent => [() => press({ serviceUrl: serviceUrl() }), serviceUrl];
  const activities: readonly (readonly [string, 401 | 403, Sent])[] = [
    ['a service address that is empty', 401, [() => press({ serviceUrl: '' })]],
    ['no service address', 401, [() => press({ serviceUrl: undefined })]],
    ['the service address of somebody else', 401, [() => press({ serviceUrl: evil.url })]],
    ['a token and a service of somebody else', 403, of(() => evil.url)],
    ['a service that only begins like one of ours', 403, of(() => 'https://smba.trafficmanager.net.example.com/')],
    ['a service of ours without protection', 403, of(() => 'http://smba.trafficmanager.net/')],
    ['another tenant', 403, [() => inTenant(away)]],
    ['two tenants', 403, [() => press({ channelData: { tenant: { id: away } } })]],
    ['no tenant', 403, [() => inTenant(undefined)]],
    ['another channel', 403, [() => press({ channelId: 'webchat' })]],
    ['another bot', 403, [() => press({ recipient: { id: '28:another' } })]],
    ['nobody', 403, [() => press({ from: undefined })]],
    ['somebody without an id of Entra', 403, [() => press({ from: { id: anna.id, name: anna.name } })]],
  ];

  test.each(activities)('an activity that names %s is refused with %i', async (_, status, [activity, serviceUrl]) => {
    const genuine = await botFramework.token(appId, serviceUrl?.() ?? connector.url);
    expect((await refused(bearer(genuine), await activity())).status).toBe(status);
  });

  test('a name forged in a card is not believed: whoever pressed did it', async () => {
    const engagementId = await kept.idOf(general.place);
    const forged = { by: anna.aadObjectId, from: anna.aadObjectId, aadObjectId: anna.aadObjectId };
    await general.press({ verb: 'item.note', data: { engagementId, itemId: 'A2', note: 'Seen', ...forged } }, {}, ben);
    const { people } = await kept.store.load(engagementId);
    const last = (await kept.historyOf(general.place)).at(-1);
    expect(last && people[last.by]).toMatchObject({ id: ben.aadObjectId });
  });

  test('an engagement forged in a card is not found', async () => {
    const theirs = { engagementId: await kept.idOf(other.place), itemId: 'A1' };
    const before = await kept.historyOf(other.place);
    const card = await general.press({ verb: 'item.complete', data: theirs });
    expect(textOf(card)).toContain('This card belongs to another onboarding. Nothing changed.');
    expect(await kept.historyOf(other.place)).toEqual(before);
  });

  test('the same activity sent again does nothing again', async () => {
    const engagementId = await kept.idOf(general.place);
    const noted = general.activity(anna, {
      id: randomUUID(),
      ...pressing('item.note', { engagementId, itemId: 'A3', note: 'Once' }),
    });
    const before = await kept.historyOf(general.place);
    for (let times = 0; times < 3; times += 1) expect((await general.send(noted)).status).toBe(200);
    expect(await kept.historyOf(general.place)).toHaveLength(before.length + 1);
  });

  test('it works, and what goes out carries our own token', async () => {
    expect((await general.say("what's left in Assess?", ben)).summary).toBe('Assess: 6 of 6 open');
    expect([...connector.authorizations]).toEqual([bearer(identity.token)]);
  });
});

describe('a request', () => {
  test('with headers of more than 16 KB is not read', async () => {
    const answer = await post(bearer('x'.repeat(17_000)), JSON.stringify(await press()));
    expect(answer.status).toBe(431);
    expect(answer.body).toBe('');
    expect(answer.headers.get('server')).toBeNull();
  });

  test('with a body of more than 256 KB is not read', async () => {
    const large = JSON.stringify(await press({ text: 'x'.repeat(262_144) }));
    expect((await post(bearer(await token()), large)).status).toBe(413);
    expect((await post(undefined, large)).status).toBe(401);
  });
});

test('whoever goes on knocking has to come again each time, and whoever is genuine at the same address does not', async () => {
  const activity = await press({ id: randomUUID() });
  const connections = new Set<string | null>();
  for (let times = 0; times < 60; times += 1)
    connections.add((await refused('Bearer nonsense', activity)).headers.get('connection'));
  expect(connections).toContain('close');
  expect((await general.say('show A1')).summary).toContain('A1');
});

test('the log tells why somebody was refused, and holds no token, no secret and nothing anybody wrote', async () => {
  await eventually(() => logged.includes('A request was refused.'));
  expect(logged).toContain('"audit":"notFound"');
  for (const reason of ['no token', 'the token is expired', '(ALLOWED_TENANTS)', '(ALLOWED_SERVICE_HOSTS)'])
    expect(logged).toContain(reason);
  const secrets = ['eyJ', identity.token, ...Object.values(identity.environment), 'AccountKey', 'nonsense'];
  const writings = ['Contoso', 'Fabrikam', 'Seen', 'Once', anna.name, ben.name, anna.aadObjectId];
  for (const one of [...secrets, ...writings]) expect(logged).not.toContain(one);
});
