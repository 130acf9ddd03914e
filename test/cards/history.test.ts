import type { HistoryQuestion } from '../../src/application/history-question';
import type { Entry } from '../../src/application/reply';
import type { Fact } from '../../src/engagement/messages';
import type { Checkpoint, Language } from '../../src/engagement';
import { anna, ben, lotse, mehmet } from '../support/given';
import { entriesOf, entryOf } from './record';
import { shown } from './shown';
import { exampleOf, outsideId } from './situations';

type Options = { readonly language?: Language; readonly more?: boolean; readonly brief?: true };

const history = (
  question: HistoryQuestion,
  entries: readonly Entry[],
  { more = false, language = 'en', brief }: Options = {},
) => {
  const answer = shown(
    exampleOf(language),
    { show: 'history', question, entries, more },
    { language, ...(brief && { brief }) },
  );
  // Above it stands of which onboarding it is.
  const [title, ...lines] = answer.texts.filter((text) => !/ · EMS.onboarding/i.test(text));
  return { ...answer, title, lines };
};

const deferred: Fact = { type: 'ItemDeferred', item: 'A3', until: '2026-12-04', reason: 'waiting for delivery' };

describe('the record tells', () => {
  test.each([
    ['en', 'Anna Schmidt deferred A3 until Fri 4 Dec: waiting for delivery', 'Fri 20 Nov, 10:24'],
    ['de', 'Anna Schmidt hat A3 bis Fr., 04.12. zurückgestellt: waiting for delivery', 'Fr., 20.11., 10:24'],
  ] as const)('in %s who did what, why and when', (language, what, when) => {
    expect(history({}, [entryOf(deferred)], { language }).lines).toEqual([what, when]);
  });

  test.each(['en', 'de'] as const)('in %s everything that may happen, each in words of its own', (language) => {
    const all = entriesOf((length) => 'a reason'.slice(0, length)).flatMap(
      (entry) => history({}, [entry], { language }).lines[0] ?? '',
    );
    expect(new Set(all).size).toBe(all.length);
    expect(all.filter((text) => !/^\S.*[^\s:,]$/.test(text) || (language === 'en' && text.endsWith('.')))).toEqual([]);
  });

  test.each<[Language, Partial<Checkpoint>, string]>([
    [
      'en',
      {},
      'Anna Schmidt set the checkpoint: every Tuesday at 10:00; reminder: one working day before, at 09:00, mentioning owners',
    ],
    [
      'de',
      {},
      'Anna Schmidt hat den Checkpoint festgelegt: jeden Dienstag um 10:00 Uhr; Erinnerung: einen Werktag vorher um 09:00 Uhr, mit Erwähnung der Zuständigen',
    ],
    [
      'en',
      { time: '08:00', remind: 'sameDay', mention: 'private' },
      'Anna Schmidt set the checkpoint: every Tuesday at 08:00; reminder: when the meeting starts, mentioning nobody',
    ],
    [
      'de',
      { remind: 'sameDay', mention: 'private' },
      'Anna Schmidt hat den Checkpoint festgelegt: jeden Dienstag um 10:00 Uhr; Erinnerung: am selben Tag um 08:00 Uhr, ohne Erwähnungen',
    ],
  ])('in %s all that was agreed of the checkpoint: %j', (language, settings, text) => {
    const checkpoint: Checkpoint = { every: 'week', weekday: 2, time: '10:00', ...settings };
    expect(history({}, [entryOf({ type: 'CheckpointSet', checkpoint })], { language }).lines[0]).toBe(text);
  });

  test.each<[string, Fact, string]>([
    [
      'one thing missing',
      { type: 'PhaseLeft', phase: 'assess', anyway: { reason: 'eilt', items: ['A3'], sides: [] } },
      'Anna Schmidt hat die Analysephase trotzdem verlassen: eilt – es fehlte: A3',
    ],
    [
      'several things missing',
      { type: 'PhaseLeft', phase: 'assess', anyway: { reason: 'eilt', items: ['A3', 'A6'], sides: [] } },
      'Anna Schmidt hat die Analysephase trotzdem verlassen: eilt – es fehlten: A3, A6',
    ],
    [
      'one confirmation that is void',
      { type: 'ConfirmationsVoided', phase: 'remediate', gave: [ben] },
      'In der Korrekturphase war wieder etwas offen; die Bestätigung von Ben Carter gilt deshalb nicht mehr',
    ],
    [
      'both confirmations that are void',
      { type: 'ConfirmationsVoided', phase: 'remediate', gave: [ben, anna] },
      'In der Korrekturphase war wieder etwas offen; die Bestätigungen von Ben Carter und Anna Schmidt gelten deshalb nicht mehr',
    ],
    [
      'a meeting that was put back',
      { type: 'OperationUndone', of: 'op-1', items: {}, meetings: ['2026-12-08'] },
      'Anna Schmidt lässt den Checkpoint am Di., 08.12. doch stattfinden',
    ],
    [
      'items and meetings that were put back together',
      { type: 'OperationUndone', of: 'op-1', items: { A3: null }, meetings: ['2026-12-08', '2026-12-15'] },
      'Anna Schmidt hat Änderungen an A3 rückgängig gemacht; Anna Schmidt lässt die Checkpoints am Di., 08.12. und Di., 15.12. doch stattfinden',
    ],
  ])('in German %s', (_, fact, text) => {
    expect(history({}, [entryOf(fact)], { language: 'de' }).lines[0]).toBe(text);
  });

  const assigned = (item: string, owner: string): Fact => ({ type: 'ItemAssigned', item, owner });
  const added = (item: string): Fact => ({ type: 'ItemAdded', item, section: 'remediate', title: `Step ${item}` });

  test.each<[string, Entry, readonly string[]]>([
    [
      'what was added as ranges',
      entryOf(added('R3'), ben, ['R4', 'R5', 'R6', 'R9'].map(added)),
      ['Ben Carter added R3–R6, R9 to Remediate'],
    ],
    [
      'one thing that was added with its title',
      entryOf({
        type: 'ItemAdded',
        item: 'R3',
        section: 'remediate',
        title: 'Root *CA*',
        owner: mehmet,
        dueOn: '2026-12-04',
      }),
      ['Anna Schmidt added R3 Root \\*CA\\* to Remediate, Mehmet Yılmaz, due Fri 4 Dec'],
    ],
    [
      'what was the same for several items once',
      entryOf(assigned('A3', mehmet), anna, [assigned('A4', ben), assigned('A5', mehmet)]),
      ['Anna Schmidt assigned A3, A5 to Mehmet Yılmaz', 'Anna Schmidt assigned A4 to Ben Carter'],
    ],
    ['what somebody took', entryOf(assigned('A3', mehmet), mehmet), ['Mehmet Yılmaz took on A3']],
    [
      'what came by itself',
      entryOf({ type: 'EngagementResumed' }, lotse),
      ['The onboarding resumed by itself on the date agreed'],
    ],
    ['what somebody resumed', entryOf({ type: 'EngagementResumed' }), ['Anna Schmidt resumed the onboarding']],
    ['what nobody known did', entryOf(deferred, 'p9'), ['somebody deferred A3 until Fri 4 Dec: waiting for delivery']],
    [
      'a note of several lines in one',
      entryOf({ type: 'ItemNoted', item: 'A3', note: 'one\n- *two*' }),
      ['Anna Schmidt wrote a note on A3: one - \\*two\\*'],
    ],
    [
      'how a long note begins',
      entryOf({ type: 'ItemNoted', item: 'A3', note: 'x'.repeat(301) }),
      [`Anna Schmidt wrote a note on A3: ${'x'.repeat(299)}…`],
    ],
  ])('%s', (_, entry, sentences) => {
    expect(history({}, [entry]).lines).toEqual([...sentences, 'Fri 20 Nov, 10:24']);
  });

  test('the first three of many things, and how many there are besides', () => {
    const each = ['A1', 'A2', 'A3', 'A4', 'A5'].map(
      (item): Fact => ({ type: 'ItemBlocked', item, reason: `${item} itself` }),
    );
    expect(history({}, [entryOf(each[0]!, anna, each.slice(1))]).lines).toEqual([
      ...['A1', 'A2', 'A3'].map((item) => `Anna Schmidt marked ${item} as blocked: waiting for ${item} itself`),
      'and 2 more',
      'Fri 20 Nov, 10:24',
    ]);
  });
});

