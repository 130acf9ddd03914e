import { readAction } from '../../src/adapters/teams/action';
import { showItems } from '../../src/adapters/teams/view/press';
import type { Showing } from '../../src/application/reply';
import { type Condition, conditions, type ItemQuestion } from '../../src/application/request';
import type { ItemCode, Language, PersonId } from '../../src/engagement';
import {
  add,
  advance,
  anna,
  assign,
  ben,
  complete,
  confirm,
  defer,
  exclude,
  leaveTeam,
  lotse,
  mehmet,
  pause,
  take,
} from '../support/given';
import { shown } from './shown';
import { after, codes, exampleOf, fresh, jointCheckOf, loaded, outsideId, step, turnsOf } from './situations';

const people: Readonly<Record<string, PersonId>> = { [outsideId(0)]: anna, [outsideId(2)]: mehmet };

const asking = (question: ItemQuestion, items: readonly ItemCode[]): Showing => {
  const person = question.person === undefined ? undefined : (people[question.person] ?? 'p0');
  return { show: 'items', question, items, ...(person !== undefined && { person }) };
};

const answer = (question: ItemQuestion, items: readonly ItemCode[], language: Language = 'en'): string =>
  shown(exampleOf(language), asking(question, items), { language, asker: ben }).summary;

const inAssess = { section: 'assess' } as const;
const ofAnna = { person: outsideId(0) };
const thisWeek = { from: '2026-11-30', to: '2026-12-06' };

