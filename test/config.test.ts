import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../src/config';

const storage = { AZURE_STORAGE_CONNECTION_STRING: 'UseDevelopmentStorage=true' };
const local = { BOT_AUTH: 'off', ...storage };
const app = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'secret', MicrosoftAppTenantId: 'tenant' };
const production = { ...app, ...storage };
/** The addresses of a cloud that is none of Microsoft's public ones. */
const clouds = {
  ToChannelFromBotLoginUrl: 'https://login.example.com/tenant',
  ToChannelFromBotOAuthScope: 'https://api.example.com',
  ToBotFromChannelTokenIssuer: 'https://api.example.com',
  ToBotFromChannelOpenIdMetadataUrl: 'https://login.example.com/keys',
  ToBotFromEmulatorOpenIdMetadataUrl: 'https://login.example.com/others',
};

const refusal = (environment: Readonly<Record<string, string | undefined>>): string => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('It was not refused.');
};

describe('on this machine', () => {
  test('storage and BOT_AUTH=off are enough', () => {
    expect(readConfig(local)).toEqual({
      host: '127.0.0.1',
      port: 3978,
      auth: { type: 'off' },
      tenants: [],
      serviceHosts: [],
      storage: { connectionString: 'UseDevelopmentStorage=true' },
      tablePrefix: 'lotse',
      tickSeconds: 30,
      logLevel: 'info',
    });
  });

  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('nobody else reaches HOST=%s', (HOST) => {
    expect(readConfig({ ...local, HOST }).host).toBe(HOST);
  });

  test.each(['0.0.0.0', '::', '192.168.1.7', 'lotse.example', '127.0.0.1.example', 'localhost.example', '1127.0.0.1'])(
    'BOT_AUTH=off with HOST=%s is refused: anybody could speak as anybody',
    (HOST) => {
      const message = refusal({ ...local, HOST });
      expect(message).toContain(`HOST is ${HOST}`);
      expect(message).toContain('Set HOST=127.0.0.1 or remove BOT_AUTH');
    },
  );

  test('no other variable lets anybody in', () => {
    const tempting = { NODE_ENV: 'development', DEBUG: '*', CI: 'true', BOT_AUTH_OFF: '1' };
    expect(refusal({ ...tempting, ...storage })).toContain('MicrosoftAppId is not set');
  });
});

