import type { CloudAdapter, TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Address } from '../../application/ports';
import { readAddress } from './address';
import type { Spare } from './breaker';
import { curb, longestSilence, type Observe } from './curb';
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

/** How it is asked: whether a service in trouble is spared, by whom it is observed, and how long it may be silent. */
type Manner = {
  readonly spare?: Spare;
  readonly observe?: Observe;
  readonly silence?: typeof longestSilence;
};

/**
 * Reaches a conversation without anybody having written first. Rejects with what the connector answered, or with
 * `NothingSentError` when it was never asked, because there is no token to ask it with, say. The time counts from here:
 * once it is over no request leaves any more.
 */
export const createReach = (
  adapter: CloudAdapter,
  appId: string,
  { spare, observe, silence = longestSilence }: Manner = {},
): Reach => {
  const reach: Reach = async (address, work) => {
    const begun = Date.now();
    const { reference, ...where } = readAddress(address);
    let outcome: Promise<Awaited<ReturnType<typeof work>>> | undefined;
    let isAsked = false;
    await adapter.continueConversationAsync(appId, reference, async (context) => {
      const client = context.turnState.get<ConnectorClient>(adapter.ConnectorClientKey);
      curb(client, { silence, observe, begun, asking: () => (isAsked = true) });
      outcome = Promise.resolve(work({ context, client, ...where }));
      // What rejects in here ends in `onTurnError`, and we would take it for done: it is awaited below instead.
      await Promise.allSettled([outcome]);
    });
    if (!outcome) throw new NothingSentError('The conversation could not be reached; the log says why.');
    return outcome.catch((cause: unknown) => {
      throw isAsked ? cause : new NothingSentError('Teams could not be asked anything.', { cause });
    });
  };
  if (!spare) return reach;
  return (address, work) => spare(readAddress(address).reference.serviceUrl, () => reach(address, work));
};
