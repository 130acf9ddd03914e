import type { Request } from '../../../src/application/request';
import type { Section } from '../../../src/engagement/index';
import { act, ben, done, form, meaning, noted, otherForm, showItem, unclear, understood } from './hearing';
import { type Row, rows } from './rows';

const added = (phase: Section, text: string): Request => ({ type: 'add', phase, text });
const asked = (phase?: Section, lines?: string): Request =>
  otherForm('item.add', lines === undefined ? {} : { lines }, phase === undefined ? {} : { phase });

const line = 'Replace root CA – Ben Carter – 15 Jan';
const list = `- ${line}\n- A3 done?\n• directory sync: done\n\n* not blocked, because of DNS`;

const lists: Row[] = [
  ...rows(
    added('remediate', line),
    [
      `add to Remediate: ${line}`,
      `Please add to the Remediate phase: ${line}`,
      `add to Remediate – ${line}`,
      `add to remediation:${line}`,
      `Add the following to Remediate: ${line}`,
      `new in Remediate: ${line}`,
      `new steps for Remediate: ${line}`,
      `remediation steps: ${line}`,
      `add remediation steps: ${line}`,
      `add to Remediate\n${line}`,
      `Could you add to Remediate:\n${line}\nThanks!`,
    ],
    [
      `zur Korrekturphase hinzufügen: ${line}`,
      `Zur Korrekturphase hinzufuegen: ${line}`,
      `Bitte zur Korrekturphase hinzufügen: ${line}`,
      `füge zur Korrekturphase hinzu: ${line}`,
      `Korrekturphase ergänzen: ${line}`,
      `neu in Korrekturphase: ${line}`,
      `Neu in der Korrekturphase: ${line}`,
      `neue Maßnahmen: ${line}`,
      `Neue Massnahme: ${line}`,
      `Maßnahmen: ${line}`,
      `folgende Punkte zur Korrekturphase hinzufügen:\n${line}`,
      `Bitte füge zur Korrekturphase hinzu:\n${line}\nVielen Dank!`,
    ],
  ),
  ...rows(
    added('remediate', list),
    [`add to Remediate:\n${list}`, `add to Remediate\n${list}`, `remediation steps:\n${list}`],
    [`zur Korrekturphase hinzufügen:\n${list}`, `neue Maßnahmen:\n${list}`, `Maßnahmen\n${list}`],
  ),
  ...rows(added('assess', 'Is DNS done?'), ['new in Assess: Is DNS done?'], ['neu in Analyse: Is DNS done?']),
  ...rows(
    added('general', 'Weekly report'),
    ['add to General: Weekly report'],
    ['zu Allgemein hinzufügen: Weekly report'],
  ),
  ...rows(added('initiate', 'a: b\nc: d'), ['add to Initiate: a: b\nc: d'], ['zur Einleitung hinzufügen: a: b\nc: d']),
  ...rows(
    asked('remediate'),
    ['add to Remediate', 'add to Remediate:', 'new remediation steps'],
    [
      'zur Korrekturphase hinzufügen',
      'Punkte zur Korrekturphase hinzufügen',
      'Korrekturphase ergänzen:',
      'neue Maßnahmen',
    ],
  ),
];

const single: Row[] = [
  ...rows(
    added('remediate', 'Replace root CA'),
    [
      'add Replace root CA to Remediate',
      'Please add “Replace root CA” to the Remediate phase',
      'Could you add Replace root CA to Remediate?',
    ],
    [
      'füge Replace root CA zur Korrekturphase hinzu',
      'Replace root CA zur Korrekturphase hinzufügen',
      'Bitte Replace root CA zur Korrekturphase hinzufügen',
      'Nimm Replace root CA in die Korrekturphase auf',
      'zur Korrekturphase Replace root CA hinzufügen',
    ],
  ),
  ...rows(
    added('enable', 'directory sync is done'),
    ['add directory sync is done to Enable'],
    ['füge directory sync is done zur Aktivierung hinzu'],
  ),
  ...rows(added('remediate', line), [`add ${line} to Remediate`], [`füge ${line} zur Korrekturphase hinzu`]),
  ...rows(
    asked('remediate', 'Replace root CA'),
    ['add Replace root CA to Remediate?'],
    ['Replace root CA zur Korrekturphase hinzufügen?'],
  ),
];

const nowhere: Row[] = [
  ...rows(asked(), ['add', 'add items', 'new item'], ['hinzufügen', 'neuer Punkt', 'Punkt hinzufügen']),
  ...rows(
    asked(undefined, 'Check that DNS is done'),
    ['add Check that DNS is done', 'add: Check that DNS is done', 'new item: Check that DNS is done'],
    ['neuer Punkt: Check that DNS is done', 'hinzufügen: Check that DNS is done', 'Check that DNS is done hinzufügen'],
  ),
  ...rows(asked(undefined, 'DNS\nA3 done'), ['add:\nDNS\nA3 done', 'add DNS\nA3 done'], ['hinzufügen:\nDNS\nA3 done']),
];

const somethingElse: Row[] = [
  ...rows(
    done('R1'),
    ['remediation steps: done', 'remediation steps done'],
    ['Maßnahmen: erledigt', 'Maßnahmen erledigt'],
  ),
  ...rows(unclear(['R1']), ['remediation steps: not done yet'], ['Maßnahmen: noch nicht erledigt']),
  ...rows(showItem('R1'), ['remediation steps'], ['Maßnahmen']),
  ...rows(noted('A3', 'DNS'), ['add a note to A3: DNS'], ['Füge eine Notiz zu A3 hinzu: DNS']),
  ...rows(form('item.note', 'A3'), ['add a note to A3'], ['Notiz zu A3 hinzufügen']),
  ...rows(
    act({ type: 'SetRole', assignee: ben.id, role: 'lead' }),
    ['add Ben Carter as lead'],
    ['Ben Carter als Projektleitung eintragen'],
  ),
  ...rows(unclear(['A3']), ['add A3 to Remediate', 'add Ben Carter to A3'], ['A3 zur Korrekturphase hinzufügen']),
  ...rows(
    unclear(),
    ["don't add to Remediate: directory check", 'should we add Replace root CA to Remediate?', 'add Ben Carter'],
    [
      'nicht zur Korrekturphase hinzufügen: Prüfung',
      'Prüfung nicht zur Korrekturphase hinzufügen',
      'Sollen wir Prüfung zur Korrekturphase hinzufügen?',
      'Prüfung bitte nicht hinzufügen',
    ],
  ),
];

describe.each([
  ['a list', lists],
  ['one item', single],
  ['to no section', nowhere],
  ['not at all', somethingElse],
])('adding %s', (_, table) => {
  test.each(table)('[%s] %s', (language, text, expected) => {
    expect(meaning(language, text)).toEqual(expected);
  });
});

test.each([
  ['add to Remediate:\nZertifikate der Root-CA sind nicht mehr gültig und müssen ersetzt werden', 'en', true],
  ['zur Korrekturphase hinzufügen:\nthe certificates of the root CA are to be replaced as they expire', 'de', true],
  ['Maßnahmen:\nthe certificates of the root CA are to be replaced as they expire', 'de', false],
  ['add „Die Post und der Rest der Welt“', 'en', false],
] as const)('the lines tell nothing about the language: %s', (text, language, told) => {
  for (const other of told ? (['en', 'de'] as const) : [language])
    expect(understood(text, other)).toMatchObject({ language, told });
});