describe('which items stand so is answered in a sentence', () => {
  test.each<[Condition, en: string, de: string]>([
    ['open', 'Open in Assess: A3, A6', 'Offen in der Analysephase: A3, A6'],
    ['complete', 'Done in Assess: A3, A6', 'Erledigt in der Analysephase: A3, A6'],
    ['deferred', 'Deferred in Assess: A3, A6', 'Zurückgestellt in der Analysephase: A3, A6'],
    ['excluded', 'Not applicable in Assess: A3, A6', 'Entfallen in der Analysephase: A3, A6'],
    ['blocked', 'Blocked in Assess: A3, A6', 'Blockiert in der Analysephase: A3, A6'],
    ['overdue', 'Overdue in Assess: A3, A6', 'Überfällig in der Analysephase: A3, A6'],
    ['unassigned', 'Without an owner in Assess: A3, A6', 'Ohne Zuständige in der Analysephase: A3, A6'],
    [
      'unacknowledged',
      'Not acknowledged yet in Assess: A3, A6',
      'Noch nicht zur Kenntnis genommen in der Analysephase: A3, A6',
    ],
    ['due', 'Due in Assess: A3, A6', 'Fällig in der Analysephase: A3, A6'],
  ])('%s', (which, en, de) => {
    const ask = (language: Language) => answer({ which, ...inAssess }, ['A3', 'A6'], language);
    expect([ask('en'), ask('de')]).toEqual([en, de]);
  });

  test.each<[Condition, en: string, de: string]>([
    ['open', 'Nothing is open.', 'Nichts ist offen.'],
    ['complete', 'Nothing is done yet.', 'Bisher ist nichts erledigt.'],
    ['deferred', 'Nothing is deferred.', 'Nichts ist zurückgestellt.'],
    ['excluded', 'Nothing is marked as not applicable.', 'Kein Punkt entfällt.'],
    ['blocked', 'Nothing is blocked.', 'Nichts ist blockiert.'],
    ['overdue', 'Nothing is overdue.', 'Nichts ist überfällig.'],
    ['unassigned', 'Everything open has an owner.', 'Für alles Offene ist jemand zuständig.'],
    ['unacknowledged', 'Everything open is acknowledged.', 'Alles Offene ist zur Kenntnis genommen.'],
    ['due', 'None of the open items has a due date.', 'Keiner der offenen Punkte hat ein Fälligkeitsdatum.'],
  ])('none: %s', (which, en, de) => {
    expect([answer({ which }, []), answer({ which }, [], 'de')]).toEqual([en, de]);
  });

  test.each<[string, ItemQuestion, readonly ItemCode[], en: string, de: string]>([
    ['one', { which: 'excluded' }, ['A2'], 'Not applicable: A2', 'Entfällt: A2'],
    [
      'in General',
      { which: 'overdue', section: 'general' },
      ['G3'],
      'Overdue in General: G3',
      'Überfällig unter „Allgemein“: G3',
    ],
    [
      'of one person',
      { which: 'open', ...ofAnna },
      ['A3', 'A6', 'I2'],
      'Anna Schmidt · Open: A3, A6, I2',
      'Anna Schmidt · Offen: A3, A6, I2',
    ],
    [
      'one of one person there',
      { which: 'excluded', ...ofAnna, ...inAssess },
      ['A2'],
      'Anna Schmidt · Not applicable in Assess: A2',
      'Anna Schmidt · Entfällt in der Analysephase: A2',
    ],
    [
      'in a period',
      { which: 'due', ...thisWeek },
      ['A3'],
      'Due Mon 30 Nov to Sun 6 Dec: A3',
      'Fällig vom Mo., 30.11. bis zum So., 06.12.: A3',
    ],
    [
      'on one day there',
      { which: 'due', from: '2026-12-04', to: '2026-12-04', ...inAssess },
      ['A3'],
      'Due Fri 4 Dec in Assess: A3',
      'Fällig am Fr., 04.12. in der Analysephase: A3',
    ],
    ['until a day', { which: 'due', to: '2026-12-04' }, ['A3'], 'Due by Fri 4 Dec: A3', 'Fällig bis Fr., 04.12.: A3'],
    [
      'of one person from a day on',
      { which: 'due', from: '2026-12-04', ...ofAnna },
      ['A3'],
      'Anna Schmidt · Due from Fri 4 Dec on: A3',
      'Anna Schmidt · Fällig ab Fr., 04.12.: A3',
    ],
    [
      'that also are due',
      { which: 'blocked', to: '2026-12-04', ...inAssess },
      ['A6'],
      'Blocked in Assess, due by Fri 4 Dec: A6',
      'Blockiert in der Analysephase, fällig bis Fr., 04.12.: A6',
    ],
    [
      'none there',
      { which: 'overdue', ...inAssess },
      [],
      'Assess: nothing overdue.',
      'Analysephase: nichts überfällig.',
    ],
    [
      'none there that nobody has',
      { which: 'unassigned', ...inAssess },
      [],
      'Assess: nothing without an owner.',
      'Analysephase: kein Punkt ohne Zuständige.',
    ],
    [
      'none that do not apply there',
      { which: 'excluded', to: '2026-12-04', ...inAssess },
      [],
      'Assess: nothing marked as not applicable, due by Fri 4 Dec.',
      'Analysephase: kein Punkt entfällt, fällig bis Fr., 04.12.',
    ],
    [
      'none of one person there',
      { which: 'open', ...ofAnna, ...inAssess },
      [],
      'Anna Schmidt: nothing open in Assess.',
      'Anna Schmidt: nichts offen in der Analysephase.',
    ],
    [
      'none due',
      { which: 'due', ...thisWeek },
      [],
      'Nothing is due Mon 30 Nov to Sun 6 Dec.',
      'Es ist vom Mo., 30.11. bis zum So., 06.12. nichts fällig.',
    ],
    [
      'none that also are due',
      { which: 'blocked', to: '2026-12-04' },
      [],
      'Due by Fri 4 Dec: nothing blocked.',
      'Fällig bis Fr., 04.12.: nichts blockiert.',
    ],
    [
      'none due there, with one full stop after a German day',
      { which: 'due', to: '2026-12-04', ...inAssess },
      [],
      'Assess: nothing due by Fri 4 Dec.',
      'Analysephase: nichts fällig bis Fr., 04.12.',
    ],
    [
      'of somebody who did nothing here',
      { which: 'open', person: outsideId(9) },
      [],
      'This person: nothing open.',
      'Diese Person: nichts offen.',
    ],
    [
      'of whoever asks',
      { which: 'overdue', ...ofAnna },
      ['A6'],
      'With you · Overdue: A6',
      'Bei Ihnen · Überfällig: A6',
    ],
  ])('%s', (name, question, items, en, de) => {
    const asker = name === 'of whoever asks' ? anna : ben;
    const ask = (language: Language) =>
      shown(exampleOf(language), asking(question, items), { language, asker }).summary;
    expect([ask('en'), ask('de')]).toEqual([en, de]);
  });

  test('with ranges, and as many codes as are read at a glance', () => {
    expect(answer({ which: 'open' }, codes)).toBe('Open: G1–G25, I1, I2, A1–A6, R1, R2, E1–E8');
    const scattered = [...codes.filter((_, at) => at % 2 === 0 && at < 24), 'I1', 'A1', 'A2', 'A3'];
    expect(answer({ which: 'open' }, scattered)).toBe(
      'Open: G1, G3, G5, G7, G9, G11, G13, G15, G17, G19, G21, G23 and 4 more',
    );
    expect(answer({ which: 'open' }, [...scattered.slice(0, 11), 'A1', 'A2', 'A3'], 'de')).toBe(
      'Offen: G1, G3, G5, G7, G9, G11, G13, G15, G17, G19, G21, A1–A3',
    );
    // How many more somebody has is not said.
    expect(answer({ which: 'open', ...ofAnna }, scattered)).toBe(
      'Anna Schmidt · Open: G1, G3, G5, G7, G9, G11, G13, G15, G17, G19, G21, G23, …',
    );
  });
});