describe('the title says what was asked', () => {
  test.each<[HistoryQuestion, string, string]>([
    [{}, 'History', 'Verlauf'],
    [{ item: 'A3' }, 'History of A3 Remediation checklist meetings', 'Verlauf von A3 Termine zur Maßnahmenliste'],
    [{ item: 'R9' }, 'History of R9', 'Verlauf von R9'],
    [{ since: '2026-11-23' }, 'What changed since Mon 23 Nov', 'Was sich seit Mo., 23.11. geändert hat'],
    [
      { since: '2026-11-23', until: '2026-11-27' },
      'What changed from Mon 23 Nov to Fri 27 Nov',
      'Was sich vom Mo., 23.11. bis zum Fr., 27.11. geändert hat',
    ],
    [
      { since: '2026-11-23', until: '2026-11-23' },
      'What changed on Mon 23 Nov',
      'Was sich am Mo., 23.11. geändert hat',
    ],
    [
      { did: 'deferred', item: 'A3' },
      'Deferred: A3 Remediation checklist meetings',
      'Zurückgestellt: A3 Termine zur Maßnahmenliste',
    ],
    [
      { did: 'deferred', person: outsideId(2), since: '2026-11-23' },
      'Deferred · Mehmet Yılmaz · since Mon 23 Nov',
      'Zurückgestellt · Mehmet Yılmaz · seit Mo., 23.11.',
    ],
    [{ person: outsideId(2) }, 'History · Mehmet Yılmaz', 'Verlauf · Mehmet Yılmaz'],
    [{ person: outsideId(77) }, 'History · somebody', 'Verlauf · jemand'],
  ])('%j', (question, english, german) => {
    const entries = [entryOf(deferred)];
    expect(history(question, entries).title).toBe(english);
    expect(history(question, entries, { language: 'de' }).title).toBe(german);
  });
});

