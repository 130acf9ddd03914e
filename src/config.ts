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
      readonly channelService?: string;
    };

export type Config = {
  readonly host: string;
  readonly port: number;
  readonly auth: Auth;
  readonly storage: Storage;
  readonly tablePrefix: string;
  readonly tickSeconds: number;
  readonly logLevel: string;
};

const text = z.string().optional();
const whole = (least: number, most: number) => {
  const fix = `must be a whole number from ${String(least)} to ${String(most)}`;
  return z.coerce.number(fix).int(fix).min(least, fix).max(most, fix);
};
const schema = z.object({
  HOST: text,
  PORT: whole(1, 65_535).default(3978),
  BOT_AUTH: z.enum(['required', 'off']).default('required'),
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMSI', 'MultiTenant']).default('SingleTenant'),
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppTenantId: text,
  ChannelService: text,
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
    storage: storageOf(variables),
    tablePrefix: variables.TABLE_PREFIX,
    tickSeconds: variables.TICK_SECONDS,
    logLevel: variables.LOG_LEVEL,
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
  return {
    type: 'required',
    appType,
    appId,
    ...(password && { password }),
    ...(tenantId && { tenantId }),
    ...(channelService && { channelService }),
  };
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
