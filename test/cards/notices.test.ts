import type { Loaded, News, Notice } from '../../src/application/loaded';
import type { Language, PersonId, Reminder } from '../../src/engagement';
import { anna, ben, mehmet } from '../support/given';
import { bytesOf } from './scenes';
import { posted, shown } from './shown';
import { exampleOf, jointCheckOf, loaded, outsideId, turnsOf } from './situations';

const to = (people: readonly PersonId[], news: News): readonly Notice[] => people.map((to) => ({ to, ...news }));

const told = (seen: Loaded, notices: readonly Notice[], language: Language = 'en') => {
  const screen = posted(seen, { show: 'notice', notices }, { language });
  const { entities } = screen.card['msteams'] as { entities: readonly { text: string; mentioned: { id: string } }[] };
  return { ...screen, entities };
};

const alone = (seen: Loaded, notices: readonly Notice[], language: Language = 'en', asker = mehmet) =>
  shown(seen, { show: 'notice', notices, alone: true }, { language, asker });

describe('a question', () => {
  test.each([
    [
      'en',
      '<at>Anna Schmidt</at> and <at>Ben Carter</at>, Remediate is ready for the joint check. Please look at the results together and confirm them.',
      ['Confirm results', 'Show Remediate'],
    ],
    [
      'de',
      '<at>Anna Schmidt</at> und <at>Ben Carter</at>, die Korrekturphase ist bereit zur gemeinsamen Prüfung. Bitte sehen Sie sich die Ergebnisse gemeinsam an und bestätigen Sie sie.',
      ['Ergebnis bestätigen', 'Korrekturphase'],
    ],
  ] as const)('for the joint check goes to both sides in %s', (language, text, buttons) => {
    const notices = to([anna, ben], { type: 'asked', phase: 'remediate' });
    const { texts, titles, entities, summary } = told(jointCheckOf(language), notices, language);
    expect(texts).toEqual([text]);
    expect(titles).toEqual(buttons);
    expect(entities).toMatchObject([
      { text: '<at>Anna Schmidt</at>', mentioned: { id: outsideId(0) } },
      { text: '<at>Ben Carter</at>', mentioned: { id: outsideId(1) } },
    ]);
    expect(summary).toBe(text.replace(/<\/?at>/g, ''));
  });

  test('whether to move on names what waits', () => {
    const notices = to([anna], { type: 'asked', phase: 'initiate' });
    const { texts, titles } = told(turnsOf('en').agreement, notices);
    expect(texts[0]).toMatch(
      /^<at>Anna Schmidt<\/at>, nothing is open in Initiate any more, but something was deferred/,
    );
    expect(titles).toEqual(['Move on', 'I2', 'Show Initiate']);
  });

  test('is asked in a personal chat with the same buttons', () => {
    const notices = to([anna], { type: 'asked', phase: 'remediate' });
    const { texts, titles, summary } = alone(jointCheckOf('de'), notices, 'de', anna);
    expect(texts).toEqual(['Contoso', expect.stringMatching(/^Die Korrekturphase ist bereit zur gemeinsamen Prüfung/)]);
    expect(titles).toEqual(['Ergebnis bestätigen', 'Korrekturphase']);
    expect(summary).toBe(`Contoso: ${texts[1] ?? ''}`);
  });
});

test.each([
  [
    'en',
    'blocked',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz marked this as blocked:',
    'Mehmet Yılmaz marked as blocked: A6',
    'Mehmet Yılmaz marked A6 as blocked.',
  ],
  [
    'de',
    'blocked',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz hat diesen Punkt als blockiert eingetragen:',
    'Mehmet Yılmaz hat A6 als blockiert eingetragen',
    'Mehmet Yılmaz hat A6 als blockiert eingetragen.',
  ],
  [
    'en',
    'reopened',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz opened this again:',
    'Mehmet Yılmaz opened again: A6',
    'Mehmet Yılmaz opened A6 again.',
  ],
  [
    'de',
    'reopened',
    '<at>Anna Schmidt</at>, Mehmet Yılmaz hat diesen Punkt wieder geöffnet:',
    'Mehmet Yılmaz hat A6 wieder geöffnet',
    'Mehmet Yılmaz hat A6 wieder geöffnet.',
  ],
] as const)('in %s whoever has to know hears what was %s', (language, type, text, line, direct) => {
  const notices = to([anna], { type, by: mehmet, items: ['A6'] });
  const { texts, summary, titles } = told(exampleOf(language), notices, language);
  expect(texts[0]).toBe(text);
  expect(summary).toBe(line);
  expect(titles).toHaveLength(1);
  expect(alone(exampleOf(language), notices, language).texts.slice(0, 2)).toEqual(['Contoso', direct]);
});

