import type { Calendar } from '../engagement/index';
import { type AnswerParts, createAnswer } from './answer';
import type { Asking } from './ask-backs';
import { type Heard, languageOf } from './conversation';
import type { Guard } from './guard';
import type { Listen, Listened } from './listen';
import { nobody, personOf } from './people';
import {
  type Clock,
  type Loaded,
  type Log,
  NotSavedError,
  type OutsideId,
  UncertainError,
  UnreachableError,
} from './ports';
import type { Answer, Problem, Reply, Saying } from './reply';
import type { Inbound } from './request';
import { createSubject, overviewOf, type Subject } from './subject';

export type Respond = (inbound: Inbound) => Promise<Reply>;

export type RespondParts = AnswerParts & {
  readonly listen: Listen;
  readonly asking: Asking;
  readonly guard: Guard;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly log: Log;
};

/** The answer to one sentence or press. Rejects only when the world is broken in a way nobody foresaw. */
export const createRespond = (parts: RespondParts): Respond => {
  const { directory, contacts, listen, asking, strays, keep, guard, afterwards } = parts;
  const answerTo = createAnswer(parts);
  const subjectOf = createSubject(parts);
  const replyWith = createReply(parts);

  const lookForStrays = ({ inbound, id, address }: Subject): void => {
    if (inbound.kind !== 'pressed') return;
    const { card, on, engagementId } = inbound;
    // Buttons that are about no onboarding stand on posts of former ones, too.
    if (card !== undefined && on !== undefined && address !== undefined && engagementId === id)
      afterwards.also(() => strays(id, address, card, on));
  };

  /** So that it is the same at every instance, and tomorrow. */
  const rememberLanguage = (inbound: Inbound, { told, language }: Heard, seen: Loaded): void => {
    const { by, op, locale } = inbound;
    const usual = languageOf(seen, by.id) ?? locale ?? seen.engagement.language;
    if (told && language !== usual && isOpenFor(seen))
      afterwards.also(async () => {
        await keep(seen.id, `${op}-language`, { ...by, language });
      });
  };

  const askedOf = async ({ address }: Inbound, { people }: Loaded, person: OutsideId): Promise<Saying> => {
    const known = people[personOf(people, person) ?? ''] ?? (await parts.roster.member(address, person));
    const name = known?.name;
    return { type: 'askedOf', ...(name && { name }) };
  };

  return async (inbound) => {
    let heard: Heard = { ...requestOf(inbound), language: inbound.locale ?? 'en', told: false };
    let subject: Subject | undefined;
    let answered: Listened['answered'];
    const reply = (answer: ReplyTo): Reply => asking.asking(inbound, replyWith(inbound, heard, answer, subject));
    const problem = (what: Problem) =>
      reply({
        says: [{ type: 'problem', problem: what }],
        show: { show: 'said' },
        ...(subject?.first && { seen: subject.first }),
      });
    try {
      if (inbound.personal) await contacts.meet(inbound.place.tenantId, inbound.by.id, inbound.address);
      subject = await subjectOf(inbound);
      const { address, first } = subject;
      const also = subject.involved?.map(({ seen }) => seen);
      const at = subject.inbound.address;
      if (first) ({ heard, answered } = await listen(inbound, first, { at, also }));
      if (inbound.kind === 'pressed' && inbound.asked !== undefined && inbound.asked !== inbound.by.id) {
        const seen = first ?? (await parts.store.load(subject.id));
        ({ heard } = await listen(inbound, seen, { at }));
        return reply({ seen, says: [await askedOf(subject.inbound, seen, inbound.asked)], show: { show: 'said' } });
      }
      if (subject.foreign) {
        parts.log.warn(
          { audit: 'notFound', here: subject.id, tenant: inbound.place.tenantId, op: inbound.op },
          'Somebody pressed a button of an onboarding that is not found from where they are. Nothing was told of it.',
        );
        return problem(inbound.personal ? 'notPart' : 'notForHere');
      }
      const answer = await answerTo(subject, heard);
      if (!first) ({ heard } = await listen(inbound, answer.seen, { at }));
      if (answer.show.show === 'posted')
        subject = { ...subject, overview: (await directory.locate(subject.inbound.place)).overview };
      lookForStrays(subject);
      rememberLanguage(inbound, heard, answer.seen);
      // Teams moves conversations between its service addresses; the newest one seen is the one that works.
      const isHere = subject.inbound.place === inbound.place;
      const isKnownHere = isHere && (address !== undefined || answer.seen.engagement.started !== undefined);
      if (isKnownHere && address !== inbound.address && !answer.seen.engagement.ended) {
        await directory.register(inbound.place, answer.seen.id, inbound.address);
        // It was out of reach until now, so something may have waited for this.
        if (address === undefined && first?.engagement.status !== 'notStarted') {
          afterwards.also(() => guard(answer.seen.id));
          afterwards(answer.seen.id);
        }
      }
      const replied = reply(answer);
      asking.answered(inbound, replied, answered);
      return replied;
    } catch (error) {
      if (error instanceof NotSavedError) return problem('notSaved');
      if (error instanceof UncertainError) return problem('uncertain');
      if (error instanceof UnreachableError) return problem('unreachable');
      throw error;
    }
  };
};

const isOpenFor = ({ engagement }: Loaded): boolean => engagement.started !== undefined && !engagement.ended;

type ReplyTo = Pick<Answer, 'show' | 'says' | 'undo' | 'did'> & { readonly seen?: Loaded };

const createReply =
  ({ calendar, clock }: RespondParts) =>
  (
    inbound: Inbound,
    { language }: Heard,
    { seen, says = [], show, undo, did }: ReplyTo,
    subject: Subject | undefined,
  ): Reply => {
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
      ...(did !== undefined && { did }),
      ...(subject && seen?.id === subject.id && overviewOf(subject)),
      ...(inbound.kind === 'said' && !inbound.personal && { brief: true }),
      ...(inbound.alone && { alone: true }),
      ...(inbound.personal && { personal: true }),
    };
  };

const requestOf = (inbound: Inbound): Pick<Heard, 'request'> =>
  inbound.kind === 'pressed' ? inbound : { request: { type: 'greeting' } };
