import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Address } from '../../application/ports';
import { readAddress } from './address';

/** A conversation within reach: the client to talk to it, and how it is named there. */
export type Reached = {
  readonly context: TurnContext;
  readonly client: ConnectorClient;
  readonly conversationId: string;
  readonly isChannel: boolean;
  readonly teamId?: string | undefined;
};

export type Reach = <Result>(address: Address, work: (reached: Reached) => Promise<Result>) => Promise<Result>;

/**
 * Milliseconds after which silence counts as no answer: well below the lease that is held while sending, and below the
 * patience of whoever waits for what is read.
 */
const longestSilence = { sending: 15_000, reading: 5_000 };

/** Reaches a conversation without anybody having written first. Rejects with what the connector answered. */
export const createReach =
  (adapter: CloudAdapter, appId: string, silence = longestSilence): Reach =>
  async (address, work) => {
    const { reference, ...where } = readAddress(address);
    let outcome: Promise<Awaited<ReturnType<typeof work>>> | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      curb(client, silence);
      outcome = Promise.resolve(work({ context, client, ...where }));
      // What rejects in here ends in `onTurnError`, and we would take it for done: it is awaited below instead.
      await Promise.allSettled([outcome]);
    });
    if (!outcome) throw new Error('The conversation could not be reached; the log says why.');
    return outcome;
  };

/** The SDK repeats failed POSTs by itself, also those that may have arrived, and never gives up waiting: neither here. */
export const curb = (client: ConnectorClient, silence = longestSilence): void => {
  pipelineOf(client).removePolicy({ name: 'defaultRetryPolicy' });
  pipelineOf(client).addPolicy(atMost(silence));
};

type Policy = {
  readonly name: string;
  sendRequest(
    request: { method: string; abortSignal?: AbortSignal },
    next: (request: object) => Promise<unknown>,
  ): Promise<unknown>;
};

type Pipeline = { removePolicy(options: { readonly name: string }): unknown; addPolicy(policy: Policy): void };

const atMost = ({ sending, reading }: typeof longestSilence): Policy => ({
  name: 'lotseAtMost',
  sendRequest: (request, next) => {
    request.abortSignal = AbortSignal.timeout(request.method === 'GET' ? reading : sending);
    return next(request);
  },
});

/** The declared type of 4.23.3 does not tell of the @azure/core-client inside. */
const pipelineOf = (client: ConnectorClient): Pipeline =>
  (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline;
