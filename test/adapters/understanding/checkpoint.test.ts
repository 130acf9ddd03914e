import type { Request } from '../../../src/application/request';
import type { CheckpointSettings } from '../../../src/engagement/index';
import {
  act,
  done,
  form,
  history,
  meaning,
  noted,
  otherForm,
  section,
  show,
  showItem,
  unclear,
  understood,
} from './hearing';
import { type Row, rows } from './rows';

const set = (to: CheckpointSettings): Request => act({ type: 'SetCheckpoint', ...to });
const skipped = (day?: string): Request => act({ type: 'SkipCheckpoint', ...(day && { day }) });
const asks = (filled: Omit<CheckpointSettings, 'from'> = {}): Request => otherForm('checkpoint.set', filled);

const rhythm: Row[] = [
  ...rows(
    set({ every: 'twoWeeks', weekday: 2, time: '08:30' }),
    [
      'remind us every second Tuesday at 8:30',
      'Please remind us every second Tuesday at 8:30.',
      'remind us every other Tuesday at 8.30.',
      'remind us every 2nd Tuesday at 8:30 am',
      'remind us of the checkpoint every second Tuesday at 8:30',
      'Could you remind us every second Tuesday at 8:30 about the checkpoint?',
      'checkpoint every two weeks on Tuesday at 8:30',
      'biweekly checkpoint on Tuesdays at 8:30 a.m.',
      'bi-weekly jour fixe, Tuesday 8:30',
      'we meet every fortnight on Tuesdays at half past eight',
      'set up a checkpoint every other Tuesday at 8:30',
      'every second Tuesday at 8:30',
      'every second Tuesday at 8:30 we have a checkpoint',
      'remind us every second tuesdya at 8:30',
      'chekpoint every secodn Tuesday at 8:30',
    ],
    [
      'Jour fixe alle zwei Wochen dienstags um 8:30',
      'Jour fixe alle 2 Wochen dienstags um 8.30 Uhr',
      'Jour-fixe-Termin alle 14 Tage am Dienstag, 8:30 Uhr',
      'Checkpoint 14-tägig dienstags 8:30',
      'Checkpoint 14-taegig dienstags 8:30 Uhr',
      'Checkpoint vierzehntägig dienstags um halb neun',
      'zweiwöchentlicher Checkpoint dienstags 8 Uhr 30',
      'Checkpoint jeden zweiten Dienstag um 8:30 Uhr',
      'jeden zweiten Dienstag um 8:30 ist Checkpoint',
      'Jeden 2. Dienstag um 8:30 Statusmeeting',
      'Erinnern Sie uns bitte jeden zweiten Dienstag um 8:30',
      'erinnere uns jeden zweiten Dienstag um 8:30 an den Jour fixe',
      'Wir treffen uns alle zwei Wochen dienstags um 8:30 Uhr',
      'Richten Sie bitte alle zwei Wochen dienstags um 8:30 einen Jour fixe ein',
      'Jour fixe alle zwei Wochen deinstags um 8:30',
      'Chekpoint alle zwei Wochen Di 8:30',
    ],
  ),
  ...rows(
    set({ every: 'week', weekday: 1, time: '09:00' }),
    [
      'checkpoint every Monday at 9',
      'Checkpoint every Monday at 9 am',
      'checkpoint each mon at 9:00',
      'checkpoint meetings every Monday at 9',
      'The checkpoint is every Monday at nine',
      'The checkpoint should be every Monday at 9',
      'status meeting every Monday at 09:00',
      'Checkpoint: every Monday, 9:00',
      'schedule the checkpoint every Monday at 9',
      'checkpoint every Monday at 9 because Ben is away on Fridays',
    ],
    [
      'Checkpoint jeden Montag um 9 Uhr',
      'Checkpoint jeden Montag um neun',
      'Checkpoint-Termine jeden Montag um 9 Uhr',
      'Der Checkpoint ist jeden Montag um 9 Uhr',
      'Der Checkpoint soll jeden Montag um 9 Uhr stattfinden',
      'der Jour fixe findet jeden Montag um 9 Uhr statt',
      'Regeltermin: jede Woche montags, 9 Uhr',
      'Checkpoint an jedem Montag um 9h',
      'Bitte den Checkpoint jeden Montag um 9 Uhr ansetzen',
    ],
  ),
  ...rows(
    set({ every: 'week', weekday: 4, time: '14:00' }),
    [
      'checkpoint weekly on Thursday 14:00',
      'weekly checkpoint on Thursday at 2 pm',
      'checkpoint once a week, Thursdays 2pm',
      'checkpoint weekly at 2 pm on Thursday',
      'switch to weekly checkpoints on Thursdays at 2 p.m.',
    ],
    [
      'Regeltermin wöchentlich donnerstags 14 Uhr',
      'Regeltermin wöchentlich um 14 Uhr am Donnerstag',
      'Regeltermin wöchentlich 14:00 am Donnerstag',
      'wöchentlicher Regeltermin donnerstags um 14 Uhr',
      'Statusmeeting einmal pro Woche, Do 14 Uhr',
      'woechentlicher Jour fixe donnerstags 2 Uhr nachmittags',
    ],
  ),
  ...rows(
    set({ every: 'weekday', time: '09:15' }),
    [
      'checkpoint every weekday at 9:15',
      'daily checkpoint at 9:15',
      'checkpoint daily at quarter past nine',
      'checkpoint on working days at 9:15',
      'checkpoint Monday to Friday at 9:15',
    ],
    [
      'Checkpoint werktäglich um 9:15',
      'Checkpoint jeden Werktag um 9:15 Uhr',
      'täglicher Checkpoint um viertel nach neun',
      'Checkpoint Mo–Fr 9:15',
      'Checkpoint Montag bis Freitag um 9:15',
    ],
  ),
  ...rows(
    set({ every: 'twoWeeks', from: '2026-12-08' }),
    [
      'every two weeks starting 8 December',
      'checkpoint every two weeks from 8 Dec',
      'checkpoint biweekly from 8 December',
    ],
    [
      'alle zwei Wochen ab 8.12.',
      'Checkpoint alle zwei Wochen ab dem 8.12.',
      'Jour fixe 14-tägig, erstmals am 8. Dezember',
    ],
  ),
  ...rows(
    set({ every: 'twoWeeks', weekday: 2, time: '09:00', from: '2026-12-08' }),
    [
      'checkpoint every two weeks at 9 starting Tuesday 8 December',
      'checkpoint every other Tuesday from 8 December at 9',
      'checkpoint every other Tuesday starting 8 December, 9:00',
    ],
    [
      'Checkpoint alle zwei Wochen dienstags ab 8.12. um 9 Uhr',
      'Checkpoint jeden zweiten Dienstag um 9 Uhr, beginnend am 8.12.',
      'Checkpoint alle zwei Wochen ab Dienstag, 8.12., 9:00',
    ],
  ),
  ...rows(
    set({ every: 'twoWeeks' }),
    ['checkpoint every two weeks', 'make the checkpoint biweekly', 'from now on checkpoints every two weeks'],
    [
      'Checkpoint alle zwei Wochen',
      'Checkpoint künftig nur noch alle zwei Wochen',
      'ab jetzt alle zwei Wochen Checkpoint',
    ],
  ),
];

