import { createFailures } from '../../../src/adapters/http/failures';

test('too many within a minute are too many, for that address alone', () => {
  let now = 0;
  const failures = createFailures(3, () => now);
  const add = (address: string, times: number) => Array.from({ length: times }, () => failures.add(address));
  expect(add('1.1.1.1', 5)).toEqual([false, false, false, true, true]);
  expect(add('2.2.2.2', 3)).toEqual([false, false, false]);
  now += 60_000;
  expect(add('1.1.1.1', 4)).toEqual([false, false, false, true]);
});

test('addresses without end take no memory without end: the oldest are forgotten', () => {
  const failures = createFailures(1, () => 0);
  expect([failures.add('first'), failures.add('first')]).toEqual([false, true]);
  for (let number = 0; number < 10_000; number += 1) failures.add(`address ${number}`);
  expect(failures.add('first')).toBe(false);
  expect(failures.add('address 9999')).toBe(true);
});
