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

/** Reaches a conversation without anybody having written first. Rejects with what the connector answered. */
export const createReach =
  (adapter: CloudAdapter, appId: string): Reach =>
  async (address, work) => {
    const { reference, ...where } = readAddress(address);
    let outcome: Promise<Awaited<ReturnType<typeof work>>> | undefined;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      // The SDK repeats failed POSTs by itself, also those that may have arrived; that would post twice.
      pipelineOf(client).removePolicy({ name: 'defaultRetryPolicy' });
      outcome = Promise.resolve(work({ context, client, ...where }));
      // What rejects in here ends in `onTurnError`, and we would take it for done: it is awaited below instead.
      await Promise.allSettled([outcome]);
    });
    if (!outcome) throw new Error('The conversation could not be reached; the log says why.');
    return outcome;
  };

type Pipeline = { removePolicy(options: { readonly name: string }): unknown };

/** The declared type of 4.23.3 does not tell of the @azure/core-client inside. */
const pipelineOf = (client: ConnectorClient): Pipeline =>
  (client as unknown as { readonly client: { readonly pipeline: Pipeline } }).client.pipeline;
