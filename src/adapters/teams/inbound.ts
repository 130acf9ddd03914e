import { createHash, randomUUID } from 'node:crypto';
import type { Activity } from 'botbuilder';
import type { Inbound } from '../../application/request';
import type { Language } from '../../engagement/index';
import { readAction } from './action';
import { addressOf, isPersonal, placeOf, threadOf } from './address';
import { readSpoken } from './mention';
import { isTimeZone } from './time-zone';

/** The language of somebody's client, if we speak it. */
export const localeOf = (activity: Partial<Activity>): Language | undefined => {
  const said: unknown = activity.locale;
  const locale = typeof said === 'string' ? said.toLowerCase() : '';
  if (locale.startsWith('de')) return 'de';
  return locale.startsWith('en') ? 'en' : undefined;
};

const timeZoneOf = (activity: Partial<Activity>): string | undefined => {
  const client = (Array.isArray(activity.entities) ? activity.entities : []).find(
    (entity: { type?: string } | null) => entity?.type === 'clientInfo',
  ) as { timezone?: unknown } | undefined;
  const zone: unknown = activity.localTimezone ?? client?.timezone;
  return typeof zone === 'string' && isTimeZone(zone) ? zone : undefined;
};

/** The same for every delivery of an activity, and different in every conversation. */
export const operationOf = (activity: Partial<Activity>): string =>
  createHash('sha256')
    .update(`${placeOf(activity).conversationId} ${activity.id ?? randomUUID()}`)
    .digest('hex')
    .slice(0, 32);

/** Whoever it comes from. */
export const readPerson = ({ from }: Partial<Activity>): Inbound['by'] => ({
  id: from?.aadObjectId ?? from?.id ?? '',
  name: from?.name ?? '',
});

/** What somebody said or pressed. A press comes as an invoke, or from older clients as a message that carries a value. */
export const readInbound = (activity: Partial<Activity>): Inbound => {
  const place = placeOf(activity);
  const locale = localeOf(activity);
  const timeZone = timeZoneOf(activity);
  const thread = threadOf(activity);
  const common = {
    place,
    address: addressOf(activity),
    ...(thread !== undefined && { thread }),
    by: { ...readPerson(activity), ...(timeZone && { timeZone }) },
    op: operationOf(activity),
    ...(locale && { locale }),
    ...(isPersonal(activity) && { personal: true as const }),
    // Only the answer to an invoke takes the place of the card for that person alone.
    ...((isPersonal(activity) || activity.type === 'invoke') && { alone: true as const }),
  };
  const pressed = pressOf(activity);
  if (!pressed) {
    const message = activity.id !== undefined && { message: { thread: thread ?? common.address, under: activity.id } };
    return { ...common, kind: 'said', ...message, ...readSpoken(activity) };
  }
  const { request, ...claimed } = readAction(pressed.verb, pressed.data);
  return {
    ...common,
    kind: 'pressed',
    request,
    ...claimed,
    ...(activity.replyToId !== undefined && { on: activity.replyToId }),
  };
};

type Press = { readonly verb: unknown; readonly data: unknown };

const pressOf = (activity: Partial<Activity>): Press | undefined => {
  const value = activity.value as
    | { action?: { verb?: unknown; data?: unknown } | null; trigger?: unknown; verb?: unknown }
    | null
    | undefined;
  // Asked for by the client alone, not by a person: it is shown how things stand, and nothing is done.
  if (activity.type === 'invoke' && value?.trigger === 'automatic') return { verb: 'engagement.show', data: {} };
  if (activity.type === 'invoke') return { verb: value?.action?.verb, data: value?.action?.data };
  // A sentence never carries a value; an empty one is the press of a button that is not ours.
  if (typeof value === 'object' && value !== null && !activity.text) return { verb: value.verb, data: value };
  return undefined;
};
