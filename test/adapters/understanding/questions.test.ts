import type { Condition } from '../../../src/application/request';
import { anna, askedOf, ben, confirmationsOf, meaning, section, show, showItem, showWhich, unclear } from './hearing';
import { type Row, rows } from './rows';

const which = (named: Condition, en: readonly string[], de: readonly string[]): Row[] =>
  rows(showWhich({ which: named }), en, de);

const conditions: Row[] = [
  ...which(
    'complete',
    ["what's done already?", 'which items are complete', 'completed items', 'how many items are done?'],
    ['Was ist schon erledigt?', 'welche Punkte sind abgehakt', 'erledigte Punkte'],
  ),
  ...which(
    'deferred',
    ['what is deferred at the moment?', 'show deferred items', 'anything postponed?'],
    ['Was liegt auf Wiedervorlage?', 'zurückgestellte Punkte', 'Gibt es Wiedervorlagen?'],
  ),
  ...which(
    'excluded',
    ['which items are not applicable?', 'list everything that was excluded'],
    ['Welche Punkte entfallen?', 'Was trifft nicht zu?'],
  ),
  ...which('blocked', ['what is blocked right now', 'blockers?'], ['Was ist gerade blockiert?', 'Wo klemmt es?']),
  ...which(
    'overdue',
    ['overdue', "what's late?", 'which open items are overdue?'],
    ['überfällig', 'was ist ueberfaellig', 'Welche offenen Punkte sind überfällig?'],
  ),
  ...which(
    'unassigned',
    ['which items have no owner yet?', 'unassigned items'],
    ['Für welche Punkte ist niemand zuständig?', 'Punkte ohne Zuständige'],
  ),
  ...which(
    'unacknowledged',
    ["what hasn't been acknowledged yet?"],
    ['Was wurde noch nicht zur Kenntnis genommen?', 'was muss ich noch zur kenntnis nehmen'],
  ),
];

const narrowed: Row[] = [
  ...rows(
    showWhich({ which: 'blocked', section: 'remediate' }),
    ['anything blocked in Remediate?'],
    ['blockierte punkte korrekturphase?'],
  ),
  ...rows(
    showWhich({ which: 'overdue', person: ben.id }),
    ['does Ben have anything overdue?'],
    ['Hat Ben überfällige Punkte?'],
  ),
  ...rows(
    showWhich({ which: 'open', section: 'assess', person: anna.id }),
    ['what do I still have open in Assess?'],
    ['Was habe ich in der Analyse noch offen?'],
  ),
  ...rows(show('left'), ['what is open today?'], ['Was ist heute noch offen?']),
  ...rows(section('assess', 'open'), ["what's left in Assess?"], ['Was fehlt noch in der Analyse']),
  ...rows(
    showWhich({ which: 'due', from: '2026-11-30', to: '2026-12-06' }),
    ['what is due this week?', 'open items due this week', 'what is open this week?'],
    ['Was ist diese Woche fällig?', 'offene Punkte diese Woche'],
  ),
  ...rows(
    showWhich({ which: 'due', from: '2026-12-01', to: '2026-12-31' }),
    ["what's due in December?"],
    ['was wird im Dezember fällig'],
  ),
  ...rows(showWhich({ which: 'due', to: '2026-12-04' }), ["what's due by Friday?"], ['Was ist bis Freitag fällig?']),
  ...rows(
    showWhich({ which: 'due', from: '2026-11-30', to: '2026-12-14' }),
    ["what's due in the next two weeks?"],
    ['Was ist in den nächsten zwei Wochen fällig?'],
  ),
  ...rows(
    showWhich({ which: 'due', person: ben.id, from: '2026-12-07', to: '2026-12-13' }),
    ["what's due next week for Ben?"],
    ['Was ist für Ben nächste Woche fällig?'],
  ),
];

const wholes: Row[] = [
  ...rows(
    show('next'),
    ["what's next?", 'so what should we do next'],
    ['Was kommt als Nächstes?', 'nächste Schritte?'],
  ),
  ...rows(
    show('gate'),
    ["what's stopping us from moving on?", 'what is missing for the next phase?', "why can't we move on?"],
    ['Was hindert uns am Weitergehen?', 'Was fehlt noch, damit wir in die nächste Phase können?', 'Was hält uns auf?'],
  ),
  ...rows(
    show('confirmations'),
    ['who still has to confirm?', 'who needs to approve?', 'which approvals are missing?', 'has everyone confirmed?'],
    ['Wer muss noch bestätigen?', 'Wer hat noch nicht bestätigt?', 'Welche Freigaben fehlen?'],
  ),
  ...rows(
    confirmationsOf('remediate'),
    ['who still needs to sign off Remediate?', 'is Remediate confirmed?'],
    ['Welche Bestätigungen fehlen noch für die Korrekturphase?', 'Ist die Korrekturphase freigegeben?'],
  ),
  ...rows(
    show('checkpoints'),
    ['Checkpoint?', 'is there a checkpoint this week?'],
    ['Jour fixe?', 'Ist diese Woche Jour fixe?'],
  ),
];

const facts: Row[] = [
  ...rows(
    askedOf('A6', 'owner'),
    ['who is responsible for the support plan?', "who's got the support plan", 'whose is A6?', 'A6 owner?'],
    ['Wer hat den Hut auf beim Supportplan?', 'Wessen Punkt ist A6?', 'A6 Zuständiger?'],
  ),
  ...rows(
    askedOf('A6', 'due'),
    ['when is the support plan due?', 'until when does A6 have to be done?', "when's A6 due"],
    ['Wann ist der Supportplan fällig?', 'bis wann muss der Supportplan erledigt sein'],
  ),
  // Asked is something else.
  ...rows(showItem('A6'), ['who has not acknowledged A6?'], ['Wer hat A6 noch nicht gesehen?']),
  ...rows(show('overview'), ['who is project lead?'], ['Wer hat die Projektleitung?']),
];

const statements: Row[] = rows(
  unclear(),
  ['everything is done', "we're done!", 'items done', 'not confirmed yet', 'what is open and done?'],
  ['alles erledigt', 'Punkte erledigt', 'noch nicht bestätigt'],
);

describe.each([
  ['how items stand', conditions],
  ['where, whose and when', narrowed],
  ['the whole', wholes],
  ['one item', facts],
  ['statements, and two questions at once', statements],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text, { people: [anna, ben] })).toEqual(expected);
  });
});
