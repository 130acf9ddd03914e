import type { EngagementId, Instant } from '../engagement/index';
import { observing } from './observing';
import type { Clock, DueRow, Messenger, Sent } from './ports';

/** How Lotse is doing, for operators. Says nothing of anybody's onboarding. */
export type Figures = {
  /** Since when messages are counted. */
  readonly since: Instant;
  /** When the last look over everything due ended; none before the first one. */
  readonly lastTick?: Instant;
  /** How many engagements were due in the newest look, and for how long the one waiting longest had waited. */
  readonly due: number;
  readonly lagSeconds: number;
} & Readonly<Record<Count, number>>;

/** `failed`: Teams will not take it, or where it was to go is no longer there. `parked`: the conversation takes nothing. */
type Count = 'sent' | 'failed' | 'unknown' | 'later' | 'parked';

const countedAs: Readonly<Record<Sent['outcome'], Count>> = {
  sent: 'sent',
  refused: 'failed',
  gone: 'failed',
  unknown: 'unknown',
  later: 'later',
  shut: 'parked',
};

export interface Watch {
  /** The same messenger, of which everything sent is counted by what became of it. */
  over(messenger: Messenger): Messenger;
  /** A look begins with these rows. */
  tickBegan(rows: readonly DueRow[]): void;
  /** It has ended. The figures, once an hour: so often they are worth a line in the log. */
  tickEnded(): Figures | undefined;
  figures(): Figures;
  /** What is due has waited too long, or nobody has looked for so long. */
  isBehind(): boolean;
}

/** Milliseconds. */
const tooLong = 15 * 60_000;
const hour = 60 * 60_000;

export const createWatch = (clock: Clock): Watch => {
  const since = clock.now();
  const messages: Record<Count, number> = { sent: 0, failed: 0, unknown: 0, later: 0, parked: 0 };
  let lastTick: Instant | undefined;
  let lastTold: Instant = since;
  let due = 0;
  let lag = 0;
  const passedSince = (at: Instant): number => Date.parse(clock.now()) - Date.parse(at);
  const figures = (): Figures => ({
    since,
    ...(lastTick !== undefined && { lastTick }),
    due,
    lagSeconds: Math.round(lag / 1_000),
    ...messages,
  });
  return {
    over: (messenger) =>
      observing(messenger, (_, { outcome }) => {
        messages[countedAs[outcome]] += 1;
      }),
    tickBegan: (rows) => {
      due = new Set<EngagementId>(rows.map(({ id }) => id)).size;
      // Some are taken ahead of their time.
      lag = Math.max(0, ...rows.map(({ at }) => passedSince(at)));
    },
    tickEnded: () => {
      lastTick = clock.now();
      if (passedSince(lastTold) < hour) return undefined;
      lastTold = lastTick;
      return figures();
    },
    figures,
    isBehind: () => lag > tooLong || passedSince(lastTick ?? since) > tooLong,
  };
};
