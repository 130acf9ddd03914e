import type { Findable } from '../../../src/application/understanding';
import { catalog } from '../../../src/catalog/index';
import { type Language } from '../../../src/engagement/index';
import { choice, done, meaning } from './hearing';

const items: readonly Findable[] = catalog.responsibilities.map((one) => ({
  item: one.code,
  section: one.section,
  titles: [one.title.en, one.title.de],
  words: [...one.words.en, ...one.words.de],
  details: [one.detail.en, one.detail.de],
}));

test.each([
  ['directory sync', 'E3'],
  ['the directory synchronization', 'E3'],
  ['support plan', 'A6'],
  ['Beteiligte benennen', 'A1'],
  ['remediation checklist', 'A3'],
  ['Massnahmenliste', 'A3'],
  ['kick-off meeting', 'I2'],
])('%s is %s', (words, code) => {
  expect(meaning('en', `${words} is done`, { items })).toEqual(done(code));
});

test.each([
  ['Intune', ['G19', 'G23', 'E8']],
  ['network', ['E2', 'G11']],
  ['screen sharing', ['A2', 'E1']],
])('%s may be several', (words, codes) => {
  expect(meaning('en', `${words} is done`, { items })).toEqual(choice(codes, done));
});

test.each(
  catalog.responsibilities.flatMap((one) =>
    (['en', 'de'] as const).map((language): [string, Language, string] => [one.title[language], language, one.code]),
  ),
)('the title "%s" (%s) names %s', (title, language, code) => {
  const request = meaning(language, `${title} ${language === 'en' ? 'is done' : 'ist erledigt'}`, { items });
  expect(request).toEqual(done(code));
});

test.each(catalog.responsibilities.map((one): [string, string] => [one.title.en, one.title.de]))(
  'the titles "%s" and "%s" alone are shown, and never do anything',
  (en, de) => {
    for (const [language, title] of [
      ['en', en],
      ['de', de],
    ] as const)
      expect(meaning(language, title, { items })).toMatchObject({ type: 'show', what: 'item' });
  },
);
