import { createSpare, type Spare } from '../../../../src/adapters/teams/breaker';
import { NothingSentError } from '../../../../src/adapters/teams/outcome';

const emea = 'https://smba.trafficmanager.net/emea/';
const government = 'https://smba.infra.gov.teams.microsoft.us/';

let spare: Spare;
let warned: string[];
beforeEach(() => {
  jest.useFakeTimers();
  warned = [];
  spare = createSpare({ info: () => undefined, warn: (_, text) => warned.push(text), error: () => undefined });
});
afterEach(() => {
  jest.useRealTimers();
});

const failing = (how: object) => () => Promise.reject(Object.assign(new Error('as told'), how));
const down = failing({ name: 'RestError', statusCode: 503 });
const up = () => Promise.resolve('done');

const fails = async (times: number, work: () => Promise<unknown> = down, serviceUrl = emea): Promise<void> => {
  for (let time = 0; time < times; time += 1) await spare(serviceUrl, work).catch(() => undefined);
};
const outcomeOf = (work: () => Promise<unknown>, serviceUrl = emea): Promise<unknown> =>
  spare(serviceUrl, work).catch((error: unknown) => error);

test('ten failures in a row, and it is left alone for ten seconds: nothing is sent', async () => {
  await fails(9);
  expect(await outcomeOf(up)).toBe('done');
  await fails(10);
  expect(warned).toEqual([expect.stringContaining('left alone for ten seconds')]);
  const asked = jest.fn(up);
  expect(await outcomeOf(asked)).toBeInstanceOf(NothingSentError);
  expect(asked).not.toHaveBeenCalled();
});

test('after that one request finds out, and all is as before if it succeeds', async () => {
  await fails(10);
  jest.advanceTimersByTime(10_000);
  await fails(1);
  expect(await outcomeOf(up)).toBeInstanceOf(NothingSentError);
  jest.advanceTimersByTime(10_000);
  expect(await outcomeOf(up)).toBe('done');
  await fails(9);
  expect(await outcomeOf(up)).toBe('done');
});

test('another host is not spared for it', async () => {
  await fails(10);
  expect(await outcomeOf(up, government)).toBe('done');
});

test.each([
  ['no answer in time', { name: 'TimeoutError' }],
  ['no connection', { name: 'RestError', code: 'ECONNREFUSED' }],
  ['a bad gateway', { name: 'RestError', statusCode: 502 }],
])('%s counts', async (_, how) => {
  await fails(10, failing(how));
  expect(await outcomeOf(up)).toBeInstanceOf(NothingSentError);
});

test.each([
  ['a refusal', { name: 'RestError', statusCode: 403 }],
  ['a post that is gone', { name: 'RestError', statusCode: 404 }],
  ['too much at once', { name: 'RestError', statusCode: 429 }],
  ['what was never sent', { name: 'NothingSentError', code: 'NOTHING_SENT' }],
])('%s says nothing of how it is', async (_, how) => {
  await fails(30, failing(how));
  expect(await outcomeOf(up)).toBe('done');
});
