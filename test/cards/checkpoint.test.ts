import type { CheckpointNews, Loaded, Post } from '../../src/application/loaded';
import type { Command, Language, PersonId } from '../../src/engagement';
import {
  acknowledge,
  add,
  advance,
  anna,
  assign,
  away,
  ben,
  block,
  comeBack,
  complete,
  confirm,
  defer,
  leaveTeam,
  mehmet,
  note,
  pause,
  schedule,
  setCheckpoint,
  skip,
  snooze,
  take,
} from '../support/given';
import { readAloud } from './elements';
import { bytesOf, view } from './scenes';
import { posted } from './shown';
import { after, exampleOf, fresh, jointCheckOf, loaded, outsideId, step, today, turnsOf } from './situations';

const tomorrow: CheckpointNews = {
  type: 'checkpoint',
  meeting: '2026-12-01',
  late: false,
  before: { at: '2026-11-23T08:00:00.000Z', on: '2026-11-23', phase: 'assess', open: 4 },
};

const post = (seen: Loaded, news: Partial<CheckpointNews> = {}, language: Language = 'en') => {
  const screen = posted(seen, { show: 'checkpoint', news: { ...tomorrow, ...news } }, { language });
  const { entities } = screen.card['msteams'] as { entities: readonly { text: string; mentioned: { id: string } }[] };
  return { ...screen, entities };
};

/** Without the one before, and without what is the same whatever happened to single items. */
const itemLines = (seen: Loaded, language: Language = 'en'): readonly string[] => {
  const { texts } = posted(seen, { show: 'checkpoint', news: { type: 'checkpoint', late: true } }, { language });
  return texts.slice(
    2,
    texts.findIndex((text) => /^(?:To move on|Es fehlen noch)/.test(text)),
  );
};

/** An onboarding with a checkpoint on Tuesdays at 10:00. */
const tuesdays = { checkpoint: { every: 'week', weekday: 2, time: '10:00' } } as const;
const unsaid = {
  ...tomorrow,
  before: { at: '2026-11-24T08:00:00.000Z', on: '2026-11-24', phase: 'initiate', open: 2 },
} as const;

