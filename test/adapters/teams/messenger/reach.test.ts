import { setTimeout as wait } from 'node:timers/promises';
import type { CloudAdapter, TurnContext } from 'botbuilder';
import { ConnectorClient } from 'botframework-connector';
import { NothingSentError } from '../../../../src/adapters/teams/outcome';
import { curb } from '../../../../src/adapters/teams/curb';
import { createReach, type Reached } from '../../../../src/adapters/teams/reach';
import { type Connector, startConnector } from '../../../support/connector';

let connector: Connector;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const key = Symbol('client');
const address = JSON.stringify({ serviceUrl: 'x', channelId: 'msteams', bot: {}, conversation: { id: 'c' } });

/** An adapter that hands out this client, or none at all. */
const adapterWith = (signRequest?: (request: never) => Promise<never>) => {
  const credentials = { signRequest } as unknown as ConstructorParameters<typeof ConnectorClient>[0];
  const client = new ConnectorClient(credentials, { baseUri: connector.url });
  const context = { turnState: new Map([[key, client]]) } as unknown as TurnContext;
  return {
    ConnectorClientKey: key,
    continueConversationAsync: (_id: string, _reference: object, work: (context: TurnContext) => Promise<void>) =>
      signRequest ? work(context) : Promise.resolve(),
  } as unknown as CloudAdapter;
};

const send = ({ client }: Reached) => client.conversations.sendToConversation('c', { type: 'message' });
const read = ({ client }: Reached) => client.conversations.getConversationMembers('c');
/** Milliseconds; as it runs it waits much longer. */
const silence = { sending: 1_500, reading: 500 };
const failureOf = (reaching: Promise<unknown>): Promise<unknown> =>
  reaching.then(
    () => undefined,
    (error: unknown) => error,
  );

test('what needs a token that cannot be got was never sent', async () => {
  connector.asked.length = 0;
  const noToken = new Error('The password is over.');
  const failure = await failureOf(
    createReach(
      adapterWith(() => Promise.reject(noToken)),
      '',
    )(address, send),
  );
  expect(failure).toBeInstanceOf(NothingSentError);
  expect((failure as Error).cause).toBe(noToken);
  expect(connector.asked).toEqual([]);
});

test('what was sent and failed fails with the answer', async () => {
  connector.failures.push({ status: 502 });
  const failure = await failureOf(
    createReach(
      adapterWith((request) => Promise.resolve(request)),
      '',
    )(address, send),
  );
  expect(failure).toMatchObject({ statusCode: 502 });
});

test('what was sent and answered gives the answer', async () => {
  const sent = await createReach(
    adapterWith((request) => Promise.resolve(request)),
    '',
  )(address, send);
  expect(connector.shown.map(({ activityId }) => activityId)).toEqual([sent.id]);
});

test('a conversation that cannot be opened was sent nothing', async () => {
  expect(await failureOf(createReach(adapterWith(), '')(address, send))).toBeInstanceOf(NothingSentError);
});

describe('when the token comes', () => {
  /** Who gets it after so many milliseconds, or never. */
  const gettingIt = (after?: number) =>
    adapterWith(async (request) => {
      await (after === undefined ? new Promise(() => undefined) : wait(after));
      return request;
    });

  test('never, whatever was to be sent or read is given up in time, and nothing was sent', async () => {
    connector.asked.length = 0;
    const tries = [
      [send, silence.sending],
      [read, silence.reading],
    ] as const;
    for (const [work, longest] of tries) {
      const begun = performance.now();
      const failure = await failureOf(createReach(gettingIt(), '', { silence })<unknown>(address, work));
      expect(failure).toBeInstanceOf(NothingSentError);
      expect(performance.now() - begun).toBeLessThan(longest + 1_000);
    }
    expect(connector.asked).toEqual([]);
  });

  test('after we gave up, nothing leaves any more', async () => {
    connector.asked.length = 0;
    expect(await failureOf(createReach(gettingIt(1_900), '', { silence })(address, send))).toBeInstanceOf(
      NothingSentError,
    );
    await wait(800);
    expect(connector.asked).toEqual([]);
  });

  test('late, the rest of the time is what is left for the answer', async () => {
    connector.failures.push({ status: 0 });
    const begun = performance.now();
    const failure = await failureOf(createReach(gettingIt(1_000), '', { silence })(address, send));
    expect(failure).not.toBeInstanceOf(NothingSentError);
    expect(performance.now() - begun).toBeLessThan(2_300);
  });

  test('in the moment a busy process looks up again, too late, nothing leaves', async () => {
    connector.asked.length = 0;
    // Nothing else gets its turn meanwhile, not even what was to end it.
    const busy = adapterWith((request) => {
      const until = Date.now() + 1_600;
      while (Date.now() < until);
      return Promise.resolve(request);
    });
    expect(await failureOf(createReach(busy, '', { silence })(address, send))).toBeInstanceOf(NothingSentError);
    expect(connector.asked).toEqual([]);
  });

  test('after we gave up, nothing leaves even if the clock was put back', async () => {
    const signRequest = async (request: never) => {
      await wait(1_900);
      return request;
    };
    const client = new ConnectorClient({ signRequest }, { baseUri: connector.url });
    let asked = 0;
    curb(client, { silence, begun: Date.now() + 3_600_000, asking: () => (asked += 1) });
    connector.asked.length = 0;
    const sending = client.conversations.sendToConversation('c', { type: 'message' });
    expect(await failureOf(sending)).toMatchObject({ name: 'TimeoutError' });
    await wait(800);
    expect(asked).toBe(0);
    expect(connector.asked).toEqual([]);
  });

  test('the time counts from when we were asked to reach the conversation', async () => {
    connector.asked.length = 0;
    const late = createReach(gettingIt(0), '', { silence })(address, async (reached) => {
      await wait(1_600);
      return send(reached);
    });
    expect(await failureOf(late)).toBeInstanceOf(NothingSentError);
    expect(connector.asked).toEqual([]);
  });

  test('to a request that answers somebody, its time begins with the request', async () => {
    connector.asked.length = 0;
    const client = new ConnectorClient(
      { signRequest: (request: never) => Promise.resolve(request) },
      { baseUri: connector.url },
    );
    curb(client, { silence });
    await wait(1_600);
    await client.conversations.sendToConversation('c', { type: 'message' });
    expect(connector.asked).toHaveLength(1);
  });
});
