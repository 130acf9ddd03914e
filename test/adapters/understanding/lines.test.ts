import type { NewLine } from '../../../src/application/request';
import type { Unread } from '../../../src/application/request';
import { anna, ben, mehmet, understanding } from './hearing';

const jurgen = { id: 'jürgen-id', name: 'Jürgen Groß' };
const benjamin = { id: 'other-id', name: 'Ben Arfa' };
const guest = { id: 'guest-id', name: 'Nováková, Jana (Contoso)' };
const people = [anna, ben, mehmet, jurgen, benjamin, guest];
const title = 'Replace root CA';

const read = (text: string, language: 'en' | 'de' = 'en') =>
  understanding.readLines(text, { today: '2026-11-30', language, people });
const readOne = (line: string): NewLine | Unread['why'] | undefined => {
  const { lines, unread } = read(line);
  return lines[0] ?? unread[0]?.why;
};

describe('a line', () => {
  test.each<[string, NewLine]>([
    ['Replace root CA', { title }],
    ['Replace root CA – @Anna Schmidt – 15 Jan', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA – 15 Jan – @Anna Schmidt', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA — Anna Schmidt — 15.01.', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA - anna schmidt - 15.1.27', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA | ANNA | 2027-01-15', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA\tAnna\tby 15 Jan', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA;Anna;bis 15.01.', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA;;bis 15.01.', { title, dueOn: '2027-01-15' }],
    ['Replace root CA – Friday', { title, dueOn: '2026-12-04' }],
    ['Replace root CA – Fr.', { title, dueOn: '2026-12-04' }],
    ['Replace root CA – Fr., 04.12.', { title, dueOn: '2026-12-04' }],
    ['Replace root CA – bis Freitag', { title, dueOn: '2026-12-04' }],
    ['Replace root CA – due 4 December 2026', { title, dueOn: '2026-12-04' }],
    ['Replace root CA – today', { title, dueOn: '2026-11-30' }],
    ['Replace root CA – @Jürgen Groß', { title, owner: jurgen.id }],
    ['Replace root CA – juergen gross', { title, owner: jurgen.id }],
    ['Replace root CA – Jurgen Groß', { title, owner: jurgen.id }],
    ['Replace root CA – mehmet yilmaz', { title, owner: mehmet.id }],
    ['Replace root CA – @Jana Novakova', { title, owner: guest.id }],
    ['Replace root CA – Nováková, Jana (Contoso)', { title, owner: guest.id }],
    ['Replace root CA – Jana', { title, owner: guest.id }],
    ['Replace root CA @Anna 15 Jan', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA @Anna Schmidt, 15.01.', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA, @Anna', { title, owner: anna.id }],
    ['Replace root CA @Anna – 15 Jan', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA – Anna Schmidt 15 Jan', { title, owner: anna.id, dueOn: '2027-01-15' }],
    ['Replace root CA – 15 Jan @Anna', { title, owner: anna.id, dueOn: '2027-01-15' }],
    [
      'Replace root CA – phase one – Anna – network – 15 Jan',
      { title: `${title} – phase one – network`, owner: anna.id, dueOn: '2027-01-15' },
    ],
    ['Replace root CA – 14 Jan – 15 Jan', { title: `${title} – 14 Jan`, dueOn: '2027-01-15' }],
    ['Replace - root-CA 2.0', { title: 'Replace - root-CA 2.0' }],
    ['Ask @Anna about the ports – Friday', { title: 'Ask @Anna about the ports', dueOn: '2026-12-04' }],
    ['Mail admin@contoso.com', { title: 'Mail admin@contoso.com' }],
    ['Run it for a while – two weeks', { title: 'Run it for a while – two weeks' }],
    ['Anna – 15 Jan', { title: 'Anna', dueOn: '2027-01-15' }],
    ['Is DNS done? – Anna', { title: 'Is DNS done?', owner: anna.id }],
    ['A3 done', { title: 'A3 done' }],
    ['Check the ports.', { title: 'Check the ports' }],
    ['(optional) VPN', { title: '(optional) VPN' }],
    ['x'.repeat(80), { title: 'x'.repeat(80) }],
    [`${'x'.repeat(80)} – Anna – 15 Jan`, { title: 'x'.repeat(80), owner: anna.id, dueOn: '2027-01-15' }],
  ])('%s', (line, expected) => {
    expect(readOne(line)).toEqual(expected);
  });

  test.each<[Unread['why'], string]>([
    ['person', 'Replace root CA – @Robert – 15 Jan'],
    ['person', 'Replace root CA – @Robert Miller'],
    ['person', 'Replace root CA @Robert'],
    ['person', 'Replace root CA @Robert Miller 15 Jan'],
    ['person', 'Replace root CA – Ben – 15 Jan'],
    ['person', 'Replace root CA – @Ben'],
    ['date', 'Replace root CA – 31.02.'],
    ['date', 'Replace root CA – bis 31.02.'],
    ['date', 'Replace root CA – 45 Jan'],
    ['date', 'Replace root CA – Anna – 15.01.2020'],
    ['date', 'Replace root CA – yesterday'],
    ['date', 'Replace root CA @Anna 31.02.'],
    ['date', 'Replace root CA – Anna 31.02.'],
    ['title', '---'],
    ['title', '@Anna – 15 Jan'],
    ['title', '- '],
    ['title', ' – ?'],
    ['tooLong', 'x'.repeat(81)],
    ['tooLong', `${'x'.repeat(81)} – Anna`],
    ['tooLong', 'x – '.repeat(1000)],
  ])('that is not read (%s): %s', (why, line) => {
    expect(readOne(line)).toBe(why);
  });

  test.each([
    '- ',
    '– ',
    '• ',
    '* ',
    '1. ',
    '12) ',
    'a) ',
    '(1) ',
    '[ ] ',
    '[x] ',
    '☐ ',
    '☑',
    '✓ ',
    '- [ ] ',
    '1. ☐ ',
    '  • ',
    '\t',
  ])('loses what it begins with: "%s"', (bullet) => {
    expect(readOne(`${bullet}Replace root CA – Anna`)).toEqual({ title, owner: anna.id });
  });

  test.each(['5G network', '3rd party review', 'A3 follow-up', '2.0 upgrade', 'E-mail', '802.1X'])(
    'keeps what only looks like a number: %s',
    (line) => {
      expect(readOne(line)).toEqual({ title: line });
    },
  );
});

describe('several lines', () => {
  test('are read in their order, empty ones left out, and what is not read is said as it was written', () => {
    expect(read('- DNS – Anna\r\n\r\n   \n* VPN – @Robert\nProxy – 31.02.\n3. Firewall – 15 Jan\n')).toEqual({
      lines: [
        { title: 'DNS', owner: anna.id },
        { title: 'Firewall', dueOn: '2027-01-15' },
      ],
      unread: [
        { line: '* VPN – @Robert', why: 'person' },
        { line: 'Proxy – 31.02.', why: 'date' },
      ],
    });
  });

  test('are a hundred at most', () => {
    const { lines, unread } = read(Array.from({ length: 150 }, (_, at) => `Step no. ${at} of many`).join('\n'));
    expect([lines.length, unread.length]).toEqual([100, 0]);
  });

  test.each(['', '\n\n', '   '])('may be none: "%s"', (text) => {
    expect(read(text)).toEqual({ lines: [], unread: [] });
  });

  test('read dates in the language they are read in first', () => {
    expect(read('DNS – 15. März', 'de').lines).toEqual([{ title: 'DNS', dueOn: '2027-03-15' }]);
    expect(read('DNS – 15 March', 'de').lines).toEqual([{ title: 'DNS', dueOn: '2027-03-15' }]);
  });
});

test('without anybody to name, names belong to the title', () => {
  const { lines } = understanding.readLines('DNS – Anna', { today: '2026-11-30', language: 'en', people: [] });
  expect(lines).toEqual([{ title: 'DNS – Anna' }]);
});
