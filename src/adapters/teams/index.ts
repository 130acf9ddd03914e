import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { Asking } from '../../application/ask-backs';
import type { Given } from '../../application/given';
import type { Greet } from '../../application/greet';
import type { Late } from '../../application/late';
import type { Clock, Log, Messenger, Roster, Trace } from '../../application/ports';
import type { Presence } from '../../application/presence';
import type { Respond } from '../../application/respond';
import { Adapter, type Credentials } from './adapter';
import { createBot } from './bot';
import { createSpare } from './breaker';
import { loadCards } from './cards';
import { curb, type Observe } from './curb';
import { createEntry, type Enter } from './entry/index';
import { createServiceHosts } from './entry/service-hosts';
import { operationOf } from './inbound';
import { createMessenger } from './messenger';
import { paced } from './pace';
import { createReach } from './reach';
import { createRoster } from './roster';
import { threadOf } from './thread';
import { createView } from './view/index';

/** What was written for us. */
type Answers = {
  readonly respond: Respond;
  readonly asking: Asking;
  readonly greet: Greet;
  readonly presence: Presence;
  readonly late: Late;
  readonly given: Given;
};

/** Teams, as the rest of the product sees it. */
export type Teams = {
  readonly messenger: Messenger;
  readonly roster: Roster;
  /** Takes what was written for us; then activities can come in. */
  readonly answerWith: (answers: Answers) => Enter;
};

/** The templates lie beside `src` and `dist` alike. */
const cardsFolder = join(__dirname, '..', '..', '..', 'cards');

type Parts = {
  /** None: nobody has to prove anything, and Teams is played on this machine. */
  readonly credentials?: Credentials;
  /** The only tenants served; empty: all. */
  readonly tenants: readonly string[];
  /** Names of hosts besides Microsoft's that messages may be sent to. */
  readonly serviceHosts: readonly string[];
  readonly observe: Observe;
  readonly trace: Trace;
  readonly clock: Clock;
  readonly log: Log;
};

export const createTeams = ({ credentials, tenants, serviceHosts, observe, trace, clock, log }: Parts): Teams => {
  const isServiceHost = createServiceHosts(serviceHosts, credentials === undefined);
  const adapter = new Adapter(credentials, isServiceHost);
  adapter.onTurnError = (_context, err) => {
    log.error({ err }, 'An answer could not be sent.');
    return Promise.resolve();
  };
  const view = createView(loadCards(cardsFolder));
  const reach = createReach(adapter, credentials?.appId ?? '', { spare: createSpare(log), observe });
  return {
    messenger: paced(createMessenger(reach, view, log), clock),
    roster: createRoster(reach, clock, log),
    answerWith: (answers) => {
      const bot = createBot({ ...answers, view, log });
      const turn = (activity: Activity) => {
        const op = operationOf(activity);
        return trace('turn', op, () =>
          adapter.turn(activity, (client) => {
            curb(client, { observe });
            return bot(activity, threadOf(client, activity));
          }),
        );
      };
      return createEntry({ credentials, tenants, isServiceHost, turn, clock, log });
    },
  };
};