test('whoever confirmed hears what is open again', () => {
  const notices = to([ben], { type: 'voided', phase: 'remediate', items: ['R3', 'R4'] });
  const { texts, titles, summary } = told(jointCheckOf('en'), notices);
  expect(texts).toEqual([
    '<at>Ben Carter</at>, something is open in Remediate again, so the confirmation you gave is void:',
    '**R3** Root CA',
    '**R4** Open ports',
  ]);
  expect(titles).toEqual(['Show R3', 'Show R4', 'Show Remediate']);
  expect(summary).toBe('Confirmation void, open again in Remediate: R3, R4');
  expect(alone(jointCheckOf('en'), notices).summary).toBe(
    'Contoso: Open again in Remediate: R3 and R4. The confirmation you gave is void.',
  );
});

test('a lead hears who left and can hand over what they left behind', () => {
  const notices = to([anna], { type: 'left', person: mehmet, items: ['A3', 'A6'] });
  const { texts, buttons } = told(turnsOf('en')['owner gone'], notices);
  expect(texts[0]).toBe('<at>Anna Schmidt</at>, Mehmet Yılmaz left the team. These items have no owner here any more:');
  expect(buttons[0]).toMatchObject({
    title: 'Hand over…',
    verb: 'form.show',
    data: { form: 'person.handOver', person: outsideId(2) },
  });
  expect(alone(turnsOf('de')['owner gone'], notices, 'de').texts[1]).toBe(
    'Mehmet Yılmaz ist nicht mehr im Team. Für A3 und A6 ist niemand mehr zuständig.',
  );
});

describe('told all at once', () => {
  const seen = exampleOf('en');
  const given = (by: PersonId, ...items: readonly string[]): News => ({ type: 'assigned', by, items });

  test('what is the same for several people is one paragraph that mentions all of them', () => {
    const { texts, entities } = told(seen, to([anna, ben], { type: 'blocked', by: mehmet, items: ['A6'] }));
    expect(texts).toEqual([
      '<at>Anna Schmidt</at> and <at>Ben Carter</at>, Mehmet Yılmaz marked this as blocked:',
      '**A6** Support plan',
    ]);
    expect(entities).toHaveLength(2);
  });

  test('what one person did for the same people is one paragraph with all its items', () => {
    const { texts } = told(seen, [...to([mehmet], given(anna, 'A3')), ...to([mehmet], given(anna, 'A5', 'A3'))]);
    expect(texts).toEqual([
      '<at>Mehmet Yılmaz</at>, Anna Schmidt asks you to take these on:',
      '**A3** Remediation checklist meetings',
      '**A5** Service configuration meetings',
    ]);
  });

  test('what became the same for several people by joining it is one paragraph, too', () => {
    const blocked = (...items: readonly string[]): News => ({ type: 'blocked', by: mehmet, items });
    const notices = [...to([anna], blocked('A3', 'A6')), ...to([ben], blocked('A6')), ...to([ben], blocked('A3'))];
    expect(told(seen, notices).texts).toHaveLength(3);
  });

  test('different things are different paragraphs, set apart, and the same person has one entity', () => {
    const notices = [
      ...to([mehmet], given(anna, 'A3')),
      ...to([mehmet], given(ben, 'A5')),
      ...to([mehmet], { type: 'reopened', by: ben, items: ['A6'] }),
    ];
    const { texts, entities, card, titles } = told(seen, notices);
    expect(texts.filter((text) => text.startsWith('<at>Mehmet Yılmaz</at>, '))).toHaveLength(3);
    expect(entities).toMatchObject([{ text: '<at>Mehmet Yılmaz</at>', mentioned: { id: outsideId(2) } }]);
    expect(
      (card['body'] as { spacing?: string; text?: string }[]).filter(({ spacing }) => spacing === 'Medium'),
    ).toEqual([texts[2], texts[4]].map((text) => expect.objectContaining({ text }) as object));
    expect(titles).toEqual(['Show A3', 'Show A5', 'Show A6']);
  });

  test.each([
    ['en', 'Contoso: 3 items for Mehmet Yılmaz and Ben Carter', 'Contoso: 2 updates for Mehmet Yılmaz and Ben Carter'],
    [
      'de',
      'Contoso: 3 Punkte für Mehmet Yılmaz und Ben Carter',
      'Contoso: 2 Neuigkeiten für Mehmet Yılmaz und Ben Carter',
    ],
  ] as const)('is counted in one sentence in %s', (language, items, news) => {
    const work = [...to([mehmet], given(anna, 'A3', 'A5')), ...to([ben], given(anna, 'A6'))];
    const mixed = [...to([mehmet], given(anna, 'A3')), ...to([ben], { type: 'reopened', by: anna, items: ['A6'] })];
    expect(told(exampleOf(language), work, language).summary).toBe(items);
    expect(told(exampleOf(language), mixed, language).summary).toBe(news);
  });

  test('what is asked for comes before what can be looked at, and no button comes twice', () => {
    const notices = [
      ...to([anna], given(ben, 'R3', 'R4')),
      ...to([anna], { type: 'blocked', by: ben, items: ['R3'] }),
      ...to([anna], { type: 'asked', phase: 'remediate' }),
    ];
    expect(told(jointCheckOf('en'), notices).titles).toEqual([
      'Confirm results',
      'Show R3',
      'Show R4',
      'Show Remediate',
    ]);
  });
});

