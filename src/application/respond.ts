import type { Calendar, EngagementId } from '../engagement/index';
import { type AnswerParts, createAnswer } from './answer';
import type { Hear, Heard } from './conversation';
import { isSamePlace } from './loaded';
import { personOf } from './people';
import { type Clock, type Loaded, NotSavedError, UncertainError, UnreachableError } from './ports';
import type { Answer, Problem, Reply } from './reply';
import type { Inbound } from './request';

export type Respond = (inbound: Inbound) => Promise<Reply>;

export type RespondParts = AnswerParts & {
  readonly hear: Hear;
  readonly clock: Clock;
  readonly calendar: Calendar;
};

/** The answer to one sentence or press. Rejects only when the world is broken in a way nobody foresaw. */
export const createRespond = (parts: RespondParts): Respond => {
  const { directory, hear } = parts;
  const answerTo = createAnswer(parts);
  const subjectOf = createSubject(parts);
  const replyWith = createReply(parts);
  return async (inbound) => {
    let heard: Heard = { ...requestOf(inbound), language: inbound.locale ?? 'en', told: false };
    const reply = (answer: ReplyTo): Reply => replyWith(inbound, heard, answer);
    let seen: Loaded | undefined;
    const problem = (what: Problem) =>
      reply({ says: [{ type: 'problem', problem: what }], show: { show: 'said' }, ...(seen && { seen }) });
    try {
      const { id, address, first, foreign } = await subjectOf(inbound);
      seen = first;
      if (first) heard = hear(inbound, first);
      if (foreign) return problem('notForHere');
      const answer = await answerTo(inbound, id, heard, first);
      if (!first) heard = hear(inbound, answer.seen);
      // Teams moves conversations between its service addresses; the newest one seen is the one that works.
      const isKnownHere = address !== undefined || answer.seen.engagement.started !== undefined;
      if (isKnownHere && address !== inbound.address && !answer.seen.engagement.ended) {
        await directory.register(inbound.place, answer.seen.id, inbound.address);
        // It was out of reach until now, so something may have waited for this.
        if (address === undefined && first?.engagement.status !== 'notStarted') parts.afterwards(answer.seen.id);
      }
      return reply(answer);
    } catch (error) {
      if (error instanceof NotSavedError) return problem('notSaved');
      if (error instanceof UncertainError) return problem('uncertain');
      if (error instanceof UnreachableError) return problem('unreachable');
      throw error;
    }
  };
};

/** Which engagement it is about, and its state where that has to be read before anything can be said. */
type Subject = {
  readonly id: EngagementId;
  readonly address?: string | undefined;
  readonly first?: Loaded;
  /** A card of another conversation. */
  readonly foreign?: true;
};

/** The one that lives here; or, for a press on an old card, the one it belongs to, if that lived here, too. */
const createSubject =
  ({ store, directory }: RespondParts) =>
  async (inbound: Inbound): Promise<Subject> => {
    const located = await directory.locate(inbound.place);
    const named = inbound.kind === 'pressed' ? inbound.engagementId : undefined;
    if (named !== undefined && named !== located.id) {
      const first = await store.load(named);
      if (!first.place || !isSamePlace(first.place, inbound.place))
        return { ...located, first: await store.load(located.id), foreign: true };
      if (!startsAnother(inbound)) return { ...located, id: named, first };
    }
    if (inbound.kind === 'pressed' && inbound.request.type === 'act') return located;
    const first = await store.load(located.id);
    if (!first.engagement.ended) return { ...located, first };
    // Another instance may have started the next one since this one looked.
    const newest = await directory.locate(inbound.place, true);
    return { ...newest, first: newest.id === first.id ? first : await store.load(newest.id) };
  };

/** What comes next follows the last one, on whichever card it was asked for. */
const startsAnother = (inbound: Inbound): boolean => {
  const { request } = requestOf(inbound);
  return request.type === 'start' || (request.type === 'show' && request.what === 'startForm');
};

/** A key no person has. */
const nobody = 'p0';

type ReplyTo = Pick<Answer, 'show' | 'says' | 'undo'> & { readonly seen?: Answer['seen'] };

const createReply =
  ({ calendar, clock }: RespondParts) =>
  (inbound: Inbound, { language }: Heard, { seen, says = [], show, undo }: ReplyTo): Reply => {
    // Whoever has done nothing here yet is a team member all the same, and no post for everybody.
    const asker = seen && (personOf(seen.people, inbound.by.id) ?? nobody);
    return {
      language,
      says,
      show,
      today: calendar.dayOf(clock.now(), seen?.engagement.timeZone ?? 'UTC'),
      ...(seen && { seen }),
      ...(asker !== undefined && { asker }),
      ...(undo !== undefined && { undo }),
    };
  };

const requestOf = (inbound: Inbound): Pick<Heard, 'request'> =>
  inbound.kind === 'pressed' ? inbound : { request: { type: 'greeting' } };