const moved: Row[] = [
  ...rows(
    set({ weekday: 3, time: '10:00' }),
    [
      'move the checkpoint to Wednesday 10 am',
      'move the checkpoint to 10 am Wednesday',
      'Could you please move the checkpoint to Wednesday, 10 a.m.?',
      'checkpoint moved to Wednesday at 10',
      'reschedule the jour fixe to Wednesday 10:00',
      'checkpoint on Wednesdays at 10',
      'the checkpoint is now on Wednesday at 10 o’clock',
      'move the checkpoint to Wednesday 10 am because Ben is away',
    ],
    [
      'Checkpoint auf Mittwoch 10 Uhr verlegen',
      'Verlegen Sie den Checkpoint bitte auf Mittwoch, 10 Uhr',
      'verschiebe den Jour fixe auf Mittwoch um 10',
      'Statusmeeting mittwochs 10:00',
      'Der Checkpoint ist jetzt mittwochs um 10 Uhr',
      'Regeltermin wurde auf Mittwoch 10 Uhr verschoben',
      'Checkpoint auf Mitwoch 10 Uhr verlgen',
    ],
  ),
  ...rows(
    set({ weekday: 3 }),
    ['move the checkpoint to Wednesday', 'checkpoint on Wednesdays'],
    ['Checkpoint auf Mittwoch verlegen', 'Jour fixe immer mittwochs'],
  ),
  ...rows(
    set({ time: '12:00' }),
    ['move the checkpoint to 12:00', 'change the checkpoint time to noon'],
    ['Checkpoint auf 12 Uhr verschieben', 'lege den Jour fixe auf 12:00 Uhr'],
  ),
  ...rows(
    set({ every: 'off' }),
    [
      'no checkpoints any more',
      'no more checkpoints',
      'turn the checkpoints off',
      'turn off the checkpoint reminders',
      'please stop the checkpoints',
      'no more checkpoints because we meet daily',
    ],
    [
      'keine Checkpoints mehr',
      'Checkpoint abschalten',
      'Checkpoints bitte ausschalten',
      'schalte den Jour fixe ab',
      'Schalten Sie die Checkpoints ab',
      'kein Jour fixe mehr, weil wir uns täglich sehen',
    ],
  ),
];

