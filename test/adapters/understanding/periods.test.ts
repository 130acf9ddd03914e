import type { Language } from '../../../src/engagement/index';
import { act, history, meaning, unclear } from './hearing';

type Dated = [Language, string, { readonly since: string; readonly until?: string }];

const day = (one: string) => ({ since: one, until: one });

// Today is Monday 30 November 2026.
const behind: Dated[] = [
  ['en', 'since Monday', { since: '2026-11-30' }],
  ['de', 'seit Montag', { since: '2026-11-30' }],
  ['en', 'since last Monday', { since: '2026-11-23' }],
  ['de', 'seit letztem Montag', { since: '2026-11-23' }],
  ['en', 'since Friday', { since: '2026-11-27' }],
  ['de', 'seit Fr', { since: '2026-11-27' }],
  ['en', 'since Fri, 20 Nov', { since: '2026-11-20' }],
  ['de', 'seit Fr., 20.11.', { since: '2026-11-20' }],
  ['en', 'since 20 November', { since: '2026-11-20' }],
  ['en', 'since 20/11', { since: '2026-11-20' }],
  ['en', 'since 4 December', { since: '2025-12-04' }],
  ['de', 'seit dem 4. Dezember', { since: '2025-12-04' }],
  ['en', 'since the 20th', { since: '2026-11-20' }],
  ['en', 'since the 31st', { since: '2026-10-31' }],
  ['de', 'seit dem 20.', { since: '2026-11-20' }],
  ['en', 'since November', { since: '2026-11-01' }],
  ['de', 'seit Dezember', { since: '2025-12-01' }],
  ['en', 'since last week', { since: '2026-11-23' }],
  ['de', 'seit letzter Woche', { since: '2026-11-23' }],
  ['en', 'since two weeks ago', { since: '2026-11-16' }],
  ['de', 'seit zwei Wochen', { since: '2026-11-16' }],
  ['de', 'seit einem Monat', { since: '2026-10-30' }],
  ['de', 'seit KW 47', { since: '2026-11-16' }],
  ['en', 'on Friday', day('2026-11-27')],
  ['de', 'am Freitag', day('2026-11-27')],
  ['en', 'last Friday', day('2026-11-27')],
  ['de', 'am letzten Montag', day('2026-11-23')],
  ['en', 'on Friday last week', day('2026-11-27')],
  ['de', 'letzte Woche Freitag', day('2026-11-27')],
  ['en', 'on 20 Nov 2025', day('2025-11-20')],
  ['de', 'am 20.11.2025', day('2025-11-20')],
  ['en', 'the day before yesterday', day('2026-11-28')],
  ['de', 'vorgestern', day('2026-11-28')],
  ['en', 'this morning', day('2026-11-30')],
  ['de', 'gestern Abend', day('2026-11-29')],
  ['en', 'this month', { since: '2026-11-01' }],
  ['de', 'diesen Monat', { since: '2026-11-01' }],
  ['en', 'last month', { since: '2026-10-01', until: '2026-10-31' }],
  ['de', 'im letzten Monat', { since: '2026-10-01', until: '2026-10-31' }],
  ['en', 'this year', { since: '2026-01-01' }],
  ['de', 'im vergangenen Jahr', { since: '2025-01-01', until: '2025-12-31' }],
  ['en', 'in October', { since: '2026-10-01', until: '2026-10-31' }],
  ['de', 'im Oktober 2025', { since: '2025-10-01', until: '2025-10-31' }],
  ['en', 'in the last 7 days', { since: '2026-11-23' }],
  ['en', 'in the past week', { since: '2026-11-23' }],
  ['de', 'in den letzten 3 Tagen', { since: '2026-11-27' }],
  ['en', 'in week 47', { since: '2026-11-16', until: '2026-11-22' }],
  ['de', 'in KW47', { since: '2026-11-16', until: '2026-11-22' }],
  ['de', 'in KW 51', { since: '2025-12-15', until: '2025-12-21' }],
  ['en', 'between 20 Nov and 27 Nov', { since: '2026-11-20', until: '2026-11-27' }],
  ['en', 'from Thursday to Saturday', { since: '2026-11-26', until: '2026-11-28' }],
  ['de', 'zwischen dem 20.11. und dem 27.11.', { since: '2026-11-20', until: '2026-11-27' }],
  ['de', 'vom 20.11. bis 27.11.', { since: '2026-11-20', until: '2026-11-27' }],
];

test.each(behind)('[%s] what happened %s is read', (language, time, question) => {
  const text = language === 'en' ? `what happened ${time}?` : `Was ist ${time} passiert?`;
  expect(meaning(language, text)).toEqual(history(question));
});

const notBehind: [Language, string][] = [
  ['en', 'tomorrow'],
  ['en', 'next week'],
  ['en', 'since next Monday'],
  ['en', 'since 31.02.'],
  ['en', 'since 4 December 2026'],
  ['en', 'in two weeks'],
  ['en', 'before 20 Nov'],
  ['en', 'until Friday'],
  ['en', 'between 27 Nov and 20 Nov'],
  ['en', 'on Saturday this week'],
  ['en', 'in KW 60'],
  ['en', 'in December 2026'],
  ['de', 'morgen'],
  ['de', 'seit nächster Woche'],
  ['de', 'in zwei Wochen'],
  ['de', 'vor dem 20.11.'],
  ['de', 'bis Freitag'],
];

test.each(notBehind)('[%s] what happened %s has no answer', (language, time) => {
  const text = language === 'en' ? `what happened ${time}?` : `Was ist ${time} passiert?`;
  expect(meaning(language, text)).toMatchObject(unclear());
});

test.each([
  ['en', 'Robert Müller confirmed for FastTrack last Monday', '2026-11-23'],
  ['en', 'Robert Müller confirmed for FastTrack on Monday', '2026-11-30'],
  ['en', 'Robert Müller confirmed for FastTrack on the 20th', '2026-11-20'],
  ['de', 'Robert Müller hat am 20. für FastTrack bestätigt', '2026-11-20'],
  ['de', 'Robert Müller hat letzten Montag für FastTrack bestätigt', '2026-11-23'],
] as const)('[%s] %s: the day is the latest one that fits', (language, text, on) => {
  expect(meaning(language, text)).toEqual(act({ type: 'RecordConfirmation', name: 'Robert Müller', on }));
});
