import type { Command, EngagementId, PersonId } from '../engagement/index';
import type { Afterwards } from './afterwards';
import type { Heard } from './conversation';
import type { Execute } from './execute';
import type { Holds } from './hold';
import type { Directory, KnownPerson, Loaded, Member, OutsideId, Roster } from './ports';
import type { Answer, Saying } from './reply';
import type { Inbound, Request, StartAnswers, Wish } from './request';
import { createShow } from './show';
import { showingAfter } from './showing-after';
import { createStart } from './start';

export type AnswerParts = {
  readonly directory: Directory;
  readonly roster: Roster;
  readonly execute: Execute;
  readonly holds: Holds;
  readonly afterwards: Afterwards;
};

type AnswerTo = (inbound: Inbound, id: EngagementId, heard: Heard, first: Loaded | undefined) => Promise<Answer>;

/** Does what a request asks for, or finds what it wants to see. `first` is the state already read, if it was. */
export const createAnswer = (parts: AnswerParts): AnswerTo => {
  const { roster, execute, holds, afterwards } = parts;
  const start = createStart(parts);
  const show = createShow(roster);

  const act = async (inbound: Inbound, id: EngagementId, wishes: readonly Wish[], heard: Heard, first?: Loaded) => {
    const assignees = new Map<OutsideId, Member>();
    for (const wish of wishes) {
      if (wish.type !== 'AssignItem' || isForNobody(wish) || assignees.has(wish.assignee)) continue;
      const member = await roster.member(inbound.address, wish.assignee);
      if (member) assignees.set(wish.assignee, member);
    }
    const known = (wish: Wish) => wish.type !== 'AssignItem' || assignees.has(wish.assignee);
    const executed = await execute({
      id,
      op: inbound.op,
      by: { ...inbound.by, ...(heard.told && { language: heard.language }) },
      ...(first && { first }),
      commands: (_, keyOf) => wishes.filter(known).map((wish) => commandOf(wish, assignees, keyOf)),
    });
    const strangers = wishes
      .filter((wish) => !known(wish))
      .map((wish): Saying => ({ type: 'problem', problem: isForNobody(wish) ? 'personMissing' : 'notAMember' }));
    const says = [...executed.says, ...strangers];
    if (says.some(({ type }) => type === 'accepted')) afterwards(id);
    const showing = showingAfter(wishes, says, executed.seen);
    return { seen: executed.seen, says, show: await show.withMembers(inbound, showing) };
  };

  const begin = async (
    inbound: Inbound,
    id: EngagementId,
    answers: StartAnswers,
    heard: Heard,
    seen: Loaded,
  ): Promise<Answer> => {
    const started = await start(inbound, id, answers, heard);
    if ('notThere' in started)
      return {
        seen,
        says: [{ type: 'problem', problem: 'notAMember' }],
        show: await show.startForm(inbound, answers),
      };
    const { says } = started;
    if (says.some(({ type }) => type === 'accepted')) {
      afterwards(id);
      return { seen: started.seen, says, show: { show: 'started' } };
    }
    if (started.seen.engagement.status !== 'notStarted')
      return { seen: started.seen, says, show: { show: 'overview' } };
    return { seen: started.seen, says, show: await show.startForm(inbound, answers) };
  };

  /** A form keeps its post from being updated under it; whatever its owner presses next lets it go. */
  const holdOrRelease = async (inbound: Inbound, id: EngagementId): Promise<void> => {
    if (inbound.kind !== 'pressed' || inbound.on === undefined) return;
    const { request, on, by } = inbound;
    if (showsForm(request)) await holds.hold(id, on, by.id);
    else if (await holds.release(id, on, by.id)) afterwards(id);
  };

  return async (inbound, id, heard, first) => {
    const held = holdOrRelease(inbound, id);
    const { request } = heard;
    const answer =
      request.type === 'act'
        ? act(inbound, id, request.wishes, heard, first)
        : first &&
          (request.type === 'start'
            ? begin(inbound, id, request.answers, heard, first)
            : show.request(inbound, request, first));
    const [found] = await Promise.all([answer, held]);
    if (!found) throw new Error(`A request of type ${request.type} needs the state it is about.`);
    // What was sent could not be taken, and the form is back: it is open again.
    if (inbound.kind === 'pressed' && inbound.on !== undefined && found.show.show === 'form' && !showsForm(request))
      await holds.hold(id, inbound.on, inbound.by.id);
    return found;
  };
};

const showsForm = (request: Request): boolean => request.type === 'show' && request.what === 'form';

const isForNobody = (wish: Wish): boolean => wish.type === 'AssignItem' && wish.assignee === '';

const commandOf = (
  wish: Wish,
  assignees: ReadonlyMap<OutsideId, Member>,
  keyOf: (person: KnownPerson) => PersonId,
): Command => {
  if (wish.type !== 'AssignItem') return wish;
  const member = assignees.get(wish.assignee);
  return { ...wish, assignee: member ? keyOf(member) : wish.assignee };
};