describe('the items that stand so', () => {
  const overdue: ItemQuestion = { which: 'overdue', ...inAssess, ...ofAnna, from: '2026-11-01', to: '2026-12-31' };

  test('have a title, a row each, and the way to the phase', () => {
    const { texts, rows, titles, inputs } = shown(exampleOf('de'), asking({ which: 'overdue', ...inAssess }, ['A3']), {
      language: 'de',
    });
    expect(texts).toEqual([
      'Überfällig in der Analysephase',
      '**A3** Termine zur Maßnahmenliste\u00a0›',
      'Mehmet Yılmaz · angenommen · 3 Tage überfällig',
    ]);
    expect(rows.map(({ data }) => data['itemId'])).toEqual(['A3']);
    expect(titles).toEqual(['Öffnen', 'Analysephase', 'Meine Punkte', 'Übersicht']);
    expect(inputs[0]).toMatchObject({ id: 'itemId', value: 'A3' });
  });

  test('of one person stand under their name', () => {
    expect(shown(exampleOf('en'), asking(overdue, ['A6']), { asker: ben }).texts[0]).toBe(
      'Anna Schmidt · Overdue in Assess, due Sun 1 Nov to Thu 31 Dec',
    );
  });

  test('are none: that is said, and nothing can be opened', () => {
    const { texts, titles, inputs } = shown(exampleOf('en'), asking({ which: 'blocked', section: 'general' }, []));
    expect(texts).toEqual(['Blocked in General', 'General: nothing blocked.']);
    expect(titles).toEqual(['My items', 'Overview']);
    expect(inputs).toEqual([]);
  });

  test('are six at most among several people, with a button that shows all of the same', () => {
    const { rows, texts, buttons } = shown(exampleOf('en'), asking(overdue, codes.slice(0, 9)), { brief: true });
    expect(rows.length).toBe(6);
    expect(texts.at(-1)).toBe('and 3 more');
    const all = buttons.find(({ title }) => title === 'Show all');
    expect(readAction(all?.verb, all?.data).request).toEqual({ type: 'show', what: 'items', question: overdue });
    const few = shown(exampleOf('en'), asking(overdue, codes.slice(0, 6)), { brief: true });
    expect(few.titles).not.toContain('Show all');
    expect(few.texts).not.toContain('and 0 more');
  });

  test('come page by page for one person alone, with nothing twice and nothing left out', () => {
    const pages = [1, 2, 99].map((page) => shown(exampleOf('en'), asking({ which: 'open', page }, codes)));
    expect(pages.map(({ rows }) => rows.length)).toEqual([25, 18, 18]);
    expect(pages.slice(0, 2).flatMap(({ rows }) => rows.map(({ data }) => data['itemId']))).toEqual(codes);
    expect(pages.map(({ texts }) => texts[1])).toEqual(['Page 1 of 2', 'Page 2 of 2', 'Page 2 of 2']);
    const to = (at: number, button: string) => {
      const press = pages[at]?.buttons.find(({ title }) => title === button);
      return press && readAction(press.verb, press.data).request;
    };
    expect(to(0, 'Show more')).toEqual({ type: 'show', what: 'items', question: { which: 'open', page: 2 } });
    expect(to(1, 'Back')).toEqual({ type: 'show', what: 'items', question: { which: 'open' } });
    expect([to(0, 'Back'), to(1, 'Show more')]).toEqual([undefined, undefined]);
  });

  test.each(conditions)('are asked for by a press that is read as it was meant: %s', (which) => {
    for (const question of [{ which }, { ...overdue, which }, { which, page: 3 }])
      expect(readAction('items.show', showItems('e-1', question).data)).toEqual({
        request: { type: 'show', what: 'items', question },
        engagementId: 'e-1',
      });
  });
});

