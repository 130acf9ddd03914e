import type { EngagementId } from '../engagement/index';
import { type ActParts, createAct, createPreview } from './act';
import { createAdd } from './add';
import type { Heard } from './conversation';
import type { Holds } from './hold';
import type { Directory, Loaded } from './ports';
import type { Answer } from './reply';
import type { Inbound, Request, StartAnswers } from './request';
import { createShow } from './show';
import { createStart } from './start';
import type { Understanding } from './understanding';

export type AnswerParts = ActParts & {
  readonly directory: Directory;
  readonly understanding: Understanding;
  readonly holds: Holds;
};

type AnswerTo = (inbound: Inbound, id: EngagementId, heard: Heard, first: Loaded | undefined) => Promise<Answer>;

/** Does what a request asks for, or finds what it wants to see. `first` is the state already read, if it was. */
export const createAnswer = (parts: AnswerParts): AnswerTo => {
  const { holds, afterwards, directory } = parts;
  const start = createStart(parts);
  const show = createShow(parts.roster);
  const act = createAct(parts);
  const preview = createPreview(parts);
  const add = createAdd({ ...parts, act });

  /** Where an onboarding has ended, the next one starts. */
  const begin = async (inbound: Inbound, answers: StartAnswers, heard: Heard, last: Loaded): Promise<Answer> => {
    const id = last.engagement.ended ? directory.following(last.id) : last.id;
    const started = await start(inbound, id, answers, heard);
    if ('notThere' in started)
      return {
        seen: last,
        says: [{ type: 'problem', problem: 'notAMember' }],
        show: await show.startForm(inbound, answers),
      };
    const { seen, says } = started;
    if (says.some(({ type }) => type === 'accepted')) {
      afterwards(id);
      return { seen, says, show: { show: 'started' } };
    }
    if (seen.engagement.status !== 'notStarted') return { seen, says, show: { show: 'overview' } };
    return { seen, says, show: await show.startForm(inbound, answers) };
  };

  /** A form keeps its post from being updated under it; whatever its owner presses next lets it go. */
  const holdOrRelease = async (inbound: Inbound, id: EngagementId): Promise<void> => {
    if (inbound.kind !== 'pressed' || inbound.on === undefined) return;
    const { request, on, by } = inbound;
    if (showsForm(request)) await holds.hold(id, on, by.id);
    else if (await holds.release(id, on, by.id)) afterwards(id);
  };

  const answer = (inbound: Inbound, id: EngagementId, heard: Heard, first: Loaded | undefined): Promise<Answer> => {
    const { request } = heard;
    if (request.type === 'act') return act(inbound, id, request.wishes, heard, first);
    if (!first) throw new Error(`A request of type ${request.type} needs the state it is about.`);
    if (request.type === 'start') return begin(inbound, request.answers, heard, first);
    if (request.type === 'add') return add(inbound, request, heard, first);
    if (request.type === 'confirm') return preview(inbound, request.wish, first);
    return show.request(inbound, request, first);
  };

  return async (inbound, id, heard, first) => {
    const [found] = await Promise.all([answer(inbound, id, heard, first), holdOrRelease(inbound, id)]);
    const shown: Answer = { ...found, show: await show.withMembers(inbound, found.show, found.seen) };
    // What was sent could not be taken, and the form is back: it is open again.
    if (
      inbound.kind === 'pressed' &&
      inbound.on !== undefined &&
      found.show.show === 'form' &&
      !showsForm(heard.request)
    )
      await holds.hold(id, inbound.on, inbound.by.id);
    return shown;
  };
};

const showsForm = (request: Request): boolean => request.type === 'show' && request.what === 'form';
