import type { Request } from '../../../src/application/request';
import type { Language } from '../../../src/engagement/index';
import { askedOf, ben, choice, meaning, noted, section, show, showItem, showWhich, unclear } from './hearing';
import type { Row } from './rows';

/** The overview itself, to stand where the talk is. */
const anew: Request = { type: 'show', what: 'overview', anew: true };

const left: Row[] = (
  [
    ['en', "what's left"],
    ['en', 'Can you tell me what is left?'],
    ['de', 'Kannst du mir sagen, was noch offen ist?'],
    ['en', 'What is left?'],
    ['en', 'whats left'],
    ['en', 'What’s left to do?'],
    ['en', 'left to do'],
    ['en', 'remaining'],
    ['en', 'still open'],
    ['en', 'open items'],
    ['en', 'show me the open items please'],
    ['en', 'which items are still open?'],
    ['en', 'to do'],
    ['en', 'todo list'],
    ['en', 'outstanding'],
    ['en', "what's missing?"],
    ['en', 'what is still outstanding'],
    ['en', 'What do we still have to do?'],
    ['en', 'hi, what’s left overall?'],
    ['en', 'how many items are open'],
    ['de', 'was ist offen'],
    ['de', 'Was ist noch offen?'],
    ['de', 'was fehlt noch'],
    ['de', 'Was fehlt?'],
    ['de', 'was bleibt'],
    ['de', 'was bleibt noch zu tun?'],
    ['de', 'offene Punkte'],
    ['de', 'zeig mir bitte mal die offenen Punkte'],
    ['de', 'OPL'],
    ['de', 'LOP'],
    ['de', 'noch zu tun'],
    ['de', 'ToDos'],
    ['de', 'To-Dos'],
    ['de', 'was steht noch aus?'],
    ['de', 'Was müssen wir noch machen?'],
    ['de', 'was ist noch nicht erledigt?'],
    ['de', 'Welche Punkte sind noch offen?'],
    ['de', 'Was ist insgesamt noch offen?'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, show('left')]);

const leftInSection: Row[] = [
  ['en', "what's left in Assess?", section('assess', 'open')],
  ['en', 'What is left to do in the remediation phase?', section('remediate', 'open')],
  ['en', 'open items Enable', section('enable', 'open')],
  ['en', 'what is still open in General', section('general', 'open')],
  ['en', "what's left in the Analysephase", section('assess', 'open')],
  ['en', "what's left in phase 2", section('assess', 'open')],
  ['de', 'was ist in der Analysephase noch offen?', section('assess', 'open')],
  ['de', 'Was fehlt noch in der Analyse', section('assess', 'open')],
  ['de', 'offene Punkte Korrektur', section('remediate', 'open')],
  ['de', 'offene Punkte der Bereinigungsphase', section('remediate', 'open')],
  ['de', 'was steht in der Aktivierung noch aus?', section('enable', 'open')],
  ['de', 'Was ist bei Initiate noch offen?', section('initiate', 'open')],
  ['de', 'Was ist unter Allgemeines offen?', section('general', 'open')],
  ['de', 'was bleibt in der Einleitungsphase', section('initiate', 'open')],
];

const leftForSomebody: Row[] = [
  ['en', "what's left for Ben Carter?", showWhich({ which: 'open', person: ben.id })],
  ['de', 'Was hat Ben Carter noch offen?', showWhich({ which: 'open', person: ben.id })],
];

const sections: Row[] = [
  ['en', 'show Assess', section('assess')],
  ['en', 'Show me the Assess phase, please.', section('assess')],
  ['en', 'Assess', section('assess')],
  ['en', 'show General', section('general')],
  ['en', 'show all items in Remediate', section('remediate')],
  ['en', 'general responsibilities', section('general')],
  ['en', 'status of Enable', section('enable')],
  ['de', 'zeig die Analysephase', section('assess')],
  ['de', 'Zeige mir bitte die Bewertungsphase', section('assess')],
  ['de', 'Kannst du mir mal die Korrekturphase zeigen?', section('remediate')],
  ['de', 'Allgemein', section('general')],
  ['de', 'Allgemeine Zuständigkeiten', section('general')],
  ['de', 'Behebung', section('remediate')],
  ['de', 'Initiierung', section('initiate')],
  ['de', 'Stand Aktivierungsphase', section('enable')],
  ['de', 'zeig Analysephse', section('assess')],
];

const overview: Row[] = (
  [
    ['en', 'overview'],
    ['en', 'Status?'],
    ['en', 'show overview'],
    ['en', 'show me the current status'],
    ['en', "what's the status?"],
    ['en', 'where do we stand?'],
    ['en', 'how far are we'],
    ['en', 'show everything'],
    ['en', 'overveiw'],
    ['de', 'Übersicht'],
    ['de', 'uebersicht'],
    ['de', 'Stand'],
    ['de', 'wie ist der Stand?'],
    ['de', 'Wie ist der aktuelle Stand'],
    ['de', 'zeig mir die Übersicht'],
    ['de', 'Wo stehen wir?'],
    ['de', 'wie weit sind wir'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, /overview|bersicht/i.test(text) ? anew : show('overview')]);

const text: Row[] = (
  [
    ['en', 'status as text'],
    ['en', 'Status in plain text, please'],
    ['en', 'overview as text'],
    ['en', 'text for my notes'],
    ['en', 'give me the status as plain text'],
    ['en', 'copyable status'],
    ['en', 'status to copy and paste'],
    ['en', 'copy the status'],
    ['en', 'everything as text'],
    ['en', 'plain text'],
    ['en', 'overveiw as text'],
    ['en', 'status of Assess as text'],
    ['de', 'Status als Text'],
    ['de', 'Übersicht als Text'],
    ['de', 'Uebersicht als Text'],
    ['de', 'Stand als Text'],
    ['de', 'Gib mir bitte den Stand als Text'],
    ['de', 'Status zum Kopieren'],
    ['de', 'Status in Textform'],
    ['de', 'Text für meine Notizen'],
    ['de', 'kopierbare Übersicht'],
    ['de', 'Überblick als Klartext'],
    ['de', 'Kannst du mir den Status als Text geben?'],
  ] as [Language, string][]
).map(([language, said]) => [language, said, show('text')]);

const notText: Row[] = [
  ['en', 'status', show('overview')],
  ['en', 'text', unclear()],
  ['en', 'status as a table', unclear()],
  ['en', 'status of A3 as text', unclear(['A3'])],
  ['en', 'status as text for Ben Carter', unclear()],
  ['de', 'Stand', show('overview')],
  ['de', 'Status als Tabelle', unclear()],
  ['de', 'Status nicht als Text', unclear()],
  ['de', 'A3 Notiz: als Text', noted('A3', 'als Text')],
];

const mine: Row[] = (
  [
    ['en', 'my items'],
    ['en', 'which items do I have?'],
    ['de', 'Welche Punkte habe ich noch?'],
    ['en', 'show my open items'],
    ['en', "what's mine?"],
    ['en', 'what do I have to do'],
    ['en', 'What should I do?'],
    ['en', "what's left for me?"],
    ['en', 'my tasks please'],
    ['en', 'mine'],
    ['de', 'meine Punkte'],
    ['de', 'zeig meine offenen Punkte'],
    ['de', 'was muss ich tun?'],
    ['de', 'Was muss ich noch erledigen?'],
    ['de', 'was habe ich offen'],
    ['de', 'Was habe ich noch offen?'],
    ['de', 'meine Aufgaben'],
    ['de', 'was ist für mich noch offen?'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, show('mine')]);

const help: Row[] = (
  [
    ['en', 'help'],
    ['en', 'Help!'],
    ['en', 'what can I say?'],
    ['en', 'what can you do'],
    ['en', '?'],
    ['en', '???'],
    ['en', 'how does this work?'],
    ['de', 'Hilfe'],
    ['de', 'Was kannst du?'],
    ['de', 'was kann ich sagen'],
    ['de', 'Was kann man sagen?'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, show('help')]);

const greetings: Row[] = (
  [
    ['en', 'hi'],
    ['en', 'Hello!'],
    ['en', 'hello Lotse'],
    ['de', 'hallo'],
    ['de', 'Moin'],
    ['de', 'Guten Morgen!'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, { type: 'greeting' }]);

const thanked: Row[] = (
  [
    ['en', 'thanks'],
    ['en', 'thank you'],
    ['en', 'thanks a lot!'],
    ['de', 'danke'],
    ['de', 'vielen Dank'],
  ] as [Language, string][]
).map(([language, text]) => [language, text, { type: 'greeting', thanks: true }]);

const singleItems: Row[] = [
  ['en', 'show A3', showItem('A3')],
  ['en', 'A3', showItem('A3')],
  ['en', 'a 3', showItem('A3')],
  ['en', 'A-3?', showItem('A3')],
  ['en', 'what is A3?', showItem('A3')],
  ['en', "What's A3 about?", showItem('A3')],
  ['en', 'open A3', showItem('A3')],
  ['en', 'status of A3', showItem('A3')],
  ['en', 'details for directory sync', showItem('E3')],
  ['en', 'show support plan', showItem('A6')],
  ['en', 'support plan', showItem('A6')],
  ['en', 'who has A3?', askedOf('A3', 'owner')],
  ['en', 'when is A3 due?', askedOf('A3', 'due')],
  ['en', 'show A3 details', showItem('A3')],
  ['de', 'was ist A3?', showItem('A3')],
  ['de', 'zeig A3', showItem('A3')],
  ['de', 'Bitte A3 anzeigen', showItem('A3')],
  ['de', 'Details zur Maßnahmenliste', showItem('A3')],
  ['de', 'zeig Massnahmenliste', showItem('A3')],
  ['de', 'Was bedeutet E3?', showItem('E3')],
  ['de', 'wer macht A3?', askedOf('A3', 'owner')],
  ['de', 'Wann ist A3 fällig?', askedOf('A3', 'due')],
  ['de', 'Beteiligte benennen', showItem('A1')],
  ['en', 'show A3 and A5', choice(['A3', 'A5'], showItem)],
  ['en', 'screen sharing', choice(['A2', 'E1'], showItem)],
  ['en', 'show A9', unclear([], { unknownCode: 'A9' })],
  ['en', 'A9', unclear([], { unknownCode: 'A9' })],
];

const notUnderstood: Row[] = [
  ['en', '', unclear()],
  ['en', '👍', unclear()],
  ['en', 'the weather is nice today', unclear()],
  ['en', 'lorem ipsum dolor sit amet', unclear()],
  ['en', 'A3 Friday', unclear(['A3'], { day: '2026-12-04' })],
  ['en', 'A3 is still open', unclear(['A3'])],
  ['de', 'A3 Ben Carter', unclear(['A3'])],
  ['de', 'A3 ist noch offen', unclear(['A3'])],
  ['de', 'Mein Hund heißt Rex', unclear()],
  ['de', 'Das ist so ok', unclear()],
];

describe.each([
  ['what is left', left],
  ['what is left in a section', leftInSection],
  ['what is left for somebody', leftForSomebody],
  ['a section', sections],
  ['the overview', overview],
  ['plain text', text],
  ['no plain text', notText],
  ['my items', mine],
  ['help', help],
  ['a greeting', greetings],
  ['thanks', thanked],
  ['an item', singleItems],
  ['nothing, or only a part', notUnderstood],
])('%s', (_, rows) => {
  test.each(rows)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});
