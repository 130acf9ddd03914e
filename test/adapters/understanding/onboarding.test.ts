import type { Request } from '../../../src/application/request';
import type { Configuration } from '../../../src/engagement/index';
import { act, form, meaning, otherForm, unclear } from './hearing';
import { type Row, rows } from './rows';

const configured = (to: Configuration): Request => act({ type: 'ConfigureEngagement', ...to });
const paused = (until?: string): Request => act({ type: 'PauseEngagement', ...(until && { until }) });
const asks = (type: 'FinishEngagement' | 'DiscardEngagement'): Request => ({ type: 'confirm', wish: { type } });
const cancelled = (reason: string): Request => act({ type: 'CancelEngagement', reason });
const settings = otherForm('engagement.configure');

const configure: Row[] = [
  ...rows(
    configured({ customer: 'Fabrikam' }),
    [
      'rename the onboarding to Fabrikam',
      'Please rename the onboarding to Fabrikam.',
      'call the onboarding Fabrikam',
      'the customer is called Fabrikam',
      'rename the customer to “Fabrikam”',
      "the customer's name is Fabrikam",
      'rename the onboarding to Fabrikam, please',
    ],
    [
      'Onboarding umbenennen in Fabrikam',
      'Bitte das Onboarding in Fabrikam umbenennen',
      'der Kunde heißt Fabrikam',
      'Der Kunde heisst jetzt Fabrikam.',
      'benenne das Onboarding in Fabrikam um',
      'nenne das Onboarding „Fabrikam“',
    ],
  ),
  ...rows(
    configured({ customer: 'Müller & Söhne (Wien)' }),
    ['rename the onboarding to Müller & Söhne (Wien)'],
    ['der Kunde heißt Müller & Söhne (Wien)'],
  ),
  ...rows(
    configured({ language: 'de' }),
    [
      'language German',
      'posts in German please',
      'switch to German',
      'set the language to German',
      'Could you switch to German?',
    ],
    [
      'Sprache Deutsch',
      'Beiträge auf Deutsch',
      'Beitraege auf Deutsch',
      'Bitte auf Deutsch umstellen',
      'Sprache auf Deutsch umstellen',
      'stelle die Sprache auf Deutsch um',
    ],
  ),
  ...rows(
    configured({ language: 'en' }),
    ['language English', 'switch to English'],
    ['Sprache Englisch', 'Beiträge auf Englisch', 'Sprache auf Englisch ändern'],
  ),
  ...rows(
    configured({ timeZone: 'Europe/Vienna' }),
    [
      'time zone Europe/Vienna',
      'time zone Vienna',
      'set the time zone to Vienna',
      'timezone europe/vienna',
      'we are in time zone Vienna',
    ],
    [
      'Zeitzone Europe/Vienna',
      'Zeitzone Wien',
      'Zeitzone auf Wien stellen',
      'Stelle bitte die Zeitzone auf Wien um',
      'Die Zeitzone ist Wien',
    ],
  ),
  ...rows(configured({ timeZone: 'Europe/Zurich' }), ['time zone Zurich'], ['Zeitzone Zürich', 'Zeitzone Zuerich']),
  ...rows(configured({ timeZone: 'Europe/Berlin' }), ['time zone Munich'], ['Zeitzone Berlin', 'Zeitzone München']),
  ...rows(configured({ timeZone: 'America/New_York' }), ['time zone New York'], ['Zeitzone New York']),
  ...rows(
    settings,
    [
      'settings',
      'configure',
      'change the settings',
      'show settings',
      'time zone Atlantis',
      'rename the onboarding',
      'change the language',
    ],
    [
      'Einstellungen',
      'Einstellungen ändern',
      'zeig mir die Einstellungen',
      'Zeitzone Atlantis',
      'Onboarding umbenennen',
      'Sprache ändern',
    ],
  ),
  ...rows(
    unclear(),
    ["don't switch to German", 'should we switch to German?', 'German'],
    ['nicht auf Deutsch umstellen', 'Sollen wir auf Deutsch umstellen?', 'Deutsch', 'Mein Hund heißt Rex'],
  ),
];

