import fc from 'fast-check';
import { isDay, type Language } from '../../../src/engagement/index';
import { heard, meaning, understood } from './hearing';

/** Read on Monday 30 November 2026. */
const until: [Language, string, string][] = [
  ['en', 'until 2026-12-04', '2026-12-04'],
  ['en', 'until Friday', '2026-12-04'],
  ['en', 'till fri', '2026-12-04'],
  ['en', 'until Monday', '2026-12-07'],
  ['en', 'until next Friday', '2026-12-11'],
  ['en', 'until this Friday', '2026-12-04'],
  ['en', 'until Friday next week', '2026-12-11'],
  ['en', 'until tomorrow', '2026-12-01'],
  ['en', 'until the day after tomorrow', '2026-12-02'],
  ['en', 'for two weeks', '2026-12-14'],
  ['en', 'by 10 days', '2026-12-10'],
  ['en', 'until in two weeks', '2026-12-14'],
  ['en', 'until next week', '2026-12-07'],
  ['en', 'until next month', '2026-12-01'],
  ['en', 'until the end of March', '2027-03-31'],
  ['en', 'until end of the week', '2026-12-04'],
  ['en', 'until the end of next week', '2026-12-11'],
  ['en', 'until mid January', '2027-01-15'],
  ['en', 'until the 15th', '2026-12-15'],
  ['en', 'to 4 Dec', '2026-12-04'],
  ['en', 'to Dec 4th', '2026-12-04'],
  ['en', 'to January 15', '2027-01-15'],
  ['en', 'until 4th of December 2027', '2027-12-04'],
  ['en', 'until Fri 4 Dec', '2026-12-04'],
  ['en', 'until 5/3', '2027-03-05'],
  ['en', 'until 05/03/2027', '2027-03-05'],
  ['en', 'until March', '2027-03-01'],
  ['en', 'until calendar week 14', '2027-04-05'],
  ['en', 'until 2 January', '2027-01-02'],
  ['de', 'bis 4.12.', '2026-12-04'],
  ['de', 'bis 04.12.', '2026-12-04'],
  ['de', 'bis 4.12.2026', '2026-12-04'],
  ['de', 'bis zum 04. 12. 2027', '2027-12-04'],
  ['de', 'bis 4.12.27', '2027-12-04'],
  ['de', 'bis 03.05.', '2027-05-03'],
  ['de', 'bis 30.11.', '2026-11-30'],
  ['de', 'bis 29.11.', '2027-11-29'],
  ['de', 'bis Freitag', '2026-12-04'],
  ['de', 'bis Fr.', '2026-12-04'],
  ['de', 'bis Fr., 04.12.', '2026-12-04'],
  ['de', 'bis Freitag, den 4. Dezember', '2026-12-04'],
  ['de', 'bis spätestens Freitag', '2026-12-04'],
  ['de', 'bis nächsten Freitag', '2026-12-04'],
  ['de', 'auf übernächsten Montag', '2026-12-14'],
  ['de', 'bis Freitag nächster Woche', '2026-12-11'],
  ['de', 'bis morgen', '2026-12-01'],
  ['de', 'bis übermorgen', '2026-12-02'],
  ['de', 'um zwei Wochen', '2026-12-14'],
  ['de', 'um einen Monat', '2026-12-30'],
  ['de', 'bis in 14 Tagen', '2026-12-14'],
  ['de', 'bis nächste Woche', '2026-12-07'],
  ['de', 'bis zum 15.', '2026-12-15'],
  ['de', 'bis Ende März', '2027-03-31'],
  ['de', 'bis Mitte März 2028', '2028-03-15'],
  ['de', 'bis Anfang Februar', '2027-02-01'],
  ['de', 'bis Ende der Woche', '2026-12-04'],
  ['de', 'bis Ende nächster Woche', '2026-12-11'],
  ['de', 'bis Ende des Monats', '2026-11-30'],
  ['de', 'bis Monatsende', '2026-11-30'],
  ['de', 'bis Jahresende', '2026-12-31'],
  ['de', 'bis KW 14', '2027-04-05'],
  ['de', 'bis KW14', '2027-04-05'],
  ['de', 'bis KW 14/2028', '2028-04-03'],
  ['de', 'bis Ende KW 14', '2027-04-09'],
  ['de', 'bis 4. Dezember', '2026-12-04'],
  ['de', 'bis 4. Dez. 2027', '2027-12-04'],
  ['de', 'bis März', '2027-03-01'],
];

test.each(until)('[%s] put off %s', (language, words, day) => {
  const text = language === 'en' ? `defer A3 ${words}: reason` : `A3 zurückstellen ${words}: Grund`;
  expect(meaning(language, text)).toMatchObject({ type: 'act', wishes: [{ type: 'DeferItem', until: day }] });
});

test.each([
  ['en', 'by Friday', '2026-12-04'],
  ['en', 'by the 15th', '2026-12-15'],
  ['en', 'by next week', '2026-12-11'],
  ['en', 'by the end of March', '2027-03-31'],
  ['en', 'in two weeks', '2026-12-14'],
  ['en', 'by KW 14', '2027-04-09'],
  ['de', 'bis Freitag', '2026-12-04'],
  ['de', 'bis KW 14', '2027-04-09'],
  ['de', 'bis nächste Woche', '2026-12-11'],
] as const)('[%s] due %s', (language, words, day) => {
  expect(meaning(language, `take A3 ${words}`)).toEqual({
    type: 'act',
    wishes: [{ type: 'TakeItem', item: 'A3', dueOn: day }],
  });
});

test.each([['bis 31.02.'], ['bis 4.13.'], ['bis so'], ['bis KW 60']])('no such day: %s', (words) => {
  const { request } = understood(`A3 zurückstellen ${words}`, 'de');
  if (words === 'bis so') expect(request).toMatchObject({ filled: { until: '2026-12-06' } });
  else expect(request).not.toHaveProperty('filled.until');
});

test('on a Friday, "until Friday" is the one of next week', () => {
  expect(meaning('en', 'defer A3 until Friday', { today: '2026-12-04' })).toMatchObject({
    filled: { until: '2026-12-11' },
  });
});

test('whatever today is, a weekday is one of the next seven days', () => {
  const days = fc.date({ min: new Date('2024-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom('Montag', 'Freitag', 'Sonntag', 'Wednesday'), (date, weekday) => {
      const today = date.toISOString().slice(0, 10);
      const request = meaning('de', `A3 zurückstellen bis ${weekday}`, { today });
      const until = request.type === 'show' && request.what === 'form' ? request.filled.until : undefined;
      expect(until !== undefined && isDay(until)).toBe(true);
      const ahead = (Date.parse(until!) - Date.parse(today)) / 86_400_000;
      expect(ahead).toBeGreaterThanOrEqual(1);
      expect(ahead).toBeLessThanOrEqual(7);
    }),
    { numRuns: 200 },
  );
});

test('ordinary words are no dates', () => {
  const { items } = heard('');
  expect(items.length).toBeGreaterThan(0);
  expect(meaning('de', 'Ich übernehme A3 so')).toEqual({ type: 'act', wishes: [{ type: 'TakeItem', item: 'A3' }] });
  expect(meaning('en', 'A3 sat done')).toEqual({ type: 'unclear', items: ['A3'] });
});
