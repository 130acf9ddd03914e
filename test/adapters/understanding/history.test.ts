import type { HistoryQuestion } from '../../../src/application/request';
import {
  act,
  anna,
  askedOf,
  ben,
  choice,
  done,
  doneWith,
  form,
  heard,
  history,
  meaning,
  noted,
  section,
  show,
  showItem,
  unclear,
  understood,
  withStep,
} from './hearing';
import { type Row, rows } from './rows';
import { record } from './tables';

const asked = (question: HistoryQuestion, en: readonly string[], de: readonly string[]): Row[] =>
  rows(history(question), en, de);
const of = (item: string, did?: HistoryQuestion['did']): HistoryQuestion => ({ item, ...(did && { did }) });

// Today is Monday 30 November 2026.
const today = { since: '2026-11-30', until: '2026-11-30' };
const yesterday = { since: '2026-11-29', until: '2026-11-29' };
const lastWeek = { since: '2026-11-23', until: '2026-11-29' };
const sinceMonday = { since: '2026-11-30' };

const whole: Row[] = [
  ...asked(
    {},
    [
      'history',
      'History?',
      'show the history',
      'show me the full history please',
      'what is the history of the onboarding',
    ],
    [
      'Verlauf',
      'verlauf',
      'Historie',
      'Zeig mir bitte den Verlauf',
      'der gesamte Verlauf des Onboardings',
      'Änderungsverlauf',
    ],
  ),
  ...asked(
    {},
    ['log', 'audit trail', 'change log', 'activity log'],
    ['Logbuch', 'Chronik', 'Aenderungshistorie', 'Audit-Trail'],
  ),
  ...asked(
    {},
    [
      'what happened?',
      "what's new",
      'What has changed?',
      'recent changes',
      'any news?',
      'who did what?',
      'what happened until today?',
    ],
    [
      'Was ist passiert?',
      'Was gibt es Neues?',
      "was gibt's Neues",
      'Was hat sich geändert?',
      'letzte Änderungen',
      'Neuigkeiten',
      'Wer hat was gemacht?',
      'Was ist bis heute passiert?',
    ],
  ),
];

const ofItem: Row[] = [
  ...asked(
    of('A3'),
    [
      'history of A3',
      'A3 history',
      'A3: history',
      'log of A3',
      'audit trail of A3',
      'what happened to A3?',
      "what's new with A3",
      'could you show me the history of A3?',
      'What has been done to A3?',
    ],
    [
      'Verlauf von A3',
      'A3 Verlauf',
      'Historie zu A3',
      'Protokoll von A3',
      'Protokoll zu A3',
      'Was ist mit A3 passiert?',
      'Was gibt es Neues zu A3?',
      'Kannst du mir bitte den Verlauf von A3 zeigen?',
      'Was hat sich bei A3 getan?',
    ],
  ),
  ...asked(
    of('A3'),
    ['who changed A3 last?', 'who last changed A3', 'who moved A3?', 'when was A3 last changed?', 'changes to A3'],
    [
      'Wer hat A3 zuletzt geändert?',
      'Wer hat A3 bearbeitet?',
      'Wer hat A3 verschoben?',
      'Wann wurde A3 zuletzt geändert?',
      'Änderungen an A3',
    ],
  ),
  ...asked(
    of('E3'),
    ['what happened with directory sync?', 'history of the directory synchronization'],
    ['Was ist mit der Verzeichnissynchronisierung passiert?', 'Verlauf der Verzeichnissynchronisierung'],
  ),
  ['en', 'history of A3 and A5', choice(['A3', 'A5'], (code) => history(of(code)))],
  ['en', 'what happened with screen sharing?', choice(['A2', 'E1'], (code) => history(of(code)))],
  ['de', 'Wer hat A3 und A5 zurückgestellt?', choice(['A3', 'A5'], (code) => history(of(code, 'deferred')))],
];

