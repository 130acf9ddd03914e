import { telling } from '../../../src/adapters/understanding/language';
import { understood } from './hearing';

test.each([
  ["what's left in Assess?", 'en'],
  ['I have seen A3', 'en'],
  ['assign A3 to Ben Carter because he is the owner', 'en'],
  ['was ist noch offen?', 'de'],
  ['A3 ist erledigt', 'de'],
  ['Ich uebernehme A3', 'de'],
  ['bitte A3 mal als done markieren, weil das erledigt ist', 'de'],
  ['Hilfe', 'de'],
  ['help!', 'en'],
] as const)('%s tells its language: %s', (text, language) => {
  for (const other of ['en', 'de'] as const) expect(understood(text, other)).toMatchObject({ language, told: true });
});

test.each(['A3 done', 'A3 erledigt', 'A3', 'start Contoso', '', '👍', 'bitte done'])(
  '"%s" does not, and is read in the language it is heard in',
  (text) => {
    for (const language of ['en', 'de'] as const)
      expect(understood(text, language)).toMatchObject({ language, told: false });
  },
);

test('the names of people tell nothing', () => {
  const mentioned = [{ id: 'x', name: 'Die Der Das' }];
  expect(understood('A3 an Die Der Das', 'en', { mentioned })).toMatchObject({ language: 'en', told: false });
});

test('no word tells both languages', () => {
  expect([...telling.en].filter((word) => telling.de.has(word))).toEqual([]);
});
