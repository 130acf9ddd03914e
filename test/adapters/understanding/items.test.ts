import type { Request, Wish } from '../../../src/application/request';
import {
  act,
  askedOf,
  ben,
  choice,
  done,
  doneWith,
  form,
  formOf,
  given,
  meaning,
  noted,
  show,
  showItem,
  unclear,
  withStep,
} from './hearing';
import { type Row, rows } from './rows';

const released = (...codes: string[]): Request => act(...codes.map((item): Wish => ({ type: 'ReleaseItem', item })));
const due = (dueOn: string, ...codes: string[]): Request =>
  act(...codes.map((item): Wish => ({ type: 'ScheduleItem', item, dueOn })));
const undated = act({ type: 'ScheduleItem', item: 'A3' });
const moved = (item: string, day: string): Request => ({ type: 'move', item, day });
const renamed = (title: string, item = 'R3'): Request => act({ type: 'RenameItem', item, title });
const removed = act({ type: 'RemoveItem', item: 'R3' });

const release: Row[] = [
  ...rows(
    released('A3'),
    [
      'release A3',
      'Please release A3.',
      'relase A3',
      'give A3 back',
      'I give back A3',
      "I'd like to give A3 back",
      'Could you release A3?',
      'unassign A3',
      'A3 is not mine anymore',
      'give A3 back because I have no time',
    ],
    [
      'A3 zurückgeben',
      'A3 zurueckgeben',
      'A3 abgeben',
      'ich gebe A3 ab',
      'Ich gebe A3 zurück',
      'Bitte A3 freigeben',
      'Ich möchte A3 abgeben',
      'gib A3 frei',
      'A3 ist nicht mehr meiner',
      'Können Sie bitte A3 freigeben?',
      'Geben Sie A3 bitte frei',
    ],
  ),
  ...rows(released('A3', 'A5'), ['release A3 and A5'], ['A3 und A5 abgeben']),
  ...rows(released('A6'), ['release the support plan'], ['Supportplan abgeben']),
  ...rows(
    given('A3', ben.id),
    ['give A3 back to Ben Carter'],
    ['A3 an Ben Carter abgeben', 'ich gebe A3 an Ben Carter ab'],
  ),
  ...rows(
    unclear(['A3']),
    ["don't release A3", 'release A3 @Ben Carter', 'maybe release A3'],
    ['A3 nicht abgeben', 'A3 vielleicht abgeben'],
  ),
  ...rows(showItem('A3'), ['should I release A3?', 'release A3?'], ['Soll ich A3 abgeben?', 'A3 freigeben?']),
];

const schedule: Row[] = [
  ...rows(
    due('2026-12-04', 'A3'),
    [
      'A3 due Friday',
      'A3 due Fri 4 Dec',
      'A3 is due on 4 Dec',
      'A3 is due on 4 December 2026.',
      'set the due date of A3 to 4 Dec',
      'please set the due date for A3 to Friday',
      'A3 by Friday',
      'A3 until Friday',
      'due date of A3: 4 Dec',
      'deadline for A3 is Friday',
      'A3 deadline Friday',
      'A3 due Friday because of the audit',
    ],
    [
      'A3 fällig 04.12.',
      'A3 fällig am 04.12.',
      'A3 faellig am 4.12.2026',
      'A3 ist bis Freitag fällig',
      'A3 bis Freitag',
      'A3 bis zum 04.12.',
      'Termin für A3 auf 04.12.',
      'Frist für A3 auf Freitag setzen',
      'Setze die Fälligkeit von A3 auf den 4. Dezember',
      'Bitte den Termin von A3 auf Freitag setzen',
      'A3 Frist Freitag',
      'A3 Termin 04.12.',
    ],
  ),
  ...rows(due('2026-12-04', 'A3', 'A5'), ['A3 and A5 due Friday'], ['A3 und A5 bis Freitag']),
  ...rows(due('2026-12-04', 'A6'), ['support plan due Friday'], ['Supportplan ist am Freitag fällig']),
  ...rows(
    undated,
    [
      'remove the due date of A3',
      'A3 no due date',
      'A3 without due date',
      'clear the due date of A3',
      'A3 is no longer due',
    ],
    [
      'A3 ohne Termin',
      'A3 ohne Frist',
      'Fälligkeit von A3 löschen',
      'Fälligkeit von A3 entfernen',
      'Faelligkeit von A3 entfernen',
      'Entferne bitte die Frist von A3',
      'Termin von A3 streichen',
    ],
  ),
  // Whoever takes the day away is not asked for one.
  ...rows(unclear(['A3']), ['remove the due date of A3 quickly xyz'], ['A3 ohne Frist xyz']),
  ...rows(
    form('item.schedule', 'A3'),
    ['due date of A3', 'set the due date of A3', 'A3 due', 'A3 due on 31.02.'],
    ['Fälligkeit von A3', 'Frist für A3 setzen', 'A3 fällig', 'A3 fällig am 31.02.'],
  ),
  ...rows(
    showItem('A3'),
    ['is A3 due on Friday?', 'A3 due Friday?', 'does A3 have a due date?'],
    ['Ist A3 am Freitag fällig?', 'A3 bis Freitag?'],
  ),
  ...rows(askedOf('A3', 'due'), ['when is A3 due?'], ['Wann ist A3 fällig?', 'bis wann ist A3 fällig?']),
  ...rows(
    unclear(['A3'], { day: '2026-12-04' }),
    ['A3 is not due on Friday', 'A3 is probably due on Friday', 'A3 Friday', 'A3 by Friday @Ben Carter'],
    ['A3 ist nicht am Freitag fällig', 'A3 bitte bis Freitag erledigen', 'A3 Freitag', 'A3 bis Freitag Ben Carter'],
  ),
];

