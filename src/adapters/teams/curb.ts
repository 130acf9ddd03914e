import type { ConnectorClient } from 'botframework-connector';
import { NothingSentError } from './outcome';

/**
 * Milliseconds a request may take in all, its token included: well below the lease that is held while sending, and below
 * the patience of whoever waits for what is read.
 */
export const longestSilence = { sending: 15_000, reading: 5_000 };

/** `begun`: since when the time counts, in milliseconds; else each request has its own. `asking`: told whenever one leaves. */
type Call = {
  readonly silence?: typeof longestSilence;
  readonly begun?: number;
  readonly asking?: () => void;
  readonly observe?: Observe | undefined;
};

/** Somebody who measures every request, and knows what it belongs to. */
export type Observe = {
  readonly correlation: () => string | undefined;
  readonly call: <Answer extends { readonly status: number }>(
    method: string,
    work: () => Promise<Answer>,
  ) => Promise<Answer>;
};

/** The SDK repeats failed POSTs by itself, also those that may have arrived, and never gives up waiting: neither here. */
export const curb = (
  client: ConnectorClient,
  { silence = longestSilence, begun, asking, observe }: Call = {},
): void => {
  const pipeline = pipelineOf(client);
  const ends = new WeakMap<PipelineRequest, number>();
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy(inTime(silence, ends, begun), { beforePolicies: [signing] });
  if (observe) pipeline.addPolicy(observed(observe), { afterPolicies: [signing] });
  pipeline.addPolicy(unlessLate(ends, asking), { afterPolicies: [signing] });
};

/** Every request says what it belongs to. */
const observed = ({ correlation, call }: Observe): Policy => ({
  name: 'lotseObserved',
  sendRequest: (request, next) => {
    const id = correlation();
    if (id !== undefined) request.headers.set('x-ms-client-request-id', id);
    return call(request.method, () => next(request));
  },
});

/** The policy that signs a request, and fetches a token for that, however long it takes. */
const signing = 'ServiceClientContext_Credentials_SignRequest';

type PipelineRequest = {
  readonly method: string;
  readonly headers: { set(name: string, value: string): void };
  abortSignal?: AbortSignal;
};

type PipelineAnswer = { readonly status: number };

type Policy = {
  readonly name: string;
  sendRequest(
    request: PipelineRequest,
    next: (request: PipelineRequest) => Promise<PipelineAnswer>,
  ): Promise<PipelineAnswer>;
};

type Pipeline = {
  removePolicy(options: { readonly name: string }): unknown;
  addPolicy(policy: Policy, where: { beforePolicies?: string[]; afterPolicies?: string[] }): void;
};

/** Gives up when the time is over, whatever is waited for. Notes when that is. */
const inTime = (
  { sending, reading }: typeof longestSilence,
  ends: WeakMap<PipelineRequest, number>,
  begun?: number,
): Policy => ({
  name: 'lotseInTime',
  sendRequest: (request, next) => {
    const now = Date.now();
    const longest = request.method === 'GET' ? reading : sending;
    const end = (begun ?? now) + longest;
    // A clock that was put back gives nobody more time.
    const signal = AbortSignal.timeout(Math.min(Math.max(end - now, 0), longest));
    request.abortSignal = signal;
    ends.set(request, end);
    return Promise.race([next(request), aborted(signal)]);
  },
});

/** The last look before a request leaves: a process that was busy or asleep comes here before any timer has told it. */
const unlessLate = (ends: WeakMap<PipelineRequest, number>, asking?: () => void): Policy => ({
  name: 'lotseUnlessLate',
  sendRequest: (request, next) => {
    const isLate = Date.now() >= (ends.get(request) ?? 0);
    if (isLate || request.abortSignal?.aborted)
      return Promise.reject(new NothingSentError('The time was over before the request could leave.'));
    asking?.();
    return next(request);
  },
});

/** Rejects when the signal comes. */
const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

/** The declared type of 4.23.3 does not tell of the @azure/core-client inside. */
const pipelineOf = (client: ConnectorClient): Pipeline =>
  (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline;
