import type { Activity, TurnContext } from 'botbuilder';
import type { Asking } from '../../application/ask-backs';
import type { Greet } from '../../application/greet';
import type { Log, OutsideId } from '../../application/ports';
import type { Presence } from '../../application/presence';
import type { Reply, Showing } from '../../application/reply';
import type { Respond } from '../../application/respond';
import { addressOf, isPersonal, placeOf } from './address';
import { type Change, changeIn } from './changes';
import { localeOf, operationOf, readInbound, readPerson } from './inbound';
import { messageOf } from './messenger';
import type { Rendered, View } from './view/index';

type Parts = {
  readonly respond: Respond;
  readonly asking: Asking;
  readonly greet: Greet;
  readonly presence: Presence;
  readonly view: View;
  readonly log: Log;
};

export type Bot = (context: TurnContext) => Promise<void>;

/** One turn. Everything it does not know is answered with 200: Teams invents new activities at any time. */
export const createBot = (parts: Parts): Bot => {
  const answers = createAnswers();
  return async (context) => {
    const { activity } = context;
    if (activity.type === 'invoke') return answerInvoke(parts, context);
    const change = changeIn(activity);
    if (change) return attend(parts, context, change);
    if (activity.type !== 'message') return;
    const { rendered, standsAs, apart } = await answerTo(parts, activity);
    const sent = await answers.send(context, messageOf(rendered), apart);
    if (sent !== undefined) standsAs(sent);
  };
};

/** The answer to whoever asked, and what is to be told of it once it was sent. */
type Answered = {
  readonly rendered: Rendered;
  readonly standsAs: (activityId: string) => void;
  /** It takes the place of nothing: what was pressed is somebody else's. */
  readonly apart: boolean;
};

/** Answers whatever happens on the way to it. */
const answerTo = async ({ respond, asking, view, log }: Parts, activity: Activity): Promise<Answered> => {
  try {
    const inbound = readInbound(activity);
    const reply = await respond(inbound);
    return {
      rendered: view(reply),
      standsAs: (activityId) => {
        asking.sent(inbound, reply, activityId);
      },
      apart: reply.says.some(({ type }) => type === 'askedOf'),
    };
  } catch (error) {
    log.error({ err: error }, 'A turn failed.');
    const reply = plainReply(activity, { type: 'problem', problem: 'failed' });
    return { rendered: view(reply), standsAs: () => undefined, apart: false };
  }
};

const plainReply = (activity: Activity, saying?: Reply['says'][number]): Reply => ({
  language: localeOf(activity) ?? 'en',
  says: saying ? [saying] : [],
  show: { show: saying ? 'said' : 'welcome' },
  today: new Date().toISOString().slice(0, 10),
});

/** The body always says 200: Teams shows any other status as an error of its own, in words that help nobody. */
const answerInvoke = async (parts: Parts, context: TurnContext): Promise<void> => {
  const { activity } = context;
  const body =
    activity.name === 'adaptiveCard/action'
      ? {
          statusCode: 200,
          type: 'application/vnd.microsoft.card.adaptive',
          value: (await answerTo(parts, activity)).rendered.card,
        }
      : {};
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
};

/** Nobody waits for an answer to this; what fails is logged, and the next such news may mend it. */
const attend = async (parts: Parts, context: TurnContext, change: Change): Promise<void> => {
  const { activity } = context;
  const { presence, log } = parts;
  try {
    switch (change.type) {
      case 'installed':
        await welcome(parts, context);
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

const welcome = async ({ greet, view }: Parts, context: TurnContext): Promise<void> => {
  const { activity } = context;
  const alone = aloneIn(activity);
  if (!(await greet(placeOf(activity), addressOf(activity), alone))) return;
  const show: Showing = { show: 'welcome', ...(alone !== undefined && { alone: true }) };
  await context.sendActivity(messageOf(view({ ...plainReply(activity), show })));
};

/** Whose personal chat it is, if it is one. */
const aloneIn = (activity: Activity): OutsideId | undefined =>
  isPersonal(activity) ? readPerson(activity).id || undefined : undefined;

/**
 * Answers in the thread. The press of an old client's button cannot be answered by a card in its place, so its answer is
 * one reply in the thread, and presses on that reply change it instead of adding more.
 */
const createAnswers = () => {
  const own = new Set<string>();
  return {
    /** The id of what was sent anew. */
    send: async (context: TurnContext, message: Partial<Activity>, apart: boolean): Promise<string | undefined> => {
      const { replyToId } = context.activity;
      const pressed: unknown = context.activity.value;
      if (replyToId !== undefined && pressed && own.has(replyToId) && !apart) {
        await context.updateActivity({ ...message, id: replyToId });
        return undefined;
      }
      const sent = await context.sendActivity(message);
      if (!sent?.id) return undefined;
      if (own.size > 10_000) own.clear();
      own.add(sent.id);
      return sent.id;
    },
  };
};
