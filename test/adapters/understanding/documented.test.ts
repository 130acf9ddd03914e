import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '../../../src/engagement/index';
import { understood } from './hearing';

const documentOf = (name: string): string => readFileSync(join(__dirname, '..', '..', '..', 'docs', name), 'utf8');
const pages: Readonly<Record<Language, string>> = {
  en: documentOf('using-lotse.md'),
  de: documentOf('lotse-benutzen.md'),
};

/** What the list items that begin with a sentence tell people to write. */
const sentencesIn = (page: string): readonly string[] =>
  (page.match(/^- `.*$/gm) ?? []).flatMap((line) =>
    [...line.matchAll(/`([^`]+)`/g)].map(([, sentence = '']) => sentence),
  );

const rows = (['en', 'de'] as const).flatMap((language) =>
  sentencesIn(pages[language]).map((sentence) => [language, sentence] as const),
);

test.each(rows)('[%s] people are told to write “%s”, and it is understood', (language, sentence) => {
  const { request } = understood(sentence, language);
  expect(request).not.toMatchObject({ type: 'unclear' });
  expect(request).not.toMatchObject({ type: 'choose' });
});

test('both pages have the same sections, pictures and lists', () => {
  const shapeOf = (page: string) => (page.match(/^(?:#+ |- `|!\[)/gm) ?? []).map((one) => one.trim());
  expect(shapeOf(pages.de)).toEqual(shapeOf(pages.en));
  expect(rows.length).toBeGreaterThan(80);
});

test('a sentence means the same on both pages, as far as it is said the same way', () => {
  const meant = (language: Language) =>
    sentencesIn(pages[language]).map((sentence) => understood(sentence, language).request.type);
  expect(meant('de')).toEqual(meant('en'));
});