describe('what is asked of an item is answered first on its card', () => {
  const seen = (language: Language) =>
    loaded(
      after(
        [
          step(assign('A3', mehmet, '2026-11-29'), anna, '2026-11-18'),
          step(assign('A6', mehmet, '2026-11-30'), anna, '2026-11-18'),
          step({ type: 'AcknowledgeItem', item: 'A6' }, mehmet, '2026-11-20'),
          step(take('I1', '2026-12-04')),
          step(complete('A1'), anna, '2026-11-20'),
          step(exclude('A2'), ben, '2026-11-24'),
          step(take('E1')),
          step(complete('E1')),
          step(take('A5'), ben, '2026-11-23'),
          step(defer('A5', '2027-01-25'), ben, '2026-11-24'),
          step(defer('A4', '2026-12-07'), ben, '2026-11-24'),
        ],
        { language },
      ),
    );

  test.each<['owner' | 'due', ItemCode, en: string, de: string]>([
    [
      'owner',
      'A6',
      'A6 is with Mehmet Yılmaz (accepted Fri 20 Nov).',
      'A6 liegt bei Mehmet Yılmaz (angenommen am Fr., 20.11.).',
    ],
    [
      'owner',
      'A3',
      'A3 is with Mehmet Yılmaz (not accepted yet).',
      'A3 liegt bei Mehmet Yılmaz (noch nicht angenommen).',
    ],
    ['owner', 'I2', 'I2 has no owner yet.', 'Für I2 ist noch niemand zuständig.'],
    ['owner', 'A1', 'A1 is done (Anna Schmidt, Fri 20 Nov).', 'A1 ist erledigt (Anna Schmidt, Fr., 20.11.).'],
    [
      'owner',
      'E1',
      'E1 is with Anna Schmidt. E1 is done (Anna Schmidt, Mon 30 Nov).',
      'E1 liegt bei Anna Schmidt. E1 ist erledigt (Anna Schmidt, Mo., 30.11.).',
    ],
    ['owner', 'A2', 'A2 is not applicable (Ben Carter, Tue 24 Nov).', 'A2 entfällt (Ben Carter, Di., 24.11.).'],
    [
      'owner',
      'A5',
      'A5 is with Ben Carter (accepted Mon 23 Nov). A5 is deferred until Mon 25 Jan 2027.',
      'A5 liegt bei Ben Carter (angenommen am Mo., 23.11.). A5 ist zurückgestellt, Wiedervorlage am Mo., 25.01.2027.',
    ],
    ['due', 'I1', 'I1 is due Fri 4 Dec.', 'I1 ist am Fr., 04.12. fällig.'],
    ['due', 'A6', 'A6 is due today (Mon 30 Nov).', 'A6 ist heute fällig (Mo., 30.11.).'],
    ['due', 'A3', 'A3 was due Sun 29 Nov, 1 day ago.', 'A3 war am So., 29.11. fällig und ist 1 Tag überfällig.'],
    ['due', 'I2', 'I2 has no due date.', 'I2 hat kein Fälligkeitsdatum.'],
    ['due', 'A1', 'A1 is done (Anna Schmidt, Fri 20 Nov).', 'A1 ist erledigt (Anna Schmidt, Fr., 20.11.).'],
    ['due', 'A4', 'A4 is deferred until Mon 7 Dec.', 'A4 ist zurückgestellt, Wiedervorlage am Mo., 07.12.'],
  ])('%s of %s', (asked, item, en, de) => {
    const [english, german] = (['en', 'de'] as const).map((language) =>
      shown(seen(language), { show: 'item', item, asked }, { language }),
    );
    expect([english?.summary, german?.summary]).toEqual([en, de]);
    expect([english?.texts[0], german?.texts[0]]).toEqual([en, de]);
    expect(english?.texts.slice(1)).toEqual(shown(seen('en'), { show: 'item', item }).texts);
  });

  test('also for how long it is late, and who left', () => {
    const ask = (asked: 'owner' | 'due', language: Language) =>
      shown(turnsOf(language)['owner gone'], { show: 'item', item: 'A3', asked }, { language }).summary;
    expect(ask('due', 'en')).toBe('A3 was due Fri 27 Nov, 3 days ago.');
    expect(ask('due', 'de')).toBe('A3 war am Fr., 27.11. fällig und ist 3 Tage überfällig.');
    expect(ask('owner', 'en')).toBe('A3 is with Mehmet Yılmaz (left the team).');
    expect(ask('owner', 'de')).toBe('A3 liegt bei Mehmet Yılmaz (nicht mehr im Team).');
  });

  test('before what else is told', () => {
    const says = [{ type: 'problem', problem: 'notSaved' }] as const;
    const { summary } = shown(seen('en'), { show: 'item', item: 'I2', asked: 'owner' }, { says });
    expect(summary).toBe('I2 has no owner yet. That was not saved. Please try again.');
  });
});