const deedsToItems: Row[] = [
  ...asked(
    of('A3', 'deferred'),
    [
      'who deferred A3?',
      'who has deferred A3',
      'Who postponed A3?',
      'who put A3 off',
      'when was A3 deferred?',
      'why is A3 deferred',
      'why did we defer A3?',
      'do you know who deferred A3?',
      'By whom was A3 deferred?',
    ],
    [
      'Wer hat A3 zurückgestellt?',
      'wer hat A3 vertagt',
      'Wann wurde A3 zurückgestellt?',
      'Warum ist A3 zurückgestellt?',
      'Warum haben wir A3 zurückgestellt?',
      'Können Sie mir sagen, wer A3 zurückgestellt hat?',
      'Von wem wurde A3 zurückgestellt?',
    ],
  ),
  ...asked(
    of('A3', 'completed'),
    [
      'who completed A3',
      'when was A3 done?',
      'who did A3?',
      'who marked A3 as done?',
      'who checked A3 off',
      'who completed A3 and when?',
    ],
    [
      'Wer hat A3 erledigt?',
      'Wann wurde A3 erledigt?',
      'Wer hat A3 gemacht?',
      'Wer hat A3 als erledigt markiert?',
      'Wer hat A3 abgehakt',
      'Wer hat A3 erledigt und wann?',
      'Wer hat A3 wann erledigt?',
    ],
  ),
  ...asked(
    of('A2', 'excluded'),
    ['why was A2 excluded?', 'why is A2 not applicable', 'who marked A2 as not applicable?', "why isn't A2 needed"],
    [
      'Warum entfällt A2?',
      'Wer hat A2 gestrichen?',
      'Warum trifft A2 nicht zu?',
      'Wer hat A2 als nicht zutreffend markiert?',
    ],
  ),
  ...asked(
    of('A2', 'blocked'),
    ['why is A2 blocked?', 'who blocked A2 and why', 'since when is A2 blocked?', 'how long has A2 been blocked'],
    [
      'Warum ist A2 blockiert?',
      'Wer hat A2 blockiert und warum?',
      'Seit wann ist A2 blockiert?',
      'Wie lange ist A2 schon blockiert?',
    ],
  ),
  ...asked(
    of('A2', 'unblocked'),
    ['who unblocked A2', 'who removed the block from A2?'],
    ['Wer hat die Blockade von A2 aufgehoben?', 'wer hat A2 entsperrt'],
  ),
  ...asked(
    of('A3', 'reopened'),
    ['who reopened A3?', 'who opened A3 again'],
    ['Wer hat A3 wieder geöffnet?', 'Warum wurde A3 wieder aufgemacht?'],
  ),
  ...asked(
    of('A3', 'acknowledged'),
    ['who acknowledged A3?', 'who has seen A3'],
    ['Wer hat A3 zur Kenntnis genommen?', 'Wer hat A3 gesehen?'],
  ),
  ...asked(
    of('A3', 'assigned'),
    [
      'who assigned A3?',
      'who took over A3?',
      'who took A3 over',
      'who assigned A3 to Ben Carter?',
      'who gave A3 to Ben Carter',
    ],
    [
      'Wer hat A3 zugewiesen?',
      'Wer hat A3 übernommen?',
      'Wer hat A3 an Ben Carter übergeben?',
      'Wer hat A3 Ben Carter zugewiesen?',
    ],
  ),
  ...asked(
    of('A3', 'released'),
    ['who gave A3 back?', 'who released A3'],
    ['Wer hat A3 abgegeben?', 'wer hat A3 zurückgegeben'],
  ),
  ...asked(
    of('A3', 'scheduled'),
    ['who set the due date of A3?', 'who changed the deadline for A3'],
    ['Wer hat die Frist von A3 geändert?', 'Wer hat A3 terminiert?'],
  ),
  ...asked(
    of('A3', 'noted'),
    ['who commented on A3?', 'notes on A3', 'who added a note to A3'],
    ['Wer hat A3 kommentiert?', 'Notizen zu A3', 'Wer hat eine Notiz zu A3 geschrieben?'],
  ),
  ...asked(of('R2', 'added'), ['who added R2?'], ['Wer hat R2 hinzugefügt?', 'Wer hat R2 angelegt?']),
  ...asked(
    of('R2', 'renamed'),
    ['who renamed R2?', 'who changed the title of R2'],
    ['Wer hat R2 umbenannt?', 'Wer hat den Titel von R2 geändert?'],
  ),
  ...asked(
    of('R2', 'removed'),
    ['who removed R2?', 'who took R2 off the list'],
    ['Wer hat R2 gelöscht?', 'Wer hat R2 von der Liste genommen?'],
  ),
  ...asked(
    { did: 'undone' },
    ['who undid that?', 'what was undone?'],
    ['Wer hat das rückgängig gemacht?', 'Was wurde rückgängig gemacht?'],
  ),
  ...asked(
    { item: 'A3', did: 'completed', person: ben.id },
    ['when did Ben Carter complete A3?'],
    ['Wann hat Ben Carter A3 erledigt?'],
  ),
];

