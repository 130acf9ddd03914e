import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Address } from '../../application/ports';
import { readAddress } from './address';
import { NothingSentError } from './outcome';

/** A conversation within reach: the client to talk to it, and how it is named there. */
export type Reached = {
  readonly context: TurnContext;
  readonly client: ConnectorClient;
  readonly conversationId: string;
  readonly isChannel: boolean;
  readonly teamId?: string | undefined;
  readonly thread?: string | undefined;
};

export type Reach = <Result>(address: Address, work: (reached: Reached) => Promise<Result>) => Promise<Result>;

/**
 * Milliseconds a request may take in all, its token included: well below the lease that is held while sending, and below
 * the patience of whoever waits for what is read.
 */
const longestSilence = { sending: 15_000, reading: 5_000 };

/**
 * Reaches a conversation without anybody having written first. Rejects with what the connector answered, or with
 * `NothingSentError` when it was never asked, because there is no token to ask it with, say. The time counts from here:
 * once it is over no request leaves any more.
 */
export const createReach =
  (adapter: CloudAdapter, appId: string, silence = longestSilence): Reach =>
  async (address, work) => {
    const begun = Date.now();
    const { reference, ...where } = readAddress(address);
    let outcome: Promise<Awaited<ReturnType<typeof work>>> | undefined;
    let isAsked = false;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      curb(client, silence, { begun, asking: () => (isAsked = true) });
      outcome = Promise.resolve(work({ context, client, ...where }));
      // What rejects in here ends in `onTurnError`, and we would take it for done: it is awaited below instead.
      await Promise.allSettled([outcome]);
    });
    if (!outcome) throw new NothingSentError('The conversation could not be reached; the log says why.');
    return outcome.catch((cause: unknown) => {
      throw isAsked ? cause : new NothingSentError('Teams could not be asked anything.', { cause });
    });
  };

/** `begun`: since when the time counts, in milliseconds; else each request has its own. `asking`: told whenever one leaves. */
type Call = { readonly begun?: number; readonly asking?: () => void };

/** The SDK repeats failed POSTs by itself, also those that may have arrived, and never gives up waiting: neither here. */
export const curb = (client: ConnectorClient, silence = longestSilence, { begun, asking }: Call = {}): void => {
  const pipeline = pipelineOf(client);
  const ends = new WeakMap<PipelineRequest, number>();
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.addPolicy(inTime(silence, ends, begun), { beforePolicies: [signing] });
  pipeline.addPolicy(unlessLate(ends, asking), { afterPolicies: [signing] });
};

/** The policy that signs a request, and fetches a token for that, however long it takes. */
const signing = 'ServiceClientContext_Credentials_SignRequest';

type PipelineRequest = { readonly method: string; abortSignal?: AbortSignal };

type Policy = {
  readonly name: string;
  sendRequest(request: PipelineRequest, next: (request: PipelineRequest) => Promise<unknown>): Promise<unknown>;
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