describe('the checkpoint post', () => {
  test.each([
    [
      'en',
      [
        'Checkpoint tomorrow, Tue 1 Dec 10:00',
        'Assess: 3 of 7 open (last time 4)',
        'Overdue: A3 – <at>Mehmet Yılmaz</at>',
        'Due Fri 4 Dec: A6 – <at>Anna Schmidt</at>',
        'Blocked 9 days: A6 – Anna Schmidt, waiting for the vendor',
        'Back today: I2 – no owner',
        'Done since Mon 23 Nov: A2, A4',
        'To move on: A3, A6, I2',
        'Then: Remediate opens',
      ],
      ['My items', 'Show Assess', 'Quiet until…'],
    ],
    [
      'de',
      [
        'Checkpoint morgen, Di., 01.12., 10:00',
        'Analysephase: 3 von 7 offen (zuletzt 4)',
        'Überfällig: A3 – <at>Mehmet Yılmaz</at>',
        'Fällig Fr., 04.12.: A6 – <at>Anna Schmidt</at>',
        'Seit 9 Tagen blockiert: A6 – Anna Schmidt, wartet auf the vendor',
        'Heute Wiedervorlage: I2 – niemand zuständig',
        'Erledigt seit Mo., 23.11.: A2, A4',
        'Es fehlen noch: A3, A6, I2',
        'Danach: Korrekturphase',
      ],
      ['Meine Punkte', 'Analysephase', 'Stumm bis…'],
    ],
  ] as const)('says in %s how things stand', (language, lines, buttons) => {
    const { texts, titles, where, summary, buttons: presses } = post(exampleOf(language), {}, language);
    expect(texts).toEqual(lines);
    expect(titles).toEqual(buttons);
    expect(presses.map(({ verb, data }) => [verb, data['form'] ?? data['phase']])).toEqual([
      ['mine.show', undefined],
      ['phase.show', 'assess'],
      ['form.show', 'reminder.snooze'],
    ]);
    expect(where).toMatch(/^Contoso · EMS/);
    expect(summary).toBe(`${lines[0]} · ${lines[1]}`);
  });

  test.each([
    ['en', ['Blocked today: A1 – Anna Schmidt, waiting for x', 'Blocked 1 day: A2 – no owner, waiting for y']],
    [
      'de',
      [
        'Heute blockiert: A1 – Anna Schmidt, wartet auf x',
        'Seit 1 Tag blockiert: A2 – niemand zuständig, wartet auf y',
      ],
    ],
  ] as const)('says in %s since when something is blocked, the longest first', (language, lines) => {
    const steps = [step(take('A1')), step(block('A1', 'x')), step(block('A2', 'y'), ben, '2026-11-29')];
    expect(itemLines(loaded(after(steps, { language })), language)).toEqual([
      ...[...lines].reverse(),
      expect.stringMatching(/I1, I2$/),
    ]);
  });

  test.each([
    [
      'en',
      'Overdue: I1, G2 – <at>Mehmet Yılmaz</at>; A1 – no owner',
      'Due Mon 30 Nov: I2 – <at>Ben Carter</at>',
      'Due Mon 7 Dec: E1 – Mehmet Yılmaz',
    ],
    [
      'de',
      'Überfällig: I1, G2 – <at>Mehmet Yılmaz</at>; A1 – niemand zuständig',
      'Fällig Mo., 30.11.: I2 – <at>Ben Carter</at>',
      'Fällig Mo., 07.12.: E1 – Mehmet Yılmaz',
    ],
  ] as const)(
    'names in %s what is due by its owner, wherever it stands, and mentions each of them once',
    (language, ...lines) => {
      const steps: readonly [Command, string][] = [
        [assign('G2', mehmet, '2026-11-27'), '2026-11-02'],
        [assign('I1', mehmet, '2026-11-26'), '2026-11-02'],
        [assign('I2', ben, '2026-11-30'), '2026-11-02'],
        [assign('E1', mehmet, '2026-12-07'), '2026-11-02'],
        [assign('E2', mehmet, '2026-12-08'), '2026-11-02'],
        [schedule('A1', '2026-11-28'), '2026-11-02'],
      ];
      const seen = loaded(
        after(
          steps.map(([command, on]) => step(command, anna, on)),
          { language },
        ),
      );
      const { texts, entities } = post(seen, {}, language);
      expect(texts.slice(2, 5)).toEqual(lines);
      expect(texts.join()).not.toContain('E2');
      expect(entities).toMatchObject([
        { text: '<at>Mehmet Yılmaz</at>', mentioned: { id: outsideId(2) } },
        { text: '<at>Ben Carter</at>', mentioned: { id: outsideId(1) } },
      ]);
    },
  );

  test('names what nobody owns in the current phase, and all that is done where there was none before', () => {
    const seen = loaded(after([step(take('I1')), step(complete('E1')), step(complete('E3'))]));
    expect(itemLines(seen)).toEqual(['No owner yet: I2', 'Done so far: E1, E3']);
    expect(itemLines(fresh('de'), 'de')).toEqual(['Noch niemand zuständig: I1, I2']);
  });

  test('tells of what came back since the one before only', () => {
    const back = (on: string) => [step(defer('A1', on), anna, '2026-11-10'), step(comeBack('A1'), 'lotse', on)];
    const { texts } = post(loaded(after(back('2026-11-26'))));
    expect(texts).toContain('Back: A1 – no owner');
    expect(post(loaded(after(back('2026-11-26'))), {}, 'de').texts).toContain('Wiedervorlage: A1 – niemand zuständig');
    expect(post(loaded(after(back('2026-11-20')))).texts.join()).not.toContain('Back');
  });

  test('compares with the one before only within the same phase', () => {
    const seen = loaded(after([step(advance('initiate', 'x'), anna, '2026-11-25')]));
    expect(post(seen, unsaid).texts[1]).toBe('Assess: 6 of 6 open');
  });

  test.each([
    [
      'en',
      [
        'Remediate: ready for the joint check',
        'FastTrack: Ben Carter, Mon 11 Jan 2027, 09:00',
        'Customer: waiting for Anna Schmidt',
        'Then: Enable opens',
      ],
    ],
    [
      'de',
      [
        'Korrekturphase: bereit zur gemeinsamen Prüfung',
        'FastTrack: Ben Carter, Mo., 11.01.2027, 09:00',
        'Kunde: Anna Schmidt steht noch aus',
        'Danach: Aktivierungsphase',
      ],
    ],
  ] as const)('says in %s whose word the joint check waits for', (language, lines) => {
    const seen = jointCheckOf(language, [step(confirm(), ben, '2027-01-11')]);
    const { texts } = post(
      seen,
      { before: { ...unsaid.before, at: '2027-01-12T08:00:00.000Z', phase: 'remediate', open: 1 } },
      language,
    );
    expect(texts.slice(-4)).toEqual(lines);
    expect(texts.join()).not.toContain('R2');
  });

  test('says what follows the last phase, and that all are over', () => {
    const inEnable = loaded(
      after((['initiate', 'assess', 'remediate'] as const).map((phase) => step(advance(phase, 'x')))),
    );
    expect(post(inEnable).texts.at(-1)).toBe('Then: the onboarding can be finished');
    const { texts, titles, summary } = post(turnsOf('en')['after the last phase']);
    expect(texts[1]).toBe('All four phases are behind you.');
    expect(titles).toEqual(['My items', 'Show Enable', 'Quiet until…']);
    expect(summary).toBe('Checkpoint tomorrow, Tue 1 Dec 09:00 · All four phases are behind you.');
  });

  test('shows what people typed as they typed it', () => {
    const reason = '**b** <at>x</at> [l](y) {{z}}';
    const seen = loaded(after([step(take('I1')), step(block('I1', reason), anna, '2026-11-29')]), () => 'R&D_*1*');
    const { texts, entities } = post(seen);
    expect(texts.map(readAloud)).toContain(`Blocked 1 day: I1 – R&D_*1*, waiting for ${reason}`);
    expect(entities).toEqual([]);
  });
});

