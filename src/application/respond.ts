import type { Calendar } from '../engagement/index';
import { type AnswerParts, createAnswer } from './answer';
import type { Hear, Heard } from './conversation';
import { personOf } from './people';
import {
  type Clock,
  type Directory,
  type EngagementStore,
  NotSavedError,
  UncertainError,
  UnreachableError,
} from './ports';
import type { Answer, Problem, Reply } from './reply';
import type { Inbound } from './request';

export type Respond = (inbound: Inbound) => Promise<Reply>;

export type RespondParts = AnswerParts & {
  readonly store: EngagementStore;
  readonly directory: Directory;
  readonly hear: Hear;
  readonly clock: Clock;
  readonly calendar: Calendar;
};

/** The answer to one sentence or press. Rejects only when the world is broken in a way nobody foresaw. */
export const createRespond = (parts: RespondParts): Respond => {
  const { store, directory, hear, clock, calendar } = parts;
  const answerTo = createAnswer(parts);
  return async (inbound) => {
    let heard: Heard = { ...requestOf(inbound), language: inbound.locale ?? 'en', told: false };
    const reply = (answer: Pick<Answer, 'show' | 'says'> & { readonly seen?: Answer['seen'] }): Reply => {
      const { seen } = answer;
      const asker = seen && personOf(seen.people, inbound.by.id);
      return {
        language: heard.language,
        says: answer.says ?? [],
        show: answer.show,
        today: calendar.dayOf(clock.now(), seen?.engagement.timeZone ?? 'UTC'),
        ...(seen && { seen }),
        ...(asker !== undefined && { asker }),
      };
    };
    const problem = (what: Problem) => reply({ says: [{ type: 'problem', problem: what }], show: { show: 'said' } });
    try {
      const { id, address } = await directory.locate(inbound.place);
      // Teams moves conversations between its service addresses; the newest one seen is the one that works.
      if (address !== undefined && address !== inbound.address)
        await directory.register(inbound.place, id, inbound.address);
      if (inbound.kind === 'pressed' && inbound.engagementId !== undefined && inbound.engagementId !== id) {
        heard = hear(inbound, await store.load(id));
        return problem('notForHere');
      }
      const changes = inbound.kind === 'pressed' && inbound.request.type === 'act';
      const first = changes ? undefined : await store.load(id);
      if (first) heard = hear(inbound, first);
      const answer = await answerTo(inbound, id, heard, first);
      if (!first) heard = hear(inbound, answer.seen);
      return reply(answer);
    } catch (error) {
      if (error instanceof NotSavedError) return problem('notSaved');
      if (error instanceof UncertainError) return problem('uncertain');
      if (error instanceof UnreachableError) return problem('unreachable');
      throw error;
    }
  };
};

const requestOf = (inbound: Inbound): Pick<Heard, 'request'> =>
  inbound.kind === 'pressed' ? inbound : { request: { type: 'greeting' } };