const pause: Row[] = [
  ...rows(
    paused('2027-01-11'),
    [
      'pause the onboarding until 11 Jan',
      'pause until 11 Jan',
      'Please pause the onboarding until 11 January.',
      'put the onboarding on hold until 11 Jan',
      'pause the onboarding until 11 Jan because of the holidays',
    ],
    [
      'Onboarding bis 11.01. pausieren',
      'pausiere das Onboarding bis 11.01.',
      'bis 11.01. pausieren',
      'Bitte das Onboarding bis zum 11.01. pausieren',
      'Onboarding pausieren bis 11.01.',
    ],
  ),
  ...rows(paused(), ['pause', 'pause the onboarding'], ['pausieren', 'Onboarding pausieren', 'Pause']),
  ...rows(
    otherForm('engagement.pause'),
    ['pause until 31.02.', 'pause the onboarding until Ben is back'],
    ['Onboarding bis 31.02. pausieren'],
  ),
  ...rows(
    unclear(),
    ["don't pause the onboarding", 'should we pause the onboarding?'],
    ['Onboarding nicht pausieren', 'Sollen wir das Onboarding pausieren?', 'heute Pause'],
  ),
  ...rows(unclear(['A3']), ['pause A3'], ['A3 pausieren']),
  ...rows(
    act({ type: 'ResumeEngagement' }),
    [
      'resume',
      'resume the onboarding',
      'continue the onboarding',
      'please continue the onboarding',
      'go on with the onboarding',
    ],
    [
      'fortsetzen',
      'Onboarding fortsetzen',
      'weitermachen',
      'Bitte das Onboarding fortsetzen',
      'Pause beenden',
      'setze das Onboarding fort',
    ],
  ),
  ...rows(unclear(), ['resume?', "don't resume"], ['fortsetzen?', 'nicht fortsetzen']),
];

const end: Row[] = [
  ...rows(
    asks('FinishEngagement'),
    [
      'finish the onboarding',
      'close the onboarding',
      'finish onboarding',
      'Please complete the onboarding',
      'finish the onboarding?',
    ],
    [
      'Onboarding abschließen',
      'Onboarding abschliessen',
      'Onboarding beenden',
      'Schließen Sie bitte das Onboarding ab',
      'Onboarding abschließen?',
    ],
  ),
  ...rows(
    act({ type: 'FinishEngagement' }),
    ['yes, finish the onboarding', 'Yes, please finish the onboarding'],
    ['ja, Onboarding abschließen', 'Ja, bitte das Onboarding abschließen'],
  ),
  ...rows(asks('FinishEngagement'), ['yes, finish the onboarding?'], ['ja, Onboarding abschließen?']),
  ...rows(
    cancelled('the budget is gone'),
    [
      'cancel the onboarding because the budget is gone',
      'cancel the onboarding: the budget is gone',
      'Please cancel the onboarding, the budget is gone',
    ],
    [
      'Onboarding abbrechen, weil the budget is gone',
      'Onboarding abbrechen: the budget is gone',
      'Brich das Onboarding ab, weil the budget is gone',
    ],
  ),
  ...rows(
    otherForm('engagement.cancel'),
    ['cancel the onboarding', 'abort the onboarding'],
    ['Onboarding abbrechen', 'das Onboarding bitte abbrechen'],
  ),
  ...rows(
    asks('DiscardEngagement'),
    ['discard the onboarding', 'delete the onboarding'],
    ['Onboarding verwerfen', 'Verwirf das Onboarding'],
  ),
  ...rows(act({ type: 'DiscardEngagement' }), ['yes, discard the onboarding'], ['ja, Onboarding verwerfen']),
  ...rows(
    unclear(),
    [
      'cancel',
      "don't cancel the onboarding",
      'should we cancel the onboarding?',
      "don't finish the onboarding",
      'the onboarding is not finished',
      'we will finish the onboarding soon',
      'discard',
      'done',
      'everything is done',
    ],
    [
      'abbrechen',
      'Onboarding nicht abbrechen',
      'Sollen wir das Onboarding abbrechen?',
      'Onboarding noch nicht abschließen',
      'wir werden das Onboarding bald abschließen',
      'verwerfen',
      'alles erledigt',
    ],
  ),
];

const undo: Row[] = [
  ...rows(
    act({ type: 'Undo' }),
    ['undo', 'undo that', 'take that back', 'Please undo that.', 'undo my last change', 'Could you undo that?'],
    [
      'rückgängig',
      'rueckgaengig',
      'das rückgängig machen',
      'nimm das zurück',
      'zurücknehmen',
      'Mach das bitte rückgängig',
      'Machen Sie das bitte wieder rückgängig',
      'letzte Änderung rückgängig machen',
    ],
  ),
  ...rows(
    unclear(),
    ['undo?', "don't undo that", 'can I undo that?'],
    ['rückgängig?', 'nicht rückgängig machen', 'Kann ich das rückgängig machen?'],
  ),
  ...rows(unclear(['A3']), ['undo A3'], ['A3 rückgängig']),
  ...rows(act({ type: 'ReopenItem', item: 'A3' }), ['undo done A3'], ['A3 wieder öffnen']),
  ...rows(form('item.defer', 'A3'), ['defer A3'], ['A3 zurückstellen']),
];

describe.each([
  ['settings', configure],
  ['pause and resume', pause],
  ['finish, cancel, discard', end],
  ['undo', undo],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});