describe('its title', () => {
  test.each([
    ['2026-11-30', false, 'Checkpoint today, Mon 30 Nov 10:00', 'Checkpoint heute, Mo., 30.11., 10:00'],
    ['2026-12-01', false, 'Checkpoint tomorrow, Tue 1 Dec 10:00', 'Checkpoint morgen, Di., 01.12., 10:00'],
    ['2026-12-03', false, 'Checkpoint on Thu 3 Dec, 10:00', 'Checkpoint am Do., 03.12., 10:00'],
    [
      '2026-12-01',
      true,
      'Checkpoint tomorrow, Tue 1 Dec 10:00 – this comes late',
      'Checkpoint morgen, Di., 01.12., 10:00 – kommt verspätet',
    ],
    ['2026-11-23', true, 'Checkpoint of Mon 23 Nov – this comes late', 'Checkpoint vom Mo., 23.11. – kommt verspätet'],
    ['2026-11-27', false, 'Checkpoint of Fri 27 Nov – this comes late', 'Checkpoint vom Fr., 27.11. – kommt verspätet'],
    [
      undefined,
      true,
      'Checkpoint, catching up – what was due meanwhile',
      'Checkpoint nachgeholt – was inzwischen fällig war',
    ],
  ] as const)('says when the meeting of %s is, late: %s', (meeting, late, english, german) => {
    const { meeting: _, ...others } = tomorrow;
    const news: CheckpointNews = { ...others, late, ...(meeting !== undefined && { meeting }) };
    for (const [language, title] of [
      ['en', english],
      ['de', german],
    ] as const) {
      const { texts, summary } = posted(exampleOf(language), { show: 'checkpoint', news }, { language });
      expect(texts[0]).toBe(title);
      expect(summary.startsWith(`${title} · `)).toBe(true);
      expect(summary).toMatch(/^Checkpoint/);
    }
  });

  test('says where it starts now, unless that was a while ago', () => {
    const titleOf = (late: boolean, language: Language = 'en') =>
      post(loaded(after([step(note('E1'))], { language })), { meeting: today, late }, language).texts[0];
    expect(titleOf(false)).toBe('Checkpoint now, Mon 30 Nov 09:00');
    expect(titleOf(false, 'de')).toBe('Checkpoint jetzt, Mo., 30.11., 09:00');
    expect(titleOf(true)).toBe('Checkpoint today, Mon 30 Nov 09:00 – this comes late');
  });
});

