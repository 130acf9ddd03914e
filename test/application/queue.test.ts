import { setImmediate as turn } from 'node:timers/promises';
import { NotSavedError } from '../../src/application/ports';
import { createQueue } from '../../src/application/queue';
import { createFakeClock } from './stage';

/** Work that ends when told. */
const work = () => {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { run: () => ended, end };
};

describe('the queue of a key', () => {
  test('lets one piece of work run at a time, in the order of asking', async () => {
    const queue = createQueue(createFakeClock());
    const [one, two] = [work(), work()];
    const order: string[] = [];
    const all = [
      queue('a', async () => {
        order.push('one begins');
        await one.run();
        order.push('one ends');
      }),
      queue('a', async () => {
        order.push('two begins');
        await two.run();
      }),
      queue('b', () => Promise.resolve(order.push('other key'))),
    ];
    two.end();
    await all[2];
    expect(order).toEqual(['one begins', 'other key']);
    one.end();
    await Promise.all(all);
    expect(order).toEqual(['one begins', 'other key', 'one ends', 'two begins']);
  });

  test('hands on results and errors, and an error holds up nobody', async () => {
    const queue = createQueue(createFakeClock());
    const failed = queue('a', () => Promise.reject(new RangeError('mine')));
    const done = queue('a', () => Promise.resolve(42));
    await expect(failed).rejects.toThrow(RangeError);
    await expect(done).resolves.toBe(42);
  });

  test('refuses whoever waited more than ten seconds, without doing their work, and drains at once', async () => {
    const clock = createFakeClock();
    const queue = createQueue(clock);
    const slow = work();
    const first = queue('a', slow.run);
    await turn();
    const ran: number[] = [];
    const waiting = [1, 2, 3].map((n) => queue('a', () => Promise.resolve(ran.push(n))));
    const refused = Promise.all(waiting.map((one) => expect(one).rejects.toThrow(NotSavedError)));
    clock.pass(10_001);
    const late = queue('a', () => Promise.resolve('in time'));
    slow.end();
    await first;
    await refused;
    expect(ran).toEqual([]);
    await expect(late).resolves.toBe('in time');
  });

  test('still serves whoever waited exactly ten seconds', async () => {
    const clock = createFakeClock();
    const queue = createQueue(clock);
    const slow = work();
    const first = queue('a', slow.run);
    await turn();
    const second = queue('a', () => Promise.resolve('served'));
    clock.pass(10_000);
    slow.end();
    await first;
    await expect(second).resolves.toBe('served');
  });
});
