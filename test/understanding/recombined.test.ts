import fc from 'fast-check';
import { examplesIn, means } from './corpus';
import { complaint, markers } from './oracle';

const sentences = [...examplesIn('english.tsv', 'en'), ...examplesIn('german.tsv', 'de')].map(({ text }) => text);

const sentence = fc.constantFrom(...sentences);
const wordsOf = (text: string): readonly string[] => text.split(/\s+/);

/** How one sentence begins and another one ends. */
const joined = fc.tuple(sentence, sentence, fc.nat(), fc.nat()).map(([one, other, first, second]) => {
  const [head, tail] = [wordsOf(one), wordsOf(other)];
  return [...head.slice(0, first % (head.length + 1)), ...tail.slice(second % tail.length)].join(' ');
});

/** The words of two sentences in any order. */
const shuffled = fc
  .tuple(sentence, sentence)
  .chain(([one, other]) => fc.shuffledSubarray([...wordsOf(one), ...wordsOf(other)], { minLength: 1 }))
  .map((words) => words.slice(0, 9).join(' '));

/** A sentence with words left out. */
const shortened = sentence
  .chain((text) => fc.subarray([...wordsOf(text)], { minLength: 1 }))
  .map((words) => words.join(' '));

/** The same ones each time: whoever breaks a rule is told of the same sentence until it is mended. */
const seed = 20261130;

describe('10,000 recombinations of the words people write', () => {
  const language = fc.constantFrom('en', 'de');
  let acted = 0;

  test('never do what they do not say', () => {
    fc.assert(
      fc.property(fc.oneof(joined, shuffled, shortened), language, (text, before) => {
        const told = means(text, before);
        if (told.kind === 'command') acted += 1;
        expect({ text, told, complaint: complaint(text, told) }).toEqual({ text, told, complaint: undefined });
      }),
      { numRuns: 7_000, seed },
    );
    // Or else nothing was tried.
    expect(acted).toBeGreaterThan(200);
  });

  test('do nothing where they are denied, supposed or doubted', () => {
    const marked = fc.tuple(fc.constantFrom(...markers), fc.oneof(sentence, shortened, joined));
    fc.assert(
      fc.property(marked, language, ([marker, rest], before) => {
        const text = `${marker} ${rest}`;
        const told = means(text, before);
        // "Never remind me" is what it says.
        const acts = told.kind === 'command' && told['verb'] !== 'reminder.snooze';
        expect({ text, told, acts }).toEqual({ text, told, acts: false });
      }),
      { numRuns: 3_000, seed },
    );
  });

  test('mean the same whenever they are said', () => {
    fc.assert(
      fc.property(joined, (text) => {
        expect(means(text, 'en')).toEqual(means(text, 'en'));
      }),
    );
  });
});