test.each([
  ['08:00', 'now'],
  ['08:01', 'today'],
])('a post on the day of a meeting at %s says it is %s', (time, when) => {
  const checkpoint = { every: 'week', weekday: 1, time, remind: 'sameDay' } as const;
  const [title] = post(loaded(after([step(note('E1'))], { checkpoint })), { meeting: today }).texts;
  expect(title).toBe(`Checkpoint ${when}, Mon 30 Nov ${time}`);
});

describe('where nothing is due and nothing changed', () => {
  const same = (language: Language, news: Partial<CheckpointNews> = {}) =>
    post(loaded(after([], { language, ...tuesdays })), { ...unsaid, ...news }, language);

  test.each([
    ['en', 'Checkpoint tomorrow, 10:00. No change since Tue 24 Nov, nothing due.'],
    ['de', 'Checkpoint morgen, 10:00. Seit Di., 24.11. keine Änderung, nichts fällig.'],
  ] as const)('it is one line in %s, with the same buttons', (language, text) => {
    const { texts, titles, summary } = same(language);
    expect(texts).toEqual([text]);
    expect(summary).toBe(text);
    expect(titles).toHaveLength(3);
  });

  test('it says when it comes late, and when it only catches up', () => {
    expect(same('en', { late: true }).summary).toBe(
      'Checkpoint tomorrow, 10:00 – this comes late. No change since Tue 24 Nov, nothing due.',
    );
    const missed: CheckpointNews = { type: 'checkpoint', late: true, before: unsaid.before };
    const { summary } = posted(fresh('de'), { show: 'checkpoint', news: missed }, { language: 'de' });
    expect(summary).toBe('Checkpoint nachgeholt. Seit Di., 24.11. keine Änderung, nichts fällig.');
  });

  test.each<readonly [string, readonly Command[], string, PersonId]>([
    ['is overdue', [schedule('E1', '2026-11-27')], '2026-11-02', mehmet],
    ['is due', [schedule('E1', '2026-12-07')], '2026-11-02', mehmet],
    ['was blocked', [block('E1', 'x')], '2026-11-02', mehmet],
    ['was done', [complete('E1')], '2026-11-25', mehmet],
    ['was deferred', [defer('E1', '2027-01-25', 'x')], '2026-11-25', mehmet],
    ['was acknowledged', [acknowledge('G1')], '2026-11-25', mehmet],
    ['got a note', [note('E1')], '2026-11-25', mehmet],
    ['got a day far ahead', [schedule('E1', '2027-01-25')], '2026-11-25', mehmet],
    ['was added here', [add('initiate', 'one')], '2026-11-25', anna],
    ['became settled, and waits for agreement', [complete('I1'), defer('I2')], '2026-11-02', mehmet],
  ])('it is told in full as soon as something %s', (_, commands, on, by) => {
    const seen = loaded(
      after(
        commands.map((command) => step(command, by, on)),
        tuesdays,
      ),
    );
    expect(post(seen, unsaid).texts.length).toBeGreaterThan(1);
  });

  test('it is told in full where there was none before', () => {
    const { before: _, ...first } = tomorrow;
    expect(posted(fresh('en'), { show: 'checkpoint', news: first }).texts.length).toBeGreaterThan(1);
  });

  test('what happened before the one before is no change', () => {
    const seen = loaded(after([step(complete('E1'), anna, '2026-11-20')], tuesdays));
    expect(post(seen, unsaid).texts).toHaveLength(1);
  });
});

