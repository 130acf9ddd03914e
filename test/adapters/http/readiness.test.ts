import { serve } from '../../../src/adapters/http/index';
import { createWatch, type Watch } from '../../../src/application/watch';
import { begin, createFakeClock, type FakeClock } from '../../application/stage';

type Serving = Awaited<ReturnType<typeof serve>>;

let clock: FakeClock;
let watch: Watch;
let storage: () => Promise<void>;
let warned: string[];
let server: Serving;

beforeEach(async () => {
  clock = createFakeClock();
  watch = createWatch(clock);
  storage = () => Promise.resolve();
  warned = [];
  server = await serve({
    host: '127.0.0.1',
    port: 0,
    enter: () => Promise.resolve(undefined),
    ready: () => storage(),
    watch,
    log: { info: () => undefined, warn: (_, text) => warned.push(text), error: () => undefined },
  });
});
afterEach(() => server.stop());

const ask = async (path = '/readyz') => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, server: response.headers.get('server'), body: await response.json() };
};

const none = { sent: 0, failed: 0, unknown: 0, later: 0, parked: 0 };
const minutes = (count: number) => count * 60_000;
const row = (id: string, at: string) => ({ id, at, token: 't' });

test('who has just begun is ready, with nothing done yet', async () => {
  expect(await ask()).toEqual({
    status: 200,
    server: null,
    body: { status: 'ready', since: begin, due: 0, lagSeconds: 0, ...none },
  });
});

test('figures stand beside the status, and nothing else', async () => {
  watch.tickBegan([row('e-1', '2026-11-30T08:58:30.000Z'), row('e-2', begin)]);
  watch.tickEnded();
  clock.pass(minutes(15));
  expect(await ask()).toMatchObject({
    status: 200,
    body: { status: 'ready', since: begin, lastTick: begin, due: 2, lagSeconds: 90, ...none },
  });
});

test('whoever has not looked for more than a quarter of an hour is behind, from the start on', async () => {
  clock.pass(minutes(15) + 1);
  expect(await ask()).toMatchObject({ status: 503, body: { status: 'behind', due: 0 } });
  watch.tickEnded();
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'ready' } });
  clock.pass(minutes(15) + 1);
  const { status, server: name, body } = await ask();
  expect([status, name]).toEqual([503, null]);
  expect(body).toMatchObject({ status: 'behind', lastTick: '2026-11-30T09:15:00.001Z' });
});

test('whoever takes what has waited for more than a quarter of an hour is behind, until they are not', async () => {
  watch.tickBegan([row('e-1', '2026-11-30T08:44:00.000Z')]);
  watch.tickEnded();
  expect(await ask()).toMatchObject({ status: 503, body: { status: 'behind', lagSeconds: 960 } });
  watch.tickBegan([]);
  watch.tickEnded();
  expect(await ask()).toMatchObject({ status: 200, body: { status: 'ready', lagSeconds: 0 } });
});

test('whoever cannot reach storage is not ready, and says nothing of why but to the log', async () => {
  storage = () => Promise.reject(new Error('AccountKey=secret'));
  const { status, body } = await ask();
  expect(status).toBe(503);
  expect(body).toEqual({ error: 'Something went wrong. Please try again.' });
  expect(warned).toHaveLength(1);
});

test('whoever is behind is alive all the same', async () => {
  clock.pass(minutes(60));
  expect(await ask('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
});