describe('in production', () => {
  test('the app registration and storage are enough', () => {
    expect(readConfig(production)).toMatchObject({
      host: '0.0.0.0',
      auth: { type: 'required', appType: 'SingleTenant', appId: 'app', password: 'secret', tenantId: 'tenant' },
    });
  });

  test('a managed identity needs no password, and is the one storage is reached with', () => {
    const { MicrosoftAppPassword: _, ...identity } = app;
    const AZURE_TABLES_URL = 'https://lotse.table.core.windows.net';
    const config = readConfig({ ...identity, MicrosoftAppType: 'UserAssignedMSI', AZURE_TABLES_URL });
    expect(config.auth).toEqual({ type: 'required', appType: 'UserAssignedMSI', appId: 'app', tenantId: 'tenant' });
    expect(config.storage).toEqual({ url: AZURE_TABLES_URL, clientId: 'app' });
    expect(
      readConfig({ ...identity, MicrosoftAppType: 'UserAssignedMSI', AZURE_TABLES_URL, AZURE_CLIENT_ID: 'other' })
        .storage,
    ).toEqual({ url: AZURE_TABLES_URL, clientId: 'other' });
  });

  test('storage is reached with the only identity there is when none is named', () => {
    const AZURE_TABLES_URL = 'https://lotse.table.core.windows.net';
    expect(readConfig({ ...app, AZURE_TABLES_URL }).storage).toEqual({ url: AZURE_TABLES_URL });
  });

  test('an old registration for several tenants needs no tenant', () => {
    const { MicrosoftAppTenantId: _, ...multi } = production;
    expect(readConfig({ ...multi, MicrosoftAppType: 'MultiTenant' }).auth).toMatchObject({ appType: 'MultiTenant' });
  });

  test('what is set is taken', () => {
    const set = { HOST: '10.0.0.4', PORT: '8080', TABLE_PREFIX: 'test2', TICK_SECONDS: '5', LOG_LEVEL: 'debug' };
    expect(readConfig({ ...production, ...set, ChannelService: 'https://botframework.azure.us' })).toMatchObject({
      host: '10.0.0.4',
      port: 8080,
      tablePrefix: 'test2',
      tickSeconds: 5,
      logLevel: 'debug',
      auth: { channelService: 'https://botframework.azure.us' },
    });
  });

  test('another cloud is reached with all of its addresses', () => {
    expect(readConfig({ ...production, ...clouds }).auth).toMatchObject({ endpoints: clouds });
  });

  test.each(Object.keys(clouds))('and is refused without %s, which the message names', (name) => {
    const message = refusal({ ...production, ...clouds, [name]: '' });
    expect(message).toBe(`Not set: ${name}, though other addresses of another cloud are. Set all 5, or none.`);
  });

  test('tenants and hosts are lists, however they are written', () => {
    const tenants = '11111111-AAAA-3333-4444-555555555555 , 22222222-2222-3333-4444-555555555555,';
    expect(
      readConfig({ ...production, ALLOWED_TENANTS: tenants, ALLOWED_SERVICE_HOSTS: 'Smba.Example.com,127.0.0.1' }),
    ).toMatchObject({
      tenants: ['11111111-aaaa-3333-4444-555555555555', '22222222-2222-3333-4444-555555555555'],
      serviceHosts: ['smba.example.com', '127.0.0.1'],
    });
  });

  test('an empty variable counts as not set', () => {
    const names = [
      'HOST',
      'PORT',
      'BOT_AUTH',
      'MicrosoftAppType',
      'ChannelService',
      'AZURE_TABLES_URL',
      'AZURE_CLIENT_ID',
    ];
    const more = ['TABLE_PREFIX', 'TICK_SECONDS', 'LOG_LEVEL', 'ALLOWED_TENANTS', ...Object.keys(clouds)];
    const empty = Object.fromEntries([...names, ...more].map((name, n) => [name, n % 2 ? '' : '  ']));
    expect(readConfig({ ...production, ...empty })).toEqual(readConfig(production));
  });
});