describe('what to do now', () => {
  const next = (items: readonly ItemCode[]): Showing => ({ show: 'next', items });

  test.each<[Language, string, readonly string[]]>([
    [
      'en',
      'Next: A6 Support plan, blocked, due Fri 4 Dec',
      ['What to do next', 'Checkpoint: Tue 1 Dec, 10:00', 'To move on: A3, A6, I2'],
    ],
    [
      'de',
      'Als Nächstes: A6 Supportplan, blockiert, fällig Fr., 04.12.',
      ['Was als Nächstes ansteht', 'Checkpoint: Di., 01.12., 10:00', 'Es fehlen noch: A3, A6, I2'],
    ],
  ])('in %s', (language, summary, first) => {
    const answered = shown(exampleOf(language), next(['A6', 'A3', 'I2']), { language });
    expect(answered.summary).toBe(summary);
    expect(answered.texts.slice(0, 3)).toEqual(first);
    expect(answered.rows.map(({ data }) => data['itemId'])).toEqual(['A6', 'A3', 'I2']);
  });

  test('says how late the first is, and has six rows at most', () => {
    const { summary, rows, texts, titles } = shown(exampleOf('en'), next(['A3', ...codes.slice(0, 7)]));
    expect(summary).toBe('Next: A3 Remediation checklist meetings, overdue 3 days');
    expect(rows.length).toBe(6);
    expect(texts.at(-1)).toBe('and 2 more');
    expect(titles).toEqual(['Open', 'My items', 'Show Assess', 'Overview']);
  });

  test('without anything open says what is waited for', () => {
    const turns = turnsOf('en');
    expect(shown(turns.agreement, next([])).summary).toBe(
      'Nothing is open here any more. I2 still has to be acknowledged by the project lead or FastTrack: move on with it carried over, or stay.',
    );
    expect(shown(turns.agreement, next([])).titles.slice(0, 2)).toEqual(['Move on', 'I2']);
    expect(shown(turns['the joint check'], next(['R2'])).summary).toBe(
      'The results of Remediate still have to be confirmed by FastTrack (Ben Carter) and the customer (Anna Schmidt).',
    );
    expect(shown(turns['after the last phase'], next([])).summary).toBe(
      'All four phases are behind you; the onboarding can be finished.',
    );
  });

  test('is nothing while it is paused, and after the end', () => {
    const turns = turnsOf('de');
    expect(shown(turns['paused for good'], next(['A3']), { language: 'de' }).summary).toBe(
      'Pausiert seit Mo., 30.11. (Anna Schmidt).',
    );
    for (const show of [next([]), { show: 'gate' }] as const)
      expect(shown(turns.finished, show, { language: 'de' }).summary).toBe(
        'Abgeschlossen am Mo., 30.11. (Anna Schmidt).',
      );
  });
});

