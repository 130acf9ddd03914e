import { wordsOf } from '../../../src/adapters/teams/words';
import de from '../../../src/adapters/teams/wording/de.json';
import en from '../../../src/adapters/teams/wording/en.json';
import type { Problem } from '../../../src/application/reply';
import { itemForms, itemVerbs, otherForms } from '../../../src/application/request';
import { groups } from '../../../src/catalog';
import { type Checkpoint, type Command, type Item, type Rejection, sections } from '../../../src/engagement';
import { commandsOf, problems, rejections } from '../../cards/sayings';

const textsOf = (words: unknown, path = ''): readonly (readonly [key: string, text: string])[] =>
  typeof words === 'string'
    ? [[path, words]]
    : Object.entries(words as object).flatMap(([key, one]) => textsOf(one, path === '' ? key : `${path}/${key}`));

const english = new Map(textsOf(en));
const german = new Map(textsOf(de));
const placeholders = (text = '') => [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name).sort();

test('both languages have the same keys, in the same order', () => {
  expect([...german.keys()]).toEqual([...english.keys()]);
});

test.each([...english.keys()])('%s has the same values to be filled in, in both languages', (key) => {
  expect(new Set(placeholders(german.get(key)))).toEqual(new Set(placeholders(english.get(key))));
});

test('every plural has both its forms', () => {
  const plurals = [...english.keys()].filter((key) => /_(?:one|other)$/.test(key));
  expect(plurals.length).toBeGreaterThan(0);
  for (const key of plurals) {
    expect(english.has(key.replace(/_\w+$/, '_one'))).toBe(true);
    expect(english.has(key.replace(/_\w+$/, '_other'))).toBe(true);
    expect(english.has(key.replace(/_\w+$/, ''))).toBe(false);
  }
});

test('no text is empty or has stray spaces', () => {
  const odd = [...english, ...german].filter(
    ([, text]) => text.trim() === '' || text !== text.trim() || / {2}/.test(text),
  );
  expect(odd).toEqual([]);
});

test('a value to be filled in is a plain name', () => {
  expect([...english, ...german].filter(([, text]) => /[{}]/.test(text.replace(/\{\{[a-zA-Z]+\}\}/g, '')))).toEqual([]);
});

const containing = (texts: ReadonlyMap<string, string>, unwanted: RegExp) =>
  [...texts]
    .filter(([, text]) => unwanted.test(text.replace(/\{\{.*?\}\}/g, '')))
    .map(([key, text]) => `${key}: ${text}`);

test('German says Sie', () => {
  expect(containing(german, /\b(?:[Dd](?:u|ich|ir|ein\w*)|[Ee]u(?:ch|er|re\w*)|ihr)\b/)).toEqual([]);
});

test('words that mislead are never shown', () => {
  expect(
    containing(english, /\b(?:engagements?|settled?|dut(?:y|ies)|tasks?|sign(?:ed|ature)?|specialists?)\b/i),
  ).toEqual([]);
  expect(
    containing(
      german,
      /\b(?:Engagements?|abgewickelt|Pflicht(?:en)?|Aufgaben?|komplett|vertag\w+|ausgeschlossen|unterschr\w+|Abnahme|Leiter(?:in)?|Prüfpunkt\w*|Korrekturen|schlummern|schließen|Duty|Task)\b/i,
    ),
  ).toEqual([]);
  // "Bestätigen" is for the joint check alone.
  const ofJointCheck =
    /^(?:gate|phase|confirmation|button\/(?:confirm|record|withdraw)|form\/(?:phase\.confirm|recordText|name)|notice\/(?:\w+\/)?(?:jointCheck|voided)|accepted\/\w*Confirm\w*|accepted\/ConfirmResults\w*|refused\/(?:phase|name|confirmedOn)\.\w+|help\/(?:see|lead)List|history\/\w+\/[Cc]onfirm\w+)\b/;
  expect(containing(german, /bestätig/i).filter((text) => !ofJointCheck.test(text))).toEqual([]);
});

test('German quotation marks stand around German words', () => {
  expect(containing(german, /["“](?=\w)|'/)).toEqual([]);
});

describe('there are words for', () => {
  const known = (key: string) =>
    [english, german].every((texts) => texts.has(key) || (texts.has(`${key}_one`) && texts.has(`${key}_other`)));

  test.each(Object.keys(rejections) as Rejection['code'][])('the refusal %s', (code) => {
    expect(known(`refused/${code}`)).toBe(true);
  });

  test.each(Object.keys(problems) as Problem[])('the problem %s', (problem) => {
    expect(known(`problem/${problem}`)).toBe(true);
  });

  test.each(Object.keys(commandsOf('', '')) as Command['type'][])('what was accepted: %s', (command) => {
    expect(known(`accepted/${command}`)).toBe(true);
  });

  test('no refusal, problem or command that does not exist', () => {
    const refused = Object.keys(en.refused).map((key) => key.replace(/_(?:one|other)$/, ''));
    expect(new Set(refused)).toEqual(new Set(Object.keys(rejections)));
    expect(Object.keys(en.problem).sort()).toEqual(Object.keys(problems).sort());
    const commands: readonly string[] = Object.keys(commandsOf('', ''));
    const besides = [
      'AcceptItem',
      'ScheduleItemNever',
      'thereAlready',
      'ConfirmResultsWaits',
      'RecordConfirmationWaits',
      'SetRoleSpecialist',
      'SetRoleMember',
      'SetAwayNever',
      'PauseEngagementUntil',
      'SetCheckpointOff',
      'SetCheckpointReminder',
      'SnoozeRemindersNever',
      'UndoSkip',
      'due',
      'needsAgreement',
      'phaseOpened',
      'lastPhaseLeft',
    ];
    const told = Object.keys(en.accepted).map((key) => key.replace(/_(?:one|other)$/, ''));
    expect(new Set(told)).toEqual(new Set([...commands, ...besides]));
  });

  const states = {
    open: true,
    blocked: true,
    deferred: true,
    excluded: true,
    complete: true,
  } as const satisfies Record<Item['state']['type'], true>;
  const rhythms = {
    week: true,
    twoWeeks: true,
    weekday: true,
    off: true,
  } as const satisfies Record<Checkpoint['every'], true>;

  test.each([
    ...sections.flatMap((section) => [`section/name/${section}`, `section/heading/${section}`]),
    ...groups.map((group) => `group/${group}`),
    ...Object.keys(states).map((state) => `state/name/${state}`),
    ...Object.keys(states).flatMap((state) => (state === 'open' ? [] : [`state/${state}By`])),
    ...itemVerbs.map((verb) => `whichItem/${verb}`),
    ...[...itemForms, ...otherForms].flatMap((form) => [`form/${form}`, `form/send.${form}`]),
    ...Object.keys(rhythms).flatMap((every) => [`every/${every}`, `meeting/every/${every}`]),
    ...[1, 2, 3, 4, 5, 6, 7].map((day) => `weekday/${day}`),
    'person/unknown',
    'person/lotse',
  ])('%s', (key) => {
    expect(known(key)).toBe(true);
  });
});

test('every text can be said with its values', () => {
  const values = {
    count: 2,
    ...Object.fromEntries([...english.values()].flatMap(placeholders).map((name) => [name ?? '', 2])),
  };
  for (const language of ['en', 'de'] as const)
    for (const key of english.keys())
      expect(wordsOf(language).say(key.replace(/_(?:one|other)$/, ''), values)).not.toMatch(/\{\{/);
});
