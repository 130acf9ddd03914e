import type { Sent } from '../../application/ports';

export type Errand = 'create' | 'update' | 'remove';

/** What the SDK gives when a request fails: `details` is the body of the answer. */
type Failure = {
  readonly statusCode?: number;
  readonly code?: string;
  readonly details?: unknown;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
};

/** The request never left this process. */
export class NothingSentError extends Error {
  override readonly name = 'NothingSentError';
  readonly code = 'NOTHING_SENT';
}

/** Failures after which nothing can have arrived. */
const neverArrived: readonly (string | undefined)[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'NOTHING_SENT'];

/** The conversation takes nothing until somebody there lets us in again, whatever status comes with it. */
const closed: readonly (string | undefined)[] = [
  'BotNotInConversationRoster',
  'ConversationBlockedByUser',
  'MessageWritesBlocked',
  'BotDisabledByAdmin',
  // Lotse is not installed in that personal chat.
  'ForbiddenOperationException',
];

/** Seconds after which an answer that is about us, and not about the conversation, may be another one. */
const mending = 600;

/**
 * What a failed request means, the only place where that is decided. `now`: in milliseconds. `backOff`: how many seconds to
 * wait where Teams does not say.
 */
export const outcomeOf = (error: unknown, errand: Errand, now: number, backOff: () => number): Sent => {
  const failure = (error ?? {}) as Failure;
  const { statusCode = 0, code } = failure;
  const isAnswered = statusCode >= 400 && statusCode < 500 && statusCode !== 408;
  if (isAnswered) return refusal(failure, statusCode, errand, now, backOff);
  const mayHaveArrived = !neverArrived.includes(code);
  // An update or a removal can be asked for again without doing any harm.
  return errand === 'create' && mayHaveArrived ? { outcome: 'unknown' } : { outcome: 'later', seconds: backOff() };
};

/** Teams answered, and nothing was done. */
const refusal = (failure: Failure, statusCode: number, errand: Errand, now: number, backOff: () => number): Sent => {
  if (closed.includes(reasonOf(failure))) return { outcome: 'shut' };
  switch (statusCode) {
    // A 403 of another name is about us (`NotEnoughPermissions`; `InvalidBotApiHost`, the wrong cloud) or passing trouble
    // (`ServiceError` came so for hours); what nobody knows yet is treated alike. Asking a closed conversation every ten
    // minutes harms nobody, and operators see it; one that is taken for closed would be silent for good.
    case 401:
    case 403:
      return { outcome: 'later', seconds: mending };
    case 404:
      return { outcome: errand === 'remove' ? 'sent' : 'gone' };
    case 412:
    case 429:
      return { outcome: 'later', seconds: retryAfter(failure, now) ?? backOff() };
    default:
      return { outcome: 'refused' };
  }
};

/** The longest time over which Teams counts messages; in seconds. */
const longestCount = 3_600;

/** In whole seconds; Teams names seconds or a date. */
const retryAfter = ({ response }: Failure, now: number): number | undefined => {
  const said = response?.headers?.get('retry-after');
  if (said === undefined) return undefined;
  const seconds = Math.ceil(/^\s*[\d.]+\s*$/.test(said) ? Number(said) : (Date.parse(said) - now) / 1_000);
  return seconds > 0 ? Math.min(seconds, longestCount) : undefined;
};

/**
 * Teams' own name for what is wrong, which it says in different places: the one that closes the conversation if there is
 * one, else the first.
 */
export const reasonOf = (error: unknown): string | undefined => {
  const { code, details } = (error ?? {}) as Failure;
  const { error: inner, message } = fieldsOf(details);
  const places = [code, fieldsOf(inner)['code'], fieldsOf(details)['subCode'], fieldsOf(parsed(message))['subCode']];
  const said = places.filter((one): one is string => typeof one === 'string' && one !== '');
  return said.find((one) => closed.includes(one)) ?? said[0];
};

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};

const parsed = (text: unknown): unknown => {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
};
