import type { Request } from '../../../src/application/request';
import type { Day, Phase } from '../../../src/engagement/index';
import { act, meaning, otherForm, section, show, unclear } from './hearing';
import { type Row, rows } from './rows';

const confirmed = (phase?: Phase): Request => act({ type: 'ConfirmResults', ...(phase && { phase }) });
const recorded = (name: string, on: Day, phase?: Phase): Request =>
  act({ type: 'RecordConfirmation', ...(phase && { phase }), name, on });
const withdrawn = (phase?: Phase): Request => act({ type: 'WithdrawConfirmation', ...(phase && { phase }) });
const advanced = (phase?: Phase, reason?: string): Request =>
  act({ type: 'AdvancePhase', ...(phase && { phase }), ...(reason && { reason }) });
const returned = (phase?: Phase, reason?: string): Request =>
  act({ type: 'ReturnToPhase', ...(phase && { phase }), ...(reason && { reason }) });

const confirm: Row[] = [
  ...rows(
    confirmed(),
    [
      'confirm results',
      'Please confirm the results.',
      'I approve the results',
      'we sign off the results',
      'We hereby confirm the results',
      'confirm the joint check',
      'cofnirm the results',
      'Could you confirm the results?',
    ],
    [
      'Ergebnis bestätigen',
      'Ergebnisse bestätigen',
      'Ergebnisse bestaetigen',
      'ich bestätige das Ergebnis',
      'Hiermit bestätigen wir die Ergebnisse',
      'gemeinsame Prüfung bestätigen',
      'Bitte die Ergebnisse freigeben',
      'Können Sie bitte die Ergebnisse bestätigen?',
    ],
  ),
  ...rows(
    confirmed('remediate'),
    [
      'confirm the results of Remediate',
      'confirm Remediate',
      'we sign off Remediate',
      'sign off on the remediation phase',
      'sign Remediate off',
      'approve Remediate',
      'I approve the results of the Remediate phase',
    ],
    [
      'Ergebnisse der Korrekturphase bestätigen',
      'Korrekturphase freigeben',
      'ich bestätige die Korrekturphase',
      'Bitte bestätigen Sie die Korrekturphase',
      'Korrekturphase unterschreiben',
      'ich gebe die Korrekturphase frei',
      'Wir bestätigen die Ergebnisse der Bereinigung',
    ],
  ),
  ...rows(
    unclear(),
    [
      'not confirmed yet',
      "don't confirm the results",
      'confirm',
      'the results',
      'should I confirm the results?',
      'confirm the results?',
      'I will confirm the results tomorrow',
      'confirm General',
      'yes',
    ],
    [
      'noch nicht bestätigt',
      'Ergebnisse nicht bestätigen',
      'bestätigen',
      'Ergebnisse',
      'Soll ich die Ergebnisse bestätigen?',
      'Ergebnisse bestätigen?',
      'Ich werde die Ergebnisse morgen bestätigen',
      'ja',
    ],
  ),
  ...rows(unclear(['A3']), ['approve A3', 'sign off A3'], ['A3 bestätigen']),
];

