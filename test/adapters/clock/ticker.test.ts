import { startTicker, systemClock } from '../../../src/adapters/clock/index';
import type { Log } from '../../../src/application/ports';

const seconds = (many: number) => systemClock.wait(many * 1000);

const recordingLog = () => {
  const errors: Readonly<Record<string, unknown>>[] = [];
  const log: Log = { info: () => undefined, warn: () => undefined, error: (what) => errors.push(what) };
  return { errors, log };
};

test('a run that fails is logged, and the next one comes', async () => {
  const { errors, log } = recordingLog();
  let runs = 0;
  const failure = new Error('no storage');
  const ticker = startTicker(
    1,
    () => {
      runs += 1;
      return runs === 1 ? Promise.reject(failure) : Promise.resolve();
    },
    log,
  );
  await seconds(2.5);
  await ticker.stop();
  expect(runs).toBeGreaterThanOrEqual(2);
  expect(errors).toEqual([{ error: failure }]);
});

test('never do two runs go on at once, and stopping waits for the one under way', async () => {
  const { errors, log } = recordingLog();
  let underWay = 0;
  let most = 0;
  let ended = 0;
  const ticker = startTicker(
    1,
    async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await seconds(2.3);
      underWay -= 1;
      ended += 1;
    },
    log,
  );
  await seconds(2.5);
  expect(underWay).toBe(1);
  await ticker.stop();
  expect({ underWay, most, ended }).toEqual({ underWay: 0, most: 1, ended: 1 });
  await seconds(1.5);
  expect({ ended, underWay, errors }).toEqual({ ended: 1, underWay: 0, errors: [] });
});

test('the clock tells the time in UTC, to the millisecond', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