describe('nobody is mentioned', () => {
  const due = step(assign('I1', mehmet, '2026-11-27'), anna, '2026-11-20');
  const lineOf = (...more: Parameters<typeof step>[]) => {
    const { texts, entities } = post(loaded(after([due, ...more.map((one) => step(...one))])));
    return [texts[2], entities.length];
  };

  test('unless they are to be told', () => {
    expect(lineOf()).toEqual(['Overdue: I1 – <at>Mehmet Yılmaz</at>', 1]);
    expect(lineOf([snooze('2026-12-02'), mehmet])).toEqual(['Overdue: I1 – Mehmet Yılmaz', 0]);
    expect(lineOf([snooze('2026-11-30'), mehmet, '2026-11-20'])).toEqual(['Overdue: I1 – <at>Mehmet Yılmaz</at>', 1]);
    expect(lineOf([away(mehmet, '2026-12-02'), mehmet])).toEqual(['Overdue: I1 – Mehmet Yılmaz', 0]);
    expect(lineOf([leaveTeam(mehmet), 'lotse'])).toEqual(['Overdue: I1 – Mehmet Yılmaz (owner left)', 0]);
  });

  test('where people are told privately', () => {
    expect(lineOf([setCheckpoint({ mention: 'private' })])).toEqual(['Overdue: I1 – Mehmet Yılmaz', 0]);
  });

  test('because of what is not due', () => {
    expect(lineOf([take('I2'), anna], [block('I2', 'x'), anna, '2026-11-28']).at(-1)).toBe(1);
  });
});

describe('much of it', () => {
  const crowd = Array.from({ length: 60 }, (_, at) => `p${at + 10}`);
  const crowded = (seen: Loaded, name: string): Loaded => ({
    ...seen,
    people: {
      ...seen.people,
      ...Object.fromEntries(crowd.map((person, at) => [person, { id: outsideId(at + 10), name: `${at} ${name}` }])),
    },
  });
  const titles = Array.from({ length: 17 }, (_, at) => `${at} x`);
  const begun = [step(add('assess', ...titles), anna, '2026-11-02')];
  const all = Object.keys(after(begun).items).slice(0, 60);

  test.each(['en', 'de'] as const)('is cut in %s, and what is left out is counted', (language) => {
    const owned = all
      .slice(0, 12)
      .map((item, at) => step(assign(item, crowd[at] ?? anna, '2026-11-03'), anna, '2026-11-02'));
    const blocked = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'E1'].map((item, at) =>
      step(block(item, 'x'), anna, `2026-11-0${at + 2}`),
    );
    const seen = crowded(loaded(after([...begun, ...owned, ...blocked], { language })), 'Person');
    const { texts, entities } = post(seen, {}, language);
    expect(texts[2]).toMatch(
      language === 'en' ? /<at>9 Person<\/at> and 2 more$/ : /<at>9 Person<\/at> und 2 weitere$/,
    );
    expect(entities).toHaveLength(10);
    expect(texts.filter((text) => /^(?:Blocked|Seit) \d+/.test(text))).toHaveLength(5);
    expect(texts).toContain(language === 'en' ? 'Also blocked: A6, E1' : 'Außerdem blockiert: A6, E1');
  });

  test.each(
    (['en', 'de'] as const).flatMap((language) =>
      (['overdue', 'due soon'] as const).flatMap((when) =>
        ['漢', '<', '👨‍👩‍👧‍👦', '"\\'].map((mark) => [language, when, mark] as const),
      ),
    ),
  )('fits on one card in %s with sixty items %s, whose owners are called %s', (language, when, mark) => {
    const owned = all.flatMap((item, at) => {
      const dueOn = when === 'overdue' ? '2026-11-03' : `2026-12-0${(at % 7) + 1}`;
      return [
        step(assign(item, crowd[at] ?? anna, dueOn), anna, '2026-11-02'),
        ...(at % 2 === 0 ? [step(block(item, mark.repeat(300).slice(0, 300)), anna, '2026-11-02')] : []),
      ];
    });
    const customer = mark.repeat(80).slice(0, 80);
    const seen = crowded(loaded(after([...begun, ...owned], { language, customer })), mark.repeat(60));
    const overview: Post = {
      place: { tenantId: outsideId(0), conversationId: `19:${outsideId(1)}_${outsideId(2)}@unq.gbl.spaces` },
      address: '{"conversation":{"id":"","conversationType":"groupChat"}}',
      activityId: '1690000000000',
    };
    const { card } = view({ language, says: [], show: { show: 'checkpoint', news: tomorrow }, seen, today, overview });
    const { entities, texts } = post(seen, {}, language);
    expect(bytesOf(card)).toBeLessThanOrEqual(28 * 1024);
    expect(entities.length).toBe(10);
    expect(texts.at(-1)).toBe(language === 'en' ? 'Then: Assess opens' : 'Danach: Analysephase');
  });
});

