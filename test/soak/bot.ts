import http from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from '../../src/adapters/log/index';
import { compose } from '../../src/compose';
import { readConfig } from '../../src/config';
import { openFastClock } from './fast-clock';

/** The product as a process of its own, on the fast clock. It is only ever killed. */
const main = async (): Promise<void> => {
  const { SOAK_CLOCK = '', SOAK_PROCESS = '', SOAK_NAME = '' } = process.env;
  const clock = openFastClock(SOAK_CLOCK);
  let busy = 0;
  const isAt = (change: 1 | -1): void => {
    busy += change;
    clock.setBusy(Number(SOAK_PROCESS), busy);
  };
  clock.setBusy(Number(SOAK_PROCESS), 0);
  tellOfRequests(SOAK_NAME, isAt);
  // What is remembered for a minute is remembered for a minute of this time.
  Date.now = clock.now;
  const config = readConfig(process.env);
  await compose(config, createLog(config.logLevel), {
    gathering: 200,
    clock: {
      now: () => new Date(clock.now()).toISOString(),
      wait: async (milliseconds) => {
        const isPause = milliseconds <= longestPause;
        if (isPause) isAt(1);
        await wait(milliseconds <= shortPause ? milliseconds / 10 : milliseconds, undefined, { ref: false });
        if (isPause) isAt(-1);
      },
    },
  });
};

/** What only keeps bursts apart is cut short: thousands of updates would take hours. In milliseconds. */
const shortPause = 1_000;
/** Whoever waits longer is not in the middle of something, but planned something. In milliseconds. */
const longestPause = 3_500;

/** Every request says whose it is, and counts as being at something; looking for what is due, which never ends, does not. */
const tellOfRequests = (name: string, isAt: (change: 1 | -1) => void): void => {
  const { request } = http;
  http.request = ((...options: Parameters<typeof request>) => {
    const made = request(...options);
    made.setHeader('soak-process', name);
    if (made.method === 'GET' && made.path.includes('due()')) return made;
    isAt(1);
    made.once('close', () => {
      isAt(-1);
    });
    return made;
  }) as typeof request;
};

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
