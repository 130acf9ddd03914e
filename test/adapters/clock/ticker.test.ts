import { startTicker, systemClock, type Ticker } from '../../../src/adapters/clock/index';
import type { Log } from '../../../src/application/ports';

const recordingLog = () => {
  const errors: Readonly<Record<string, unknown>>[] = [];
  const log: Log = { info: () => undefined, warn: () => undefined, error: (what) => errors.push(what) };
  return { errors, log };
};

/** Something that happens later: `come` makes it happen. */
const event = () => {
  let come: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => (come = resolve));
  return {
    happened,
    come: () => {
      come();
    },
  };
};

let ticker: Ticker | undefined;
let free = event();
beforeEach(() => (free = event()));
afterEach(async () => {
  free.come();
  await ticker?.stop();
  ticker = undefined;
});

test('a run that fails is logged, and the next one comes', async () => {
  const { errors, log } = recordingLog();
  const again = event();
  const failure = new Error('no storage');
  let runs = 0;
  const run = () => {
    runs += 1;
    if (runs === 1) return Promise.reject(failure);
    again.come();
    return Promise.resolve();
  };
  ticker = startTicker(1, run, log);
  await again.happened;
  expect(errors).toEqual([{ err: failure }]);
});

test('never do two runs go on at once, and stopping waits for the one under way', async () => {
  const { errors, log } = recordingLog();
  const begun = event();
  let runs = 0;
  const run = () => {
    runs += 1;
    begun.come();
    return free.happened;
  };
  ticker = startTicker(1, run, log);
  await begun.happened;
  await systemClock.wait(2500);
  expect(runs).toBe(1);

  let stopped = false;
  const stopping = ticker.stop().then(() => (stopped = true));
  await systemClock.wait(50);
  expect(stopped).toBe(false);
  free.come();
  await stopping;
  await systemClock.wait(1500);
  expect({ runs, errors }).toEqual({ runs: 1, errors: [] });
});

test('the clock tells the time in UTC, to the millisecond', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
