import { DefaultAzureCredential } from '@azure/identity';
import { calendar, startTicker, systemClock } from './adapters/clock/index';
import { serve } from './adapters/http/index';
import { openTables, type TablesOptions } from './adapters/table/index';
import { createTeams } from './adapters/teams/index';
import { createTelemetry, type Telemetry } from './adapters/telemetry/index';
import { createUnderstanding } from './adapters/understanding/index';
import { createAdmits } from './application/admits';
import { createAfterwards } from './application/afterwards';
import { createAsking } from './application/ask-backs';
import { createHear } from './application/conversation';
import { createDeliver } from './application/deliver';
import { createExecute } from './application/execute';
import { createGiven } from './application/given';
import { createGreet } from './application/greet';
import { createGuard } from './application/guard';
import { createHolds } from './application/hold';
import { createFindInvolved } from './application/involved';
import { createKeep } from './application/keep';
import { createLate } from './application/late';
import { createListen } from './application/listen';
import { createPostAnew } from './application/post-anew';
import { createPresence } from './application/presence';
import { observing } from './application/observing';
import type { Clock, Log } from './application/ports';
import { createQueue } from './application/queue';
import { createRespond } from './application/respond';
import { createFindStrays } from './application/strays';
import { createTick } from './application/tend';
import { createWatch } from './application/watch';
import type { Config } from './config';

/** A running Lotse. */
export type Lotse = { readonly port: number; stop(): Promise<void> };

/** Guards lie up to two minutes ahead; what a process that died left behind is looked after right at the start. */
const aheadAtStart = 120_000;

/**
 * What is otherwise. `telemetry`: whose ids the log carries, too. The rest only in tests: the time, for how many milliseconds more to tell the same people is waited for, and how many
 * refused requests a minute are borne from one address.
 */
export type Otherwise = {
  readonly clock?: Clock;
  readonly gathering?: number;
  readonly mostRefused?: number;
  readonly telemetry?: Telemetry;
};

/** Which adapter stands behind which port: the only place that knows them all. */
export const compose = async (
  config: Config,
  log: Log,
  { clock = systemClock, gathering, mostRefused, telemetry = createTelemetry() }: Otherwise = {},
): Promise<Lotse> => {
  const { trace, correlation, call, sent, over, watchLag } = telemetry;
  const observe = (to: 'storage' | 'teams') => ({
    correlation,
    call: <Answer extends { readonly status: number }>(method: string, work: () => Promise<Answer>) =>
      call(to, method, work),
  });
  const { mailbox, askBacks, directory, contacts, dueRows, ready, ...tables } = await openTables({
    ...tablesOf(config),
    observe: observe('storage'),
  });
  const store = over(tables.store);
  const { auth } = config;
  const {
    messenger: sending,
    roster,
    answerWith,
  } = createTeams({
    ...(auth.type === 'required' && { credentials: auth }),
    tenants: config.tenants,
    serviceHosts: config.serviceHosts,
    observe: observe('teams'),
    trace,
    clock,
    log,
  });

  const watch = createWatch(clock);
  watchLag(() => watch.figures().lagSeconds);
  const messenger = observing(watch.over(sending), (_, { outcome }) => {
    sent(outcome);
  });
  const queue = createQueue(clock);
  const guard = createGuard(dueRows, clock);
  const execute = createExecute({ store, guard, queue, clock, calendar });
  const admits = createAdmits({ directory, roster, clock });
  const findInvolved = createFindInvolved({ contacts, store, admits, clock, calendar });
  const deliver = createDeliver({
    store,
    mailbox,
    directory,
    contacts,
    findInvolved,
    messenger,
    clock,
    calendar,
    log,
    ...(gathering !== undefined && { gathering }),
  });
  const afterwards = createAfterwards(deliver, dueRows, clock, log);
  const understanding = createUnderstanding();
  const hear = createHear({ understanding, clock, calendar });
  const asking = createAsking({ askBacks, messenger, afterwards, clock, log });
  const holds = createHolds(mailbox, clock, log);
  const respond = createRespond({
    store,
    directory,
    contacts,
    roster,
    understanding,
    listen: createListen({ store, hear, askBacks, roster, clock, log }),
    asking,
    execute,
    holds,
    keep: createKeep({ store, queue, clock, calendar }),
    postAnew: createPostAnew({ mailbox, guard, clock, afterwards }),
    strays: createFindStrays(mailbox, messenger, log),
    admits,
    findInvolved,
    guard,
    afterwards,
    clock,
    calendar,
    log,
  });
  const presence = createPresence({ store, directory, contacts, roster, execute, guard, afterwards });
  const tick = createTick({ store, dueRows, execute, deliver: afterwards.deliver, clock, calendar, watch, trace, log });

  const enter = answerWith({
    respond,
    asking,
    presence,
    greet: createGreet(directory, contacts, queue),
    given: createGiven({ mailbox, afterwards, clock, log }),
    late: createLate({ mailbox, messenger, holds, afterwards, clock, log }),
  });
  const { host, port } = config;
  const server = await serve({
    host,
    port,
    enter,
    ready,
    watch,
    log,
    ...(mostRefused !== undefined && { mostRefused }),
  });
  const first = tick(aheadAtStart).catch((error: unknown) => {
    log.error({ err: error }, 'The first look failed. The next one comes as planned.');
  });
  const ticker = startTicker(config.tickSeconds, () => tick(), log);
  return {
    port: server.port,
    stop: async () => {
      // The clock's waits keep no process alive, but what has begun is finished: a lease left behind blocks its post.
      const alive = setInterval(() => undefined, 1_000);
      await server.stop();
      await Promise.all([first, ticker.stop()]);
      await afterwards.settled();
      clearInterval(alive);
    },
  };
};

const tablesOf = ({ storage, tablePrefix: prefix }: Config): TablesOptions => {
  if ('connectionString' in storage) return { connectionString: storage.connectionString, prefix };
  const identity = storage.clientId === undefined ? {} : { managedIdentityClientId: storage.clientId };
  return { url: storage.url, credential: new DefaultAzureCredential(identity), prefix };
};
