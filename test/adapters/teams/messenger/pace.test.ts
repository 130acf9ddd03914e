import { paced } from '../../../../src/adapters/teams/pace';
import type { Clock, Messenger, Sent } from '../../../../src/application/ports';
import type { Reply } from '../../../../src/application/reply';

const begin = Date.parse('2026-11-30T09:00:00.000Z');
const reply: Reply = { language: 'en', says: [], show: { show: 'welcome' }, today: '2026-11-30' };

const addressOf = (id: string, tenantId = 'tenant', conversationType = 'channel') =>
  JSON.stringify({
    serviceUrl: 'https://smba.example/',
    channelId: 'msteams',
    bot: { id: 'bot', name: 'Lotse' },
    conversation: { id, conversationType, tenantId },
  });
const channel = addressOf('19:a');

/** Time that passes as somebody waits, for all who wait at once. */
const createClock = () => {
  let now = 0;
  const waiting: { readonly until: number; readonly go: () => void }[] = [];
  const clock: Clock = {
    now: () => new Date(begin + now).toISOString(),
    wait: (milliseconds) =>
      new Promise((go) => {
        waiting.push({ until: now + milliseconds, go });
      }),
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    clock,
    now: () => now,
    pass: async (milliseconds: number) => {
      const end = now + milliseconds;
      await settle();
      for (;;) {
        const [next] = waiting.sort((one, other) => one.until - other.until);
        if (!next || next.until > end) break;
        waiting.shift();
        now = next.until;
        next.go();
        await settle();
      }
      now = end;
    },
  };
};

/** What was sent, and how many milliseconds after the beginning. */
const createStage = (random = 0) => {
  const time = createClock();
  const sent: (readonly [what: string, at: number, to: string])[] = [];
  const note =
    (what: string) =>
    (to: string): Promise<Sent> => {
      sent.push([what, time.now(), to]);
      return Promise.resolve({ outcome: 'sent', activityId: what });
    };
  const messenger: Messenger = {
    post: note('post'),
    answer: note('answer'),
    update: note('update'),
    remove: note('remove'),
  };
  const slow = paced(messenger, time.clock, () => random);
  const at = () => sent.map(([, when]) => when);
  const most = (within = 1_000) =>
    Math.max(0, ...at().map((from) => at().filter((when) => from <= when && when < from + within).length));
  return { ...time, messenger: slow, sent, at, most };
};

const times = <Result>(count: number, how: (n: number) => Result) => Array.from({ length: count }, (_, n) => how(n));

test('what is sent alone is sent at once, as it was given', async () => {
  const { messenger, at } = createStage();
  expect(await messenger.post(channel, reply)).toEqual({ outcome: 'sent', activityId: 'post' });
  expect(await messenger.update(channel, '1', reply)).toEqual({ outcome: 'sent', activityId: 'update' });
  expect(await messenger.answer(channel, '1', reply)).toEqual({ outcome: 'sent', activityId: 'answer' });
  expect(await messenger.remove(channel, '1')).toEqual({ outcome: 'sent', activityId: 'remove' });
  expect(at()).toEqual([0, 0, 0, 0]);
});

test('each argument reaches the messenger behind it', async () => {
  const asked: unknown[][] = [];
  const note = (...what: unknown[]): Promise<Sent> => {
    asked.push(what);
    return Promise.resolve({ outcome: 'gone' });
  };
  const messenger = paced({ post: note, answer: note, update: note, remove: note }, createClock().clock);
  await messenger.post(channel, reply);
  await messenger.answer(channel, 'under', reply);
  await messenger.update(channel, 'post', reply);
  expect(await messenger.remove(channel, 'post')).toEqual({ outcome: 'gone' });
  expect(asked).toEqual([
    [channel, reply],
    [channel, 'under', reply],
    [channel, 'post', reply],
    [channel, 'post'],
  ]);
});

test('posts in one channel come a second apart, in the order they were asked for', async () => {
  const { messenger, at, pass } = createStage();
  const order: number[] = [];
  const all = times(4, (n) => messenger.post(channel, reply).then(() => order.push(n)));
  await pass(10_000);
  await Promise.all(all);
  expect(at()).toEqual([0, 1_000, 2_000, 3_000]);
  expect(order).toEqual([0, 1, 2, 3]);
});

test('whoever would wait for more than three seconds is told to come again, and nothing was sent', async () => {
  const { messenger, at, pass } = createStage();
  const all = times(6, () => messenger.post(channel, reply));
  expect(await all[4]).toEqual({ outcome: 'later', seconds: 4 });
  expect(await all[5]).toEqual({ outcome: 'later', seconds: 4 });
  await pass(3_999);
  expect(at()).toEqual([0, 1_000, 2_000, 3_000]);
  await pass(1);
  await messenger.post(channel, reply);
  expect(at()).toEqual([0, 1_000, 2_000, 3_000, 4_000]);
});

test('those who come again do not all come at the same moment', async () => {
  const { messenger } = createStage(0.99);
  const all = times(5, () => messenger.post(channel, reply));
  expect(await all[4]).toEqual({ outcome: 'later', seconds: 8 });
});