describe('an old checkpoint post', () => {
  const over = (news: CheckpointNews, language: Language, overview?: Post) =>
    view({
      ...{ language, says: [], show: { show: 'checkpointOver', news }, seen: exampleOf(language), today },
      ...(overview && { overview }),
    });

  test.each([
    ['en', 'Checkpoint of Tue 1 Dec · newer one below', 'Checkpoint, catching up · newer one below'],
    [
      'de',
      'Checkpoint vom Di., 01.12. · neuerer Beitrag weiter unten',
      'Checkpoint nachgeholt · neuerer Beitrag weiter unten',
    ],
  ] as const)('is one line in %s', (language, text, missed) => {
    const { card, summary } = over(tomorrow, language);
    expect(card['body']).toMatchObject([{ type: 'TextBlock', text }]);
    expect(summary).toBe(text);
    expect(over({ type: 'checkpoint', late: true }, language).summary).toBe(missed);
  });

  test('leads to the overview', () => {
    const place = { tenantId: outsideId(0), conversationId: '19:x@thread.tacv2' };
    const { card, summary } = over(tomorrow, 'en', { place, address: '', activityId: '1' });
    const [line, ...others] = card['body'] as readonly { text: string }[];
    expect(line?.text).toMatch(
      /^Checkpoint of Tue 1 Dec · newer one below · \[Overview\]\(https:\/\/teams\.microsoft\.com\//,
    );
    expect(others).toEqual([]);
    expect(summary).not.toContain('https');
  });
});

describe('the overview', () => {
  const lineOf = (commands: readonly Command[], on = today, language: Language = 'en') =>
    posted(
      loaded(
        after(
          commands.map((command) => step(command)),
          { ...tuesdays, language },
        ),
      ),
      { show: 'overview' },
      { on, language },
    ).texts.filter((text) => text.startsWith('Checkpoint'));

  test('says when the next checkpoint is', () => {
    expect(lineOf([])).toEqual(['Checkpoint: Tue 1 Dec, 10:00']);
    expect(lineOf([], '2026-12-02')).toEqual(['Checkpoint: Tue 8 Dec, 10:00']);
    expect(lineOf([skip('2026-12-01')], today, 'de')).toEqual(['Checkpoint: Di., 08.12., 10:00']);
  });

  test('says nothing of it where there is none', () => {
    expect(lineOf([setCheckpoint({ every: 'off' })])).toEqual([]);
    expect(lineOf([pause('2027-01-11')])).toEqual([]);
  });
});
