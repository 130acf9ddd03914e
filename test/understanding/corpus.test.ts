import { differences, type Example, examplesIn, isWrongAction, means } from './corpus';

describe.each([
  ['english.tsv', 'en'],
  ['german.tsv', 'de'],
] as const)('the sentences of %s', (file, language) => {
  const examples = examplesIn(file, language);
  const told = examples.map((example) => ({ example, told: means(example.text, example.before) }));
  const isTrap = ({ kind }: Example) => kind === 'nothing' || kind === 'smalltalk' || kind === 'unclear';

  test('are many, all different, and at least a quarter of them is not to do anything', () => {
    expect(examples.length).toBeGreaterThanOrEqual(250);
    expect(new Set(examples.map(({ text }) => text)).size).toBe(examples.length);
    expect(examples.filter(isTrap).length * 4).toBeGreaterThanOrEqual(examples.length);
  });

  test('are understood, 98 of 100 at least', () => {
    const wrong = told.flatMap((one) => {
      const keys = differences(one.example, one.told);
      return keys.length > 0 ? [{ keys, ...one }] : [];
    });
    const right = examples.length - wrong.length;
    process.stdout.write(`${file}: ${String(right)} of ${String(examples.length)} sentences are understood\n`);
    if (right < examples.length * 0.98) throw new Error(wrong.map((one) => JSON.stringify(one)).join('\n'));
    expect(right).toBeGreaterThanOrEqual(examples.length * 0.98);
  });

  test('never do what they do not say', () => {
    expect(told.filter((one) => isWrongAction(one.example, one.told))).toEqual([]);
  });
});

describe('the sentences that were kept apart', () => {
  const examples = examplesIn('held-out.tsv');
  const told = examples.map((example) => ({ example, told: means(example.text, example.before) }));

  test('are understood nearly as well', () => {
    expect(examples.length).toBeGreaterThanOrEqual(100);
    const right = told.filter((one) => differences(one.example, one.told).length === 0).length;
    process.stdout.write(`held-out.tsv: ${String(right)} of ${String(examples.length)} sentences are understood\n`);
    expect(right).toBeGreaterThanOrEqual(examples.length * 0.95);
  });

  test('never do what they do not say', () => {
    expect(told.filter((one) => isWrongAction(one.example, one.told))).toEqual([]);
  });
});

describe('the account of sentences', () => {
  const example: Example = {
    text: 'A3 is done',
    kind: 'command',
    what: 'item.complete',
    said: { items: 'A3' },
    language: 'en',
    before: 'en',
  };
  const right = { kind: 'command', language: 'en', verb: 'item.complete', items: ['A3'] };

  test('finds nothing in what is right', () => {
    expect(differences(example, right)).toEqual([]);
    expect(isWrongAction(example, right)).toBe(false);
  });

  test.each([
    ['another item', { ...right, items: ['A4'] }, ['items'], true],
    ['one more item', { ...right, items: ['A3', 'A4'] }, ['items'], true],
    ['another verb', { ...right, verb: 'item.reopen' }, ['verb'], true],
    ['a day nobody said', { ...right, date: '2026-12-04' }, ['date'], true],
    ['a note nobody wrote', { ...right, note: 'done' }, ['note'], true],
    ['another language', { ...right, language: 'de' }, ['language'], false],
    [
      'a question',
      { kind: 'question', language: 'en', about: 'detail', items: ['A3'] },
      ['kind', 'verb', 'about'],
      false,
    ],
  ])('finds %s', (_, told, keys, acts) => {
    expect(differences(example, told)).toEqual(expect.arrayContaining(keys));
    expect(isWrongAction(example, told)).toBe(acts);
  });

  test('finds an action where there is to be none', () => {
    const trap: Example = { ...example, kind: 'nothing', said: {} };
    expect([differences(trap, right), isWrongAction(trap, right)]).toEqual([['kind'], true]);
    expect(differences(trap, { kind: 'question' })).toEqual([]);
  });
});
