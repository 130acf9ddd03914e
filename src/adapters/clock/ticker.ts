import { Cron } from 'croner';
import type { Log } from '../../application/ports';

export type Ticker = {
  /** No run begins any more; resolves when the one under way has ended. */
  stop(): Promise<void>;
};

/** Runs every so many whole seconds, never twice at once: what falls due during a long run is left out. */
export const startTicker = (seconds: number, run: () => Promise<void>, log: Log): Ticker => {
  let underWay: Promise<void> = Promise.resolve();

  const guarded = async (): Promise<void> => {
    try {
      await run();
    } catch (error) {
      log.error({ err: error }, 'A tick failed. The next one comes as planned.');
    }
  };

  const job = new Cron('* * * * * *', { interval: seconds, protect: true }, () => (underWay = guarded()));

  return {
    stop: async () => {
      job.stop();
      await underWay;
    },
  };
};
