import { join } from 'node:path';
import type { Activity } from 'botbuilder';
import type { Asking } from '../../application/ask-backs';
import type { Greet } from '../../application/greet';
import type { Clock, Log, Messenger, Roster } from '../../application/ports';
import type { Presence } from '../../application/presence';
import type { Respond } from '../../application/respond';
import { Adapter, type Credentials } from './adapter';
import { createBot } from './bot';
import { loadCards } from './cards';
import { createEntry, type Enter } from './entry/index';
import { createServiceHosts } from './entry/service-hosts';
import { createMessenger } from './messenger';
import { paced } from './pace';
import { createReach, curb } from './reach';
import { createRoster } from './roster';
import { createView } from './view/index';

/** Teams, as the rest of the product sees it. */
export type Teams = {
  readonly messenger: Messenger;
  readonly roster: Roster;
  /** Takes what was written for us; then activities can come in. */
  readonly answerWith: (answers: { respond: Respond; asking: Asking; greet: Greet; presence: Presence }) => Enter;
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
  readonly clock: Clock;
  readonly log: Log;
};

export const createTeams = ({ credentials, tenants, serviceHosts, clock, log }: Parts): Teams => {
  const isServiceHost = createServiceHosts(serviceHosts, credentials === undefined);
  const adapter = new Adapter(credentials, isServiceHost);
  adapter.onTurnError = (_context, err) => {
    log.error({ err }, 'An answer could not be sent.');
    return Promise.resolve();
  };
  const view = createView(loadCards(cardsFolder));
  const reach = createReach(adapter, credentials?.appId ?? '');
  return {
    messenger: paced(createMessenger(reach, view, log), clock),
    roster: createRoster(reach, clock, log),
    answerWith: ({ respond, asking, greet, presence }) => {
      const bot = createBot({ respond, asking, greet, presence, view, log });
      const turn = async (activity: Activity) =>
        (await adapter.turn(activity, (context) => {
          curb(context.turnState.get(adapter.ConnectorClientKey));
          return bot(context);
        })) ?? { status: 200 };
      return createEntry({ credentials, tenants, isServiceHost, turn, clock, log });
    },
  };
};