describe('the one-sentence answer', () => {
  const older = entryOf({ ...deferred, reason: 'later' }, mehmet);

  test.each([
    ['en', 'Anna Schmidt deferred A3 until Fri 4 Dec: waiting for delivery (Fri 20 Nov, 10:24)'],
    ['de', 'Anna Schmidt hat A3 bis Fr., 04.12. zurückgestellt: waiting for delivery (Fr., 20.11., 10:24)'],
  ] as const)('in %s to who did something is the newest time it was done', (language, summary) => {
    expect(history({ did: 'deferred', item: 'A3' }, [entryOf(deferred), older], { language }).summary).toBe(summary);
  });

  test('is as it was typed', () => {
    const reason = 'R&D *a* <x>';
    expect(history({ did: 'deferred' }, [entryOf({ ...deferred, reason })]).summary).toContain(reason);
  });

  test.each<[HistoryQuestion, string, string]>([
    [{ did: 'deferred', item: 'A3' }, 'Nobody has deferred A3.', 'Bisher hat niemand A3 zurückgestellt.'],
    [{ did: 'scheduled' }, 'Nobody has set a due date.', 'Bisher wurde kein Fälligkeitsdatum festgelegt.'],
    [{ did: 'noted' }, 'Nobody has written a note.', 'Bisher gibt es keine Notizen.'],
    [{ did: 'unblocked' }, 'Nobody has unblocked anything.', 'Bisher wurde keine Blockade aufgehoben.'],
    [
      { did: 'unblocked', item: 'A3' },
      'Nobody has unblocked A3.',
      'Bisher hat niemand die Blockade von A3 aufgehoben.',
    ],
    [{ did: 'completed' }, 'Nobody has completed anything.', 'Bisher hat niemand etwas als erledigt eingetragen.'],
    [{ since: '2026-11-23' }, 'Nothing has changed since Mon 23 Nov.', 'Seit Mo., 23.11. hat sich nichts geändert.'],
    [
      { since: '2026-11-23', until: '2026-11-23' },
      'Nothing changed on Mon 23 Nov.',
      'Es hat sich am Mo., 23.11. nichts geändert.',
    ],
    // Not by that person, not at that time, or not on that page: somebody may have done it all the same.
    [
      { did: 'deferred', item: 'A3', person: outsideId(2) },
      'The record holds nothing of that.',
      'Dazu ist nichts eingetragen.',
    ],
    [{ did: 'deferred', since: '2026-11-23' }, 'The record holds nothing of that.', 'Dazu ist nichts eingetragen.'],
    [{ item: 'A3', since: '2026-11-23' }, 'The record holds nothing of that.', 'Dazu ist nichts eingetragen.'],
    [{ did: 'deferred', page: 2 }, 'The record holds nothing of that.', 'Dazu ist nichts eingetragen.'],
    [{ item: 'A3' }, 'The record holds nothing of that.', 'Dazu ist nichts eingetragen.'],
  ])('to %j is that there is nothing', (question, english, german) => {
    const [inEnglish, inGerman] = (['en', 'de'] as const).map((language) => history(question, [], { language }));
    expect([inEnglish?.summary, ...(inEnglish?.lines ?? [])]).toEqual([english, english]);
    expect([inGerman?.summary, ...(inGerman?.lines ?? [])]).toEqual([german, german]);
  });

  test('to everything else is what was asked', () => {
    expect(history({ since: '2026-11-23' }, [older]).summary).toBe('What changed since Mon 23 Nov');
    expect(history({ did: 'deferred', page: 2 }, [older]).summary).toBe('Deferred');
  });
});

