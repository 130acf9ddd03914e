import type { Loaded } from '../../src/application/loaded';
import type { Saying, Showing } from '../../src/application/reply';
import { type Command, type Language, limits, type PersonId } from '../../src/engagement';
import { anna, ben, mehmet, stamped } from '../support/given';
import { buttonsOf, inputsOf, readAloud, rowsOf } from './elements';
import { acceptance, commandsOf, problems, refusal, rejections } from './sayings';
import { mineOf, section, shown } from './shown';
import {
  after,
  alphabets,
  codes,
  exampleOf,
  fresh,
  loaded,
  outsideId,
  repeated,
  rosterOf,
  step,
  unstarted,
} from './situations';

describe('the one-sentence answer', () => {
  test.each([
    ['en', section('assess', 'open'), 'Assess: 6 of 6 open'],
    ['de', section('assess', 'open'), 'Analysephase: 6 von 6 offen'],
    ['en', section('general'), 'General: 25 of 25 open'],
    ['de', section('general'), 'Allgemein: 25 von 25 offen'],
    ['en', { show: 'left' }, 'All phases: 43 of 43 open'],
    ['de', { show: 'left' }, 'Alle Phasen: 43 von 43 offen'],
    ['en', { show: 'overview' }, 'Contoso · Initiate: 2 of 2 open'],
    ['de', { show: 'overview' }, 'Contoso · Einleitungsphase: 2 von 2 offen'],
    ['en', mineOf(fresh('en')), 'My items: 0 open'],
    ['de', mineOf(fresh('de')), 'Meine Punkte: 0 offen'],
    ['en', { show: 'item', item: 'G24' }, 'G24 TeamViewer, MTD and telecom subscriptions'],
  ] as const)('in %s to %j is "%s"', (language, show, summary) => {
    expect(shown(fresh(language), show, { language }).summary).toBe(summary);
  });

  test('is what was told, where something was told, exactly as it was typed', () => {
    const customer = 'R&D <x> *a* {{b}} \\o/';
    const says = [acceptance(commandsOf(customer, '').StartEngagement)];
    expect(shown(fresh('en'), { show: 'started' }, { says }).summary).toBe(
      `The onboarding of ${customer} has started.`,
    );
  });
});

describe('the overview', () => {
  test.each([
    [
      'en',
      [
        'Contoso · EMS onboarding',
        'Phase 2 of 4: Assess',
        '3 of 7 open',
        '3 done · 1 deferred',
        'Of the open: 1 overdue, 1 blocked',
        'General: 18 of 25 acknowledged',
        'Checkpoint: Tue 1 Dec, 10:00',
        'To move on: A3, A6, I2',
        'Lead Anna Schmidt · FastTrack Ben Carter',
      ],
      [
        ...['Show Assess', 'My items', 'General', 'Show Initiate', 'Show Remediate', 'Show Enable'],
        ...['History', 'Settings…', 'What can I say?'],
      ],
    ],
    [
      'de',
      [
        'Contoso · EMS-Onboarding',
        'Phase 2 von 4: Analysephase (Assess)',
        '3 von 7 offen',
        '3 erledigt · 1 zurückgestellt',
        'Davon 1 überfällig, 1 blockiert',
        'Allgemein: 18 von 25 zur Kenntnis genommen',
        'Checkpoint: Di., 01.12., 10:00',
        'Es fehlen noch: A3, A6, I2',
        'Projektleitung Anna Schmidt · FastTrack Ben Carter',
      ],
      [
        ...['Analysephase', 'Meine Punkte', 'Allgemein', 'Einleitungsphase', 'Korrekturphase', 'Aktivierungsphase'],
        ...['Verlauf', 'Einstellungen…', 'Was kann ich sagen?'],
      ],
    ],
  ] as const)('in %s reads as it was agreed', (language, lines, buttons) => {
    const { texts, titles } = shown(exampleOf(language), { show: 'overview' }, { language });
    expect(texts).toEqual(lines);
    expect(titles).toEqual(buttons);
  });

  test.each([
    ['en', ['R1'], 'To move on: E1, E2, E3, E4, E5, E6, E7, E8 and 1 more'],
    ['de', ['R1'], 'Es fehlen noch: E1, E2, E3, E4, E5, E6, E7, E8 und 1 weiterer Punkt'],
    ['de', ['R1', 'R2'], 'Es fehlen noch: E1, E2, E3, E4, E5, E6, E7, E8 und 2 weitere'],
  ] as const)('in %s names eight items that are missing, and counts the others', (language, carriedOver, line) => {
    const { engagement } = fresh(language);
    const carried = carriedOver.map((code) => [code, { ...engagement.items[code]!, countsIn: 'enable' }] as const);
    const items = { ...engagement.items, ...Object.fromEntries(carried) };
    const seen = loaded({ ...engagement, phase: 'enable', items });
    expect(shown(seen, { show: 'overview' }, { language }).texts).toContain(line);
  });
});

