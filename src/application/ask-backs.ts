import type { EngagementId } from '../engagement/index';
import type { Afterwards } from './afterwards';
import type { Listened } from './listen';
import type { AskBack, AskBacks, Clock, Log, Messenger } from './ports';
import type { Question, Reply, Saying } from './reply';
import type { Inbound } from './request';

/** Keeps what somebody was asked back, and what stands in the place of the question once it is answered. */
export interface Asking {
  /** The reply as it is sent: if it asks its reader back, it says so. */
  asking(inbound: Inbound, reply: Reply): Reply;
  /** The reply was sent, and is to be found there. */
  sent(inbound: Inbound, reply: Reply, activityId: string): void;
  /** What was asked was answered by this inbound with this reply. */
  answered(inbound: Inbound, reply: Reply, answered: Listened['answered']): void;
}

const kinds: readonly Reply['show']['show'][] = ['choice', 'moveOrDefer', 'whichItem', 'form', 'confirm'];

const isQuestion = (show: Reply['show']): show is Question =>
  kinds.includes(show.show) && !(show.show === 'form' && show.form === 'engagement.configure');

type Parts = {
  readonly askBacks: AskBacks;
  readonly messenger: Pick<Messenger, 'update'>;
  readonly afterwards: Afterwards;
  readonly clock: Clock;
  readonly log: Log;
};

export const createAsking = ({ askBacks, messenger, afterwards, clock, log }: Parts): Asking => {
  /** What cannot be kept is only not continued by a sentence: its card works all the same. */
  const quietly = (what: () => Promise<unknown>): void => {
    afterwards.also(async () => {
      await what().catch((error: unknown) => {
        log.warn({ err: error }, 'A question back could not be kept or brought up to date.');
      });
    });
  };
  /** Everybody sees what became of it, and nobody presses on it any more. */
  const settle = async ({ post }: AskBack, reply: Reply): Promise<void> => {
    const sent = post && (await messenger.update(post.address, post.activityId, reply));
    if (sent && sent.outcome !== 'sent')
      log.warn({ ...sent }, 'A question that was answered could not be brought up to date.');
  };
  /** A press on its card: only the card that Lotse put this question on is changed by it, whatever the press says. */
  const pressed = async (id: EngagementId, inbound: Inbound, on: string, reply: Reply): Promise<void> => {
    const { by, op, personal, alone } = inbound;
    const asked = await askBacks.asked(id, by.id);
    if (asked?.post?.activityId !== on || asked.answeredBy !== undefined) return;
    const { show } = reply;
    if (isQuestion(show)) {
      await askBacks.ask(id, by.id, { ...asked, question: withoutPeople(show), at: clock.now(), askedBy: op });
      return;
    }
    await askBacks.ask(id, by.id, { ...asked, answeredBy: op });
    // Where one person alone reads it, and in older clients, the answer has taken its place already.
    if (alone && !personal) await settle(asked, toAll(reply));
  };
  return {
    asking: (inbound, reply) => {
      if (!isQuestion(reply.show)) return reply;
      if (inbound.kind === 'said') return { ...reply, asks: inbound.by.id };
      return inbound.asked === undefined ? reply : { ...reply, asks: inbound.asked };
    },
    sent: (inbound, { show, seen }, activityId) => {
      if (inbound.kind !== 'said' || !seen || !isQuestion(show)) return;
      const post = { address: inbound.thread ?? inbound.address, activityId };
      const { version } = seen.engagement;
      const question = withoutPeople(show);
      const { by, op } = inbound;
      quietly(() => askBacks.ask(seen.id, by.id, { question, at: clock.now(), version, askedBy: op, post }));
    },
    answered: (inbound, reply, answered) => {
      const { seen, says, show } = reply;
      if (!seen || says.some(isFailure)) return;
      if (answered) {
        // It was delivered before, and everything of it is done.
        if (answered.answeredBy === inbound.op) return;
        // Another question takes its place by itself.
        if (!isQuestion(show))
          quietly(() => askBacks.ask(seen.id, inbound.by.id, { ...answered, answeredBy: inbound.op }));
        quietly(() => settle(answered, { ...toAll(reply), says: overWith(says), show: { show: 'said' } }));
        return;
      }
      if (inbound.kind !== 'pressed' || inbound.asked === undefined) return;
      const { on } = inbound;
      if (on !== undefined) quietly(() => pressed(seen.id, inbound, on, reply));
    },
  };
};

/** Whoever may be chosen is looked up anew when that is needed. */
const withoutPeople = (question: Question): Question => {
  if (!('members' in question)) return question;
  const { members: _, ...others } = question;
  return others;
};

/** As everybody there may read it: what was done, or else that nothing was. */
const toAll = ({ alone: _, ...reply }: Reply): Reply => {
  const shared: Reply = { ...reply, brief: true };
  if (reply.says.some(isAccepted)) return shared;
  const says: readonly Saying[] = reply.says.length > 0 ? reply.says : [{ type: 'problem', problem: 'declined' }];
  return { ...shared, says, show: { show: 'said' } };
};

const isAccepted = ({ type }: Saying): boolean => type === 'accepted';
const failures: readonly string[] = ['notSaved', 'uncertain', 'unreachable', 'failed'];
const isFailure = (saying: Saying): boolean => saying.type === 'problem' && failures.includes(saying.problem);

/** What was done; where nothing was, the answer stands below. */
const overWith = (says: readonly Saying[]): readonly Saying[] => {
  const done = says.filter(
    (saying) => isAccepted(saying) || (saying.type === 'problem' && saying.problem === 'declined'),
  );
  return done.length > 0 ? done : [{ type: 'problem', problem: 'goesOn' }];
};
