import fc from 'fast-check';
import { createUnderstanding } from '../../../src/adapters/understanding/index';
import { isDay, type Language } from '../../../src/engagement/index';
import { anna, ben, heard, items, mehmet, understanding, understood } from './hearing';
import { affairs, deeds, english, german, record } from './tables';

const language = fc.constantFrom<Language>('en', 'de');
const anything = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const words = [english, german, ...[affairs, record, deeds].flatMap((one) => [one.english, one.german])]
  .flatMap((table) => Object.values(table).flat())
  .flatMap((phrasing) => phrasing.replace(/[?…]|\{\w+\}/g, '').split(/[ |]+/))
  .filter((word) => word !== '');
/** Whole sentences as the tables have them, with something in each slot. */
const filledIn: Readonly<Record<string, string>> = {
  name: 'Robert Müller',
  odd: 'some words',
  text: 'Fabrikam',
  gone: 'away',
};
const templates = [affairs.english, affairs.german].flatMap((table) => Object.values(table).flat());
const sentences = fc
  .tuple(
    fc.constantFrom(...templates),
    fc.constantFrom('Assess', 'Ben Carter', 'until Friday', 'lead', 'A3', 'me', '12.01.'),
  )
  .map(([template, slot]) =>
    template
      .replace(/\{(\w+)\}/g, (_, name: string) => filledIn[name] ?? slot)
      .replace(/\?/g, '')
      .replace(/\|[^ ]+/g, ''),
  );
/** Words the tables know, codes, dates and marks in any order: nearer to sentences than noise. */
const salad = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...words) },
      fc.constantFrom('A3', 'a 3', 'A9', 'A2-A4', 'E3', 'Ben Carter', 'Assess', 'directory sync', 'support plan'),
      fc.constantFrom(
        ':',
        '–',
        ',',
        '?',
        '\n',
        '@',
        '04.12.',
        'Friday',
        'bis',
        'Ende',
        'KW 14',
        '31.02.',
        '4 Dec',
        'because',
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(' '));

test('nothing that is said makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(anything, salad, sentences), language, (text, spoken) => {
      const known = /^(?:start|act|add|confirm|move|whichItem|show|choose|greeting|unclear)$/;
      expect(understood(text, spoken).request.type).toMatch(known);
    }),
    { numRuns: 1500 },
  );
});

test('the same sentence always means the same, whoever understands it', () => {
  fc.assert(
    fc.property(fc.oneof(salad, sentences), language, (text, spoken) => {
      const hearing = heard(text, spoken);
      expect(createUnderstanding().understand(text, hearing)).toEqual(understood(text, spoken));
    }),
    { numRuns: 100 },
  );
});

