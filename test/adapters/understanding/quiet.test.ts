import type { Request } from '../../../src/application/request';
import { act, meaning, otherForm, unclear, understood } from './hearing';
import { type Row, rows } from './rows';

const quiet = (until: string): Request => act({ type: 'SnoozeReminders', until });
const asks = otherForm('reminder.snooze');

const snoozed: Row[] = [
  ...rows(
    quiet('2026-12-04'),
    [
      'quiet until Friday',
      'Quiet please until Friday, thanks',
      'mute my reminders until Friday',
      'mute me until Friday',
      "don't remind me until Friday",
      'dont remind me until Friday',
      'no reminders until Friday',
      'until Friday no reminders please',
      'Could you mute my reminders until Friday?',
      'stop reminding me until Friday',
      "I don't want any reminders until Friday",
      'remind me again on Friday',
      'pause my reminders until Friday',
      'snooze my remniders until Friday',
      'quiet until Friday because of the holidays',
    ],
    [
      'stumm bis Freitag',
      'Stumm bitte bis Freitag, danke',
      'Erinnerungen stumm bis Freitag',
      'bis Freitag keine Erinnerungen',
      'keine Erinnerungen bis Freitag',
      'erinnere mich bis Freitag nicht',
      'Erinnern Sie mich bitte bis Freitag nicht mehr',
      'Könnten Sie mich bitte bis Freitag nicht erinnern?',
      'stell mich bis Freitag stumm',
      'Stellen Sie meine Erinnerungen bitte bis Freitag stumm',
      'Erinnerungen bis Freitag stummschalten',
      'Ich möchte bis Freitag keine Erinnerungen',
      'erinnere mich erst am Freitag wieder',
      'Erinnerugnen stumm bis Freitag',
      'stumm bis Freitag, weil ich Urlaub habe',
    ],
  ),
  ...rows(
    quiet('2026-12-03'),
    ['mute my reminders until 3 December', 'quiet until 3 Dec'],
    ['Erinnerungen stumm bis 3.12.', 'bis zum 3. Dezember keine Erinnerungen'],
  ),
  ...rows(quiet('2026-12-07'), ["don't remind me until Monday"], ['bis Montag keine Erinnerungen', 'bis Montag stumm']),
  ...rows(
    quiet('2026-12-14'),
    ['snooze my reminders for two weeks', 'quiet for 14 days', 'quiet for the next two weeks'],
    ['stumm für zwei Wochen', 'Erinnerungen zwei Wochen lang stumm', 'die nächsten zwei Wochen keine Erinnerungen'],
  ),
  // Whatever says that a day belongs to it: reminded again on the next one.
  ...rows(
    quiet('2026-12-05'),
    ['quiet through Friday', 'quiet until and including Friday', 'quiet until the end of the week', 'quiet this week'],
    ['bis einschließlich Freitag keine Erinnerungen', 'stumm bis Freitag einschließlich', 'stumm bis Ende der Woche'],
  ),
  ...rows(
    quiet('2026-12-01'),
    ['no reminders today', 'quiet for today'],
    ['heute keine Erinnerungen', 'stumm für heute'],
  ),
];

const awake: Row[] = rows(
  act({ type: 'SnoozeReminders' }),
  [
    'remind me again',
    'Please remind me again now.',
    'unmute me',
    'unmute my reminders',
    'reminders on again',
    'turn my reminders back on',
    'resume my reminders',
  ],
  [
    'Erinnerungen wieder an',
    'erinnere mich wieder',
    'Erinnern Sie mich bitte wieder',
    'schalte meine Erinnerungen wieder ein',
    'Erinnerungen wieder einschalten',
    'nicht mehr stumm',
    'Stummschaltung aufheben',
  ],
);

const forms: Row[] = rows(
  asks,
  [
    'quiet',
    'Quiet!',
    'mute reminders',
    'mute my reminders please',
    'pause reminders',
    'turn off reminders',
    'no more reminders',
    'quiet until 31.02.',
    'quiet until Ben is back',
    'snooze my reminders for an hour',
  ],
  [
    'stumm',
    'Erinnerungen stumm',
    'Erinnerungen bitte stummschalten',
    'keine Erinnerungen mehr',
    'stell mich stumm',
    'stumm bis 31.02.',
    'stumm bis Ben zurück ist',
  ],
);

const others: Row[] = [
  ...rows(act({ type: 'PauseEngagement', until: '2026-12-04' }), ['pause until Friday'], ['bis Freitag pausieren']),
  ...rows(act({ type: 'SetAway', until: '2026-12-04' }), ['I am away until Friday'], ['ich bin bis Freitag abwesend']),
  ...rows(unclear(['A3']), ['remind me of A3', 'mute A3'], ['erinnere mich an A3', 'A3 stumm']),
  ...rows(
    unclear(),
    ['remind me', 'remind me on Friday', "don't mute me", 'quiet rooms'],
    ['erinnere mich', 'erinnere mich am Freitag', 'nicht stumm'],
  ),
  ...rows(
    unclear([], { day: '2026-12-04' }),
    ['mute Ben Carter until Friday', 'should I mute my reminders until Friday?'],
    ['Ben Carter bis Freitag stumm', 'Soll ich mich bis Freitag stumm stellen?'],
  ),
];

describe.each([
  ['quiet until a day', snoozed],
  ['reminded again', awake],
  ['until when has to be asked', forms],
  ['not about reminders', others],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});

test.each([
  ['mute my reminders until Friday', 'en'],
  ['erinnere mich bis Freitag nicht', 'de'],
  ['mute reminders', 'en'],
  ['quiet until 3.12.', 'en'],
  ['stumm bis Freitag', 'de'],
  ['Erinnerungen stumm', 'de'],
] as const)('%s tells its language: %s', (text, language) => {
  for (const other of ['en', 'de'] as const) expect(understood(text, other)).toMatchObject({ language, told: true });
});