describe('in a personal chat', () => {
  const given: Notice = { type: 'assigned', to: mehmet, by: ben, items: ['A3', 'A5'] };

  test.each([
    ['en', 'Ben Carter gave you A3 and A5.', 'Remediation checklist meetings', ['Show A3', 'Show A5']],
    ['de', 'Ben Carter hat Ihnen A3 und A5 zugewiesen.', 'Termine zur Maßnahmenliste', ['A3 zeigen', 'A5 zeigen']],
  ] as const)('somebody is told directly in %s, under the name of the customer', (language, text, title, buttons) => {
    const { card, texts, titles, where, summary } = alone(exampleOf(language), [given], language);
    expect(texts.slice(0, 3)).toEqual(['Contoso', text, `**A3** ${title}`]);
    expect((card['body'] as object[])[0]).toMatchObject({ style: 'heading', text: 'Contoso' });
    expect(card['msteams']).toEqual({ entities: [] });
    expect(titles).toEqual(buttons);
    expect(summary).toBe(`Contoso: ${text}`);
    expect(where).toBeUndefined();
  });

  test.each([
    ['en', 'Contoso: 3 items for you', 'Contoso: 2 updates for you'],
    ['de', 'Contoso: 3 Punkte für Sie', 'Contoso: 2 Neuigkeiten für Sie'],
  ] as const)('more than one thing is counted in %s', (language, items, news) => {
    const work: Notice = { ...given, by: anna, items: ['A6', 'A3'] };
    expect(alone(exampleOf(language), [given, work], language).summary).toBe(items);
    const opened: Notice = { type: 'reopened', to: mehmet, by: anna, items: ['A6', 'A2'] };
    expect(alone(exampleOf(language), [given, opened], language).summary).toBe(news);
  });

  test('codes that follow one another are a range', () => {
    const items = ['A1', 'A2', 'A3', 'A6', 'I2'];
    expect(alone(exampleOf('en'), [{ ...given, items }]).texts[1]).toBe('Ben Carter gave you A1–A3, A6 and I2.');
  });
});

