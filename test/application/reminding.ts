import { untraced } from './stage';
import { calendar } from '../../src/adapters/clock/index';
import { createDeliver } from '../../src/application/deliver';
import { createTick } from '../../src/application/tend';
import { createWatch } from '../../src/application/watch';
import type { CheckpointNews } from '../../src/application/ports';
import type { createChannel } from './channel';
import { createDelivering, createFakeMessenger, type Message } from './messages';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The onboarding begins on Monday 30 November 2026, 10:00 in Berlin; the next checkpoint is a week later at 09:00. */
export const firstCheckpoint = '2026-12-07T08:00:00.000Z';

/** A running onboarding that is looked after by ticks, as an instance does it. */
export const createReminding = async (shared?: Parameters<typeof createChannel>[0]) => {
  const here = await createDelivering(shared);
  const { store, dueRows, execute, clock, log } = here;
  const tick = createTick({
    trace: untraced,
    store,
    dueRows,
    execute,
    deliver: here.deliver,
    clock,
    calendar,
    watch: createWatch(clock),
    log,
  });
  /** Has somebody tick at every time that is due, as far as an instant. */
  const untilWith =
    (tick: () => Promise<void>) =>
    async (instant: string): Promise<void> => {
      for (let at = Date.parse(clock.now()); at < Date.parse(instant); at = Date.parse(clock.now())) {
        const [next] = (await here.memory.dueRows.due(instant)).map((row) => Date.parse(row.at)).sort((a, b) => a - b);
        clock.pass(Math.max(Math.min(next ?? Infinity, Date.parse(instant)) - at, minute));
        await tick();
      }
    };
  const until = untilWith(tick);
  await tick();
  return {
    ...here,
    tick,
    /** Ticks at every time that is due, as far as this instant. */
    until,
    pass: (milliseconds: number) => until(new Date(Date.parse(clock.now()) + milliseconds).toISOString()),
    /** Another instance on the same storage, with a messenger of its own. */
    beside: () => {
      const fake = createFakeMessenger();
      const { mailbox, contacts } = here.memory;
      const { directory, findInvolved } = here;
      const parts = { store, mailbox, directory, contacts, findInvolved, clock, calendar, log };
      const deliver = createDeliver({ ...parts, messenger: fake.messenger });
      const tick = createTick({
        store,
        dueRows,
        execute,
        deliver,
        clock,
        calendar,
        watch: createWatch(clock),
        trace: untraced,
        log,
      });
      return { ...fake, deliver: () => deliver(here.id), tick, until: untilWith(tick) };
    },
  };
};

export type Reminding = Awaited<ReturnType<typeof createReminding>>;

/** The checkpoint posts among some messages. */
export const checkpointsIn = (messages: readonly Message[]): readonly CheckpointNews[] =>
  messages.flatMap(({ how, reply }) => (how === 'post' && reply?.show.show === 'checkpoint' ? [reply.show.news] : []));