test('a second begins anew with every post', async () => {
  const { messenger, at, pass } = createStage();
  await messenger.post(channel, reply);
  await pass(400);
  const second = messenger.post(channel, reply);
  await pass(1_000);
  await second;
  await pass(5_000);
  await messenger.post(channel, reply);
  expect(at()).toEqual([0, 1_000, 6_400]);
});

test('threads, channels, chats and tenants do not wait for one another', async () => {
  const { messenger, at } = createStage();
  await messenger.post(channel, reply);
  await messenger.answer(channel, '1', reply);
  await messenger.answer(channel, '2', reply);
  await messenger.post(addressOf('19:b'), reply);
  await messenger.post(addressOf('19:a', 'another'), reply);
  await messenger.post(addressOf('a:1', 'tenant', 'personal'), reply);
  await messenger.update(channel, '1', reply);
  await messenger.remove(channel, '1');
  expect(new Set(at())).toEqual(new Set([0]));
});

test('answers under one post come a second apart, and in a chat everything does', async () => {
  const { messenger, sent, pass } = createStage();
  const chat = addressOf('a:1', 'tenant', 'personal');
  const all = [
    messenger.answer(channel, '1', reply),
    messenger.answer(channel, '1', reply),
    messenger.post(chat, reply),
    messenger.answer(chat, '1', reply),
    messenger.answer(chat, '2', reply),
  ];
  await pass(5_000);
  await Promise.all(all);
  expect(sent).toEqual([
    ['answer', 0, channel],
    ['post', 0, chat],
    ['answer', 1_000, channel],
    ['answer', 1_000, chat],
    ['answer', 2_000, chat],
  ]);
});

test('at most 30 requests of any kind go to one tenant in any second', async () => {
  const { messenger, at, most, pass } = createStage();
  const outcomes = times(150, (n) =>
    n % 3 === 0 ? messenger.post(addressOf(`19:${n}`), reply) : messenger.update(addressOf(`19:${n}`), '1', reply),
  );
  await pass(20_000);
  const told = await Promise.all(outcomes);
  expect(told.filter(({ outcome }) => outcome === 'sent')).toHaveLength(120);
  expect(told.filter(({ outcome }) => outcome === 'later')).toHaveLength(30);
  expect(at()).toHaveLength(120);
  expect(at().filter((when) => when === 0)).toHaveLength(30);
  expect(most()).toBe(30);
  expect(Math.max(...at())).toBeLessThanOrEqual(3_000);
});

test('both limits hold whatever comes when', async () => {
  const { messenger, sent, most, pass } = createStage();
  const outcomes: Promise<Sent>[] = [];
  for (let n = 0; n < 400; n += 1) {
    const to = addressOf(`19:${(n * 7) % 11}`);
    outcomes.push(n % 4 === 0 ? messenger.post(to, reply) : messenger.update(to, '1', reply));
    await pass((n * 13) % 29);
  }
  await pass(10_000);
  const told = await Promise.all(outcomes);
  expect(told.filter(({ outcome }) => outcome === 'sent')).toHaveLength(sent.length);
  expect(sent.length).toBeGreaterThan(120);
  expect(most()).toBe(30);
  const posts = new Map<string, number[]>();
  for (const [what, at, to] of sent) if (what === 'post') posts.set(to, [...(posts.get(to) ?? []), at]);
  const gaps = [...posts.values()].flatMap((at) => at.slice(1).map((when, n) => when - (at[n] ?? 0)));
  expect(gaps.length).toBeGreaterThan(20);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
});

test('another tenant is not slowed down', async () => {
  const { messenger, at } = createStage();
  await Promise.all(times(30, (n) => messenger.update(addressOf(`19:${n}`), '1', reply)));
  await messenger.update(addressOf('19:a', 'another'), '1', reply);
  expect(at()).toHaveLength(31);
  expect(new Set(at())).toEqual(new Set([0]));
});

test('a clock that was put back stops nobody', async () => {
  let now = begin;
  const waits: number[] = [];
  const clock: Clock = {
    now: () => new Date(now).toISOString(),
    wait: (milliseconds) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  const note = (): Promise<Sent> => Promise.resolve({ outcome: 'sent' });
  const messenger = paced({ post: note, answer: note, update: note, remove: note }, clock);
  await messenger.post(channel, reply);
  now -= 3_600_000;
  expect(await messenger.post(channel, reply)).toEqual({ outcome: 'sent' });
  expect(waits).toEqual([]);
});

test('whoever comes to themselves long after their turn is told to come again, and nothing is sent', async () => {
  let now = begin;
  const clock: Clock = {
    now: () => new Date(now).toISOString(),
    wait: (milliseconds) => {
      now += milliseconds + late;
      return Promise.resolve();
    },
  };
  let late = 0;
  let sent = 0;
  const note = (): Promise<Sent> => {
    sent += 1;
    return Promise.resolve({ outcome: 'sent' });
  };
  const messenger = paced({ post: note, answer: note, update: note, remove: note }, clock);
  const postTwice = async () => [await messenger.post(channel, reply), await messenger.post(channel, reply)];
  late = 200;
  expect(await postTwice()).toEqual([{ outcome: 'sent' }, { outcome: 'sent' }]);
  now += 3_600_000;
  late = 30_000;
  expect(await postTwice()).toEqual([{ outcome: 'sent' }, { outcome: 'later', seconds: 1 }]);
  expect(sent).toBe(3);
});
