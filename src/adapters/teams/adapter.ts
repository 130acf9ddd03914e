import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AuthenticationConfiguration, AuthenticationError, type Claim } from 'botframework-connector';

export type Credentials = {
  readonly appType: string;
  readonly appId: string;
  readonly password?: string;
  readonly tenantId?: string;
  readonly channelService?: string;
};

/** Who may sign what reaches this bot: Bot Framework, in the public and the government clouds. */
const issuers = ['https://api.botframework.com', 'https://api.botframework.us'];

/**
 * By default the SDK also takes tokens that Entra issued to this app in any tenant, without comparing the service
 * address: then whoever can get one could speak as anybody.
 */
const onlyBotFramework = (claims: Claim[]): Promise<void> => {
  const issuer = claims.find(({ type }) => type === 'iss')?.value;
  if (issuer !== undefined && issuers.includes(issuer)) return Promise.resolve();
  return Promise.reject(new AuthenticationError('The token was not issued by Bot Framework.', 401));
};

/** Without credentials nothing is checked: only for a simulator on the same machine. */
export const createAdapter = (credentials?: Credentials): CloudAdapter => {
  if (!credentials) return new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  return new CloudAdapter(
    new ConfigurationBotFrameworkAuthentication(
      {
        MicrosoftAppType: credentials.appType,
        MicrosoftAppId: credentials.appId,
        MicrosoftAppPassword: credentials.password,
        MicrosoftAppTenantId: credentials.tenantId,
        ChannelService: credentials.channelService,
      } as ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0],
      undefined,
      new AuthenticationConfiguration([], onlyBotFramework),
    ),
  );
};
