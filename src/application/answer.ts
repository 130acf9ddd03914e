import type { EngagementId } from '../engagement/index';
import { type ActParts, createAct, createPreview } from './act';
import { createAdd } from './add';
import type { Heard } from './conversation';
import { createFindHistory } from './history';
import type { Holds } from './hold';
import type { Admits } from './admits';
import type { Afterwards } from './afterwards';
import type { FindInvolved } from './involved';
import type { Keep } from './keep';
import type { Contacts, Directory, Loaded } from './ports';
import type { PostAnew } from './post-anew';
import type { Answer } from './reply';
import type { Inbound, Request, StartAnswers } from './request';
import { createShow } from './show';
import { createShowAcross } from './show-across';
import { createStart } from './start';
import type { FindStrays } from './strays';
import type { Subject } from './subject';
import type { Understanding } from './understanding';

export type AnswerParts = ActParts & {
  readonly afterwards: Afterwards;
  readonly directory: Directory;
  readonly contacts: Contacts;
  readonly understanding: Understanding;
  readonly holds: Holds;
  readonly keep: Keep;
  readonly postAnew: PostAnew;
  readonly strays: FindStrays;
  readonly admits: Admits;
  readonly findInvolved: FindInvolved;
};

type AnswerTo = (subject: Subject, heard: Heard) => Promise<Answer>;

/** Does what a request asks for, or finds what it wants to see. */
export const createAnswer = (parts: AnswerParts): AnswerTo => {
  const { holds, afterwards, directory } = parts;
  const start = createStart(parts);
  const show = createShow({ ...parts, findHistory: createFindHistory(parts.store) });
  const showAcross = createShowAcross(parts);
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
    if (says.some(({ type }) => type === 'accepted')) return { seen, says, show: { show: 'started' } };
    if (seen.engagement.status !== 'notStarted') return { seen, says, show: { show: 'overview' } };
    return { seen, says, show: await show.startForm(inbound, answers) };
  };

  /** A form keeps its post from being updated under it; whatever closes it lets the post go. Whether that happened. */
  const holdOrRelease = async (inbound: Inbound, id: EngagementId): Promise<boolean> => {
    if (inbound.kind !== 'pressed' || inbound.on === undefined) return false;
    const { request, on, by, closes } = inbound;
    if (!showsForm(request)) return closes === true && holds.release(id, on, by.id);
    await holds.hold(id, on, by.id);
    return false;
  };

  const answer = async (asked: Subject, heard: Heard): Promise<Answer> => {
    const { request } = heard;
    const starts = request.type === 'start' || (request.type === 'show' && request.what === 'startForm');
    const subject = (starts ? asked.here : undefined) ?? asked;
    const { inbound, id, first } = subject;
    const across = await showAcross(subject, request);
    if (across) return across;
    if (request.type === 'act') return act(inbound, id, request.wishes, heard, first);
    if (!first) throw new Error(`A request of type ${request.type} needs the state it is about.`);
    if (request.type === 'start') return begin(inbound, request.answers, heard, first);
    if (request.type === 'add') return add(inbound, request, heard, first);
    if (request.type === 'confirm') return preview(inbound, request.wish, first);
    return show.request(subject, request, first);
  };

  return async (subject, heard) => {
    const { inbound, id } = subject;
    const [found, isReleased] = await Promise.all([answer(subject, heard), holdOrRelease(inbound, id)]);
    const shown: Answer = { ...found, show: await show.completed(inbound, found.show, found.seen) };
    // Before anybody's post is updated: what is to be read or mended would be gone with that.
    if (inbound.kind === 'pressed' && inbound.on !== undefined && !showsForm(heard.request)) {
      if (found.show.show === 'form') await holds.hold(id, inbound.on, inbound.by.id);
      else if (isInPart(found)) await holds.hold(id, inbound.on, inbound.by.id, reading);
    }
    if (isReleased || hasAccepted(found)) afterwards(found.seen.id);
    return shown;
  };
};

/** Milliseconds to read what could not be done. */
const reading = 15_000;

const hasAccepted = ({ says = [] }: Answer): boolean => says.some(({ type }) => type === 'accepted');

/** Something was done, and something was not. */
const isInPart = (answer: Answer): boolean =>
  hasAccepted(answer) && (answer.says ?? []).some(({ type }) => type !== 'accepted');

const showsForm = (request: Request): boolean => request.type === 'show' && request.what === 'form';
