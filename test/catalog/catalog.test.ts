import { catalog, groups, type Responsibility, responsibility } from '../../src/catalog/index';
import data from '../../src/catalog/responsibilities.json';
import { readCatalog } from '../../src/catalog/schema';
import { definitions } from '../support/given';

type Section = Responsibility['section'];

const languages = ['en', 'de'] as const;
const all = catalog.responsibilities;
const codes = (...wanted: string[]) => wanted.flatMap((one) => one.split(' '));
const codesWhere = (condition: (one: Responsibility) => boolean) => all.filter(condition).map((one) => one.code);
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, step) => from + step);

/** The page's structure: which of its sentences stand in which section. Two sentences in one array are one item. */
const page: Record<Section, { letter: string; items: (number | number[])[] }> = {
  general: { letter: 'G', items: [...range(106, 129), [130, 131]] },
  initiate: { letter: 'I', items: range(133, 134) },
  assess: { letter: 'A', items: range(136, 141) },
  remediate: { letter: 'R', items: range(143, 144) },
  enable: { letter: 'E', items: [[146, 147], ...range(148, 154)] },
};
const pageItems = Object.entries(page).flatMap(([section, { letter, items }]) =>
  items.map((ids, index) => ({
    code: `${letter}${index + 1}`,
    section,
    source: [ids].flat().map((id) => `2f83d-${id}`),
  })),
);

describe('The catalogue follows the page', () => {
  test('it holds 43 responsibilities: 25 general, then 2, 6, 2 and 8 in the phases', () => {
    const sizes = Object.keys(page).map((section) => all.filter((one) => one.section === section).length);
    expect(sizes).toEqual([25, 2, 6, 2, 8]);
    expect(all).toHaveLength(43);
  });

  test('every sentence of the page stands in exactly one item, in the order of the page', () => {
    expect(all.map(({ code, section, source }) => ({ code, section, source }))).toEqual(pageItems);
    const sources = all.flatMap((one) => one.source);
    expect(new Set(sources).size).toBe(sources.length);
    expect(sources).toHaveLength(45);
  });

  test('codes are unique', () => {
    expect(new Set(codesWhere(() => true)).size).toBe(43);
  });

  test('general responsibilities stand throughout, except the ones that are done once', () => {
    const once = codes('G14 G15 G18 G19 G21 G22 G23 G24 G25');
    expect(codesWhere((one) => one.section === 'general' && !one.standing)).toEqual(once);
    expect(codesWhere((one) => one.section !== 'general' && one.standing)).toEqual([]);
  });

  test('the tests of the core start with the same', () => {
    const part = (one: Responsibility) => (one.part === undefined ? {} : { part: one.part });
    expect(definitions).toEqual(
      all.map((one) => ({ code: one.code, section: one.section, standing: one.standing, ...part(one) })),
    );
  });

  test('five responsibilities depend on a condition', () => {
    expect(codesWhere((one) => one.conditional)).toEqual(codes('G20 G22 G23 A2 E1'));
  });

  test('R1 and E8 stand for the steps people add, R2 for the joint check, and nothing else for anything', () => {
    expect(codesWhere((one) => one.part === 'steps')).toEqual(codes('R1 E8'));
    expect(codesWhere((one) => one.part === 'jointCheck')).toEqual(codes('R2'));
    expect(codesWhere((one) => one.part === undefined)).toHaveLength(40);
  });

  test('the general responsibilities are shown in six groups, the others in none', () => {
    expect(Object.fromEntries(groups.map((group) => [group, codesWhere((one) => one.group === group)]))).toEqual({
      project: codes('G2 G3 G4'),
      documentation: codes('G5 G6 G12 G13 G21'),
      infrastructure: codes('G1 G7 G8 G11 G15 G16 G17 G20'),
      security: codes('G9 G10 G14 G18'),
      configurationManager: codes('G19 G22'),
      licences: codes('G23 G24 G25'),
    });
    expect(codesWhere((one) => (one.section === 'general') !== (one.group !== undefined))).toEqual([]);
  });
});

describe('The wording', () => {
  test.each(languages)('titles in %s are unique and fit one row of a phone', (language) => {
    const titles = all.map((one) => one.title[language]);
    expect(new Set(titles.map((one) => one.toLowerCase())).size).toBe(43);
    expect(titles.filter((one) => one.length > 45)).toEqual([]);
  });

  test.each(languages)('every detail in %s is one sentence', (language) => {
    const several = all.map((one) => one.detail[language]).filter((one) => !/^\p{Lu}[^.!?]*\.$/u.test(one));
    expect(several).toEqual([]);
  });

  test('German and English are both there and differ', () => {
    for (const { title, detail, words } of all) {
      for (const language of languages) {
        expect(title[language].trim()).toBe(title[language]);
        expect(title[language]).not.toBe('');
        expect(words[language].length).toBeGreaterThanOrEqual(3);
      }
      expect(title.de).not.toBe(title.en);
      expect(detail.de).not.toBe(detail.en);
    }
  });

  test('the titles shown in the screens are these', () => {
    expect(responsibility('A1')?.title).toEqual({ en: 'Name stakeholders', de: 'Beteiligte benennen' });
    expect(responsibility('A3')?.title).toEqual({
      en: 'Remediation checklist meetings',
      de: 'Termine zur Maßnahmenliste',
    });
    expect(responsibility('A6')?.title).toEqual({ en: 'Support plan', de: 'Supportplan' });
  });

  test('words that are never shown do not occur', () => {
    const shown = all.flatMap(({ title, detail }) => [title.en, title.de, detail.en, detail.de]);
    const unwanted = /engagement|pflicht|korrekturen|vertagen|prüfpunkt|\bduty\b|\bduties\b|\btasks?\b/i;
    expect(shown.filter((one) => unwanted.test(one))).toEqual([]);
  });

  test('a former product name follows the one of today', () => {
    const details = all.flatMap(({ detail }) => [detail.en, detail.de]);
    const former = /Azure AD|Azure Active Directory|Windows Defender|System Center|SSL/;
    expect(details.filter((one) => former.test(one))).toHaveLength(10);
    expect(details.filter((one) => former.test(one.replace(/\((formerly|früher) [^)]*\)/g, '')))).toEqual([]);
  });
});