describe('a section', () => {
  test('of all 25 general responsibilities has 25 rows, in groups', () => {
    const { card, texts } = shown(fresh('en'), section('general'));
    const opened = rowsOf(card).map(({ data }) => data['itemId'] ?? '');
    expect(opened).toHaveLength(25);
    expect(new Set(opened)).toEqual(new Set(codes.filter((code) => code.startsWith('G'))));
    expect(texts.filter((text) => /^(?:Project and people|Licences|Security and identity)$/.test(text))).toHaveLength(
      3,
    );
  });

  test.each([
    ['en', 'A3', '**A3** Remediation checklist meetings\u00a0›', 'Mehmet Yılmaz · accepted · overdue 3 days'],
    ['en', 'A6', '**A6** Support plan\u00a0›', 'Anna Schmidt · accepted · blocked · due Fri 4 Dec'],
    ['en', 'A1', '**A1** Name stakeholders\u00a0›', 'Done · Anna Schmidt, Fri 20 Nov'],
    ['en', 'A5', '**A5** Service configuration meetings\u00a0›', 'Deferred until Mon 25 Jan 2027'],
    ['en', 'I2', '**I2** Kick-off meeting\u00a0›', 'Nobody yet · from Initiate'],
    ['de', 'A3', '**A3** Termine zur Maßnahmenliste\u00a0›', 'Mehmet Yılmaz · angenommen · 3 Tage überfällig'],
    ['de', 'A6', '**A6** Supportplan\u00a0›', 'Anna Schmidt · angenommen · blockiert · fällig Fr., 04.12.'],
    ['de', 'A1', '**A1** Beteiligte benennen\u00a0›', 'Erledigt · Anna Schmidt, Fr., 20.11.'],
    ['de', 'A5', '**A5** Termine zur Dienstkonfiguration\u00a0›', 'Zurückgestellt bis Mo., 25.01.2027'],
    ['de', 'I2', '**I2** Kick-off-Termin\u00a0›', 'Noch niemand · aus der Einleitungsphase'],
  ] as const)('in %s shows %s in two lines, and says both when it is spoken', (language, item, title, status) => {
    const { card, texts } = shown(exampleOf(language), section('assess'), { language });
    const at = texts.indexOf(title);
    expect(texts[at + 1]).toBe(status);
    const row = rowsOf(card).find(({ data }) => data['itemId'] === item);
    const name = title.slice(`**${item}** `.length, -2);
    expect(row?.title).toBe(
      language === 'en' ? `Open ${item}, ${name}, ${status}` : `${item} öffnen, ${name}, ${status}`,
    );
  });

  test('can be opened item by item without tapping a row', () => {
    const { card } = shown(exampleOf('en'), section('assess'));
    const [choose] = inputsOf(card);
    expect(choose).toMatchObject({ id: 'itemId', label: 'Open item', value: 'I2' });
    expect(choose?.['choices']).toHaveLength(7);
    expect(buttonsOf(card)[0]).toMatchObject({ title: 'Open', verb: 'item.show', associatedInputs: 'auto' });
  });
});

