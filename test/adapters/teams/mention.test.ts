import type { Activity } from 'botbuilder';
import fc from 'fast-check';
import { readSpoken } from '../../../src/adapters/teams/mention';

const bot = { id: '28:lotse', name: 'Lotse' };
const anna = { id: '29:anna', name: 'Anna Schmidt' };
const mehmet = { id: '29:mehmet', name: 'Mehmet Yılmaz' };

const mention = (mentioned: { id: string; name: string }, text = `<at>${mentioned.name}</at>`) => ({
  type: 'mention',
  text,
  mentioned,
});

/** As Teams writes it; whatever is `null` or of another kind came over the wire so. */
const read = (text: unknown, entities: unknown = [mention(bot)], recipient: unknown = bot) =>
  readSpoken({ text, entities, recipient } as Partial<Activity>);

describe('the mention of the bot goes', () => {
  test.each([
    ['with a space', '<at>Lotse</at> show A3'],
    ['with &nbsp;', '<at>Lotse</at>&nbsp;show A3'],
    ['with the character itself', '<at>Lotse</at>\u00a0show A3'],
    ['without anything between', '<at>Lotse</at>show A3'],
    ['at the end', 'show A3 <at>Lotse</at>'],
    ['with a line break', '<at>Lotse</at>\nshow A3\n'],
    ['with many spaces', '  <at>Lotse</at> &nbsp;  show\t A3&nbsp; '],
    ['twice', '<at>Lotse</at> <at>Lotse</at> show A3'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({ text: 'show A3', mentioned: [] });
  });

  test('when its entity stands there twice', () => {
    expect(read('<at>Lotse</at> show A3', [mention(bot), mention(bot)])).toEqual({ text: 'show A3', mentioned: [] });
  });

  test('when somebody renamed it', () => {
    expect(read('<at>Lotse (Test)</at> show A3', [mention(bot, '<at>Lotse (Test)</at>')]).text).toBe('show A3');
  });

  test('when there is no entity for it', () => {
    for (const entities of [undefined, null, [], {}, 'none', [null], [{}], [{ type: 'mention' }]])
      expect(read('<at>Lotse</at> show A3', entities)).toEqual({ text: 'show A3', mentioned: [] });
  });

  test('but its name in the sentence stays', () => {
    expect(read('<at>Lotse</at> what can Lotse do?').text).toBe('what can Lotse do?');
  });
});

describe('people who are mentioned', () => {
  test('are known by their entity, in the order of the sentence', () => {
    const entities = [mention(bot), mention(anna), mention(mehmet)];
    expect(read('<at>Lotse</at> assign A3 to <at>Anna Schmidt</at>, A4 to <at>Mehmet Yılmaz</at>', entities)).toEqual({
      text: 'assign A3 to Anna Schmidt , A4 to Mehmet Yılmaz',
      mentioned: [anna, mehmet],
    });
  });

  test('stand there once, however often they are mentioned', () => {
    const entities = [mention(anna), mention(bot), mention(anna)];
    expect(read('<at>Lotse</at> <at>Anna Schmidt</at> and <at>Anna Schmidt</at>', entities)).toEqual({
      text: 'Anna Schmidt and Anna Schmidt',
      mentioned: [anna],
    });
  });

  test('have one name, although Teams splits it over two entities', () => {
    const first = mention({ id: mehmet.id, name: 'Mehmet' });
    const last = mention({ id: mehmet.id, name: 'Yılmaz' });
    expect(
      read('<at>Lotse</at>&nbsp;assign A3 to <at>Mehmet</at>&nbsp;<at>Yılmaz</at>', [mention(bot), first, last]),
    ).toEqual({ text: 'assign A3 to Mehmet Yılmaz', mentioned: [mehmet] });
  });

  test('are two, although they have one name', () => {
    const other = { id: '29:other', name: anna.name };
    expect(read('<at>Anna Schmidt</at> <at>Anna Schmidt</at>', [mention(anna), mention(other)]).mentioned).toEqual([
      anna,
      other,
    ]);
  });

  test('are nobody when the name was only written', () => {
    expect(read('<at>Lotse</at> assign A3 to <at>Anna Schmidt</at>').mentioned).toEqual([]);
    expect(read('<at>Lotse</at> assign A3 to <at>Anna Schmidt</at>').text).toBe('assign A3 to Anna Schmidt');
  });

  test('are named by what was written, where the entity has no name', () => {
    const nameless = { type: 'mention', text: '<at>Anna</at>', mentioned: { id: anna.id } };
    expect(read('<at>Lotse</at> A3 for <at>Anna</at>', [mention(bot), nameless])).toEqual({
      text: 'A3 for Anna',
      mentioned: [{ id: anna.id, name: 'Anna' }],
    });
  });

  test('are taken from entities only that are whole', () => {
    const broken = [
      null,
      7,
      'mention',
      [],
      {},
      { type: 'mention', mentioned: null },
      { type: 'mention', mentioned: { name: 'Anna' } },
      { type: 'mention', mentioned: { id: 5, name: 'Anna' } },
      { mentioned: anna, text: '<at>Anna Schmidt</at>' },
      { type: 'clientInfo', mentioned: anna },
    ];
    expect(read('<at>Lotse</at> show A3', [...broken, mention(bot)])).toEqual({ text: 'show A3', mentioned: [] });
  });
});

describe('the text', () => {
  test.each([
    [
      'HTML entities are characters again',
      'R&amp;D &lt;VPN&gt; &quot;x&quot; &#39;y&#39; &apos;z&apos;',
      `R&D <VPN> "x" 'y' 'z'`,
    ],
    ['an entity that was typed stays as typed', '&amp;lt;b&amp;gt; &amp;amp;', '&lt;b&gt; &amp;'],
    ['a tag that was typed stays as typed', 'see &lt;at&gt;x&lt;/at&gt;', 'see <at>x</at>'],
    ['what looks like an entity is none', 'AT&T & R&D; 5 &euro;', 'AT&T & R&D; 5 &euro;'],
    ['lines stay lines', 'A3 done\nA4 done\n\nA5 done', 'A3 done\nA4 done\n\nA5 done'],
    ['emoji and other scripts stay', '🧭 שלום 漢字 ß', '🧭 שלום 漢字 ß'],
  ])('%s', (_, written, text) => {
    expect(read(`<at>Lotse</at> ${written}`).text).toBe(text);
  });

  test.each([undefined, null, '', ' ', '&nbsp;', 5, {}, ['show A3']])('%j is none', (text) => {
    expect(read(text)).toEqual({ text: '', mentioned: [] });
  });

  test('is read without knowing to whom it was sent', () => {
    for (const recipient of [undefined, null, {}]) {
      const spoken = read('<at>Lotse</at> show A3', [mention(bot)], recipient);
      expect(spoken.text).toMatch(/^(?:Lotse )?show A3$/);
    }
    expect(readSpoken({})).toEqual({ text: '', mentioned: [] });
  });
});

test('nothing that comes in makes it throw', () => {
  const part = fc.constantFrom(
    '<at>',
    '</at>',
    '<at>Lotse</at>',
    '<at id="0">x</at>',
    '&nbsp;',
    '&lt;',
    'A3',
    '\n',
    '<',
  );
  const entity = fc.oneof(
    fc.jsonValue(),
    fc.record({ type: fc.constant('mention'), text: fc.jsonValue(), mentioned: fc.jsonValue() }),
    fc.record({
      type: fc.constant('mention'),
      text: fc.jsonValue(),
      mentioned: fc.record({ id: fc.constantFrom(bot.id, anna.id), name: fc.jsonValue() }),
    }),
  );
  const text = fc.oneof(
    fc.array(part).map((parts) => parts.join('')),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(text, fc.oneof(fc.array(entity), fc.jsonValue()), (written, entities) => {
      const spoken = read(written, entities);
      expect(typeof spoken.text).toBe('string');
      expect(spoken.text).toBe(spoken.text.trim());
      expect(spoken.mentioned.every(({ id, name }) => id !== bot.id && typeof name === 'string')).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
