import fc from 'fast-check';
import { createUnderstanding } from '../../../src/adapters/understanding/index';
import { isDay, type Language } from '../../../src/engagement/index';
import { heard, items, understood } from './hearing';
import { english, german } from './tables';

const language = fc.constantFrom<Language>('en', 'de');
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const words = [...Object.values(english), ...Object.values(german)]
  .flat()
  .flatMap((phrasing) => phrasing.replace(/[?…]/g, '').split(/[ |]+/))
  .filter((word) => word !== '');
/** Words the tables know, codes, dates and marks in any order: nearer to sentences than noise. */
const salad = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom('A3', 'a 3', 'A9', 'A2-A4', 'E3', 'Ben Carter', 'Assess', 'directory sync', 'support plan'),
      fc.constantFrom(':', '–', ',', '?', '04.12.', 'Friday', 'bis', 'Ende', 'KW 14', '31.02.', '4 Dec', 'because'),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

test('nothing that is said makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(anything, salad), language, (text, spoken) => {
      expect(understood(text, spoken).request.type).toMatch(/^(?:start|act|show|choose|greeting|unclear)$/);
    }),
    { numRuns: 1500 },
  );
});

test('the same sentence always means the same, whoever understands it', () => {
  fc.assert(
    fc.property(salad, language, (text, spoken) => {
      const hearing = heard(text, spoken);
      expect(createUnderstanding().understand(text, hearing)).toEqual(understood(text, spoken));
    }),
    { numRuns: 100 },
  );
});

test('only items that exist are acted on, and only days that exist are read', () => {
  const known = new Set(items.map((one) => one.item));
  fc.assert(
    fc.property(salad, language, (text, spoken) => {
      const { request } = understood(text, spoken);
      if (request.type !== 'act') return;
      expect(request.wishes.length).toBeGreaterThan(0);
      for (const wish of request.wishes) {
        if ('item' in wish) expect(known).toContain(wish.item);
        if ('until' in wish) expect(isDay(wish.until)).toBe(true);
        if ('dueOn' in wish) expect(isDay(wish.dueOn ?? '')).toBe(true);
      }
    }),
    { numRuns: 1000 },
  );
});

test('a sentence that says no is never read as done', () => {
  const no = fc.constantFrom('not', 'nicht', "isn't", 'never', 'noch nicht', 'kein', 'almost', 'fast');
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('A3', 'is', 'ist', 'yet', 'erledigt', 'done', 'the', 'fertig')),
      no,
      (around, word) => {
        const text = [...around, word, 'done', 'A3'].join(' ');
        const { request } = understood(text);
        const completes = request.type === 'act' && request.wishes.some((wish) => wish.type === 'CompleteItem');
        expect(completes).toBe(false);
      },
    ),
    { numRuns: 500 },
  );
});

const long = 5000;
test.each([
  ['one letter', 'a'.repeat(long)],
  ['spaces', ' '.repeat(long)],
  ['codes', 'A3, '.repeat(long / 4)],
  ['unknown codes', 'A9 '.repeat(long / 3)],
  ['verbs', 'A3 done '.repeat(long / 8)],
  ['figures', '1.1.1.1.'.repeat(long / 8)],
  ['dates', 'defer A3 until Friday '.repeat(long / 22)],
  ['openers', 'defer A3 bis zum am auf dem '.repeat(long / 28)],
  ['marks', 'A3 – : , ('.repeat(long / 10)],
  ['colons', 'A3 done: '.repeat(long / 9)],
  ['reasons', 'A3 blocked because weil wegen '.repeat(long / 30)],
  ['item words', 'directory synchronization network '.repeat(long / 34)],
  ['words that begin phrasings', "what's mark as not "],
  ['brackets', '(((('.repeat(long / 4)],
  ['apostrophes', "a'".repeat(long / 2)],
  ['accents', 'é̂'.repeat(long / 2)],
  ['start', `start onboarding for ${'x '.repeat(long / 2)}`],
  ['full stops', `A3 done: ${'a.'.repeat(long / 2)}`],
  ['a long note', `A3 done: ${'lorem ipsum '.repeat(long / 12)}`],
])('5,000 characters of %s are read in less than 100 ms', (_, part) => {
  const text = part.repeat(Math.ceil(long / part.length)).slice(0, long);
  const hearing = heard(text);
  const understanding = createUnderstanding();
  understanding.understand('A3', hearing);
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    understanding.understand(text, hearing);
    return performance.now() - begun;
  });
  expect(Math.min(...times)).toBeLessThan(100);
});

test('a long note is kept to its last character', () => {
  const note = 'Öl, Ärger & Co. '.repeat(60).trim().slice(0, -1);
  expect(understood(`A3 erledigt: ${note}`).request).toEqual({
    type: 'act',
    wishes: [{ type: 'CompleteItem', item: 'A3', note }],
  });
});
