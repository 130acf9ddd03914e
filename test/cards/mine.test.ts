import type { Involved, Showing } from '../../src/application/reply';
import type { Loaded } from '../../src/application/loaded';
import { type Language, lotse } from '../../src/engagement';
import {
  acknowledge,
  anna,
  assign,
  ben,
  block,
  comeBack,
  complete,
  confirm,
  defer,
  exclude,
  leaveTeam,
  mehmet,
  pause,
  schedule,
  take,
} from '../support/given';
import { readAloud } from './elements';
import { mineOf, shown } from './shown';
import { after, codes, exampleOf, fresh, jointCheckOf, loaded, step, today, turnsOf, unstarted } from './situations';

/** Headings and codes, in the order in which they are read. */
const read = (texts: readonly string[]): readonly string[] =>
  texts
    .map(readAloud)
    .flatMap((text) => /^[A-Z]\d+(?= )|^(?:Overdue|Due in|Waiting|Confirm|Open$|Deferred$).*/.exec(text) ?? []);

const everything = loaded(
  after([
    step(assign('A1', mehmet, '2026-11-29'), anna, '2026-11-20'),
    step(assign('A2', mehmet, '2026-11-23'), anna, '2026-11-20'),
    step(assign('A3', mehmet, '2026-12-07'), anna),
    step(assign('A4', mehmet, '2026-11-30'), anna),
    step(assign('A5', mehmet, '2026-12-08'), anna),
    step(assign('E1', mehmet), anna),
    step(take('E2'), mehmet),
    step(take('E3'), mehmet),
    step(block('E3', 'the vendor'), mehmet),
    step(take('E4'), mehmet),
    step(defer('E4', '2027-01-25', 'delivery'), mehmet),
    step(take('E5'), mehmet),
    step(complete('E5'), mehmet),
    step(exclude('I2', 'no need'), mehmet),
  ]),
);

const several = (...of: readonly (readonly [Loaded, string])[]): Showing => ({
  show: 'mine',
  of: of.map(([seen, customer], at): Involved => {
    const named = { ...seen, id: `id-${at}`, engagement: { ...seen.engagement, customer } };
    return { seen: named, asker: mehmet, today };
  }),
});

describe('my items', () => {
  test('stand in the first group that fits, the most pressing first', () => {
    const { texts, summary } = shown(everything, mineOf(everything, mehmet), { asker: mehmet });
    expect(read(texts)).toEqual([
      ...['Overdue', 'A2', 'A1'],
      ...['Due in the next 7 days', 'A4', 'A3'],
      ...['Waiting for you to accept', 'A5', 'E1'],
      ...['Open', 'E2', 'E3'],
      ...['Deferred', 'E4'],
    ]);
    expect(summary).toBe('My items: 8 open');
  });

  test('hold for those who steer what waits for their word, their own or not', () => {
    const { texts, summary } = shown(everything, mineOf(everything, ben), { asker: ben });
    expect(read(texts)).toEqual(['Waiting for you to acknowledge', 'I2', 'E4']);
    expect(summary).toBe('My items: 0 open');
  });

  test.each([
    ['en', 'Confirm results', 'Remediate: ready for the joint check\u00a0›'],
    ['de', 'Ergebnis bestätigen', 'Korrekturphase: bereit zur gemeinsamen Prüfung\u00a0›'],
  ] as const)('hold in %s the joint check while the word of my side is missing', (language, heading, row) => {
    const of = (seen: Loaded, asker: string) => shown(seen, mineOf(seen, asker), { language, asker }).texts;
    const seen = jointCheckOf(language);
    for (const asker of [anna, ben]) expect(of(seen, asker)).toEqual(expect.arrayContaining([heading, row]));
    expect(of(seen, mehmet)).not.toContain(heading);
    const half = jointCheckOf(language, [step(confirm(), ben, '2027-01-12')]);
    expect(of(half, anna)).toContain(heading);
    expect(of(half, ben)).not.toContain(heading);
  });

  test.each([
    ['en', ['My items', 'Nothing is waiting for you here.']],
    ['de', ['Meine Punkte', 'Hier wartet nichts auf Sie.']],
  ] as const)('may be none, which is said in %s', (language, lines) => {
    const { texts, titles } = shown(fresh(language), mineOf(fresh(language), mehmet), { language, asker: mehmet });
    expect(texts.slice(-2)).toEqual(lines);
    expect(titles).toHaveLength(1);
  });

  test('of a paused onboarding say so', () => {
    const seen = turnsOf('en').paused;
    const { texts, rows } = shown(seen, mineOf(seen, mehmet), { asker: mehmet });
    expect(texts).toContain('Paused since Mon 30 Nov (Anna Schmidt); resumes by itself on Mon 11 Jan 2027.');
    expect(rows).toHaveLength(1);
  });

  test('are overdue from the day after, on the day that it is where the onboarding is', () => {
    const seen = loaded(after([step(take('A1', '2026-11-30'), mehmet)]));
    const { texts } = shown(seen, mineOf(seen, mehmet), { asker: mehmet, on: '2026-12-01' });
    expect(read(texts)).toEqual(['Due in the next 7 days', 'A1']);
    expect(texts.at(-1)).toBe('accepted · due Mon 30 Nov');
  });

  test('can be opened one by one without tapping a row', () => {
    const { inputs, titles } = shown(everything, mineOf(everything, mehmet), { asker: mehmet });
    expect(inputs[0]).toMatchObject({ id: 'itemId', value: 'A2' });
    expect(titles).toEqual(['Open', 'Overview', 'Quiet until…']);
  });
});