describe('what is missing to move on', () => {
  const ask = (seen: ReturnType<typeof fresh>, language: Language = 'en', asker = anna) =>
    shown(seen, { show: 'gate' }, { language, asker });

  test.each<[Language, string, string]>([
    ['en', 'To move on from Assess: A3, A6, I2', 'What is missing in Assess'],
    ['de', 'Zum Weitergehen fehlen in der Analysephase noch: A3, A6, I2', 'Was in der Analysephase noch fehlt'],
  ])('in %s', (language, summary, title) => {
    const answered = ask(exampleOf(language), language);
    expect(answered.summary).toBe(summary);
    expect(answered.texts.slice(0, 3)).toEqual([title, summary, expect.stringMatching(/^\*\*A3\*\* /)]);
    expect(answered.rows.map(({ data }) => data['itemId'])).toEqual(['A3', 'A6', 'I2']);
  });

  test('offers leads to move on anyway, and nobody else', () => {
    expect(ask(exampleOf('en')).titles).toEqual([
      'Open',
      'Show Assess',
      'My items',
      'Overview',
      'Move on anyway…',
      'Step back…',
    ]);
    expect(ask(exampleOf('en'), 'en', mehmet).titles).toEqual(['Open', 'Show Assess', 'My items', 'Overview']);
  });

  test('one thing, in German with its own verb; many, with the first six', () => {
    expect(ask(turnsOf('de')['moved on anyway'], 'de').summary).toBe(
      'Zum Weitergehen fehlt in der Korrekturphase noch: R1',
    );
    const { summary, rows, texts } = ask(turnsOf('en')['added items']);
    expect(summary).toBe('To move on from Remediate: R1, R3–R10');
    expect(rows.length).toBe(6);
    expect(texts.at(-1)).toBe('and 3 more');
  });

  test('what waits to be acknowledged comes after what is open', () => {
    const seen = loaded(after([step(defer('I1', '2027-01-25'), mehmet)]));
    const { summary, texts, rows } = ask(seen);
    expect(summary).toBe('To move on from Initiate: I2');
    expect(texts).toContain('To be acknowledged by project lead or FastTrack: I1');
    expect(rows.map(({ data }) => data['itemId'])).toEqual(['I2', 'I1']);
  });

  test('nothing but agreement, a lead who stepped back, or the joint check', () => {
    const turns = turnsOf('de');
    expect(ask(turns.agreement, 'de').summary).toMatch(/^Hier ist nichts mehr offen\. I2 muss die Projektleitung/);
    expect(ask(turns['stepped back'], 'de').summary).toMatch(/^Anna Schmidt ist am Mo\., 30\.11\. in diese Phase/);
    expect(ask(turns['stepped back'], 'de').titles[0]).toBe('Weitergehen');
    expect(ask(turns['the joint check'], 'de').summary).toMatch(/^Das Ergebnis der Korrekturphase muss noch/);
    expect(ask(turns['the joint check'], 'de').titles[0]).toBe('Ergebnis bestätigen');
  });

  test('after the last phase: what is missing to finish', () => {
    expect(ask(turnsOf('en')['after the last phase']).titles[0]).toBe('Finish onboarding…');
    expect(ask(turnsOf('en')['after the last phase'], 'en', mehmet).titles).not.toContain('Finish onboarding…');
    const all = (['initiate', 'assess', 'remediate', 'enable'] as const).map((phase) => step(advance(phase, 'later')));
    const { summary, rows, titles } = ask(loaded(after([step(complete('G1')), ...all])));
    expect(summary).toBe(
      'The onboarding cannot be finished yet. Open: I1, I2, A1–A6, R1, R2, E1–E8. General, not accepted by an owner: G2–G25.',
    );
    expect(rows.length).toBe(6);
    expect(titles).toEqual(['Open', 'My items', 'Overview']);
  });
});