describe('a page of the record', () => {
  const page = Array.from({ length: 15 }, (_, at) =>
    entryOf({ ...deferred, reason: `${at} ${'ü'.repeat(297)}` }, mehmet, [], `op-${at}`),
  );

  test('holds fifteen entries with the longest reasons', () => {
    expect(history({}, page).lines).toHaveLength(30);
  });

  test('leads to older and newer ones, to the item, and back', () => {
    const question = { item: 'A3', did: 'deferred', person: outsideId(2), since: '2026-11-23', page: 2 } as const;
    const { buttons } = history(question, page, { more: true });
    const data = {
      engagementId: exampleOf('en').id,
      itemId: 'A3',
      did: 'deferred',
      person: outsideId(2),
      since: '2026-11-23',
    };
    expect(buttons.map(({ title, verb, data: sent }) => [title, verb, sent])).toEqual([
      ['Older', 'history.show', { ...data, page: '3' }],
      ['Newer', 'history.show', data],
      ['Show A3', 'item.show', { engagementId: data.engagementId, itemId: 'A3' }],
      ['Overview', 'engagement.show', { engagementId: data.engagementId }],
    ]);
    expect(history({ item: 'R9' }, page).titles).toEqual(['Overview']);
  });

  test('says how many entries it has no room for', () => {
    const wide = page.map((_, at) => {
      const each = ['A1', 'A2', 'A3'].map(
        (item): Fact => ({ ...deferred, item, reason: `${item} ${'漢'.repeat(250)}` }),
      );
      return entryOf(each[0]!, mehmet, each.slice(1), `op-${at}`);
    });
    const { lines } = history({}, wide);
    expect(lines.at(-1)).toBe(`and ${15 - Math.floor(lines.length / 4)} more`);
  });

  test('asked for among others is six entries, with a button that shows all', () => {
    const { lines, buttons, titles } = history({ item: 'A3' }, page, { brief: true });
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe('and 9 more');
    expect(titles).toEqual(['Show all', 'Show A3', 'Overview']);
    expect(buttons[0]).toMatchObject({ verb: 'history.show', data: { itemId: 'A3' } });
    expect(buttons[0]?.data).not.toHaveProperty('page');
    expect(history({}, page, { brief: true, more: true, language: 'de' }).lines.at(-1)).toBe('und weitere');
    expect(history({}, page.slice(0, 6), { brief: true }).titles).toEqual(['Overview']);
  });
});

test('the record is one tap away from the overview and from every item', () => {
  const button = (show: Parameters<typeof shown>[1]) =>
    shown(exampleOf('en'), show).buttons.find(({ title }) => title === 'History');
  const { id } = exampleOf('en');
  expect(button({ show: 'overview' })).toMatchObject({ verb: 'history.show', data: { engagementId: id } });
  expect(button({ show: 'item', item: 'A3' })).toMatchObject({
    verb: 'history.show',
    data: { engagementId: id, itemId: 'A3' },
    mode: 'secondary',
  });
});