describe('an item', () => {
  const buttonsFor = (seen: Loaded, item: string, asker: PersonId) => shown(seen, { show: 'item', item }, { asker });
  const done: Command = { type: 'CompleteItem', item: 'G1' };

  test.each([
    ['unowned, for the lead', exampleOf('en'), 'I2', anna, ["I'll take it", 'Assign…', 'Done']],
    ['mine and not accepted', given('A1'), 'A1', mehmet, ['Accept', 'Done', 'Defer…']],
    ['mine', exampleOf('en'), 'A3', mehmet, ['Done', 'Defer…', 'Blocked…']],
    ["someone else's, for the lead", exampleOf('en'), 'A3', anna, ['Done', 'Change owner…', 'Defer…']],
    ["someone else's, for a member", exampleOf('en'), 'A6', mehmet, ['Note…', 'Acknowledge', 'History']],
    ['deferred', exampleOf('en'), 'A5', anna, ['Reopen…', 'Note…', 'Acknowledge']],
    ['done', exampleOf('en'), 'A1', mehmet, ['Reopen…', 'Note…', 'Acknowledge']],
    ['blocked', exampleOf('en'), 'A6', anna, ['Unblock', 'Done', 'Defer…']],
    ['general', fresh('en'), 'G1', anna, ['Acknowledge', 'Assign…', 'Not applicable…']],
    ['general and done', loaded(after([step(done)])), 'G1', ben, ['Reopen…', 'Note…', 'Acknowledge']],
  ] as const)('that is %s offers what is most likely wanted first', (_, seen, item, asker, titles) => {
    expect(buttonsFor(seen, item, asker).titles.slice(0, 3)).toEqual(titles);
  });

  test('of somebody else that one has acknowledged still takes a note from a member', () => {
    const seen = loaded(
      after([step({ type: 'TakeItem', item: 'A1' }), step({ type: 'AcknowledgeItem', item: 'A1' }, mehmet)]),
    );
    expect(buttonsFor(seen, 'A1', mehmet).titles).toEqual(['Note…', 'History']);
  });

  test('reads as it was agreed, in both languages', () => {
    const show = { show: 'item', item: 'A3' } as const;
    expect(shown(exampleOf('en'), show, { asker: mehmet }).texts).toEqual([
      '‹ Assess',
      'A3 Remediation checklist meetings',
      expect.any(String),
      'Owner: Mehmet Yılmaz (accepted Fri 20 Nov)',
      'Due: Fri 27 Nov · overdue 3 days',
    ]);
    expect(shown(exampleOf('de'), show, { asker: mehmet, language: 'de' }).texts).toEqual([
      '‹ Analysephase',
      'A3 Termine zur Maßnahmenliste',
      expect.any(String),
      'Zuständig: Mehmet Yılmaz (angenommen Fr., 20.11.)',
      'Fällig: Fr., 27.11. · 3 Tage überfällig',
    ]);
  });

  function given(item: string): Loaded {
    return loaded(after([step({ type: 'AssignItem', item, assignee: mehmet })]));
  }
});

describe('what people typed', () => {
  const invisible = /[\u0001\u0007\u202a-\u202e]/g;

  test.each<[string, string]>([
    ...Object.entries(alphabets).map(([kind, alphabet]): [string, string] => [
      kind,
      repeated(alphabet, limits.reason).trim(),
    ]),
    ['a list', '- one\n- two\n* three\n1. four\n+ five'],
    ['a heading and a quotation', '# one\n> two\n===\n---'],
    ['code', '`one` ~~two~~ ```three```'],
    ['entities', '&lt;b&gt; &amp; &nbsp;'],
    ['what our own words are made of', '{{name}} $t(button/done) $& $1 ${count(x)} {{{x}}}'],
    ['backslashes', 'C:\\users\\*.* \\\\server'],
  ])('is shown as it was typed: %s', (_, reason) => {
    const seen = loaded(after([step({ type: 'BlockItem', item: 'A3', reason })]));
    const { texts } = shown(seen, { show: 'item', item: 'A3' });
    const lines = texts.map(readAloud).join('\n');
    expect(lines).toContain(`Blocked: waiting for ${reason.replace(invisible, '')} (Anna Schmidt, Mon 30 Nov)`);
  });

  test('is spoken as it was typed, where a row is read out', () => {
    const name = 'R&D <x> *a* b_c {{d}} C:\\e';
    const seen = loaded(after([step({ type: 'TakeItem', item: 'A3' })]), () => name);
    const row = rowsOf(shown(seen, section('assess')).card).find(({ data }) => data['itemId'] === 'A3');
    expect(row?.title).toBe(`Open A3, Remediation checklist meetings, ${name} · accepted`);
  });

  test('is not evaluated where the template library fills cards', () => {
    const reason = 'see ${engagement} and ${1+1}';
    const filled = { reason, until: '2026-12-04' };
    const form = shown(fresh('en'), { show: 'form', form: 'item.defer', about: { item: 'A3' }, filled });
    expect(inputsOf(form.card).find(({ id }) => id === 'reason')?.['value']).toBe(reason);
    const wish = { type: 'BlockItem', item: 'A3', reason } as const;
    const choice = shown(fresh('en'), {
      show: 'choice',
      options: [{ item: 'A3', request: { type: 'act', wishes: [wish] } }],
    });
    expect(buttonsOf(choice.card)[0]?.data['reason']).toBe(reason);
    const members = [{ id: outsideId(1), name: '${name} ${1+1}', guest: false }];
    const assign = shown(fresh('en'), {
      show: 'form',
      form: 'item.assign',
      about: { item: 'A3' },
      filled: {},
      members,
    });
    expect(inputsOf(assign.card)[0]?.['choices']).toEqual([{ title: '${name} ${1+1}', value: outsideId(1) }]);
  });

  test('says its name in at most 60 characters, an emoji of several code points being one', () => {
    const people = (name: string): Loaded => loaded(fresh('en').engagement, () => name);
    const overview = (name: string) => shown(people(name), { show: 'overview' }).texts.at(-1);
    expect(overview('x'.repeat(60))).toBe(`Lead ${'x'.repeat(60)} · FastTrack ${'x'.repeat(60)}`);
    expect(overview('x'.repeat(61))).toBe(`Lead ${'x'.repeat(59)}… · FastTrack ${'x'.repeat(59)}…`);
    expect(overview('👩🏽‍🚒'.repeat(300))).toMatch(/^Lead (?:👩🏽‍🚒){5,59}… · FastTrack (?:👩🏽‍🚒){5,59}…$/u);
  });
});