test('only items that exist are acted on, and only days that exist are read', () => {
  const known = new Set(items.map((one) => one.item));
  fc.assert(
    fc.property(fc.oneof(salad, sentences), language, (text, spoken) => {
      const { request } = understood(text, spoken);
      if (request.type === 'move') expect(known).toContain(request.item);
      if (request.type === 'move') expect(isDay(request.day)).toBe(true);
      if (request.type !== 'act') return;
      expect(request.wishes.length).toBeGreaterThan(0);
      for (const wish of request.wishes) {
        if ('item' in wish) expect(known).toContain(wish.item);
        for (const day of [
          'until' in wish ? wish.until : undefined,
          'dueOn' in wish ? wish.dueOn : undefined,
          'on' in wish ? wish.on : undefined,
        ])
          expect(day === undefined || isDay(day)).toBe(true);
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

test('a sentence that says no or asks never changes phases, roles or the onboarding', () => {
  const harmless = fc.constantFrom(
    "don't ",
    'never ',
    'should we ',
    'if we ',
    'nicht ',
    'sollen wir ',
    'wenn wir ',
    'vielleicht ',
  );
  const affair = fc.constantFrom(
    'move on',
    'confirm the results',
    'cancel the onboarding because it is late',
    'make Ben Carter lead',
    'pause the onboarding',
    'give all my items to Ben Carter',
    'step back',
    'undo that',
    'die Korrekturphase freigeben',
    'das Onboarding abschließen',
    'weiter in die Korrekturphase',
    'das Onboarding abbrechen, weil es dauert',
  );
  fc.assert(
    fc.property(harmless, affair, language, (before, said, spoken) => {
      expect(['act', 'confirm', 'add', 'move']).not.toContain(understood(before + said, spoken).request.type);
    }),
  );
});

const people = [anna, ben, mehmet];
const title = fc.constantFrom(
  'Replace root CA',
  'A3 done?',
  '',
  'x'.repeat(90),
  'DNS: prüfen',
  '(optional) VPN',
  '@',
  '---',
);
const field = fc.constantFrom(
  '@Anna Schmidt',
  'Ben',
  '@Robert',
  '15 Jan',
  '31.02.',
  '15.01.2020',
  'bis Freitag',
  'phase one',
  '',
);
const line = fc
  .tuple(
    fc.constantFrom('', '- ', '1. ', '• ', '[ ] ', '\t'),
    title,
    fc.array(field, { maxLength: 4 }),
    fc.constantFrom(' – ', ' - ', ' | ', '\t', ';', ' ', ', '),
  )
  .map(([bullet, named, fields, separator]) => bullet + [named, ...fields].join(separator));
const list = fc.oneof(
  anything,
  fc.array(fc.oneof(line, line, anything), { maxLength: 30 }).map((lines) => lines.join('\n')),
);

test('every line that is not empty is read, or said why not', () => {
  fc.assert(
    fc.property(list, language, (text, spoken) => {
      const read = understanding.readLines(text, { today: '2026-11-30', language: spoken, people });
      const written = text
        .normalize('NFC')
        .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
        .split(/[\n\r\u2028\u2029]/)
        .filter((one) => one.trim() !== '');
      expect(read.lines.length + read.unread.length).toBe(Math.min(100, written.length));
      for (const one of read.lines) {
        expect(one.title.trim()).not.toBe('');
        expect(one.title.length).toBeLessThanOrEqual(80);
        expect(one.dueOn === undefined || (isDay(one.dueOn) && one.dueOn >= '2026-11-30')).toBe(true);
        expect(one.owner === undefined || people.some((person) => person.id === one.owner)).toBe(true);
      }
      for (const one of read.unread) expect(one.why).toMatch(/^(?:title|tooLong|person|date)$/);
    }),
    { numRuns: 1000 },
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
  ['questions about the past', 'who deferred A3 and why since Monday '.repeat(long / 37)],
  ['full stops', `A3 done: ${'a.'.repeat(long / 2)}`],
  ['a long note', `A3 done: ${'lorem ipsum '.repeat(long / 12)}`],
  ['a long list', `add to Remediate:\n${'- Replace root CA – Ben Carter – 15 Jan\n'.repeat(long / 40)}`],
  ['a long list on one line', `add ${'Replace root CA '.repeat(long / 16)} to Remediate`],
  ['politeness', 'please '.repeat(long / 7)],
  ['hand over', 'hand over all items of Ben Carter '.repeat(long / 34)],
  ['a long title', `rename R2 to ${'root '.repeat(long / 5)}`],
  ['quotes', `rename R2 to ${'"'.repeat(long)}`],
  ['names', 'Ben Carter confirmed for FastTrack on 12 Jan '.repeat(long / 46)],
  ['absences', "I'm away until Friday because "],
  ['rhythms', 'checkpoint every second Tuesday at 8:30 starting 8 December '],
  ['reminders', 'remind us one day before the checkpoint or '],
  ['quiet times', 'quiet until Friday and for the next two weeks '],
  ['yes', 'yes '.repeat(long / 4)],
  ['lines', '\n'.repeat(long)],
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

test.each([
  ['spaces', ' '.repeat(long)],
  ['separators', ' – '.repeat(long / 3)],
  ['dashes', '-'.repeat(long)],
  ['bullets', '- '.repeat(long / 2)],
  ['ats', ' @'.repeat(long / 2)],
  ['people', '@Ben Carter '.repeat(long / 12)],
  ['dates', '15 Jan, '.repeat(long / 8)],
  ['fields', 'a;15.01.;@Ben;'.repeat(long / 14)],
  ['brackets', '(['.repeat(long / 2)],
  ['lines', '- Replace root CA – Ben Carter – 15 Jan\n'],
  ['short lines', 'a\n'.repeat(long / 2)],
  ['glued lines', 'Replace root CA @Ben Carter 15 Jan\n'],
])('5,000 characters of %s are read as lines in less than 100 ms', (_, part) => {
  const text = part.repeat(Math.ceil(long / part.length)).slice(0, long);
  const read = () => understanding.readLines(text, { today: '2026-11-30', language: 'en', people });
  read();
  const times = [1, 2, 3].map(() => {
    const begun = performance.now();
    read();
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