describe('mentions', () => {
  const { engagement } = exampleOf('en');
  const asked = (people: readonly string[]) => to(people, { type: 'asked', phase: 'remediate' });

  test('of people with the same name are told apart', () => {
    const { texts, entities } = told(
      loaded(engagement, () => 'Anna Schmidt'),
      asked([anna, ben]),
    );
    expect(entities).toMatchObject([
      { text: '<at>Anna Schmidt</at>', mentioned: { id: outsideId(0) } },
      { text: '<at>Anna Schmidt (2)</at>', mentioned: { id: outsideId(1) } },
    ]);
    for (const { text } of entities) expect(texts[0]?.split(text)).toHaveLength(2);
  });

  test('are told apart though somebody is really called like that', () => {
    const names = ['Anna Schmidt (2)', 'Anna Schmidt', 'Anna Schmidt'];
    const { entities } = told(
      loaded(engagement, (at) => names[at] ?? ''),
      asked([anna, ben, mehmet]),
    );
    expect(entities.map(({ text }) => text)).toEqual([
      '<at>Anna Schmidt (2)</at>',
      '<at>Anna Schmidt</at>',
      '<at>Anna Schmidt (3)</at>',
    ]);
  });

  test('of the same person come once', () => {
    expect(told(loaded(engagement), asked([anna, anna, ben])).entities).toHaveLength(2);
  });

  test('of names that are nothing but marks still mention somebody', () => {
    const { texts, entities } = told(
      loaded(engagement, () => '<&>{*}'),
      asked([anna]),
    );
    expect(entities).toMatchObject([{ text: '<at>somebody</at>', mentioned: { id: outsideId(0) } }]);
    expect(texts[0]).toContain('<at>somebody</at>');
  });

  test('are ten at most; whoever comes after is named', () => {
    const crowd = Array.from({ length: 12 }, (_, at) => `p${at + 10}`);
    const people = Object.fromEntries(
      crowd.map((person, at) => [person, { id: outsideId(at), name: `Person ${at + 1}` }]),
    );
    const each = crowd.map((person): Notice => ({ type: 'assigned', to: person, by: anna, items: ['A3'] }));
    const apart = crowd.map(
      (person, at): Notice => ({ type: 'assigned', to: person, by: anna, items: [`E${at + 1}`] }),
    );
    const seen = { ...loaded(engagement), people: { ...loaded(engagement).people, ...people } };
    expect(told(seen, each).texts[0]).toMatch(/<at>Person 10<\/at> and 2 more, Anna Schmidt asks you/);
    const { entities, texts } = told(seen, apart);
    expect(entities).toHaveLength(10);
    expect(texts).toContain('Person 12, Anna Schmidt asks you to take this on:');
  });
});

test('twenty things for ten people with names as long as they come, about 45 items, fit on one card', () => {
  const { engagement } = exampleOf('de');
  const crowd = Array.from({ length: 10 }, (_, at) => `p${at + 10}`);
  const people = Object.fromEntries(crowd.map((person, at) => [person, { id: outsideId(at), name: '漢'.repeat(300) }]));
  const seen = { ...loaded(engagement, () => '漢'.repeat(300)), people };
  const items = Object.keys(engagement.items);
  const notices = Array.from(
    { length: 20 },
    (_, at): Notice => ({
      type: at % 2 === 0 ? 'assigned' : 'reopened',
      to: crowd[at % 10]!,
      by: crowd[(at + 1 + Math.floor(at / 10)) % 10]!,
      items: items.slice(at * 2, at === 19 ? undefined : at * 2 + 2),
    }),
  );
  const { card, texts, entities } = told(seen, notices, 'de');
  expect(bytesOf(card)).toBeLessThan(28 * 1024);
  expect(texts.filter((text) => text.startsWith('<at>'))).toHaveLength(20);
  expect(entities).toHaveLength(10);
  for (const item of items) expect(texts.some((text) => text.startsWith(`**${item}** `))).toBe(true);
});

