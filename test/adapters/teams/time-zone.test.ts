import { isTimeZone } from '../../../src/adapters/teams/time-zone';

test.each(['Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', 'Etc/GMT+5'])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each(['', 'Berlin', 'Europe/Bonn', '+01:00', 'UTC+1', 'W. Europe Standard Time', 'Europe/Berlin '])(
  '"%s" is no time zone',
  (name) => {
    expect(isTimeZone(name)).toBe(false);
  },
);
