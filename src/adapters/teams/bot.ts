import type { Activity, TurnContext } from 'botbuilder';
import type { Greet } from '../../application/greet';
import type { Log } from '../../application/ports';
import type { Reply } from '../../application/reply';
import type { Respond } from '../../application/respond';
import { addressOf, placeOf } from './address';
import { localeOf, readInbound } from './inbound';
import { messageOf } from './messenger';
import type { Rendered, View } from './view/index';

type Parts = { readonly respond: Respond; readonly greet: Greet; readonly view: View; readonly log: Log };

export type Bot = (context: TurnContext) => Promise<void>;

/** One turn. Everything it does not know is answered with 200: Teams invents new activities at any time. */
export const createBot = (parts: Parts): Bot => {
  const answers = createAnswers();
  return async (context) => {
    const { activity } = context;
    if (activity.type === 'invoke') return answerInvoke(parts, context);
    if (isInstallation(activity)) return welcome(parts, context);
    if (activity.type !== 'message') return;
    const rendered = await renderAnswer(parts, activity);
    await answers.send(context, messageOf(rendered));
  };
};

/** The answer to whoever asked, whatever happens on the way to it. */
const renderAnswer = async ({ respond, view, log }: Parts, activity: Activity): Promise<Rendered> => {
  try {
    return view(await respond(readInbound(activity)));
  } catch (error) {
    log.error({ err: error }, 'A turn failed.');
    return view(plainReply(activity, { type: 'problem', problem: 'failed' }));
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
          value: (await renderAnswer(parts, activity)).card,
        }
      : {};
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
};

const isInstallation = (activity: Activity): boolean => {
  if (activity.type === 'installationUpdate') return (activity.action ?? '').toLowerCase() === 'add';
  if (activity.type !== 'conversationUpdate') return false;
  return (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);
};

const welcome = async ({ greet, view, log }: Parts, context: TurnContext): Promise<void> => {
  const { activity } = context;
  try {
    if (await greet(placeOf(activity), addressOf(activity)))
      await context.sendActivity(messageOf(view(plainReply(activity))));
  } catch (error) {
    log.error({ err: error }, 'A welcome could not be sent.');
  }
};

/**
 * Answers in the thread. The press of an old client's button cannot be answered by a card in its place, so its answer is
 * one reply in the thread, and presses on that reply change it instead of adding more.
 */
const createAnswers = () => {
  const own = new Set<string>();
  return {
    send: async (context: TurnContext, message: Partial<Activity>): Promise<void> => {
      const { replyToId } = context.activity;
      const pressed: unknown = context.activity.value;
      if (replyToId !== undefined && pressed && own.has(replyToId)) {
        await context.updateActivity({ ...message, id: replyToId });
        return;
      }
      const sent = await context.sendActivity(message);
      if (!sent?.id) return;
      if (own.size > 10_000) own.clear();
      own.add(sent.id);
    },
  };
};