const reminding: Row[] = [
  ...rows(
    set({ remind: 'dayBefore' }),
    [
      'remind us one day before',
      'remind us the day before',
      'Please remind us a day in advance of the checkpoint',
      'send the checkpoint reminder one working day before',
    ],
    [
      'erinnere uns einen Tag vorher',
      'Erinnern Sie uns bitte am Vortag',
      'Checkpoint-Erinnerung einen Tag vorher',
      'Könnten Sie uns einen Arbeitstag vorher an den Checkpoint erinnern?',
    ],
  ),
  ...rows(
    set({ remind: 'sameDay' }),
    ['remind us on the same day', 'reminder on the same day', 'remind us on the day of the checkpoint'],
    ['erinnere uns am selben Tag', 'Erinnerung am gleichen Tag', 'erinnere uns am Tag des Checkpoints'],
  ),
  ...rows(
    set({ remind: 'atStart' }),
    ['remind us at the start', 'remind us when it starts', 'remind us at the beginning of the checkpoint'],
    ['erinnere uns zu Beginn', 'Erinnern Sie uns bitte zum Start', 'erinnere uns zu Beginn des Checkpoints'],
  ),
  ...rows(
    set({ every: 'week', weekday: 1, time: '09:00', remind: 'dayBefore' }),
    ['remind us every Monday at 9, one day before', 'checkpoint every Monday at 9, reminder the day before'],
    ['Checkpoint jeden Montag um 9 Uhr, Erinnerung einen Tag vorher', 'jeden Montag um 9 Checkpoint, am Vortag'],
  ),
  ...rows(
    set({ mention: 'channel' }),
    ['mention owners in the channel', 'remind owners in the channel', 'please tag the owners in the channel'],
    ['Zuständige im Kanal erwähnen', 'Erwähnen Sie die Zuständigen bitte im Kanal', 'Zustaendige im Kanal erinnern'],
  ),
  ...rows(
    set({ mention: 'private' }),
    [
      'tell owners privately only',
      'only tell owners privately',
      'remind owners only in personal chat',
      "don't mention owners in the channel",
    ],
    [
      'Zuständige nur privat erinnern',
      'Erinnern Sie die Zuständigen nur privat',
      'Zuständige nur im persönlichen Chat erinnern',
      'Zuständige nicht im Kanal erwähnen',
    ],
  ),
];

const skipping: Row[] = [
  ...rows(
    skipped(),
    [
      'skip the next checkpoint',
      'Please skip the next checkpoint.',
      'skip the checkpoint',
      'cancel the next jour fixe',
      'the next checkpoint is cancelled',
      'skip the next chekpoint because of the holidays',
    ],
    [
      'nächsten Checkpoint ausfallen lassen',
      'nächsten Checkpoint überspringen',
      'naechsten Checkpoint ueberspringen',
      'nächsten Checkpoint auslassen',
      'Könnten Sie den nächsten Checkpoint bitte ausfallen lassen?',
      'Der nächste Jour fixe fällt aus',
      'Jour fixe fällt aus',
      'nächsten Regeltermin absagen',
      'lass den nächsten Checkpoint ausfallen, weil Feiertag ist',
    ],
  ),
  ...rows(
    skipped('2026-12-07'),
    [
      'skip the checkpoint on 7 December',
      'no checkpoint on 7 December',
      'the checkpoint on 7 Dec is cancelled',
      'skip the checkpoint next Monday',
      "skip next Monday's checkpoint",
      'there is no checkpoint on Monday',
    ],
    [
      'Jour fixe am 7.12. fällt aus',
      'Jour fixe fällt am 7.12. aus',
      'am 7.12. kein Checkpoint',
      'Checkpoint am 7. Dezember überspringen',
      'den Jour fixe am 7.12. bitte absagen',
      'Checkpoint am 7.12. findet nicht statt',
      'Checkpoint findet am 7.12. nicht statt',
    ],
  ),
  ...rows(skipped('2026-11-30'), ['no checkpoint today'], ['heute kein Jour fixe']),
];

