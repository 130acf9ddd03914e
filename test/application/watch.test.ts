import type { Messenger, Sent } from '../../src/application/ports';
import type { Reply } from '../../src/application/reply';
import { createWatch } from '../../src/application/watch';
import { begin, createFakeClock } from './stage';

const reply: Reply = { language: 'en', says: [], show: { show: 'welcome' }, today: '2026-11-30' };
const row = (id: string, at: string) => ({ id, at, token: 't' });
const minute = 60_000;

const watching = () => {
  const clock = createFakeClock();
  return { clock, watch: createWatch(clock) };
};

describe('messages', () => {
  const outcomes: readonly Sent[] = [
    { outcome: 'sent', activityId: '1' },
    { outcome: 'sent' },
    { outcome: 'gone' },
    { outcome: 'refused' },
    { outcome: 'unknown' },
    { outcome: 'later', seconds: 5 },
    { outcome: 'shut' },
  ];

  test('are counted by what became of them, whatever was asked for', async () => {
    const { watch } = watching();
    const asked: unknown[][] = [];
    let next: Sent = { outcome: 'sent' };
    const note = (...what: unknown[]) => {
      asked.push(what);
      return Promise.resolve(next);
    };
    const messenger: Messenger = watch.over({ post: note, update: note, answer: note, remove: note });
    for (next of outcomes) {
      expect(await messenger.post('to', reply)).toBe(next);
      expect(await messenger.update('to', 'post', reply)).toBe(next);
      expect(await messenger.answer('to', 'under', reply)).toBe(next);
      expect(await messenger.remove('to', 'post')).toBe(next);
    }
    expect(asked.slice(0, 4)).toEqual([
      ['to', reply],
      ['to', 'post', reply],
      ['to', 'under', reply],
      ['to', 'post'],
    ]);
    expect(watch.figures()).toMatchObject({ since: begin, sent: 8, failed: 8, unknown: 4, later: 4, parked: 4 });
  });

  test('that fail in a way nobody thought of are not counted, and fail', async () => {
    const { watch } = watching();
    const fail = () => Promise.reject(new Error('broken'));
    const messenger = watch.over({ post: fail, update: fail, answer: fail, remove: fail });
    await expect(messenger.post('to', reply)).rejects.toThrow('broken');
    expect(watch.figures()).toMatchObject({ sent: 0, failed: 0, unknown: 0, later: 0, parked: 0 });
  });
});

describe('a look over what is due', () => {
  test('counts each engagement once, and how long the one that waited longest has waited', () => {
    const { watch, clock } = watching();
    watch.tickBegan([
      row('e-1', '2026-11-30T08:59:00.000Z'),
      row('e-1', '2026-11-30T08:57:30.000Z'),
      row('e-2', begin),
    ]);
    clock.pass(20_000);
    expect(watch.figures()).toMatchObject({ due: 2, lagSeconds: 150 });
    expect(watch.figures()).not.toHaveProperty('lastTick');
    watch.tickEnded();
    expect(watch.figures()).toMatchObject({ due: 2, lagSeconds: 150, lastTick: '2026-11-30T09:00:20.000Z' });
  });

  test('finds nothing late in what is taken ahead of its time, or where nothing is due', () => {
    const { watch } = watching();
    watch.tickBegan([row('e-1', '2026-11-30T09:02:00.000Z')]);
    expect(watch.figures()).toMatchObject({ due: 1, lagSeconds: 0 });
    watch.tickBegan([]);
    expect(watch.figures()).toMatchObject({ due: 0, lagSeconds: 0 });
  });

  test('is worth a line in the log once an hour', () => {
    const { watch, clock } = watching();
    expect(watch.tickEnded()).toBeUndefined();
    clock.pass(59 * minute);
    expect(watch.tickEnded()).toBeUndefined();
    clock.pass(minute);
    expect(watch.tickEnded()).toEqual(watch.figures());
    clock.pass(30 * minute);
    expect(watch.tickEnded()).toBeUndefined();
    clock.pass(30 * minute);
    expect(watch.tickEnded()).toMatchObject({ lastTick: '2026-11-30T11:00:00.000Z' });
  });
});

describe('whoever looks', () => {
  test('is behind when no look ended for more than a quarter of an hour', () => {
    const { watch, clock } = watching();
    clock.pass(15 * minute);
    expect(watch.isBehind()).toBe(false);
    clock.pass(1);
    expect(watch.isBehind()).toBe(true);
    watch.tickBegan([]);
    expect(watch.isBehind()).toBe(true);
    watch.tickEnded();
    expect(watch.isBehind()).toBe(false);
    clock.pass(15 * minute + 1);
    expect(watch.isBehind()).toBe(true);
  });

  test('is behind when something had waited for more than a quarter of an hour, until the next look', () => {
    const { watch } = watching();
    watch.tickBegan([row('e-1', '2026-11-30T08:45:00.000Z')]);
    watch.tickEnded();
    expect(watch.isBehind()).toBe(false);
    watch.tickBegan([row('e-1', '2026-11-30T08:44:59.999Z')]);
    watch.tickEnded();
    expect(watch.isBehind()).toBe(true);
    watch.tickBegan([row('e-1', begin)]);
    expect(watch.isBehind()).toBe(false);
  });
});