describe('what is refused', () => {
  const without = (name: string) => ({ ...production, [name]: '' });

  const refusals: readonly (readonly [string, Record<string, string>, readonly RegExp[]])[] = [
    [
      'no app id',
      without('MicrosoftAppId'),
      [/^MicrosoftAppId is not set\./, /Set it to the application id/, /npm run dev/],
    ],
    ['no tenant', without('MicrosoftAppTenantId'), [/^MicrosoftAppTenantId is not set\./, /Set it to the tenant/]],
    [
      'no password',
      without('MicrosoftAppPassword'),
      [/^MicrosoftAppPassword is not set\./, /client secret/, /UserAssignedMSI/],
    ],
    [
      'a password beside a managed identity',
      { ...production, MicrosoftAppType: 'UserAssignedMSI' },
      [/^MicrosoftAppPassword is set/, /Remove it/],
    ],
    [
      'an unknown kind of app',
      { ...production, MicrosoftAppType: 'Single' },
      [/^MicrosoftAppType: /, /SingleTenant/, /UserAssignedMSI/],
    ],
    ['no storage', app, [/AZURE_STORAGE_CONNECTION_STRING/, /AZURE_TABLES_URL/, /Set /]],
    [
      'two storages',
      { ...production, AZURE_TABLES_URL: 'https://x.table.core.windows.net' },
      [/AZURE_STORAGE_CONNECTION_STRING and AZURE_TABLES_URL are both set/, /remove the other/],
    ],
    [
      'storage without TLS',
      { ...app, AZURE_TABLES_URL: 'http://x.table.core.windows.net' },
      [/^AZURE_TABLES_URL: must be an https address/],
    ],
    [
      'storage that is no address',
      { ...app, AZURE_TABLES_URL: 'lotse' },
      [/^AZURE_TABLES_URL: must be an https address/],
    ],
    [
      'another cloud twice',
      { ...production, ...clouds, ChannelService: 'https://botframework.azure.us' },
      [/^ChannelService and the To… addresses/, /Keep the one/],
    ],
    [
      'an unknown cloud',
      { ...production, ChannelService: 'https://botframework.example.com' },
      [/^ChannelService: must be https:\/\/botframework\.azure\.us/],
    ],
    [
      'keys without TLS',
      { ...production, ...clouds, ToBotFromChannelOpenIdMetadataUrl: 'http://login.example.com/keys' },
      [/^ToBotFromChannelOpenIdMetadataUrl: must be an https address/],
    ],
    [
      'a tenant that is a name',
      { ...production, ALLOWED_TENANTS: 'contoso.com' },
      [/^ALLOWED_TENANTS\S*: must be tenant ids/],
    ],
    [
      'a host that is an address',
      { ...production, ALLOWED_SERVICE_HOSTS: 'https://smba.example.com' },
      [/^ALLOWED_SERVICE_HOSTS\S*: must be names of hosts/],
    ],
    ['another word for off', { ...production, BOT_AUTH: 'false' }, [/^BOT_AUTH: /, /"required"\|"off"/]],
    ['a port that is text', { ...production, PORT: 'http' }, [/^PORT: must be a whole number/]],
    ['a port out of range', { ...production, PORT: '70000' }, [/^PORT: must be a whole number from 1 to 65535/]],
    ['half a port', { ...production, PORT: '80.5' }, [/^PORT: must be a whole number/]],
    ['a tick of no time', { ...production, TICK_SECONDS: '0' }, [/^TICK_SECONDS: must be a whole number from 1/]],
    [
      'a tick of a day',
      { ...production, TICK_SECONDS: '86400' },
      [/^TICK_SECONDS: must be a whole number from 1 to 3600/],
    ],
    [
      'a prefix with a hyphen',
      { ...production, TABLE_PREFIX: 'lotse-test' },
      [/^TABLE_PREFIX: must begin with a letter/],
    ],
    [
      'a prefix that begins with a digit',
      { ...production, TABLE_PREFIX: '2lotse' },
      [/^TABLE_PREFIX: must begin with a letter/],
    ],
    ['a log level nobody knows', { ...production, LOG_LEVEL: 'loud' }, [/^LOG_LEVEL: /, /"info"/]],
  ];

  test.each(refusals)('%s: the message names the variable and what to do', (_, environment, patterns) => {
    const message = refusal(environment);
    for (const pattern of patterns) expect(message).toMatch(pattern);
    expect(message).not.toMatch(/secret$|UseDevelopmentStorage/);
  });

  test('several mistakes are told at once', () => {
    expect(refusal({ ...production, PORT: 'x', TICK_SECONDS: 'y' }).split('\n')).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^TICK_SECONDS: /),
    ]);
  });
});

describe('the process', () => {
  /** With nothing of ours set, whatever the machine of whoever runs this has. */
  const run = async (environment: Record<string, string>): Promise<{ code: number | null; said: string }> => {
    const { PATH, HOME } = process.env;
    const child = spawn(process.execPath, ['--import', 'tsx', join('src', 'index.ts')], {
      cwd: join(__dirname, '..'),
      env: { ...(PATH !== undefined && { PATH }), ...(HOME !== undefined && { HOME }), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said };
  };

  test('in an empty environment ends with 1 and a text one can act on', async () => {
    const { code, said } = await run({});
    expect(code).toBe(1);
    expect(said).toBe(
      'Lotse cannot start.\nMicrosoftAppId is not set. Set it to the application id of the bot registration; to try Lotse on this machine only, run "npm run dev".\n',
    );
  });

  test('without storage to reach ends with 1 and says what to check', async () => {
    const nowhere = 'DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:9/a;';
    const { code, said } = await run({ BOT_AUTH: 'off', AZURE_STORAGE_CONNECTION_STRING: nowhere });
    expect(code).toBe(1);
    expect(said).toMatch(/^Lotse cannot start\.\nTable \w+ cannot be opened\. Check AZURE_STORAGE_CONNECTION_STRING/);
    expect(said).not.toMatch(/\n {4}at |YQ==/);
  });
});