const deedsToAll: Row[] = [
  ...asked(
    { did: 'confirmed' },
    [
      'who confirmed the results?',
      'who approved Remediate',
      'when were the results of Remediate confirmed?',
      'who withdrew the confirmation?',
      'who signed off the results',
      'who confirmed for FastTrack?',
    ],
    [
      'Wer hat die Ergebnisse bestätigt?',
      'Wer hat die Korrekturphase freigegeben?',
      'Wann wurden die Ergebnisse bestätigt?',
      'Wer hat die Bestätigung zurückgezogen?',
      'Wer hat für FastTrack bestätigt?',
    ],
  ),
  ...asked(
    { did: 'movedOn' },
    [
      'who moved us on?',
      'who moved on anyway',
      'when did we move on to Remediate?',
      'why did we move on?',
      'who closed Assess?',
      'when did Remediate start?',
      'since when are we in Assess?',
    ],
    [
      'Wer hat uns weitergeschaltet?',
      'Wer hat die Analysephase abgeschlossen?',
      'Wann sind wir in die Korrekturphase gewechselt?',
      'Wann ging es in die Korrekturphase?',
      'Wann hat die Korrekturphase begonnen?',
      'Seit wann sind wir in der Analysephase?',
    ],
  ),
  ...asked(
    { did: 'steppedBack' },
    ['who stepped back?', 'why did we go back to Assess?', 'who reopened Assess'],
    [
      'Wer ist zurückgegangen?',
      'Warum sind wir wieder in der Analysephase?',
      'Wer hat die Analysephase wieder geöffnet?',
    ],
  ),
  ...asked(
    { did: 'roles' },
    [
      'who made Ben Carter lead?',
      'who made me lead',
      'who changed the roles?',
      'since when is Ben Carter project lead?',
    ],
    [
      'Wer hat Ben Carter zur Projektleitung gemacht?',
      'Wer hat die Rollen geändert?',
      'Seit wann ist Ben Carter Projektleitung?',
    ],
  ),
  ...asked(
    { did: 'life' },
    [
      'who started the onboarding?',
      'why is the onboarding paused?',
      'who changed the language',
      'who renamed the onboarding?',
    ],
    [
      'Wer hat das Onboarding gestartet?',
      'Warum ist das Onboarding pausiert?',
      'Wer hat die Sprache geändert?',
      'Wer hat das Onboarding umbenannt?',
    ],
  ),
  ...asked(
    { did: 'deferred' },
    ['what was deferred?', 'which items were postponed?'],
    ['Was wurde zurückgestellt?', 'Welche Punkte wurden vertagt?'],
  ),
];

const inTime: Row[] = [
  ...asked(
    sinceMonday,
    [
      'what changed since Monday?',
      'Since Monday, what has changed?',
      'changes this week',
      'what has changed since Mon',
      'what did we do this week?',
    ],
    [
      'Was hat sich seit Montag geändert?',
      'Seit Montag: was ist passiert?',
      'Änderungen diese Woche',
      'was ist neu seit Mo',
      'Was haben wir diese Woche gemacht?',
    ],
  ),
  ...asked(
    { since: '2026-11-29' },
    ['what has changed since yesterday', "what's new since yesterday?"],
    ['was gibt es Neues seit gestern', 'Neuigkeiten seit gestern'],
  ),
  ...asked(
    { since: '2026-11-20' },
    ["what's new since 20 Nov", 'changes since 2026-11-20', 'what changed since the 20th'],
    ['Änderungen seit 20.11.', 'Aenderungen seit dem 20. November', 'Was hat sich seit dem 20. geändert?'],
  ),
  ...asked(
    today,
    ['what happened today', 'changes today', 'what happened on Monday?', 'what happened this morning'],
    [
      'Was ist heute passiert?',
      'Änderungen von heute',
      'Was ist am Montag passiert?',
      'Was ist heute Morgen passiert?',
    ],
  ),
  ...asked(
    yesterday,
    ['what happened yesterday?', 'what did the team do yesterday'],
    ['Was ist gestern passiert?', 'Was hat das Team gestern gemacht?'],
  ),
  ...asked(
    lastWeek,
    ['what happened last week', 'changes of last week'],
    ['Was ist letzte Woche passiert?', 'Was ist in der letzten Woche passiert?', 'Änderungen der letzten Woche'],
  ),
  ...asked(
    { ...sinceMonday, did: 'completed' },
    ['what was completed this week?', 'done since Monday', 'which items did we finish this week'],
    ['Was wurde diese Woche erledigt?', 'Erledigt seit Montag', 'Was haben wir diese Woche geschafft?'],
  ),
  ...asked(
    { ...lastWeek, item: 'A3', did: 'deferred' },
    ['who deferred A3 last week?'],
    ['Wer hat A3 letzte Woche zurückgestellt?'],
  ),
];