const record: Row[] = [
  ...rows(
    recorded('Ben Carter', '2026-01-12'),
    [
      'Ben Carter confirmed for FastTrack on 12 Jan',
      '@Ben Carter has confirmed the results for FastTrack on 12 January',
      "record FastTrack's confirmation: Ben Carter, 12 Jan",
      'record the FastTrack confirmation by Ben Carter on 12 Jan',
      'On 12 Jan Ben Carter confirmed for FastTrack',
      'Ben Carter confirmed for Fast Track on 12 Jan 2026',
    ],
    [
      'FastTrack-Bestätigung eintragen: Ben Carter, 12.01.',
      'Ben Carter hat am 12.01. für FastTrack bestätigt',
      'Ben Carter hat für FastTrack am 12. Januar bestätigt',
      'Für FastTrack hat Ben Carter am 12.01.2026 bestätigt',
      'Bitte die Bestätigung von FastTrack eintragen: Ben Carter, 12.01.',
      'Am 12.01. hat Ben Carter für FastTrack bestätigt',
    ],
  ),
  ...rows(
    recorded('Robert Müller', '2026-11-29'),
    ['Robert Müller confirmed for FastTrack yesterday', 'record FastTrack’s confirmation: Robert Müller, yesterday'],
    ['Robert Müller hat gestern für FastTrack bestätigt', 'FastTrack-Bestätigung: Robert Müller, gestern'],
  ),
  ...rows(
    recorded('Robert Müller', '2026-11-27'),
    ['Robert Müller confirmed for FastTrack on Friday', 'Robert Müller confirmed for FastTrack last Friday'],
    [
      'Robert Müller hat am Freitag für FastTrack bestätigt',
      'Robert Müller hat letzten Freitag für FastTrack bestätigt',
    ],
  ),
  ...rows(
    recorded('Ben Carter', '2026-11-30'),
    ['Ben Carter confirmed for FastTrack today', 'Ben Carter confirmed for FastTrack on 30 Nov'],
    ['Ben Carter hat heute für FastTrack bestätigt', 'Ben Carter hat am 30.11. für FastTrack bestätigt'],
  ),
  ...rows(
    recorded('Ben Carter', '2026-01-12', 'remediate'),
    ['Ben Carter confirmed Remediate for FastTrack on 12 Jan'],
    ['Ben Carter hat die Korrekturphase am 12.01. für FastTrack bestätigt'],
  ),
  ...rows(
    recorded('Ben Carter', '2024-02-29'),
    ['Ben Carter confirmed for FastTrack on 29 Feb 2024'],
    ['Ben Carter hat am 29.02.2024 für FastTrack bestätigt'],
  ),
  ...rows(
    otherForm('phase.confirm', { name: 'Ben Carter' }),
    [
      'Ben Carter confirmed for FastTrack',
      'Ben Carter confirmed for FastTrack on 12 Jan 2027',
      'Ben Carter confirmed for FastTrack on 12.01.27',
      'record FastTrack’s confirmation: Ben Carter',
    ],
    [
      'Ben Carter hat für FastTrack bestätigt',
      'Ben Carter hat am 12.01.2027 für FastTrack bestätigt',
      'FastTrack-Bestätigung eintragen: Ben Carter',
    ],
  ),
  ...rows(
    otherForm('phase.confirm', { on: '2026-01-12' }),
    ['FastTrack confirmed on 12 Jan', 'she has confirmed for FastTrack on 12 Jan'],
    ['FastTrack hat am 12.01. bestätigt', 'sie hat am 12.01. für FastTrack bestätigt'],
  ),
  ...rows(
    otherForm('phase.confirm'),
    [
      "record FastTrack's confirmation",
      'FastTrack has confirmed',
      'record a confirmation given in the meeting',
      'confirm the results for FastTrack',
    ],
    [
      'FastTrack-Bestätigung eintragen',
      'FastTrack hat bestätigt',
      'im Termin erteilte Bestätigung eintragen',
      'Ich bestätige die Ergebnisse für FastTrack',
    ],
  ),
  ...rows(
    unclear(),
    [
      'Ben Carter has not confirmed for FastTrack',
      'Has Ben Carter confirmed for FastTrack?',
      'Ben Carter will confirm for FastTrack on 12 Jan',
    ],
    [
      'Ben Carter hat noch nicht für FastTrack bestätigt',
      'Hat Ben Carter für FastTrack bestätigt?',
      'Ben Carter wird am 12.01. für FastTrack bestätigen',
    ],
  ),
];

const withdraw: Row[] = [
  ...rows(
    withdrawn(),
    [
      'withdraw my confirmation',
      'withdraw the confirmation',
      'take back my confirmation',
      'I withdraw my approval',
      'take my confirmation back',
      'withdraw my confirmation because DNS is broken',
    ],
    [
      'Bestätigung zurückziehen',
      'Bestaetigung zurueckziehen',
      'ich ziehe meine Bestätigung zurück',
      'Bitte meine Bestätigung zurücknehmen',
      'Ich nehme meine Bestätigung zurück',
    ],
  ),
  ...rows(
    withdrawn('remediate'),
    ['withdraw my confirmation of Remediate'],
    ['Bestätigung der Korrekturphase zurückziehen'],
  ),
  ...rows(
    unclear(),
    ["don't withdraw my confirmation", 'withdraw'],
    ['Bestätigung nicht zurückziehen', 'zurückziehen'],
  ),
];

