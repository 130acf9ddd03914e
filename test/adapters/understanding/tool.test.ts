import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendar } from '../../../src/adapters/clock/index';
import { keys, kinds, topics } from '../../../src/adapters/understanding/told';
import { createTool } from '../../../src/adapters/understanding/tool';
import { conditions } from '../../../src/application/request';

/** Monday 30 November 2026, 10:00 in Berlin. */
const tool = createTool({ calendar, clock: { now: () => '2026-11-30T09:00:00.000Z' } });
const meant = (text: string): unknown => JSON.parse(tool.ofText(text).line);
const meantOf = (object: object): unknown => JSON.parse(tool.ofJson(JSON.stringify(object)).line);

describe.each(['understanding.md', 'verstehen.md'])('docs/%s', (name) => {
  const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', name), 'utf8');
  const lines = page.split('\n');
  const examples = lines.flatMap((line, at) =>
    line.startsWith('→ ') ? [[lines[at - 1] ?? '', line.slice(2)] as const] : [],
  );

  test.each(examples)('“%s” means what the page says', (said, wanted) => {
    expect(said.startsWith('{') ? tool.ofJson(said) : tool.ofText(said)).toEqual({ line: wanted });
  });

  test('there are examples of every kind but small talk, and of both ways to ask', () => {
    const shown = new Set(examples.map(([, wanted]) => (JSON.parse(wanted) as { kind: string }).kind));
    expect([...shown].sort()).toEqual(kinds.filter((kind) => kind !== 'smalltalk').sort());
    expect(examples.filter(([said]) => said.startsWith('{'))).toHaveLength(2);
  });

  test('every kind, everything that can be asked for and every key is explained', () => {
    for (const kind of kinds) expect(page).toMatch(new RegExp(`^\\| \`${kind}\` +\\| \\S`, 'm'));
    for (const word of [...conditions, ...topics, ...keys]) expect(page).toContain(`\`${word}\``);
  });
});

describe('a line', () => {
  test('has its keys in the order people read them in', () => {
    const { line } = tool.ofText('defer A3 and A1 in Assess until Friday because of the change freeze');
    expect(Object.keys(JSON.parse(line) as object)).toEqual([
      'kind',
      'language',
      'verb',
      'phase',
      'items',
      'date',
      'reason',
    ]);
  });

  test.each(['', '   ', '@Lotse'])('without words (“%s”) is unclear', (text) => {
    expect(meant(text)).toEqual({ kind: 'unclear', language: 'en' });
  });

  test('may mention the bot, which hears all but that', () => {
    expect(meant('A6 blocked: waiting for the vendor @Lotse')).toMatchObject({ reason: 'the vendor' });
  });

  test('does not depend on the lines before it', () => {
    const alone = meant('Status?');
    meant('Was ist in der Analysephase noch offen?');
    expect(meant('Status?')).toEqual(alone);
    expect(alone).toMatchObject({ language: 'en' });
  });

  test('that names a demo person means that person, mentioned or not', () => {
    const wanted = { kind: 'command', language: 'en', verb: 'item.assign', items: ['A3'], person: 'Mehmet Yılmaz' };
    expect(meant('assign A3 to @Mehmet Yılmaz')).toEqual(wanted);
    expect(meant('assign A3 to Mehmet')).toEqual(wanted);
    expect(meant('assign A3 to Anna')).toEqual({ ...wanted, person: 'Anna Schmidt' });
  });

  test('that gives work to whoever speaks means that they take it', () => {
    expect(meant('A3 to me')).toEqual({ kind: 'command', language: 'en', verb: 'item.take', items: ['A3'] });
    expect(meant('what is overdue for me?')).toMatchObject({ about: 'overdue', person: 'me' });
  });

  test('that adds something is read as the bot reads it', () => {
    expect(meant('add to Remediate: Replace root CA – @Mehmet Yılmaz – 15 Jan\nReplace the proxy')).toEqual({
      kind: 'command',
      language: 'en',
      verb: 'item.add',
      phase: 'remediate',
      person: 'Mehmet Yılmaz',
      date: '2027-01-15',
      title: 'Replace root CA',
    });
    expect(meant('add to Remediate: Replace root CA – @Petra Muster – 15 Jan')).toEqual({
      kind: 'incomplete',
      language: 'en',
      verb: 'item.add',
      phase: 'remediate',
      missing: ['lines'],
    });
  });
});

describe('an object', () => {
  test.each([
    [{}, '2026-12-01'],
    [{ now: '2026-11-30T23:30:00Z' }, '2026-12-02'],
    [{ now: '2026-11-30T23:30:00Z', timeZone: 'America/New_York' }, '2026-12-01'],
    [{ now: '2026-12-31T10:00+01:00' }, '2027-01-01'],
    [{ id: 7, expected: null }, '2026-12-01'],
  ])('with %j is heard at that time, in that zone', (given, date) => {
    const wanted = { kind: 'command', language: 'en', verb: 'item.take', items: ['A3'], date };
    expect(meantOf({ text: 'A3 to me, tomorrow', ...given })).toEqual(wanted);
  });

  test('whose language is given only falls back on it', () => {
    expect(meantOf({ text: 'what is left in Assess?', language: 'de' })).toMatchObject({ language: 'en' });
    expect(meantOf({ text: 'Status?', language: 'de' })).toMatchObject({ language: 'de' });
  });

  test('mentions whom it names: a demo person by any of their names, or somebody else', () => {
    const assigned = (name: string) => meantOf({ text: `assign A3 to @${name}`, mentions: [name] });
    expect(assigned('Ben')).toMatchObject({ verb: 'item.assign', person: 'Ben Carter' });
    expect(assigned('Petra Muster')).toMatchObject({ verb: 'item.assign', person: 'Petra Muster' });
    expect(assigned('Anna Kowalski')).toMatchObject({ verb: 'item.assign', person: 'Anna Kowalski' });
  });

  test.each([
    ['{"text":', /this is not JSON.*\{"text":"A3 done"/],
    ['"A3 done"', /^must be an object/],
    ['{"language":"en"}', /^text must be there/],
    ['{"text":"A3 done","language":"fr"}', /^language must be en or de/],
    ['{"text":"A3 done","now":"2026-11-30T10:00:00"}', /^now must .* an offset, such as 2026-11-30T10:00:00\+01:00/],
    ['{"text":"A3 done","now":"2026-02-30T10:00:00Z"}', /^now must be/],
    ['{"text":"A3 done","timeZone":"Berlin"}', /^timeZone is no time zone\. Name one such as Europe\/Berlin/],
    ['{"text":"A3 done","timeZone":1}', /^timeZone must be a name/],
    ['{"text":"A3 done","mentions":"Ben"}', /^mentions must be a list of names/],
  ])('that cannot be read is unclear, and says what to do: %s', (line, problem) => {
    expect(tool.ofJson(line)).toEqual({
      line: '{"kind":"unclear","language":"en"}',
      problem: expect.stringMatching(problem) as unknown,
    });
  });

  test('left out in a line is unclear, and no mistake', () => {
    expect(tool.ofJson('')).toEqual({ line: '{"kind":"unclear","language":"en"}' });
  });
});