const asked: Row[] = rows(
  show('checkpoints'),
  [
    'when is the next checkpoint?',
    'When is the jour fixe',
    "when's the next status meeting?",
    'next checkpoint',
    'next checkpoint?',
    'show the next checkpoints',
    'when do we meet next?',
    'is there a checkpoint on Monday?',
    'what time is the checkpoint?',
    'when is the next chekpoint?',
    // A week may have several.
    'no checkpoint next week',
  ],
  [
    'wann ist der nächste Checkpoint?',
    'Wann ist der nächste Jour fixe?',
    'wann ist Jour fixe',
    'nächster Checkpoint',
    'naechster Checkpoint?',
    'wann findet das nächste Statusmeeting statt?',
    'wann treffen wir uns wieder?',
    'Gibt es am Montag einen Checkpoint?',
    'um wie viel Uhr ist der Checkpoint?',
    'nächste Woche kein Jour fixe',
  ],
);

const forms: Row[] = [
  ...rows(
    asks(),
    [
      'change the checkpoint',
      'Please change the checkpoint.',
      'edit the checkpoint settings',
      'move the checkpoint',
      // Not a rhythm there is, not one meeting for another, not one time.
      'checkpoint every month',
      'checkpoint every Monday and Thursday',
      'checkpoint every second Tuesday of the month',
      'checkpoint every Monday 9:00-9:30',
      'checkpoint every Monday at 2',
      'remind us every Monday at 9:75',
      'move the next checkpoint to Wednesday',
      'move the checkpoint to 8 December',
      'cancel the checkpoint',
    ],
    [
      'Checkpoint ändern',
      'Checkpoint aendern',
      'Ändern Sie bitte den Checkpoint',
      'Jour fixe verlegen',
      'Checkpoint alle drei Wochen',
      'Checkpoint jeden Montag um 3 Uhr',
      'nächsten Checkpoint auf Mittwoch verlegen',
      'Checkpoint auf den 8.12. verlegen',
      'Checkpoints wieder einschalten',
    ],
  ),
  ...rows(
    asks({ weekday: 2, time: '10:00' }),
    ['checkpoint on Tuesday at 10', 'jour fixe Tuesday 10:00', 'checkpoint Tue 10:00 from 8 December'],
    ['Checkpoint am Dienstag um 10 Uhr', 'Jour fixe Di 10 Uhr'],
  ),
  ...rows(asks({ every: 'week' }), ['weekly'], ['wöchentlich']),
];