describe('a form', () => {
  const assign = (members?: ReturnType<typeof rosterOf>): Showing => ({
    show: 'form',
    form: 'item.assign',
    about: { item: 'A3' },
    filled: { assignee: outsideId(1) },
    ...(members && { members }),
  });

  test('lets one choose from the people who are there, with guests marked', () => {
    const [people] = inputsOf(shown(fresh('de'), assign(rosterOf('Anna Schmidt', 2)), { language: 'de' }).card);
    expect(people).toMatchObject({
      style: 'filtered',
      value: outsideId(1),
      choices: [{ title: 'Anna Schmidt (Gast)' }, { title: 'Anna Schmidt' }],
    });
  });

  test.each([
    ['a hundred people', rosterOf('Anna Schmidt'), true],
    ['a hundred people with names of 60 characters', rosterOf('x'.repeat(60)), true],
    ['a hundred people with names of 60 wide characters', rosterOf('漢'.repeat(60)), false],
    ['more people than a list may hold', undefined, false],
  ])('searches the directory only where a list has no room: %s', (_, members, isList) => {
    const [people] = inputsOf(shown(fresh('en'), assign(members)).card);
    expect('choices.data' in (people ?? {})).toBe(!isList);
    expect(people?.['value']).toBe(outsideId(1));
  });

  test('keeps a reason that is too long, so that it can be shortened', () => {
    const filled = { reason: 'x'.repeat(limits.reason + 1), until: '2026-12-04' };
    const inputs = inputsOf(
      shown(fresh('en'), { show: 'form', form: 'item.defer', about: { item: 'A3' }, filled }).card,
    );
    expect(inputs.map(({ value }) => value)).toEqual(['2026-12-04', filled.reason]);
    expect(inputs[1]).toMatchObject({ maxLength: limits.reason, isRequired: true, isMultiline: true });
  });

  test('leaves out a date that is none', () => {
    const filled = { until: '31.12.', reason: 'later' };
    const [when, until] = inputsOf(
      shown(fresh('en'), { show: 'form', form: 'item.defer', about: { item: 'A3' }, filled }).card,
    );
    expect(when).toMatchObject({ id: 'when', style: 'expanded' });
    expect(until).toMatchObject({ type: 'Input.Date', value: '', min: '2026-12-01', isRequired: false });
  });

  test('to start needs the name of the customer only, and a guest names the lead', () => {
    const start = (guest: boolean) =>
      inputsOf(
        shown(unstarted, { show: 'startForm', filled: {}, asker: { id: outsideId(0), name: 'Anna Schmidt', guest } })
          .card,
      );
    const required = (guest: boolean) =>
      start(guest)
        .filter(({ isRequired }) => isRequired)
        .map(({ id }) => id);
    expect(required(false)).toEqual(['customer']);
    expect(required(true)).toEqual(['customer', 'lead']);
    const filled = (guest: boolean, id: string) => start(guest).find((input) => input.id === id)?.['value'];
    expect([filled(false, 'lead'), filled(false, 'specialist')]).toEqual([outsideId(0), '']);
    expect([filled(true, 'lead'), filled(true, 'specialist')]).toEqual(['', outsideId(0)]);
  });
});

