import { z } from 'zod';

/** Thrown when the environment is not what is needed. Its message is for operators: variable, fix. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Storage =
  | { readonly connectionString: string }
  /** With a managed identity; `clientId` names it where there are several. */
  | { readonly url: string; readonly clientId?: string };

export type Auth =
  | { readonly type: 'off' }
  | {
      readonly type: 'required';
      readonly appType: 'SingleTenant' | 'UserAssignedMSI' | 'MultiTenant';
      readonly appId: string;
      readonly password?: string;
      readonly tenantId?: string;
      /** That of the cloud for US authorities. */
      readonly channelService?: string;
      /** Addresses of the Bot Framework service in another cloud, all of them. */
      readonly endpoints?: Readonly<Record<Endpoint, string>>;
    };

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly auth: Auth;
  /** The only tenants served, in lower case; empty: all. */
  readonly tenants: readonly string[];
  /** Names of hosts besides Microsoft's that messages may be sent to. */
  readonly serviceHosts: readonly string[];
  readonly storage: Storage;
  readonly tablePrefix: string;
  readonly tickSeconds: number;
  readonly logLevel: string;
  /** Where what is measured is sent. */
  readonly applicationInsights?: string;
};

const text = z.string().optional();
const whole = (least: number, most: number) => {
  const fix = `must be a whole number from ${String(least)} to ${String(most)}`;
  return z.coerce.number(fix).int(fix).min(least, fix).max(most, fix);
};
const listOf = (pattern: RegExp, fix: string) =>
  z
    .string()
    .transform((listed) => listed.split(',').flatMap((one) => one.trim().toLowerCase() || []))
    .pipe(z.array(z.string().regex(pattern, fix)))
    .default([]);

/** The SDK's names. With only some of them it knows no issuer for the others, and refuses what is genuine. */
const endpoints = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
] as const;
export type Endpoint = (typeof endpoints)[number];
const endpoint = z.url({ protocol: /^https$/, error: 'must be an https address' }).optional();

const schema = z.object({
  HOST: text,
  PORT: whole(1, 65_535).default(3978),
  BOT_AUTH: z.enum(['required', 'off']).default('required'),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppTenantId: text,
  ChannelService: z
    .literal(
      'https://botframework.azure.us',
      'must be https://botframework.azure.us, or not be set outside of that cloud',
    )
    .optional(),
  ...(Object.fromEntries(endpoints.map((name) => [name, endpoint])) as Record<Endpoint, typeof endpoint>),
  ALLOWED_TENANTS: listOf(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
    'must be tenant ids such as 11111111-2222-3333-4444-555555555555, separated by commas',
  ),
  ALLOWED_SERVICE_HOSTS: listOf(
    /^[a-z0-9-]+(\.[a-z0-9-]+)*$/,
    'must be names of hosts such as smba.example.com, without https:// and port, separated by commas',
  ),
  AZURE_STORAGE_CONNECTION_STRING: text,
  AZURE_TABLES_URL: z
    .url({ protocol: /^https$/, error: 'must be an https address such as https://<account>.table.core.windows.net' })
    .optional(),
  AZURE_CLIENT_ID: text,
  TABLE_PREFIX: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/, 'must begin with a letter and hold only letters and digits')
    .default('lotse'),
  TICK_SECONDS: whole(1, 3_600).default(30),
  APPLICATIONINSIGHTS_CONNECTION_STRING: text,
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
});

type Variables = z.infer<typeof schema>;

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

