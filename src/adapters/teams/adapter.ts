import { type Activity, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import {
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { IsServiceHost } from './entry/service-hosts';
import { NothingSentError } from './outcome';

/** How Lotse identifies itself to the Bot Framework service, and where that is; by default in the public cloud. */
export type Credentials = {
  readonly appType: string;
  readonly appId: string;
  readonly password?: string;
  readonly tenantId?: string;
  readonly channelService?: string;
  /** The addresses of another cloud, under the SDK's names. */
  readonly endpoints?: Readonly<Record<string, string>>;
};

/** Our token goes to known hosts only, also where a conversation was stored under another one. */
class ToKnownHosts extends ConnectorFactory {
  constructor(
    private readonly sdk: ConnectorFactory,
    private readonly isServiceHost: IsServiceHost,
  ) {
    super();
  }

  override create(serviceUrl: string): Promise<ConnectorClient> {
    // The audience is always that of the cloud, which the SDK knows.
    if (this.isServiceHost(serviceUrl)) return this.sdk.create(serviceUrl);
    const fix = 'If it belongs to Teams, add its host name to ALLOWED_SERVICE_HOSTS.';
    return Promise.reject(new NothingSentError(`Nothing is sent to ${serviceUrl}: it is not known here. ${fix}`));
  }
}

/** The SDK's way out, without its way in: who may come in is decided before it hears of anything. */
class WayOut extends BotFrameworkAuthentication {
  private readonly sdk: ConfigurationBotFrameworkAuthentication;

  constructor(
    credentials: Credentials | undefined,
    private readonly isServiceHost: IsServiceHost,
  ) {
    super();
    this.sdk = new ConfigurationBotFrameworkAuthentication(settingsOf(credentials));
  }

  override authenticateRequest(): Promise<never> {
    return Promise.reject(new Error('Activities are taken by `Adapter.turn` only, from callers known to be genuine.'));
  }

  override authenticateStreamingRequest(): Promise<never> {
    return this.authenticateRequest();
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    return new ToKnownHosts(this.sdk.createConnectorFactory(identity), this.isServiceHost);
  }

  /** Nobody signs in through Lotse, and building one takes as long as everything else in a turn. */
  override createUserTokenClient(): Promise<UserTokenClient> {
    return Promise.resolve(undefined as unknown as UserTokenClient);
  }
}

type Settings = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0];

/** Without an app id the SDK sends no token along. */
const settingsOf = (credentials: Credentials | undefined): Settings =>
  credentials && {
    MicrosoftAppType: credentials.appType,
    MicrosoftAppId: credentials.appId,
    ...(credentials.password !== undefined && { MicrosoftAppPassword: credentials.password }),
    ...(credentials.tenantId !== undefined && { MicrosoftAppTenantId: credentials.tenantId }),
    ...(credentials.channelService !== undefined && { ChannelService: credentials.channelService }),
    ...credentials.endpoints,
  };

/** The SDK's adapter. Without credentials nothing is proven to anybody: only for a simulator on the same machine. */
export class Adapter extends CloudAdapter {
  private readonly wayOut: WayOut;

  constructor(
    private readonly credentials: Credentials | undefined,
    isServiceHost: IsServiceHost,
  ) {
    const wayOut = new WayOut(credentials, isServiceHost);
    super(wayOut);
    this.wayOut = wayOut;
  }

  /** One turn about an activity that may be trusted, with the client that reaches where it came from. */
  async turn<Result>(activity: Activity, work: (client: ConnectorClient) => Promise<Result>): Promise<Result> {
    const claimsIdentity = this.createClaimsIdentity(this.credentials?.appId);
    const connectorFactory = this.wayOut.createConnectorFactory(claimsIdentity);
    return work(await connectorFactory.create(activity.serviceUrl));
  }
}