describe('who still has to confirm', () => {
  const ask = (seen: ReturnType<typeof fresh>, language: Language = 'en', phase?: 'assess' | 'general') =>
    shown(seen, { show: 'confirmations', ...(phase !== undefined && { phase }) }, { language });

  test.each<[Language, both: string, one: string]>([
    [
      'en',
      'The results of Remediate still have to be confirmed by FastTrack (Ben Carter) and the customer (Anna Schmidt).',
      'The results of Remediate still have to be confirmed by the customer (Anna Schmidt).',
    ],
    [
      'de',
      'Das Ergebnis der Korrekturphase muss noch von FastTrack (Ben Carter) und vom Kunden (Anna Schmidt) bestätigt werden.',
      'Das Ergebnis der Korrekturphase muss noch vom Kunden (Anna Schmidt) bestätigt werden.',
    ],
  ])('in %s both, or one', (language, both, one) => {
    const turns = turnsOf(language);
    expect(ask(turns['the joint check'], language).summary).toBe(both);
    expect(ask(turns['the joint check, one side recorded'], language).summary).toBe(one);
  });

  test('with both sides below, and the button that confirms', () => {
    const { texts, titles } = ask(turnsOf('en')['the joint check, one side recorded']);
    expect(texts.slice(-2)).toEqual([
      'FastTrack: Ben Carter, Fri 27 Nov (recorded by Anna Schmidt)',
      'Customer: waiting for Anna Schmidt',
    ]);
    expect(titles).toEqual(['Confirm results', 'Show Remediate', 'Overview', 'My items', 'Withdraw confirmation']);
  });

  test('by no name where nobody of that side is here any more', () => {
    expect(ask(jointCheckOf('en', [step(leaveTeam(ben), lotse)])).summary).toBe(
      'The results of Remediate still have to be confirmed by FastTrack and the customer (Anna Schmidt).',
    );
  });

  test.each<[Language, string]>([
    ['en', 'Both sides have confirmed the results of Remediate.'],
    ['de', 'Beide Seiten haben das Ergebnis der Korrekturphase bestätigt.'],
  ])('in %s nobody any more', (language, summary) => {
    const seen = jointCheckOf(language, [step(confirm(), ben), step(confirm(), anna)]);
    expect(ask(seen, language).summary).toBe(summary);
    expect(ask(seen, language).texts.slice(-2).join()).toMatch(/Ben Carter.*Anna Schmidt/);
  });

  test('nobody, where a lead moved on without them', () => {
    const seen = jointCheckOf('de', [step(advance('remediate', 'eilt'))]);
    const { summary, texts } = ask(seen, 'de');
    expect(summary).toBe('Die Korrekturphase wurde ohne die Bestätigung beider Seiten verlassen.');
    expect(texts.at(-1)).toContain('eilt');
  });

  test.each<[Language, before: string, open: string]>([
    [
      'en',
      'The results of Remediate can be confirmed as soon as only R2 is left open there. Remediate has not been opened yet.',
      'The results of Remediate can be confirmed as soon as only R2 is left open there. Still open: R1, R3–R5',
    ],
    [
      'de',
      'Das Ergebnis der Korrekturphase kann bestätigt werden, sobald dort nur noch R2 offen ist. Die Korrekturphase ist noch nicht eröffnet.',
      'Das Ergebnis der Korrekturphase kann bestätigt werden, sobald dort nur noch R2 offen ist. Noch offen: R1, R3–R5',
    ],
  ])('in %s nobody before the joint check', (language, before, open) => {
    expect(ask(fresh(language), language).summary).toBe(before);
    const inRemediate = loaded(
      after(
        [step(advance('initiate', 'x')), step(advance('assess', 'x')), step(add('remediate', 'One', 'Two', 'Three'))],
        {
          language,
        },
      ),
    );
    expect(ask(inRemediate, language).summary).toBe(open);
    expect(ask(inRemediate, language).titles).toHaveLength(3);
  });

  test.each<[Language, 'assess' | 'general', string]>([
    ['en', 'assess', 'Assess has no joint check. Only Remediate ends with one.'],
    ['de', 'assess', 'Für die Analysephase gibt es keine gemeinsame Prüfung, nur am Ende der Korrekturphase.'],
    ['en', 'general', 'The general responsibilities have no joint check. Only Remediate ends with one.'],
    [
      'de',
      'general',
      'Für die allgemeinen Zuständigkeiten gibt es keine gemeinsame Prüfung, nur am Ende der Korrekturphase.',
    ],
  ])('in %s of %s: that only one phase is confirmed, and how that stands', (language, phase, summary) => {
    const { summary: said, texts } = ask(exampleOf(language), language, phase);
    expect(said).toBe(summary);
    expect(texts.at(-1)).toContain('R2');
  });

  test('nobody while it is paused', () => {
    const { summary, titles } = ask(jointCheckOf('en', [step(pause())]));
    expect(summary).toBe('Paused since Mon 30 Nov (Anna Schmidt).');
    expect(titles[0]).toBe('Resume');
    expect(titles).not.toContain('Confirm results');
  });
});
