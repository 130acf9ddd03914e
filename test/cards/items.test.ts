import { add, anna, assign, away, ben, mehmet, note, rename } from '../support/given';
import { readAloud } from './elements';
import { posted, section, shown } from './shown';
import { after, loaded, step, turnsOf } from './situations';

const withSteps = turnsOf('en')['added items'];

describe('an item somebody added', () => {
  test('has its own title wherever one is shown', () => {
    const seen = loaded(after([step(add('assess', 'Root *CA*', 'Open ports')), step(rename('A8', 'Close ports'))]));
    expect(shown(seen, section('assess')).texts.map(readAloud)).toEqual(
      expect.arrayContaining(['A7 Root *CA*\u00a0›', 'A8 Close ports\u00a0›']),
    );
    expect(shown(seen, { show: 'item', item: 'A7' }).summary).toBe('A7 Root *CA*');
    expect(shown(seen, { show: 'item', item: 'A7' }).texts.map(readAloud)).toEqual(
      expect.arrayContaining(['A7 Root *CA*', 'Added to this onboarding.']),
    );
    const options = ['A7', 'A8'].map((item) => ({ item, request: { type: 'show', what: 'item', item } as const }));
    expect(shown(seen, { show: 'choice', options }).texts.map(readAloud)).toContain('A8 Close ports');
    const notices = [{ type: 'assigned', to: mehmet, by: anna, items: ['A8'] } as const];
    expect(posted(seen, { show: 'notice', notices }).texts.map(readAloud)).toContain('A8 Close ports');
  });

  test('can be renamed and removed by those who keep the list, and by nobody else', () => {
    const titles = (asker: string) => shown(withSteps, { show: 'item', item: 'R3' }, { asker, undo: 'op-1' }).titles;
    expect(titles(ben).slice(-3)).toEqual(['Rename…', 'Remove', 'History']);
    expect(titles(mehmet)).toEqual([
      'Done',
      'Undo',
      'Defer…',
      'Blocked…',
      'Not applicable…',
      'Due date…',
      'Note…',
      'Give back',
      'History',
    ]);
    expect(shown(withSteps, { show: 'item', item: 'R1' }).titles).not.toContain('Remove');
  });

  test('stands in a group of its own among the general ones', () => {
    const seen = loaded(after([step(add('general', 'Insurance'))]));
    const { texts } = shown(seen, section('general', 'all', 2), { language: 'de' });
    expect(texts.slice(-3)).toEqual(['Ergänzt', expect.stringContaining('Insurance'), 'Noch niemand']);
  });
});

describe('notes', () => {
  test('stand on their item, the newest last, with who and when', () => {
    const seen = loaded(
      after([
        step(note('A3', 'network part missing'), anna, '2026-11-20'),
        step(note('A3', 'x'.repeat(400)), mehmet, '2026-11-24'),
      ]),
    );
    const notes = shown(seen, { show: 'item', item: 'A3' }).texts.filter((text) => text.startsWith('Note: '));
    expect(notes).toEqual([
      'Note: network part missing (Anna Schmidt, Fri 20 Nov)',
      `Note: ${'x'.repeat(299)}… (Mehmet Yılmaz, Tue 24 Nov)`,
    ]);
  });
});

test('what was just done can be undone with a button in sight, by its operation', () => {
  const { buttons } = shown(withSteps, { show: 'item', item: 'R4' }, { undo: 'op-1' });
  expect(buttons.at(1)).toMatchObject({ title: 'Undo', verb: 'undo', data: { of: 'op-1' } });
  expect(shown(withSteps, { show: 'said' }, { undo: 'op-1' }).titles).toEqual(['Undo', 'Overview']);
  expect(shown(withSteps, { show: 'item', item: 'R4' }).titles).not.toContain('Undo');
});