/** Reads the environment once. An empty variable counts as not set. Throws `ConfigError` naming every variable at fault. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const read = schema.safeParse(set);
  if (!read.success)
    throw new ConfigError(read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'));
  const variables = read.data;
  const host = variables.HOST ?? (variables.BOT_AUTH === 'off' ? '127.0.0.1' : '0.0.0.0');
  return {
    host,
    port: variables.PORT,
    auth: authOf(variables, host),
    tenants: variables.ALLOWED_TENANTS,
    serviceHosts: variables.ALLOWED_SERVICE_HOSTS,
    storage: storageOf(variables),
    tablePrefix: variables.TABLE_PREFIX,
    tickSeconds: variables.TICK_SECONDS,
    logLevel: variables.LOG_LEVEL,
    ...(variables.APPLICATIONINSIGHTS_CONNECTION_STRING && {
      applicationInsights: variables.APPLICATIONINSIGHTS_CONNECTION_STRING,
    }),
  };
};

const refuse = (message: string): never => {
  throw new ConfigError(message);
};

/** Without an app id the SDK silently stops checking who calls, so that is refused here. */
const authOf = (variables: Variables, host: string): Auth => {
  const { BOT_AUTH, MicrosoftAppType: appType, MicrosoftAppId: appId, MicrosoftAppPassword: password } = variables;
  const { MicrosoftAppTenantId: tenantId, ChannelService: channelService } = variables;
  if (BOT_AUTH === 'off') {
    if (!loopback.test(host))
      refuse(`BOT_AUTH=off is only for this machine, but HOST is ${host}. Set HOST=127.0.0.1 or remove BOT_AUTH.`);
    return { type: 'off' };
  }
  if (!appId)
    return refuse(
      'MicrosoftAppId is not set. Set it to the application id of the bot registration; to try Lotse on this machine only, run "npm run dev".',
    );
  if (appType !== 'MultiTenant' && !tenantId)
    refuse(
      `MicrosoftAppTenantId is not set. Set it to the tenant of the bot registration (MicrosoftAppType is ${appType}).`,
    );
  if (appType === 'UserAssignedMSI' && password)
    refuse(
      'MicrosoftAppPassword is set, but a managed identity (MicrosoftAppType=UserAssignedMSI) has none. Remove it.',
    );
  if (appType !== 'UserAssignedMSI' && !password)
    refuse(
      `MicrosoftAppPassword is not set. Set it to a client secret of the bot registration, or use MicrosoftAppType=UserAssignedMSI.`,
    );
  const addresses = endpointsOf(variables);
  return {
    type: 'required',
    appType,
    appId,
    ...(password && { password }),
    ...(tenantId && { tenantId }),
    ...(channelService && { channelService }),
    ...(addresses && { endpoints: addresses }),
  };
};

const endpointsOf = (variables: Variables): Readonly<Record<Endpoint, string>> | undefined => {
  const missing = endpoints.filter((name) => variables[name] === undefined);
  if (missing.length === endpoints.length) return undefined;
  if (missing.length > 0)
    refuse(
      `Not set: ${missing.join(', ')}, though other addresses of another cloud are. Set all ${String(endpoints.length)}, or none.`,
    );
  if (variables.ChannelService)
    refuse('ChannelService and the To… addresses of another cloud are both set. Keep the one that is meant.');
  return Object.fromEntries(endpoints.map((name) => [name, variables[name] ?? ''])) as Record<Endpoint, string>;
};

const storageOf = (variables: Variables): Storage => {
  const { AZURE_STORAGE_CONNECTION_STRING: connectionString, AZURE_TABLES_URL: url, AZURE_CLIENT_ID } = variables;
  if (connectionString && url)
    refuse(
      'AZURE_STORAGE_CONNECTION_STRING and AZURE_TABLES_URL are both set. Keep the one that is meant and remove the other.',
    );
  if (connectionString) return { connectionString };
  if (!url)
    return refuse(
      'No storage is set. Set AZURE_STORAGE_CONNECTION_STRING, or AZURE_TABLES_URL to use a managed identity.',
    );
  const clientId =
    AZURE_CLIENT_ID ?? (variables.MicrosoftAppType === 'UserAssignedMSI' ? variables.MicrosoftAppId : undefined);
  return { url, ...(clientId && { clientId }) };
};
