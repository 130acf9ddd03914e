import { createBackOff } from '../../../../src/adapters/teams/back-off';

const always = (random: number) => createBackOff(() => random);
const failing = (backOff: ReturnType<typeof always>, times: number, conversation = 'one') =>
  Array.from({ length: times }, () => backOff.begin(conversation).failed());

test('a conversation that fails is left alone for twice as long each time, for ten minutes at most', () => {
  expect(failing(always(0.5), 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 500, 500]);
  expect(failing(always(0), 9)).toEqual([4, 8, 16, 32, 64, 128, 256, 400, 400]);
  expect(failing(always(1 - 1e-9), 9)).toEqual([6, 12, 24, 48, 96, 192, 384, 600, 600]);
  expect(failing(always(0.5), 2_000).at(-1)).toBe(500);
});

test('each has its own patience', () => {
  const backOff = always(0.5);
  failing(backOff, 3);
  expect(failing(backOff, 1, 'another')).toEqual([5]);
  expect(failing(backOff, 1)).toEqual([40]);
});

test('what was is forgotten once something succeeds there', () => {
  const backOff = always(0.5);
  failing(backOff, 3, 'another');
  failing(backOff, 3);
  backOff.begin('one').succeeded();
  expect(failing(backOff, 2)).toEqual([5, 10]);
  expect(failing(backOff, 1, 'another')).toEqual([40]);
});

test('what fails at the same moment is one failure', () => {
  const backOff = always(0.5);
  const tries = Array.from({ length: 5 }, () => backOff.begin('one'));
  expect(tries.map(({ failed }) => failed())).toEqual([5, 5, 5, 5, 5]);
  expect(failing(backOff, 1)).toEqual([10]);
});

test('10,000 failing conversations are kept, of which those that failed longest ago give way', () => {
  const backOff = always(0.5);
  for (let n = 0; n < 10_000; n += 1) failing(backOff, 1, `${n}`);
  failing(backOff, 1, '0');
  failing(backOff, 1, 'one more');
  expect(['0', '2', 'one more'].map((name) => failing(backOff, 1, name))).toEqual([[20], [10], [10]]);
  expect(failing(backOff, 1, '1')).toEqual([5]);
});
