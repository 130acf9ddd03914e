import type { EngagementId } from '../engagement/index';
import type { Afterwards } from './afterwards';
import type { Holds } from './hold';
import type { Clock, Log, Mailbox, Messenger, OutsideId, Sent } from './ports';
import type { Reply } from './reply';
import { changesSomething, type Inbound } from './request';

type Pressed = Extract<Inbound, { kind: 'pressed' }>;

/** What happens to a turn that takes longer than anybody waits for it. */
export interface Late {
  /** It goes on, and is finished before the process ends. */
  goOn(work: Promise<unknown>): void;
  /** Shows the answer to a press, as soon as it is there, where it was pressed. */
  shown(inbound: Inbound, answer: Promise<Reply>): void;
}

type Parts = {
  readonly mailbox: Mailbox;
  readonly messenger: Pick<Messenger, 'update' | 'answer'>;
  readonly holds: Holds;
  readonly afterwards: Afterwards;
  readonly clock: Clock;
  readonly log: Log;
};

/** Milliseconds between tries: storage or Teams was slow a moment ago. */
const pauses = [1_000, 2_000, 5_000, 10_000, 20_000, 40_000];

export const createLate = ({ mailbox, messenger, holds, afterwards, clock, log }: Parts): Late => {
  /** All see the same on a living card: so it is rendered anew. `busy`: somebody is at it. Rejects when that cannot be told. */
  const renew = async (id: EngagementId, on: string, by: OutsideId): Promise<'renewed' | 'busy' | 'none'> => {
    const living = async () => (await mailbox.pending(id)).cards.find(({ activityId }) => activityId === on);
    // The form that was asked for has never been seen.
    if (await living()) await holds.release(id, on, by);
    const row = await living();
    if (!row) return 'none';
    if ((row.leasedUntil ?? '') > clock.now()) return 'busy';
    if (!(await mailbox.saveCard(id, { ...row, shown: -1 }))) return 'busy';
    afterwards(id);
    return 'renewed';
  };
  /** Whether there is nothing left to be done. */
  const isShown = async (inbound: Pressed, on: string, reply: Reply): Promise<boolean> => {
    const { by, address, thread = address, personal, asked } = inbound;
    const id = reply.seen?.id ?? inbound.engagementId;
    const card = id === undefined ? 'none' : await renew(id, on, by.id);
    if (card === 'busy') return false;
    // What was done shows on the card; what was not is told besides. The answer to a question takes its place by itself.
    const isTold = reply.says.every(({ type }) => type === 'accepted');
    if (card === 'renewed' && (isTold || !changesSomething(inbound))) return true;
    if (personal && card === 'none') return isOver(await messenger.update(address, on, reply));
    // Elsewhere others read it, too, who have asked for nothing.
    if (!changesSomething(inbound) || asked !== undefined) return true;
    const { outcome } = await messenger.answer(thread, on, inThread(reply));
    return outcome !== 'later';
  };
  const goOn = (work: Promise<unknown>): void => {
    afterwards.also(async () => {
      await work;
    });
  };
  return {
    goOn,
    shown: (inbound, answer) => {
      if (inbound.kind !== 'pressed' || inbound.on === undefined) {
        goOn(answer);
        return;
      }
      const { on } = inbound;
      afterwards.also(async () => {
        const reply = await answer;
        for (const pause of pauses) {
          const isDone = await isShown(inbound, on, reply).catch((error: unknown) => {
            log.warn({ err: error }, 'What became of a press could not be shown yet.');
            return false;
          });
          if (isDone) return;
          await clock.wait(pause);
        }
        log.warn(
          { op: inbound.op },
          'What became of a press could not be shown. Whoever pressed sees it as soon as they look again.',
        );
      });
    },
  };
};

const isOver = ({ outcome }: Sent): boolean => outcome !== 'later' && outcome !== 'unknown';

/** What was told, as everybody there may read it. */
const inThread = ({ alone: _, show, ...reply }: Reply): Reply => ({
  ...reply,
  brief: true,
  show: reply.says.length > 0 ? { show: 'said' } : show,
});
