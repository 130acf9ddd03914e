import fc from 'fast-check';
import { bare, plain } from '../../../src/adapters/teams/view/plain';
import { hasMarkup, readAloud } from '../../cards/elements';

test.each([
  ['**bold** _and_ ~~gone~~', '\\*\\*bold\\*\\* \\_and\\_ \\~\\~gone\\~\\~'],
  ['[link](javascript:alert)', '\\[link\\]\\(javascript:alert\\)'],
  ['<at>Anna</at> & Co', '&lt;at>Anna&lt;/at> &amp; Co'],
  ['- a\n+ b\n> c\n1. d\n# e\n===', '\\- a\n\\+ b\n\\> c\n1\\. d\n\\# e\n\\==='],
  ['{{DATE(2020-01-01T00:00:00Z)}}', '{\u200b{DATE\\(2020-01-01T00:00:00Z\\)}}'],
  ['a\n\n    - b', 'a\n\n\\- b'],
  ['{{{x', '{\u200b{\u200b{x'],
  ['C:\\new', 'C:\\\\new'],
  ['a\u0007b\u202ec\u2066d', 'abcd'],
  ['a - b, 1.5 > 1, x=y, Müller-Lüdenscheidt', 'a - b, 1.5 > 1, x=y, Müller-Lüdenscheidt'],
])('%j becomes %j', (typed, sent) => {
  expect(plain(typed)).toBe(sent);
});

const marks = fc.constantFrom(
  ...Array.from('\\`*_[]()~#<>&{}-+=.1 \n'),
  'a',
  'ß',
  '🧭',
  '<at>',
  '{{',
  '&lt;',
  '&amp;',
  '\\&lt;',
);
const typed = fc.oneof(
  fc.array(marks, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }),
);
const visible = (text: string) =>
  text.replace(/[^\P{Cc}\n\t]|[\u200b\u202a-\u202e\u2066-\u2069]/gu, '').replace(/^[^\S\n]+/gm, '');

test('whatever is typed is read as it was typed, and as nothing else', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(readAloud(plain(text))).toBe(visible(text));
      expect(hasMarkup(plain(text))).toBe(false);
    }),
    { numRuns: 3_000 },
  );
});

test('where nothing reads Markdown it is taken back to what was typed', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(bare(plain(text))).toBe(visible(text));
    }),
    { numRuns: 3_000 },
  );
});