const advance: Row[] = [
  ...rows(
    advanced(),
    [
      'move on',
      "Let's move on",
      'next phase',
      'go on to the next phase',
      'please move on to the next phase',
      'proceed',
      'finish this phase',
    ],
    [
      'weiter',
      'Wir gehen weiter zur nächsten Phase',
      'weiter zur nächsten Phase',
      'nächste Phase',
      'in die nächste Phase wechseln',
      'Bitte weiter',
      'aktuelle Phase abschließen',
    ],
  ),
  ...rows(
    advanced('assess'),
    [
      'move on to Remediate',
      'leave Assess',
      'move on from Assess',
      'move on from Assess to Remediate',
      'close Assess',
      'start Remediate',
      "Let's move on to the Remediate phase",
    ],
    [
      'weiter in die Korrekturphase',
      'weiter zur Korrekturphase',
      'Analysephase verlassen',
      'Analysephase abschließen',
      'Korrekturphase starten',
      'Wir gehen in die Korrekturphase',
      'schließe die Analysephase ab',
    ],
  ),
  ...rows(advanced('initiate'), ['move on to Assess'], ['weiter zur Analyse']),
  ...rows(
    advanced(undefined, 'the vendor is late'),
    [
      'move on anyway because the vendor is late',
      'move on anyway, the vendor is late',
      'move on because the vendor is late',
      'override: the vendor is late',
    ],
    [
      'trotzdem weiter, weil the vendor is late',
      'trotzdem weiter: the vendor is late',
      'weiter, weil the vendor is late',
    ],
  ),
  ...rows(
    advanced('assess', 'A3 is not needed?'),
    ['move on to Remediate anyway because A3 is not needed?'],
    ['trotzdem weiter in die Korrekturphase, weil A3 is not needed?'],
  ).map(([language, text]): Row => [language, text.slice(0, -1), advanced('assess', 'A3 is not needed')]),
  ...rows(
    otherForm('phase.advance'),
    ['move on anyway', 'anyway, move on'],
    ['trotzdem weiter', 'dennoch weitergehen'],
  ),
  ...rows(
    otherForm('phase.advance', {}, { phase: 'assess' }),
    ['move on to Remediate anyway'],
    ['trotzdem weiter in die Korrekturphase'],
  ),
  ...rows(
    show('gate'),
    ['should we move on?', 'can we move on?', 'can we move on to Remediate?', 'are we ready to move on?'],
    [
      'können wir weiter?',
      'Sollen wir weitergehen?',
      'Können wir in die Korrekturphase gehen?',
      'Was fehlt noch zum Weitergehen?',
    ],
  ),
  ...rows(
    unclear(),
    [
      "don't move on",
      'we should move on',
      'move on to Initiate',
      'move on from Assess to Enable',
      'move on?',
      'complete Assess',
      'keep moving',
    ],
    [
      'nicht weiter',
      'wir sollten weitergehen',
      'weiter in die Einleitungsphase',
      'weiter so!',
      'weiter?',
      'und so weiter',
    ],
  ),
  ...rows(
    unclear(['A3']),
    ['move on when A3 is done', 'leave A3', 'go on with A3'],
    ['weiter, A3 ist erledigt', 'weiter mit A3'],
  ),
  ...rows(section('remediate'), ['show Remediate', 'Remediate'], ['zeig die Korrekturphase', 'Korrekturphase']),
];

const stepBack: Row[] = [
  ...rows(
    returned(),
    ['step back', 'go back to the previous phase', 'back to the previous phase', 'one phase back'],
    ['zurück zur vorigen Phase', 'eine Phase zurück', 'Wir gehen eine Phase zurück', 'zurück in die vorherige Phase'],
  ),
  ...rows(
    returned('assess'),
    [
      'go back to Assess',
      'back to Assess',
      'step back to the Assess phase',
      'return to Assess',
      'reopen Assess',
      'back to Asess',
    ],
    [
      'zurück zur Analysephase',
      'zurueck zur Analyse',
      'Bitte zurück in die Analysephase',
      'Wir gehen zurück zur Analysephase',
      'Analysephase wieder öffnen',
    ],
  ),
  ...rows(
    returned('assess', 'A3 is open again'),
    ['back to Assess because A3 is open again', 'step back to Assess: A3 is open again'],
    ['zurück zur Analysephase, weil A3 is open again', 'zurück zur Analysephase: A3 is open again'],
  ),
  ...rows(returned(undefined, 'DNS fails'), ['step back because DNS fails'], ['eine Phase zurück, weil DNS fails']),
  ...rows(
    unclear(),
    ['back', "don't go back to Assess", 'should we go back to Assess?', 'back to General'],
    ['zurück', 'nicht zurück zur Analysephase', 'Sollen wir zurück zur Analysephase?'],
  ),
];

describe.each([
  ['confirm the results', confirm],
  ['record a confirmation', record],
  ['withdraw a confirmation', withdraw],
  ['move on', advance],
  ['step back', stepBack],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});