describe('Search words', () => {
  test('a word belongs to one item, unless several items are about the same thing', () => {
    const owners = new Map<string, Set<string>>();
    for (const { code, words } of all) {
      for (const word of [...words.en, ...words.de].map((one) => one.toLowerCase())) {
        owners.set(word, (owners.get(word) ?? new Set()).add(code));
      }
    }
    const shared = [...owners.values()].filter((items) => items.size > 1).map((items) => [...items].join(' '));
    expect([...new Set(shared)].sort()).toEqual(['A2 E1', 'A4 E7', 'G3 G12']);
  });

  test.each(languages)('no item names a word in %s twice', (language) => {
    for (const { words } of all) {
      const lower = words[language].map((one) => one.toLowerCase());
      expect(new Set(lower).size).toBe(lower.length);
    }
  });
});

describe('Looking up a responsibility', () => {
  test('a code leads to its responsibility', () => {
    expect(responsibility('E3')?.source).toEqual(['2f83d-149']);
  });

  test('an unknown code leads to nothing', () => {
    expect(responsibility('A7')).toBeUndefined();
    expect(responsibility('a3')).toBeUndefined();
  });
});

describe('A broken catalogue is refused', () => {
  type Broken = { version?: string; responsibilities: Record<string, unknown>[] };
  const broken = (damage: (copy: Broken, entry: (code: string) => Record<string, unknown>) => void) => {
    const copy = structuredClone(data) as Broken;
    damage(copy, (code) => copy.responsibilities.find((one) => one['code'] === code)!);
    return () => readCatalog(copy);
  };

  test('naming the entry, the field and what to do', () => {
    const read = broken((_, entry) => (entry('A3')['title'] = { en: 'x'.repeat(81), de: ' ' }));
    expect(read).toThrow('The catalogue of responsibilities cannot be used. Mend this in src/catalog:');
    expect(read).toThrow('- A3 title.en: is longer than 80 characters: shorten it');
    expect(read).toThrow('- A3 title.de: is empty: write it');
  });

  test('naming the position of an entry without a code', () => {
    const read = broken((copy) => delete copy.responsibilities[1]!['code']);
    expect(read).toThrow('- responsibilities[1] code: is missing: write it');
  });

  test.each<[string, Parameters<typeof broken>[0], string]>([
    ['a missing version', (copy) => delete copy.version, '- version: is missing: write it'],
    ['a missing language', (_, e) => (e('G1')['detail'] = { en: 'One.' }), '- G1 detail.de: is missing: write it'],
    ['an unknown field', (_, e) => (e('G1')['colour'] = 'red'), '- G1: Unrecognized key: "colour"'],
    ['a gap', (copy) => copy.responsibilities.splice(0, 1), '- G2 code: is out of order in general: G1 belongs here'],
    ['a code that is none', (_, e) => (e('A3')['code'] = 'A-3'), '- A-3 code: is not a code: write a section letter'],
    ['no source', (_, e) => (e('R1')['source'] = []), '- R1 source: names no source'],
    ['a source used twice', (_, e) => (e('R2')['source'] = ['2f83d-143']), '- R2 source: “2f83d-143” is used twice'],
    [
      'a title used twice',
      (_, e) => (e('R2')['title'] = e('A6')['title']),
      '- R2 title.de: “Supportplan” is used twice',
    ],
    ['no words', (_, e) => (e('R2')['words'] = { en: [], de: ['Jour fixe'] }), '- R2 words.en: has no words'],
    ['a missing group', (_, e) => delete e('G1')['group'], '- G1 group: is missing: choose project, documentation'],
    ['a group in a phase', (_, e) => (e('R1')['group'] = 'security'), '- R1 group: is for General only: remove it'],
    ['no flag', (_, e) => (e('R1')['conditional'] = 'no'), '- R1 conditional: is neither true nor false'],
    ['an unknown part', (_, e) => (e('R1')['part'] = 'list'), '- R1 part: is none of steps, jointCheck: choose one'],
    ['an unknown section', (_, e) => (e('R1')['section'] = 'fix'), '- R1 section: is none of general, initiate'],
    ['a standing phase item', (_, e) => (e('R1')['standing'] = true), '- R1 standing: is for General only'],
  ])('%s is refused with what to do about it', (_, damage, message) => {
    expect(broken(damage)).toThrow(message);
  });

  test('data of another shape altogether is refused as well', () => {
    expect(() => readCatalog(undefined)).toThrow('- the file: ');
    expect(() => readCatalog({ version: '1', responsibilities: [null] })).toThrow('- responsibilities[0]: ');
  });
});