const byPeople: Row[] = [
  ...asked(
    { person: ben.id, ...sinceMonday },
    [
      'what did Ben Carter do since Monday',
      'what has Ben Carter been up to this week?',
      "Ben Carter's changes since Monday",
      'changes by Ben Carter since Monday',
    ],
    ['Was hat Ben Carter seit Montag gemacht?', 'Änderungen von Ben Carter seit Montag'],
  ),
  ...asked(
    { person: anna.id, ...today },
    ['what did I do today', 'my changes today', 'what have I done today?'],
    ['Was habe ich heute gemacht?', 'meine Änderungen von heute'],
  ),
  ...asked(
    { person: anna.id, ...sinceMonday },
    ['what did Anna do since Monday'],
    ['Was hat Anna seit Montag gemacht?'],
  ),
  ...asked(
    { person: ben.id, did: 'completed', ...lastWeek },
    ['which items did Ben Carter complete last week?'],
    ['Welche Punkte hat Ben Carter letzte Woche erledigt?'],
  ),
  ...asked(
    { item: 'A3', person: ben.id },
    ['what did Ben Carter change on A3?'],
    ['Was hat Ben Carter an A3 geändert?'],
  ),
  ...asked({ person: anna.id }, ['my history'], ['mein Verlauf']),
];

const slips: Row[] = [
  ...asked({}, ['hisotry', 'hystory'], ['Verluaf']),
  ...asked(of('A3'), ['histroy of A3', 'what happend to a 3?'], ['was ist mit A-3 pasiert']),
  ...asked(
    of('A3', 'deferred'),
    ['who defered A3', 'who deffered A3?'],
    ['wer hat A3 zurueckgestellt', 'Wer hat A3 zurückgestelt?'],
  ),
  ...asked({ since: '2026-11-29' }, ['what chagned since yesterday'], ['was hat sich seit gestern geaendert']),
];

const unsure: Row[] = [
  ...rows(
    unclear(),
    [
      'what changed since the kick-off?',
      'what changed since 31.02.',
      'what changed since next week',
      'what happened tomorrow',
      'what happens on Monday?',
      'what did Robert do?',
      'what did not change',
      'history of Assess',
      'what happened to my items?',
      'changes',
    ],
    [
      'Was ist seit dem Kick-off passiert?',
      'Was hat sich seit 31.02. geändert?',
      'was passiert morgen',
      'Was hat Robert gemacht?',
      'Was hat sich nicht geändert?',
      'Was hat sich vor dem 20.11. geändert?',
      'Verlauf der Analysephase',
      'Protokoll',
      'Protokoll vom Checkpoint',
    ],
  ),
  ...rows(
    unclear([], { unknownCode: 'A9' }),
    ['history of A9', 'who deferred A9?'],
    ['Verlauf von A9', 'Wer hat A9 zurückgestellt?'],
  ),
  ['en', 'history of A3 and A9', unclear(['A3'], { unknownCode: 'A9' })],
];