describe('a reminder', () => {
  const all: readonly Reminder[] = [
    { kind: 'due', item: 'A6', on: '2026-12-04' },
    { kind: 'overdue', item: 'A3', on: '2026-11-27' },
    { kind: 'blocked', item: 'A6', on: '2026-11-21' },
    { kind: 'returned', item: 'I2', on: '2026-11-30' },
    { kind: 'jointCheck', on: '2026-11-27' },
  ];
  const reminding = (...reminders: readonly Reminder[]): News => ({ type: 'reminder', reminders });

  test.each([
    [
      'en',
      [
        '<at>Mehmet Yılmaz</at>, a reminder:',
        '**A6** is due Fri 4 Dec: Support plan',
        '**A3** is overdue (was due Fri 27 Nov): Remediation checklist meetings',
        '**A6** has been blocked for a week (since Sat 21 Nov): Support plan',
        '**I2** is back (since Mon 30 Nov): Kick-off meeting',
        'The results of Remediate wait for your confirmation',
      ],
      'Reminder for Mehmet Yılmaz: A6 is due Fri 4 Dec and 4 more',
      ['Confirm results', 'My items', 'Show Remediate'],
    ],
    [
      'de',
      [
        '<at>Mehmet Yılmaz</at>, zur Erinnerung:',
        '**A6** ist am Fr., 04.12. fällig: Supportplan',
        '**A3** ist überfällig (war am Fr., 27.11. fällig): Termine zur Maßnahmenliste',
        '**A6** ist seit einer Woche blockiert (seit Sa., 21.11.): Supportplan',
        '**I2** ist wieder da (seit Mo., 30.11.): Kick-off-Termin',
        'Die Ergebnisse der Korrekturphase warten auf Ihre Bestätigung',
      ],
      'Erinnerung für Mehmet Yılmaz: A6 ist am Fr., 04.12. fällig und 4 weitere',
      ['Ergebnis bestätigen', 'Meine Punkte', 'Korrekturphase'],
    ],
  ] as const)('says in %s what is to be done, one line each', (language, lines, line, buttons) => {
    const { texts, summary, titles, entities } = told(exampleOf(language), to([mehmet], reminding(...all)), language);
    expect(texts).toEqual(lines);
    expect(summary).toBe(line);
    expect(titles).toEqual(buttons);
    expect(entities).toMatchObject([{ mentioned: { id: outsideId(2) } }]);
  });

  test.each([
    ['2026-11-30', 'A3 is due today, Mon 30 Nov', 'A3 ist heute fällig, Mo., 30.11.'],
    ['2026-12-01', 'A3 is due tomorrow, Tue 1 Dec', 'A3 ist morgen fällig, Di., 01.12.'],
    ['2026-12-02', 'A3 is due Wed 2 Dec', 'A3 ist am Mi., 02.12. fällig'],
  ] as const)('of what is due on %s says when that is', (on, english, german) => {
    const notices = to([mehmet], reminding({ kind: 'due', item: 'A3', on }));
    const { summary, titles } = told(exampleOf('en'), notices);
    expect(summary).toBe(`Reminder for Mehmet Yılmaz: ${english}`);
    expect(titles).toEqual(['Show A3']);
    expect(alone(exampleOf('en'), notices).summary).toBe(`Contoso: A reminder: ${english}`);
    expect(alone(exampleOf('de'), notices, 'de').summary).toBe(`Contoso: Zur Erinnerung: ${german}`);
  });

  test('of the same for several people is one paragraph; of several things for one person is one, too', () => {
    const [due, overdue, back] = [0, 1, 3].map((at) => reminding(...all.slice(at, at + 1)));
    const notices = [...to([anna, ben], due!), ...to([mehmet], overdue!), ...to([mehmet], back!)];
    const { texts } = told(exampleOf('en'), notices);
    expect(texts).toEqual([
      '<at>Anna Schmidt</at> and <at>Ben Carter</at>, a reminder:',
      '**A6** is due Fri 4 Dec: Support plan',
      '<at>Mehmet Yılmaz</at>, a reminder:',
      '**A3** is overdue (was due Fri 27 Nov): Remediation checklist meetings',
      '**I2** is back (since Mon 30 Nov): Kick-off meeting',
    ]);
  });

  test('stands beside other things that are told, and nothing comes twice in it', () => {
    const notices = [
      ...to([mehmet], { type: 'assigned', by: anna, items: ['A3'] }),
      ...to([mehmet], reminding(...all)),
      ...to([mehmet], reminding(...all.slice(1))),
    ];
    const { texts, titles } = told(exampleOf('en'), notices);
    expect(texts).toHaveLength(2 + 1 + all.length);
    expect(titles).toEqual(['Confirm results', 'Show A3', 'My items', 'Show Remediate']);
  });
});
