import { type Example, examplesIn, type Means, means } from './corpus';

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;

/** What somebody says in words of their own may be denied or supposed: nothing else depends on it. */
const ownTexts = (told: Means): string =>
  ['reason', 'note', 'title', 'customer'].map((key) => words((told[key] ?? '') as string)).join();
/** Why is said of much, and kept of little. */
const why = /(?:^|\s)(?:because|due to|reason|weil|wegen|grund|da)(?:[\s:]|$)/iu;

const withMarker = ({ text }: Example, marker: string): readonly string[] => {
  const said = text.split(/\s+/);
  return [...said, ''].map((_, at) => [...said.slice(0, at), marker, ...said.slice(at)].join(' '));
};

test.each([
  ['english.tsv', 'en', 'not'],
  ['english.tsv', 'en', 'if'],
  ['english.tsv', 'en', 'maybe'],
  ['german.tsv', 'de', 'nicht'],
  ['german.tsv', 'de', 'falls'],
  ['german.tsv', 'de', 'vielleicht'],
] as const)('no sentence of %s [%s] does anything with “%s” anywhere in it', (file, language, marker) => {
  const examples = examplesIn(file, language).filter(({ kind }) => kind === 'command');
  const acting = examples
    .flatMap((example) => withMarker(example, marker))
    .filter((text) => words(text.split(why)[0] ?? '').includes(` ${marker} `))
    .map((text) => ({ text, told: means(text, language) }))
    .filter(({ told }) => told.kind === 'command' && !ownTexts(told).includes(` ${marker} `));
  expect(examples.length).toBeGreaterThan(100);
  expect(acting).toEqual([]);
});