const notThePast: Row[] = [
  ...rows(
    askedOf('A3', 'owner'),
    ['who has A3?', 'who owns A3', 'who is responsible for A3?', 'who was A3 assigned to?'],
    ['Wer hat A3?', 'wer macht A3', 'Wer übernimmt A3?', 'Wem wurde A3 zugewiesen?'],
  ),
  ...rows(
    askedOf('A3', 'due'),
    ['when is A3 due?', 'when will A3 be done?'],
    ['Wann ist A3 fällig?', 'Wann wird A3 erledigt?'],
  ),
  ...rows(
    showItem('A3'),
    [
      'who will complete A3?',
      'is A3 deferred?',
      'has Ben Carter completed A3?',
      'why is A3 not done?',
      "why don't we defer A3?",
      'who has not acknowledged A3?',
      'who deferred A3 until Friday?',
    ],
    [
      'Ist A3 zurückgestellt?',
      'Wurde A3 erledigt?',
      'Warum ist A3 noch nicht erledigt?',
      'Wer hat A3 noch nicht gesehen?',
      'Wer hat A3 bis Freitag zurückgestellt?',
      'Was ist mit A3?',
    ],
  ),
  ...rows(
    act({ type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'holidays' }),
    ['defer A3 until Friday because of holidays', 'A3 was deferred until Friday because of holidays'],
    [],
  ),
  ...rows(
    act({ type: 'DeferItem', item: 'A3', until: '2026-12-04', reason: 'Urlaub' }),
    [],
    ['A3 zurückstellen bis Freitag wegen Urlaub', 'A3 wurde bis Freitag zurückgestellt wegen Urlaub'],
  ),
  ...rows(form('item.defer', 'A3'), ['defer A3'], ['A3 zurückstellen']),
  ...rows(done('A3'), ['A3 done', 'I have completed A3'], ['A3 erledigt', 'Ich habe A3 erledigt']),
  ...rows(doneWith('A3', 'history was wrong'), ['A3 done: history was wrong'], ['A3 erledigt: history was wrong']),
  ...rows(
    noted('A3', 'what happened yesterday'),
    ['note on A3: what happened yesterday'],
    ['Notiz zu A3: what happened yesterday'],
  ),
  ...rows(act({ type: 'ConfirmResults' }), ['confirm the results'], ['Ergebnisse bestätigen']),
  ...rows(act({ type: 'AdvancePhase' }), ['move on'], ['weiter']),
  ...rows(act({ type: 'Undo' }), ['undo the last change'], ['letzte Änderung rückgängig machen']),
  ...rows(show('overview'), ['who is lead?', 'status'], ['Wer ist Projektleitung?', 'Status']),
  ...rows(show('left'), ["what's left"], ['Was ist noch offen?', 'was ist noch nicht erledigt?']),
  ...rows(show('next'), ["what's next"], ['Was kommt als Nächstes?']),
  ...rows(
    show('mine'),
    ['what do I have to do today?', 'what have I got'],
    ['Was habe ich heute zu tun?', 'Was habe ich noch offen?'],
  ),
  ...rows(section('assess', 'open'), ["what's left in Assess?"], ['Was ist in der Analysephase noch offen?']),
];

describe.each([
  ['all that happened', whole],
  ['what happened to an item', ofItem],
  ['what was done to an item', deedsToItems],
  ['what was done to the onboarding', deedsToAll],
  ['what happened at a time', inTime],
  ['what somebody did', byPeople],
  ['the same with slips of the finger', slips],
  ['nothing that can be read surely', unsure],
  ['nothing about the past', notThePast],
])('%s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});

test('a step of their own has a history like any other item', () => {
  const r3 = of('R3', 'added');
  expect(meaning('en', 'who added R3?', withStep)).toEqual(history(r3));
  expect(meaning('de', 'Wer hat Replace root CA hinzugefügt?', withStep)).toEqual(history(r3));
});

test('a first name is enough for somebody who was mentioned', () => {
  expect(meaning('en', 'what did Ben do today?', { mentioned: [ben] })).toEqual(history({ person: ben.id, ...today }));
  expect(meaning('de', 'Was hat Ben heute gemacht?', { mentioned: [ben] })).toEqual(
    history({ person: ben.id, ...today }),
  );
});

test.each([
  'history of A3',
  'who deferred A3?',
  'what changed since Monday?',
  'Verlauf von A3',
  'Was ist passiert?',
  'Änderungen seit gestern',
])('"%s" tells its language', (text) => {
  const language = /^[wh]/.test(text) ? 'en' : 'de';
  for (const other of ['en', 'de'] as const) expect(understood(text, other)).toMatchObject({ language, told: true });
});

/** Each way to say a phrasing: in the first one every choice is taken first, and so on. */
const saidIn = (phrasing: string): readonly string[] => {
  const filled: Readonly<Record<string, string>> = {
    items: 'A3',
    codes: 'A3',
    did: 'deferred',
    phase: 'Assess',
    role: 'lead',
  };
  const steps = phrasing
    .replace(/\{(\w+)\}/g, (_, slot: string) => filled[slot] ?? ben.name)
    .replace(/\?/g, '')
    .split(' ')
    .map((step) => step.split('|'));
  const ways = Math.max(...steps.map((step) => step.length));
  return Array.from({ length: ways }, (_, way) => steps.map((step) => step[way % step.length]).join(' '));
};

test.each([
  ['English', 'en', record.english],
  ['German', 'de', record.german],
] as const)('every way to ask in the tables of %s shows the record and changes nothing', (_, language, table) => {
  const questions = Object.entries(table).flatMap(([key, phrasings]) => (key === 'beside' ? [] : phrasings));
  for (const text of questions.flatMap(saidIn)) {
    const { request } = understood(`yesterday ${text}`, language, heard(text, language));
    expect([text, request]).toEqual([
      text,
      { type: 'show', what: 'history', question: expect.objectContaining(yesterday) as unknown },
    ]);
  }
});