describe('too much for one card', () => {
  test('of my items shows the 25 most pressing, and the others in the list below', () => {
    const seen = loaded(after(codes.map((item) => step({ type: 'AssignItem', item, assignee: mehmet }))));
    const { card, texts, summary } = shown(seen, mineOf(seen, mehmet), { asker: mehmet });
    expect(summary).toBe('My items: 43 open');
    expect(rowsOf(card)).toHaveLength(25);
    expect(texts.at(-1)).toBe('and 18 more');
    expect(inputsOf(card)[0]?.['choices']).toHaveLength(43);
  });

  test('of answers tells 25, and how many there are besides', () => {
    const says = Array.from({ length: 26 }, () => refusal('item.alreadyOpen'));
    const { texts } = shown(fresh('de'), { show: 'said' }, { says, language: 'de' });
    expect(texts).toHaveLength(26);
    expect(texts.at(-1)).toBe('und noch 1');
  });

  test('of a reason lets each choice open its item instead of doing what was said', () => {
    const options = ['A3', 'A4'].map((item) => ({
      item,
      request: { type: 'act', wishes: [{ type: 'BlockItem', item, reason: 'x'.repeat(5_000) }] } as const,
    }));
    expect(buttonsOf(shown(fresh('en'), { show: 'choice', options }).card).map(({ verb }) => verb)).toEqual([
      'item.show',
      'item.show',
    ]);
  });
});

describe('a sentence', () => {
  const sentences = (language: Language) => {
    const told = (saying: Saying) => shown(exampleOf(language), { show: 'said' }, { language, says: [saying] }).texts;
    return [
      ...Object.values(commandsOf('Contoso', 'a reason')).map(acceptance),
      ...(Object.keys(rejections) as (keyof typeof rejections)[]).map((code) => refusal(code)),
      ...(Object.keys(problems) as (keyof typeof problems)[]).map((problem) => ({ type: 'problem', problem }) as const),
    ].map((saying) => told(saying).join(' '));
  };

  test.each(['en', 'de'] as const)(
    'in %s tells everything there is to tell, each thing in its own words',
    (language) => {
      const told = sentences(language);
      expect(told.filter((text) => !/^\S.*[.!]$/.test(text) || text.length > 200)).toEqual([]);
      // Reopened by a person, or by its date: for whoever reads it the same.
      expect(new Set(told).size).toBe(told.length - 1);
    },
  );

  test.each([
    ['en', 'A3: Deferred (Mehmet Yılmaz, Sun 2 Nov 2025). Reopen it first.'],
    ['de', 'A3: Zurückgestellt (Mehmet Yılmaz, So., 02.11.2025). Bitte öffnen Sie den Punkt zuerst wieder.'],
  ] as const)('in %s names the state that is in the way', (language, text) => {
    expect(
      shown(exampleOf(language), { show: 'said' }, { language, says: [refusal('item.reopenFirst')] }).texts,
    ).toEqual([text]);
  });

  test('counts what was acknowledged with a whole phase', () => {
    const acknowledged = (count: number): Saying => ({
      type: 'accepted',
      command: { type: 'AcknowledgePhase', phase: 'assess' },
      events: Array.from({ length: count }, () => stamped({ type: 'ItemAcknowledged', item: 'A1' })),
    });
    const told = (count: number, language: Language) =>
      shown(fresh(language), { show: 'said' }, { language, says: [acknowledged(count)] }).summary;
    expect(told(1, 'en')).toBe('You acknowledged 1 responsibility.');
    expect(told(6, 'en')).toBe('You acknowledged 6 responsibilities.');
    expect(told(1, 'de')).toBe('Sie haben 1 Zuständigkeit zur Kenntnis genommen.');
    expect(told(6, 'de')).toBe('Sie haben 6 Zuständigkeiten zur Kenntnis genommen.');
  });

  test('says accepted to the owner and acknowledged to everybody else', () => {
    const says = [acceptance({ type: 'AcknowledgeItem', item: 'A3' })];
    const told = (asker: PersonId) => shown(exampleOf('en'), { show: 'said' }, { says, asker }).summary;
    expect(told(mehmet)).toMatch(/^You accepted A3\./);
    expect(told(ben)).toMatch(/^A3 is acknowledged\./);
  });
});