describe('an owner', () => {
  type Among = { readonly amongOthers?: true };
  const rowOf = (seen: typeof withSteps, asker?: string, among: Among = {}) => {
    const { texts } =
      asker === undefined ? posted(seen, section('assess')) : shown(seen, section('assess'), { asker, ...among });
    return texts[texts.findIndex((text) => text.startsWith('**A3**')) + 1];
  };

  test('who left the team is marked for everybody', () => {
    const seen = turnsOf('en')['owner gone'];
    expect(rowOf(seen)).toBe('Mehmet Yılmaz · owner left · overdue 3 days');
    expect(shown(seen, { show: 'item', item: 'A3' }, { language: 'de' }).texts).toContain(
      'Zuständig: Mehmet Yılmaz (angenommen Fr., 20.11.) · nicht mehr im Team',
    );
  });

  test('who is away is marked for those who steer, beside what is due, where nobody else reads it', () => {
    const seen = turnsOf('en')['owner away'];
    expect(rowOf(seen, anna)).toBe('Mehmet Yılmaz · accepted · overdue 3 days · away until Fri 4 Dec');
    expect(rowOf(seen, anna, { amongOthers: true })).toBe('Mehmet Yılmaz · accepted · overdue 3 days');
    expect(rowOf(seen, ben)).toBe('Mehmet Yılmaz · accepted · overdue 3 days · away until Fri 4 Dec');
    expect([rowOf(seen, mehmet), rowOf(seen)]).toEqual(Array(2).fill('Mehmet Yılmaz · accepted · overdue 3 days'));
    const item = (asker: string, among: Among = {}) =>
      shown(seen, { show: 'item', item: 'A3' }, { asker, ...among }).texts.join('\n');
    expect(item(anna)).toContain('· away until Fri 4 Dec');
    expect(item(mehmet)).not.toContain('away');
    expect(item(anna, { amongOthers: true })).not.toContain('away');
  });
});

describe('a long list', () => {
  const twenty = Array.from({ length: 20 }, (_, at) => `Step ${at + 1}`);
  const long = loaded(after([step(add('general', ...twenty))]));

  test('goes on on further pages, with nothing twice and nothing left out', () => {
    const pages = [1, 2].map((page) => shown(long, section('general', 'all', page)));
    expect(pages.map(({ rows }) => rows.length)).toEqual([25, 20]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ data }) => data['itemId']))).size).toBe(45);
    expect(pages.map(({ texts }) => texts.find((text) => text.startsWith('Page')))).toEqual([
      'Page 1 of 2',
      'Page 2 of 2',
    ]);
    expect(pages[0]?.buttons.find(({ title }) => title === 'Show more')).toMatchObject({
      verb: 'phase.show',
      data: { phase: 'general', page: '2' },
    });
    expect(pages[1]?.titles).toContain('Back');
    expect(pages[1]?.titles).not.toContain('Show more');
  });

  test('says on its post how many more there are', () => {
    const { texts, titles } = posted(long, section('general'), { language: 'de' });
    expect(texts.at(-1)).toBe('und noch 20');
    expect(titles).toContain('Mehr anzeigen');
  });

  test('ends with its last page, however far somebody leafs', () => {
    expect(shown(long, section('general', 'all', 99)).texts).toContain('Page 2 of 2');
  });

  test('of what is open goes on in the list of everything', () => {
    const { buttons } = shown(long, section('general', 'open'));
    expect(buttons.find(({ title }) => title === 'Show all')).toMatchObject({ data: { phase: 'general' } });
  });

  test.each([55, 60, 65, 70, 75, 80])('has the same pages for everybody in both languages: titles of %d', (length) => {
    const seen = loaded(
      after([
        step(add('remediate', ...twenty.map((title) => title.padEnd(length, '漢&"')))),
        ...twenty.map((_, at) => step(assign(`R${at + 3}`, mehmet, '2026-11-03'))),
        // Whoever steers is told so, where nobody else reads it.
        step(away(mehmet, '2028-11-29'), mehmet),
      ]),
      () => '&'.repeat(60),
    );
    const codes = (page: number, look: typeof shown) =>
      (['en', 'de'] as const).flatMap((language) =>
        [anna, mehmet].map((asker) =>
          look(seen, section('remediate', 'all', page), { language, asker })
            .rows.map(({ data }) => data['itemId'])
            .join(),
        ),
      );
    for (const page of [1, 2]) expect(new Set([...codes(page, shown), ...codes(page, posted)]).size).toBe(1);
    expect(codes(1, shown)).not.toEqual(codes(2, shown));
  });
});

describe('moving an item that is due', () => {
  test.each([
    ['en', 'A6 is due Fri 4 Dec.', ['Only move the due day', 'Defer…']],
    ['de', 'A6 ist am Fr., 04.12. fällig.', ['Nur die Fälligkeit verschieben', 'Zurückstellen…']],
  ] as const)('asks in %s whether only the day moves', (language, heading, buttons) => {
    const seen = turnsOf(language)['owner away'];
    const {
      texts,
      titles,
      buttons: all,
    } = shown(seen, { show: 'moveOrDefer', item: 'A6', day: '2026-12-07' }, { language });
    expect(texts[0]).toBe(heading);
    expect(titles.slice(0, 2)).toEqual(buttons);
    expect(all[0]).toMatchObject({ verb: 'item.schedule', data: { itemId: 'A6', dueOn: '2026-12-07' } });
    expect(all[1]).toMatchObject({
      verb: 'form.show',
      data: { form: 'item.defer', itemId: 'A6', until: '2026-12-07' },
    });
  });
});