const move: Row[] = [
  ...rows(
    moved('A5', '2026-12-07'),
    [
      'move A5 to Monday',
      'Please move A5 to Monday.',
      'shift A5 to 7 Dec',
      'push A5 to Monday',
      'reschedule A5 to Monday',
    ],
    [
      'verschiebe A5 auf Montag',
      'Verschiebe bitte A5 auf den 07.12.',
      'verlege A5 auf Montag',
      'A5 auf Montag verschieben',
      'A5 auf nächste Woche verschieben',
      'A5 auf Montag verlegen',
      'Verschieben Sie A5 bitte auf Montag',
    ],
  ),
  ...rows(
    act({ type: 'DeferItem', item: 'A5', until: '2026-12-07', reason: 'Ben fehlt' }),
    ['move A5 to Monday because Ben fehlt', 'move A5 to Monday: Ben fehlt'],
    ['verschiebe A5 auf Montag, weil Ben fehlt', 'A5 auf Montag verschieben, denn Ben fehlt'],
  ),
  ...rows(form('item.defer', 'A5'), ['move A5', 'move A5 to 31.02.'], ['A5 verschieben', 'verschiebe A5 auf 31.02.']),
  // A week after what? The form says it.
  ...rows(form('item.defer', 'A5', { until: '2026-12-07' }), ['move A5 by a week'], ['verschiebe A5 um eine Woche']),
  ...rows(
    form('item.defer', 'A5', { until: '2026-12-07' }),
    ['defer A5 until Monday', 'postpone A5 to Monday'],
    ['A5 bis Montag zurückstellen', 'A5 auf Wiedervorlage am Montag'],
  ),
  ...rows(
    formOf('item.defer', ['A5', 'A3'], { until: '2026-12-07' }),
    ['move A5 and A3 to Monday'],
    ['verschiebe A5 und A3 auf Montag'],
  ),
  ...rows(unclear(['A5']), ['move A5 to Remediate'], ['verschiebe A5 in die Korrekturphase']),
  ...rows(
    unclear(['A5'], { day: '2026-12-07' }),
    ["don't move A5 to Monday", 'A5 might move to Monday'],
    ['A5 nicht auf Montag verschieben'],
  ),
  ...rows(showItem('A5'), ['can we move A5 to Monday?'], ['Können wir A5 auf Montag verschieben?']),
  ...rows(moved('A6', '2026-12-07'), ['move the support plan to Monday'], ['Supportplan auf Montag verschieben']),
];

const note: Row[] = [
  ...rows(
    noted('A3', 'network part missing'),
    [
      'note on A3: network part missing',
      'note for A3: network part missing',
      'A3 note: network part missing',
      'Note on A3 – network part missing',
      'add a note to A3: network part missing.',
      'Please add a comment to A3: network part missing',
      'note A3: network part missing',
    ],
    [
      'Notiz zu A3: network part missing',
      'A3 Notiz: network part missing',
      'A3 vermerken: network part missing',
      'Anmerkung zu A3: network part missing',
      'Bitte vermerke zu A3: network part missing',
      'Notiz zu A3 hinzufügen: network part missing',
      'Füge eine Notiz zu A3 hinzu: network part missing',
    ],
  ),
  ...rows(
    noted('A3', 'A5 done, not blocked?'),
    ['note on A3: A5 done, not blocked?'],
    ['Notiz zu A3: A5 done, not blocked?'],
  ),
  ...rows(
    noted('A3', 'because of DNS: hello'),
    ['note on A3: because of DNS: hello'],
    ['A3 Notiz: because of DNS: hello'],
  ),
  ...rows(noted('A3', 'thanks'), ['note on A3: thanks'], ['Notiz zu A3: thanks']),
  ...rows(noted('A6', 'offen'), ['note on the support plan: offen'], ['Notiz zum Supportplan: offen']),
  ...rows(
    act({ type: 'NoteItem', item: 'A3', note: 'x y' }, { type: 'NoteItem', item: 'A5', note: 'x y' }),
    ['note on A3 and A5: x y'],
    ['Notiz zu A3 und A5: x y'],
  ),
  ...rows(form('item.note', 'A3'), ['note on A3', 'note A3', 'add a note to A3'], ['Notiz zu A3', 'A3 Notiz']),
  ...rows(form('item.note', 'A3', { note: 'DNS missing' }), ['note on A3 DNS missing'], ['Notiz zu A3 DNS missing']),
  ...rows(doneWith('A3', 'note: see X'), ['A3 done – note: see X'], ['A3 erledigt – note: see X']),
  ...rows(unclear(['A3']), ['note that A3 is done'], ['A3 Notiz nicht schreiben']),
  ...rows(act({ type: 'AcknowledgeItem', item: 'A3' }), ['noted A3', 'take note of A3'], ['A3 zur Kenntnis']),
  ...rows(showItem('A3'), ['is there a note on A3?'], ['Gibt es eine Notiz zu A3?']),
];

