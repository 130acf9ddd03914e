import { AuthenticationConstants, GovernmentConstants } from 'botframework-connector';
import type { Clock, Log } from '../../../application/ports';
import type { Activity } from 'botbuilder';
import type { Credentials } from '../adapter';
import { readActivity } from './activity';
import { refusalOf } from './admission';
import { createKeys } from './keys';
import type { IsServiceHost } from './service-hosts';
import { createVerify } from './token';

/** What an activity is answered with. Without a body wherever `status` says all. */
export type Answered = { readonly status: number; readonly body?: unknown };
/** Takes what one caller sends. */
export type Take = (body: unknown) => Promise<Answered>;
/** Lets those in whose `Authorization` header is genuine; nobody else. Never rejects. */
export type Enter = (authorization: string | undefined) => Promise<Take | undefined>;

type Parts = {
  readonly credentials: Credentials | undefined;
  readonly tenants: readonly string[];
  readonly isServiceHost: IsServiceHost;
  readonly turn: (activity: Activity) => Promise<Answered>;
  readonly clock: Clock;
  readonly log: Log;
};

/** Milliseconds in which the same reason is logged once. */
const quiet = 60_000;

/** The door. Without credentials it stands open: only for a simulator on the same machine. */
export const createEntry = ({ credentials, tenants, isServiceHost, turn, clock, log }: Parts): Enter => {
  const takeIf =
    (refusal: (activity: Partial<Activity>) => ReturnType<typeof refusalOf>): Take =>
    async (body) => {
      const activity = readActivity(body);
      if (!activity) return { status: 400 };
      const refused = refusal(activity);
      if (!refused) return turn(activity as Activity);
      note(refused.reason);
      return { status: refused.status };
    };
  const note = createNote(clock, log);
  if (!credentials) {
    const known = ({ serviceUrl = '' }: Partial<Activity>) =>
      isServiceHost(serviceUrl) ? undefined : ({ status: 403, reason: 'its service is not on this machine' } as const);
    const take = takeIf(known);
    return () => Promise.resolve(take);
  }
  const { appId } = credentials;
  const { issuer, metadataUrl } = cloudOf(credentials);
  const verify = createVerify({ appId, issuer, keyOf: createKeys(metadataUrl, log) });
  return async (authorization) => {
    const verified = await verify(authorization);
    if ('serviceUrl' in verified)
      return takeIf((activity) => refusalOf(activity, verified, { appId, tenants, isServiceHost }));
    note(verified.reason);
    return undefined;
  };
};

/** Who signs what reaches us, and where the keys are told. */
const cloudOf = ({ channelService, endpoints }: Credentials) => {
  const { ToBotFromChannelTokenIssuer, ToBotFromChannelOpenIdMetadataUrl } =
    channelService === GovernmentConstants.ChannelService ? GovernmentConstants : AuthenticationConstants;
  return {
    issuer: endpoints?.['ToBotFromChannelTokenIssuer'] ?? ToBotFromChannelTokenIssuer,
    metadataUrl: endpoints?.['ToBotFromChannelOpenIdMetadataUrl'] ?? ToBotFromChannelOpenIdMetadataUrl,
  };
};

/** Whoever knocks all night fills no log. */
const createNote = (clock: Clock, log: Log) => {
  const noted = new Map<string, { readonly at: number; more: number }>();
  return (reason: string): void => {
    const now = Date.parse(clock.now());
    const last = noted.get(reason);
    if (last && now - last.at < quiet) {
      last.more += 1;
      return;
    }
    if (noted.size > 1_000) noted.clear();
    noted.set(reason, { at: now, more: 0 });
    log.warn({ reason, ...(last && { before: last.more }) }, 'A request was refused.');
  };
};
