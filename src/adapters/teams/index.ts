import { join } from 'node:path';
import type { Asking } from '../../application/ask-backs';
import type { Greet } from '../../application/greet';
import type { Clock, Log, Messenger, Roster } from '../../application/ports';
import type { Presence } from '../../application/presence';
import type { Respond } from '../../application/respond';
import type { Request, Response } from 'botbuilder';
import { type Credentials, createAdapter } from './adapter';
import { createBot } from './bot';
import { loadCards } from './cards';
import { createMessenger } from './messenger';
import { paced } from './pace';
import { createReach, curb } from './reach';
import { createRoster } from './roster';
import { createView } from './view/index';

/** Handles one HTTP request that carries an activity, and answers it. */
export type Process = (request: object, response: object) => Promise<void>;

/** Teams, as the rest of the product sees it. */
export type Teams = {
  readonly messenger: Messenger;
  readonly roster: Roster;
  /** Takes what was written for us; then requests can be processed. */
  readonly answerWith: (answers: { respond: Respond; asking: Asking; greet: Greet; presence: Presence }) => Process;
};

/** The templates lie beside `src` and `dist` alike. */
const cardsFolder = join(__dirname, '..', '..', '..', 'cards');

export const createTeams = (parts: { credentials?: Credentials; clock: Clock; log: Log }): Teams => {
  const { credentials, clock, log } = parts;
  const adapter = createAdapter(credentials);
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
      return (request, response) =>
        adapter.process(request as Request, response as Response, (context) => {
          curb(context.turnState.get(adapter.ConnectorClientKey));
          return bot(context);
        });
    },
  };
};