const rename: Row[] = [
  ...rows(
    renamed('Renew root certificates'),
    [
      'rename R3 to Renew root certificates',
      'Please rename R3 to “Renew root certificates”.',
      'rename R3: Renew root certificates',
      'rename R3 to Renew root certificates, please',
      'R3 is now called Renew root certificates',
      'change the title of R3 to Renew root certificates',
      'rename Replace root CA to Renew root certificates',
    ],
    [
      'R3 umbenennen in Renew root certificates',
      'benenne R3 in Renew root certificates um',
      'Bitte benenne R3 in „Renew root certificates“ um.',
      'R3 in Renew root certificates umbenennen',
      'R3 heißt jetzt Renew root certificates',
      'R3 heisst jetzt Renew root certificates',
      'Titel von R3 ändern in Renew root certificates',
    ],
  ),
  ...rows(
    renamed('A3 is done, not open (DNS)'),
    ['rename R3 to A3 is done, not open (DNS)'],
    ['R3 umbenennen in A3 is done, not open (DNS)'],
  ),
  ...rows(renamed('Replace "root" CA'), ['rename R3 to Replace "root" CA'], ['R3 umbenennen in Replace "root" CA']),
  ...rows(form('item.rename', 'R3'), ['rename R3', 'Could you rename R3?'], ['R3 umbenennen', 'R3 bitte umbenennen']),
  ...rows(unclear([], { unknownCode: 'R9' }), ['rename R9 to X'], ['R9 umbenennen in X']),
  ...rows(unclear(['R3']), ["don't rename R3 to X"], ['R3 nicht umbenennen']),
  ...rows(unclear(['R3', 'A3']), ['rename R3 and A3'], ['R3 und A3 umbenennen']),
];

const remove: Row[] = [
  ...rows(
    removed,
    [
      'remove R3',
      'delete R3',
      'Please remove R3',
      'Could you delete R3?',
      'remove R3 because nobody needs it',
      'remove Replace root CA',
    ],
    [
      'R3 löschen',
      'R3 loeschen',
      'R3 entfernen',
      'streiche R3',
      'Bitte R3 entfernen',
      'Lösche bitte R3',
      'Löschen Sie bitte R3',
    ],
  ),
  ...rows(
    act({ type: 'UnblockItem', item: 'A6' }),
    ['remove the block of A6', 'remove the block from A6'],
    ['entferne die Blockade von A6', 'Blockade von A6 entfernen'],
  ),
  ...rows(
    act({ type: 'ExcludeItem', item: 'A2', reason: 'no need' }),
    ['A2 not applicable: no need'],
    ['A2 streichen: no need', 'A2 gestrichen, weil no need'],
  ),
  ...rows(
    unclear(['R3']),
    ["don't remove R3", 'remove Ben Carter from R3', 'remove R3 from my list', 'R3 was removed'],
    ['R3 nicht löschen', 'entferne Ben Carter von R3'],
  ),
  ...rows(unclear(), ['remove everything'], ['alles löschen']),
  ...rows(showItem('R3'), ['should we remove R3?', 'remove R3?'], ['Sollen wir R3 löschen?', 'R3 löschen?']),
  ...rows(
    choice(['A2', 'E1'], (item) => act({ type: 'RemoveItem', item })),
    ['remove screen sharing'],
    ['Bildschirmfreigabe löschen'],
  ),
];

const neighbours: Row[] = [
  ...rows(done('A3'), ['finish A3', 'close A3', 'complete A3'], ['A3 abschließen', 'schließe A3 ab']),
  ...rows(act({ type: 'TakeItem', item: 'A3' }), ['take over A3'], ['A3 übernehmen']),
  ...rows(act({ type: 'ReopenItem', item: 'A3' }), ['undo done A3', 'reopen A3'], ['A3 wieder öffnen']),
  ...rows(done('I2'), ['kick-off meeting done'], ['Kick-off-Termin erledigt']),
  ...rows(showItem('I2'), ['kick-off meeting'], ['Kick-off-Termin']),
  ...rows(show('left'), ["what's left"], ['was ist offen']),
];

describe.each([
  ['release', release],
  ['due day', schedule],
  ['move', move],
  ['note', note],
  ['rename', rename],
  ['remove', remove],
  ['what sounds alike', neighbours],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text, withStep)).toEqual(expected);
  });
});