describe('my items asked for among others', () => {
  test('are six, with a button that shows all', () => {
    const { rows, texts, buttons, titles } = shown(everything, mineOf(everything, mehmet), {
      asker: mehmet,
      brief: true,
    });
    expect(rows).toHaveLength(6);
    expect(texts.at(-1)).toBe('and 3 more');
    expect(titles).toEqual(['Open', 'Show all', 'Overview', 'Quiet until…']);
    expect(buttons[1]).toMatchObject({ verb: 'mine.show', data: { engagementId: everything.id } });
  });

  test('are all of them where they are few', () => {
    const seen = exampleOf('en');
    const { titles } = shown(seen, mineOf(seen, mehmet), { asker: mehmet, brief: true });
    expect(titles).toEqual(['Open', 'Overview', 'Quiet until…']);
  });
});

describe('my items over several onboardings', () => {
  const paused = loaded(after([step(take('I1', '2026-11-18'), mehmet, '2026-11-10'), step(pause('2027-01-11'))]));
  const { texts, rows, buttons, inputs, summary } = shown(
    unstarted,
    several([everything, 'Contoso'], [paused, 'Fabrikam *1*']),
    { asker: mehmet },
  );

  test('are one list, in which each says whose it is', () => {
    expect(read(texts).slice(0, 4)).toEqual(['Overdue', 'I1', 'A2', 'A1']);
    expect(texts[texts.findIndex((text) => text.startsWith('**I1**')) + 1]).toMatch(
      /^Fabrikam \\\*1\\\* · paused · accepted · overdue 12 days$/,
    );
    expect(texts[texts.findIndex((text) => text.startsWith('**A2**')) + 1]).toBe('Contoso · overdue 7 days');
    expect(summary).toBe('My items: 9 open');
  });

  test('lead each to its own onboarding', () => {
    expect(rows.slice(0, 2).map(({ data }) => data)).toEqual([
      { engagementId: 'id-1', itemId: 'I1' },
      { engagementId: 'id-0', itemId: 'A2' },
    ]);
    expect(buttons.map(({ title, verb, data }) => [title, verb, data])).toEqual([
      ['Contoso', 'engagement.show', { engagementId: 'id-0' }],
      ['Fabrikam *1*', 'engagement.show', { engagementId: 'id-1' }],
    ]);
    expect(inputs).toEqual([]);
  });

  test('say of two for the same customer since when each runs, and of two that began on the same day which it is', () => {
    const later = loaded(after([step(take('I1', '2026-11-20'), mehmet, '2026-11-16')]));
    const { started } = later.engagement;
    const began = { ...later, engagement: { ...later.engagement, started: { ...started!, on: '2026-11-16' } } };
    const of = several([everything, 'R&D *1*'], [everything, 'R&D *1*'], [began, 'R&D *1*']);
    const answer = shown(unstarted, of, { asker: mehmet });
    const names = ['R&D *1* (since Mon 2 Nov) (1)', 'R&D *1* (since Mon 2 Nov) (2)', 'R&D *1* (since Mon 16 Nov)'];
    expect(answer.titles).toEqual(names);
    const said = answer.texts.map(readAloud).flatMap((text) => /^R&D .*?(?= · )/.exec(text) ?? []);
    expect([...new Set(said)].sort()).toEqual([...names].sort());
    expect(answer.texts).toContain('R&amp;D \\*1\\* (since Mon 16 Nov) · accepted · overdue 10 days');
  });

  test('are counted where they are more than fit, and so are the buttons kept to five', () => {
    const many = loaded(after(codes.map((item) => step(assign(item, mehmet)))));
    const all = several(...Array.from({ length: 7 }, () => [many, 'Contoso'] as const));
    const answer = shown(unstarted, all, { asker: mehmet, language: 'de' });
    expect(answer.rows).toHaveLength(25);
    expect(answer.texts.at(-1)).toBe(`und noch ${7 * 43 - 25}`);
    expect(answer.titles).toHaveLength(5);
    expect(answer.summary).toBe('Meine Punkte: 301 offen');
  });

  test('may be none', () => {
    const none = several([fresh('en'), 'Contoso'], [fresh('en'), 'Fabrikam']);
    expect(shown(unstarted, none, { asker: mehmet }).texts).toContain(
      'Nothing is waiting for you in any of your onboardings.',
    );
  });

  test.each([
    ['en', /^You are not part of any running onboarding\. You can start one in a channel/],
    ['de', /^Sie sind derzeit an keinem laufenden Onboarding beteiligt\. Starten können Sie eines in einem Kanal/],
  ] as const)('say in %s how to start where there is no onboarding at all', (language, text) => {
    const { texts, summary, titles } = shown(unstarted, { show: 'mine', of: [] }, { asker: mehmet, language });
    expect(texts.at(-1)).toMatch(text);
    expect(summary).toMatch(text);
    expect(titles).toHaveLength(1);
  });

  test('are shown even where an onboarding was discarded', () => {
    const { discarded } = turnsOf('en');
    const of = several([everything, 'Contoso'], [paused, 'Fabrikam']);
    expect(shown(discarded, of, { asker: mehmet }).rows).toHaveLength(10);
  });
});

