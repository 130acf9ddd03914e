import type { Hear, Heard } from './conversation';
import { personOf } from './people';
import type { Address, AskBack, AskBacks, Clock, EngagementStore, Loaded, Log, Roster } from './ports';
import { requestOf } from './question-back';
import type { Inbound, Request } from './request';
import { later } from './times';

/** What was said, and the question it answers, if it answers one. */
export type Listened = { readonly heard: Heard; readonly answered?: AskBack };

/** `at`: where the people are whom a sentence may name. `also`: other onboardings the asker is part of. */
type Where = { readonly at: Address; readonly also?: readonly Loaded[] | undefined };

/** Hears an inbound; a sentence that does not say enough by itself, also with what else is known of it. */
export type Listen = (inbound: Inbound, seen: Loaded, where: Where) => Promise<Listened>;

/** For how long a question waits for its answer, in milliseconds. */
export const patience = 600_000;

type Parts = {
  readonly store: EngagementStore;
  readonly hear: Hear;
  readonly askBacks: AskBacks;
  readonly roster: Roster;
  readonly clock: Clock;
  readonly log: Log;
};

export const createListen = ({ store, hear, askBacks, roster, clock, log }: Parts): Listen => {
  /** What they were asked there, if that is not too old; without it a sentence is heard for itself. */
  const lastQuestion = async (inbound: Inbound, { id }: Loaded): Promise<AskBack | undefined> => {
    try {
      const asked = await askBacks.asked(id, inbound.by.id);
      const isHere = asked?.post?.address === (inbound.thread ?? inbound.address);
      return asked && isHere && clock.now() <= later(asked.at, patience) ? asked : undefined;
    } catch (error) {
      log.warn({ engagement: id, err: error }, 'It could not be read what somebody was asked.');
      return undefined;
    }
  };

  /** Not answered before, unless by this very sentence that was delivered twice. */
  const isOpen = async ({ by, op }: Inbound, { answeredBy, version }: AskBack, seen: Loaded): Promise<boolean> => {
    if (answeredBy !== undefined) return answeredBy === op;
    const { id, engagement, people } = seen;
    if (engagement.version <= version) return true;
    // Whoever has done something else since they were asked means something else by now.
    const since = await store.history(id, { first: version + 1, last: engagement.version });
    const key = personOf(people, by.id);
    return !since.some((event) => event.by === key && event.op !== op);
  };

  return async (inbound, seen, { at, also }) => {
    const heard = hear(inbound, seen, { also });
    if (inbound.kind !== 'said') return { heard };
    const asked = mayAnswer(heard.request) ? await lastQuestion(inbound, seen) : undefined;
    // It led to that question when it came the first time.
    if (asked?.askedBy === inbound.op) return { heard: { ...heard, request: requestOf(asked.question) } };
    const open = asked && (await isOpen(inbound, asked, seen)) ? asked : undefined;
    const answer = open && answerIn(hear(inbound, seen, { also, question: open.question }), open);
    if (answer) return answer;
    if (!seen.engagement.started || !mayLackName(heard.request)) return { heard };
    const people = await roster.members(at);
    if (!people) return { heard };
    const again = hear(inbound, seen, { also, people, ...(open && { question: open.question }) });
    return (open && answerIn(again, open)) ?? { heard: again };
  };
};

const answerIn = (heard: Heard, answered: AskBack): Listened | undefined =>
  heard.answers ? { heard, answered } : undefined;

/** What says little by itself: an answer may be in it. */
const mayAnswer = (request: Request): boolean => {
  switch (request.type) {
    case 'unclear':
    case 'greeting':
    case 'declined':
    case 'whichItem':
      return true;
    case 'choose':
      return request.options.every((option) => mayAnswer(option.request));
    case 'show':
      return (
        (request.what === 'item' && request.asked === undefined) ||
        (request.what === 'section' && request.which === 'all')
      );
    default:
      return false;
  }
};

/** Somebody may be named in it who has not appeared here yet. */
const mayLackName = (request: Request): boolean => {
  if (request.type === 'unclear') return true;
  if (request.type === 'whichItem') return request.verb === 'item.assign' && request.filled.assignee === undefined;
  if (request.type !== 'show' || request.what !== 'form') return false;
  const { form, filled } = request;
  if (form === 'item.assign' || form === 'role.set') return filled.assignee === undefined;
  if (form === 'person.handOver') return filled.assignee === undefined || filled.person === undefined;
  return form === 'person.away' && filled.person === undefined;
};