const others: Row[] = [
  ...rows(
    showItem('R2'),
    ['R2', 'Checkpoint meetings', 'Jour fixe', 'show the checkpoint meetings', 'open R2', 'open the jour fixe'],
    ['R2', 'Checkpoint-Termine', 'Jour fixe zeigen', 'was ist R2?'],
  ),
  ...rows(
    done('R2'),
    ['R2 done', 'checkpoint meetings done', 'the checkpoint meetings are done'],
    ['R2 erledigt', 'Jour fixe erledigt', 'Checkpoint-Termine sind erledigt'],
  ),
  ...rows(
    { type: 'move', item: 'R2', day: '2026-12-04' },
    ['move R2 to Friday', 'move the checkpoint meetings to Friday'],
    ['R2 auf Freitag verschieben', 'Checkpoint-Termine auf Freitag verschieben'],
  ),
  ...rows(
    act({ type: 'ScheduleItem', item: 'R2', dueOn: '2026-12-04' }),
    ['checkpoint meetings due Friday', 'R2 due Friday', 'schedule the checkpoint meetings for Friday'],
    ['Checkpoint-Termine fällig am Freitag', 'R2 bis Freitag'],
  ),
  ...rows(
    act({ type: 'ExcludeItem', item: 'R2', reason: 'we meet every Monday' }),
    ['R2 not applicable because we meet every Monday'],
    ['Jour fixe entfällt, weil we meet every Monday'],
  ),
  ...rows(act({ type: 'TakeItem', item: 'R2' }), ['take the checkpoint meetings'], ['ich übernehme R2']),
  ...rows(noted('R2', 'every Monday at 9'), ['note on R2: every Monday at 9'], ['Notiz zu R2: every Monday at 9']),
  ...rows(
    form('item.defer', 'A3', { reason: 'next checkpoint' }),
    ['defer A3 until the next checkpoint'],
    ['defer A3 until the next checkpoint'],
  ),
  ...rows(history({ item: 'R2', did: 'completed' }), ['when was R2 done?'], ['wann wurde R2 erledigt?']),
  ...rows(section('assess'), ['Assess'], ['Analysephase']),
  ...rows(unclear(['A3']), ['A3 until the next checkpoint', 'remind me of A3'], ['erinnere mich an A3']),
  ...rows(unclear(['A3'], { day: '2026-12-07' }), ['A3 every Monday'], ['A3 jeden Montag']),
  ...rows(
    unclear(),
    ['checkpoint so at 10', 'checkpoint do at 10'],
    ['Checkpoint so um 10', 'Checkpoint mo um 10 Uhr'],
  ),
  ...rows(
    unclear(),
    [
      "don't skip the next checkpoint",
      'should we skip the next checkpoint?',
      'remind me every Monday',
      'remind Ben Carter every Monday',
      'minutes of the checkpoint',
      'I will be late for the checkpoint',
      'starting 8 December',
    ],
    [
      'nächsten Checkpoint nicht ausfallen lassen',
      'Sollen wir den nächsten Checkpoint ausfallen lassen?',
      'erinnere mich am Montag',
      'Ben Carter jeden Montag erinnern',
      'ab 8.12.',
    ],
  ),
];

describe.each([
  ['how often the checkpoint is', rhythm],
  ['moving it and turning it off', moved],
  ['its reminder', reminding],
  ['leaving one out', skipping],
  ['asking for it', asked],
  ['its form', forms],
  ['not about it', others],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});

test.each([
  ['at 9', '09:00'],
  ['at 09:05', '09:05'],
  ['9 am', '09:00'],
  ['12 pm', '12:00'],
  ['12 am', '00:00'],
  ['2:15 pm', '14:15'],
  ['06:30', '06:30'],
  ['6 am', '06:00'],
  ['at noon', '12:00'],
  ['at quarter to ten', '09:45'],
  ['10 in the morning', '10:00'],
  ['3 in the afternoon', '15:00'],
  ['um 9', '09:00'],
  ['8.30 Uhr', '08:30'],
  ['9h30', '09:30'],
  ['14 Uhr 15', '14:15'],
  ['um halb zehn', '09:30'],
  ['viertel vor elf', '10:45'],
  ['7 Uhr früh', '07:00'],
  ['3 Uhr nachmittags', '15:00'],
  ['23:59 Uhr', '23:59'],
])('every Monday %s is at %s', (said, time) => {
  expect(meaning('en', `checkpoint every Monday ${said}`)).toEqual(set({ every: 'week', weekday: 1, time }));
});

test.each([
  '9',
  '8.12',
  'at 24',
  'at 9:60',
  '13 am',
  'at 3',
  '2:30',
  'um halb drei',
  'um 2 am Dienstag',
  '9:00 bis 10:00',
  'at 9 to 10',
])('every Monday %s has no time anybody can be sure of, and sets nothing', (said) => {
  expect(meaning('en', `checkpoint every Monday ${said}`).type).not.toBe('act');
});

test.each([
  ['remind us every second Tuesday at 8:30', 'en'],
  ['remind us every 2nd Tue', 'en'],
  ['when is the next checkpoint?', 'en'],
  ['Bitte jeden zweiten Dienstag um 8:30 erinnern', 'de'],
  ['Erinnern Sie uns zum Beginn', 'de'],
  ['erinnere team jeden Di', 'de'],
] as const)('%s tells its language: %s', (text, language) => {
  for (const other of ['en', 'de'] as const) expect(understood(text, other)).toMatchObject({ language, told: true });
});