describe('what is due for me', () => {
  const due = (seen: Loaded, asker: string, language: Language = 'en', personal = true) =>
    shown(
      seen,
      { show: 'mine', of: [{ seen, asker, today }], due: true },
      { language, asker, ...(personal && { personal }) },
    );
  const blocked = (on: string) => [step(take('E6'), mehmet, on), step(block('E6', 'the vendor'), mehmet, on)];
  const back = (on: string) => [step(defer('E7', on), anna, '2026-11-10'), step(comeBack('E7'), lotse, on)];

  test.each([
    ['en', 'Due for you', 'Due for you: 6 items', ['Open', 'My items', 'Overview', 'Quiet until…']],
    ['de', 'Bei Ihnen fällig', 'Bei Ihnen fällig: 6 Punkte', ['Öffnen', 'Meine Punkte', 'Übersicht', 'Stumm bis…']],
  ] as const)('has a heading of its own in %s', (language, title, line, buttons) => {
    const { texts, summary, titles } = due(everything, mehmet, language);
    expect(texts[0]).toBe(title);
    expect(summary).toBe(line);
    expect(titles).toEqual(buttons);
  });

  test('is what is overdue, due soon or waits for me, and nothing else', () => {
    expect(read(due(everything, mehmet).texts)).toEqual([
      ...['Overdue', 'A2', 'A1'],
      ...['Due in the next 7 days', 'A4', 'A3'],
      ...['Waiting for you to accept', 'A5', 'E1'],
    ]);
    expect(read(due(everything, ben).texts)).toEqual(['Waiting for you to acknowledge', 'I2', 'E4']);
    expect(due(jointCheckOf('en'), anna).texts).toContain('Confirm results');
  });

  test('holds what is blocked for a week, and what came back within one', () => {
    const textsOf = (...steps: readonly ReturnType<typeof step>[]) => due(loaded(after(steps)), mehmet).texts;
    expect(textsOf(...blocked('2026-11-23'))).toContain('Blocked for a week or longer');
    expect(textsOf(...blocked('2026-11-24'))).toContain('Nothing is waiting for you here.');
    const own = step(assign('E7', mehmet), anna, '2026-11-02');
    expect(textsOf(own, step(acknowledge('E7'), mehmet, '2026-11-02'), ...back('2026-11-23'))).toContain('Back again');
    expect(textsOf(own, step(acknowledge('E7'), mehmet, '2026-11-02'), ...back('2026-11-20'))).toContain(
      'Nothing is waiting for you here.',
    );
  });

  test('is for leads also what nobody owns, or whose owner left', () => {
    const seen = loaded(
      after([
        step(schedule('A1', '2026-11-27'), anna, '2026-11-20'),
        step(assign('A2', mehmet, '2026-12-04'), anna, '2026-11-20'),
        step(schedule('A3', '2026-12-08'), anna, '2026-11-20'),
        step(leaveTeam(mehmet), lotse),
        ...back('2026-11-27'),
      ]),
    );
    expect(read(due(seen, anna).texts)).toEqual(['Overdue', 'A1', 'Due in the next 7 days', 'A2', 'E7']);
    expect(due(seen, anna).texts).toContain('Back again');
    expect(read(due(seen, ben).texts)).toEqual([]);
  });

  test('is nothing in an onboarding that is paused', () => {
    expect(due(turnsOf('en').paused, mehmet).rows).toEqual([]);
    expect(due(exampleOf('en'), mehmet).rows).toHaveLength(1);
  });

  test('stands in one list over all my onboardings, with the way to all that is mine', () => {
    const { texts, buttons } = shown(
      everything,
      { ...several([everything, 'Contoso'], [exampleOf('en'), 'Fabrikam']), due: true } as Showing,
      { asker: mehmet, personal: true },
    );
    expect(read(texts).slice(0, 4)).toEqual(['Overdue', 'A2', 'A3', 'A1']);
    expect(texts).toContain('Fabrikam · accepted · overdue 3 days');
    expect(buttons.map(({ title, data }) => [title, data])).toEqual([
      ['My items', {}],
      ['Contoso', { engagementId: 'id-0' }],
      ['Fabrikam', { engagementId: 'id-1' }],
    ]);
  });
});
