import type { Activity } from 'botbuilder';
import { teamsData } from '../address';
import type { IsServiceHost } from './service-hosts';
import type { Caller } from './token';

export type House = {
  readonly appId: string;
  /** Whose onboardings live here; empty: everybody's. */
  readonly tenants: readonly string[];
  readonly isServiceHost: IsServiceHost;
};

/** 401: it may come from anybody. 403: it is genuine, and not for here. `reason`: for operators; names nobody. */
export type Refusal = { readonly status: 401 | 403; readonly reason: string };

/** Only these are anybody's doing; news of a conversation may come from Teams itself. */
const doneBySomebody: readonly (string | undefined)[] = ['message', 'invoke'];

/** Why this activity of a caller whose token is genuine is not taken all the same; undefined if it is. */
export const refusalOf = (activity: Partial<Activity>, caller: Caller, house: House): Refusal | undefined => {
  const { type, serviceUrl = '', channelId, from, recipient, conversation } = activity;
  if (serviceUrl !== caller.serviceUrl)
    return { status: 401, reason: 'its service address is not the one of its token' };
  if (!house.isServiceHost(serviceUrl))
    return forbidden(`its service is not known here: ${hostOf(serviceUrl)} (ALLOWED_SERVICE_HOSTS)`);
  if (channelId !== 'msteams') return forbidden('it does not come from Teams');
  if (recipient?.id !== `28:${house.appId}`) return forbidden('it is for another bot');
  const { tenant } = teamsData(activity);
  const [one = tenant, other = one] = [conversation?.tenantId, tenant];
  if (one === undefined || one !== other) return forbidden('it does not name one tenant');
  if (house.tenants.length > 0 && !house.tenants.includes(one.toLowerCase()))
    return forbidden(`its tenant ${one} is not at home here (ALLOWED_TENANTS)`);
  if (doneBySomebody.includes(type) && from?.aadObjectId === undefined) return forbidden('it does not say whose it is');
  return undefined;
};

const forbidden = (reason: string): Refusal => ({ status: 403, reason });

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : 'no address');
