import { wordsOf } from '../../../src/adapters/teams/words';

const today = '2026-11-30';

test.each([
  ['2026-12-04', 'Fri 4 Dec', 'Fr., 04.12.'],
  ['2026-11-30', 'Mon 30 Nov', 'Mo., 30.11.'],
  ['2026-01-01', 'Thu 1 Jan', 'Do., 01.01.'],
  ['2026-12-31', 'Thu 31 Dec', 'Do., 31.12.'],
  ['2026-03-29', 'Sun 29 Mar', 'So., 29.03.'],
  ['2026-09-15', 'Tue 15 Sep', 'Di., 15.09.'],
  ['2026-06-17', 'Wed 17 Jun', 'Mi., 17.06.'],
  ['2026-05-09', 'Sat 9 May', 'Sa., 09.05.'],
  ['2027-01-25', 'Mon 25 Jan 2027', 'Mo., 25.01.2027'],
  ['2025-12-31', 'Wed 31 Dec 2025', 'Mi., 31.12.2025'],
  ['2028-02-29', 'Tue 29 Feb 2028', 'Di., 29.02.2028'],
])('%s is written "%s" and "%s"', (day, english, german) => {
  expect(wordsOf('en').day(day, today)).toBe(english);
  expect(wordsOf('de').day(day, today)).toBe(german);
});

test('a day is the same wherever the server stands', () => {
  const zone = process.env['TZ'];
  try {
    for (const elsewhere of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      process.env['TZ'] = elsewhere;
      expect(wordsOf('en').day('2026-12-04', today)).toBe('Fri 4 Dec');
    }
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('what people wrote is put into a sentence as it is', () => {
  const customer = '{{name}} $t(button/done) $& $1 <b> & "x" ${y}';
  expect(wordsOf('en').say('overview/title', { customer })).toBe(`${customer} · EMS onboarding`);
});

test('one is not many', () => {
  const { say } = wordsOf('de');
  expect([0, 1, 2].map((count) => say('item/overdue', { count }))).toEqual([
    '0 Tage überfällig',
    '1 Tag überfällig',
    '2 Tage überfällig',
  ]);
  expect([1, 2].map((count) => say('progress/excluded', { count }))).toEqual(['1 entfällt', '2 entfallen']);
});

test('words that are missing are an error that says where to add them', () => {
  expect(() => wordsOf('en').say('button/dance')).toThrow(
    'button/dance: add it to wording/en.json and wording/de.json',
  );
});
