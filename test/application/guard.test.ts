import { createGuard } from '../../src/application/guard';
import { NotSavedError } from '../../src/application/ports';
import { createFakeClock } from './stage';

const guarding = (from?: string) => {
  const clock = createFakeClock(from);
  const looks: string[] = [];
  const state = { broken: false };
  const guard = createGuard(
    {
      look: (id, at) => {
        if (state.broken) return Promise.reject(new Error('no table'));
        looks.push(`${id} ${at.slice(11, 19)}`);
        return Promise.resolve();
      },
      due: () => Promise.resolve([]),
      done: () => Promise.resolve(),
    },
    clock,
  );
  return { clock, looks, guard, state };
};

describe('a guard', () => {
  test.each([
    ['2026-11-30T09:00:00.000Z', '09:01:00'],
    ['2026-11-30T09:00:00.001Z', '09:02:00'],
    ['2026-11-30T09:00:59.999Z', '09:02:00'],
  ])('asked for at %s lies on the first full minute at least 60 seconds ahead', async (from, at) => {
    const { guard, looks } = guarding(from);
    await guard('a');
    expect(looks).toEqual([`a ${at}`]);
  });

  test('is remembered while it is still 30 seconds away, for each engagement on its own', async () => {
    const { guard, looks, clock } = guarding();
    await guard('a');
    clock.pass(30_000);
    await guard('a');
    expect(looks).toEqual(['a 09:01:00']);
    await guard('b');
    clock.pass(1);
    await guard('a');
    expect(looks).toEqual(['a 09:01:00', 'b 09:02:00', 'a 09:02:00']);
  });

  test('that cannot be written refuses the change, and is not remembered', async () => {
    const { guard, looks, state } = guarding();
    state.broken = true;
    await expect(guard('a')).rejects.toThrow(NotSavedError);
    await expect(guard('a')).rejects.toMatchObject({
      cause: expect.objectContaining({ message: 'no table' }) as Error,
    });
    state.broken = false;
    await guard('a');
    expect(looks).toEqual(['a 09:01:00']);
  });
});
