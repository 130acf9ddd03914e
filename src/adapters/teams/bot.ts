import type { Activity } from 'botbuilder';
import { latestBegin } from '../../application/answers';
import type { Asking } from '../../application/ask-backs';
import type { Given } from '../../application/given';
import type { Greet } from '../../application/greet';
import type { Late } from '../../application/late';
import type { Log, OutsideId, Sent } from '../../application/ports';
import type { Presence } from '../../application/presence';
import type { Problem, Reply, Showing } from '../../application/reply';
import { changesSomething, type Inbound } from '../../application/request';
import type { Respond } from '../../application/respond';
import { addressOf, isPersonal, placeOf } from './address';
import { type Change, changeIn } from './changes';
import { localeOf, operationOf, readInbound, readPerson } from './inbound';
import { inTime } from './in-time';
import { messageOf } from './messenger';
import { outcomeOf } from './outcome';
import { createAnswers } from './own-answers';
import type { Thread } from './thread';
import type { Rendered, View } from './view/index';

type Parts = {
  readonly respond: Respond;
  readonly asking: Asking;
  readonly greet: Greet;
  readonly presence: Presence;
  readonly late: Late;
  readonly given: Given;
  readonly view: View;
  readonly log: Log;
};

/** What a request is answered with. */
type Answered = { readonly status: number; readonly body?: unknown };

export type Bot = (activity: Activity, thread: Thread) => Promise<Answered>;

/** Milliseconds Teams waits for us: nobody is left without a word for longer, and it sends nothing again meanwhile. */
const patience = 4_500;

/** Seconds after which an answer that Teams did not take is tried again, unless Teams says otherwise. */
const soon = 5;
/** Somebody else may be answering by now. */
const tooLate: Sent = { outcome: 'later', seconds: 0 };

/**
 * One turn, over in five seconds whatever hangs. Everything it does not know is answered with 200: Teams invents new
 * activities at any time.
 */
export const createBot = (parts: Parts): Bot => {
  const answers = createAnswers();
  const answer = async (activity: Activity, thread: Thread): Promise<void> => {
    const begun = Date.now();
    const { reply, rendered, standsAs, apart } = await answerTo(parts, activity);
    const { seen, did } = reply;
    const isDue = did === undefined || Date.now() - begun < latestBegin;
    const sent = isDue ? await sending(() => answers.send(thread, activity, messageOf(rendered), apart)) : tooLate;
    if (sent.outcome === 'sent' && sent.activityId !== undefined) standsAs(sent.activityId);
    if (seen && did !== undefined) parts.given(seen.id, did, sent);
  };
  const sending = async (send: () => Promise<string | undefined>): Promise<Sent> => {
    try {
      const activityId = await send();
      return { outcome: 'sent', ...(activityId !== undefined && { activityId }) };
    } catch (error) {
      parts.log.error({ err: error }, 'An answer could not be sent.');
      return outcomeOf(error, 'create', Date.now(), () => soon);
    }
  };
  const take = async (activity: Activity, thread: Thread): Promise<void> => {
    const change = changeIn(activity);
    if (change) await attend(parts, activity, thread, change);
    else if (activity.type === 'message') await answer(activity, thread);
  };
  return async (activity, thread) => {
    if (activity.type === 'invoke') return { status: 200, body: await answerInvoke(parts, activity) };
    const work = take(activity, thread).then(() => true);
    if (!(await inTime(work, patience))) parts.late.goOn(work);
    return { status: 200 };
  };
};

/** The answer to whoever asked, and what is to be told of it once it was sent. */
type Answer = {
  readonly reply: Reply;
  readonly rendered: Rendered;
  readonly standsAs: (activityId: string) => void;
  /** It takes the place of nothing: what was pressed is somebody else's. */
  readonly apart: boolean;
};

/** Answers whatever happens on the way to it. */
const answerTo = async ({ respond, asking, view, log }: Parts, activity: Activity): Promise<Answer> => {
  try {
    const inbound = readInbound(activity);
    const reply = await respond(inbound);
    return {
      reply,
      rendered: view(reply),
      standsAs: (activityId) => {
        asking.sent(inbound, reply, activityId);
      },
      apart: reply.says.some(({ type }) => type === 'askedOf'),
    };
  } catch (error) {
    log.error({ err: error }, 'A turn failed.');
    const reply = plainReply(activity, 'failed');
    return { reply, rendered: view(reply), standsAs: () => undefined, apart: false };
  }
};

const plainReply = (activity: Activity, problem?: Problem): Reply => ({
  language: localeOf(activity) ?? 'en',
  says: problem ? [{ type: 'problem', problem }] : [],
  show: { show: problem ? 'said' : 'welcome' },
  today: new Date().toISOString().slice(0, 10),
});

/** The body always says 200: Teams shows any other status as an error of its own, in words that help nobody. */
const answerInvoke = async (parts: Parts, activity: Activity): Promise<object> => {
  if (activity.name !== 'adaptiveCard/action') return {};
  const answering = answerTo(parts, activity);
  const answered = await inTime(answering, patience);
  return {
    statusCode: 200,
    type: 'application/vnd.microsoft.card.adaptive',
    value: (answered ? answered.rendered : answerLater(parts, readInbound(activity), activity, answering)).card,
  };
};

/** What is shown until it is known what became of a press; that is shown in its place as soon as it is. */
const answerLater = (
  { late, view }: Parts,
  inbound: Inbound,
  activity: Activity,
  answering: Promise<Answer>,
): Rendered => {
  late.shown(
    inbound,
    answering.then(({ reply }) => reply),
  );
  return view(plainReply(activity, changesSomething(inbound) ? 'late' : 'slow'));
};

/** Nobody waits for an answer to this; what fails is logged, and the next such news may mend it. */
const attend = async (parts: Parts, activity: Activity, thread: Thread, change: Change): Promise<void> => {
  const { presence, log } = parts;
  try {
    switch (change.type) {
      case 'installed':
        await welcome(parts, activity, thread);
        // An onboarding may have been running here before Lotse was removed.
        await presence.back(placeOf(activity), addressOf(activity));
        return;
      case 'people':
        await presence.changed(placeOf(activity), change.people, operationOf(activity));
        return;
      case 'lost':
        await presence.lost(change.place, change.whole, aloneIn(activity));
        return;
      case 'back':
        await presence.back(change.place, change.address);
    }
  } catch (error) {
    log.error({ err: error, change: change.type }, 'News of a conversation could not be taken up.');
  }
};

const welcome = async ({ greet, view }: Parts, activity: Activity, thread: Thread): Promise<void> => {
  const alone = aloneIn(activity);
  if (!(await greet(placeOf(activity), addressOf(activity), alone))) return;
  const show: Showing = { show: 'welcome', ...(alone !== undefined && { alone: true }) };
  await thread.send(messageOf(view({ ...plainReply(activity), show })));
};

/** Whose personal chat it is, if it is one. */
const aloneIn = (activity: Activity): OutsideId | undefined =>
  isPersonal(activity) ? readPerson(activity).id || undefined : undefined;
