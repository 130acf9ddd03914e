import {
  anna,
  assign,
  ben,
  complete,
  exclude,
  given,
  having,
  itemOf,
  mehmet,
  note,
  someoneNew,
  started,
} from '../../support/given';

const eight = '2026-11-30T08:00:00.000Z';
const twoMinutesLater = '2026-11-30T08:02:00.000Z';
const justAfter = '2026-11-30T08:02:00.001Z';

describe('a note', () => {
  test('stands at the item with who and when, blanks around it left out', () => {
    const noted = given(started()).when(note('A3', ' see the plan '), mehmet);
    noted.yields({ type: 'ItemNoted', item: 'A3', note: 'see the plan' });
    expect(itemOf(noted.engagement, 'A3').notes).toStrictEqual([
      { by: mehmet, at: eight, on: '2026-11-30', note: 'see the plan' },
    ]);
  });

  test.each([
    ['the lead', anna],
    ['FastTrack', ben],
    ['a member', mehmet],
  ])('is for everybody, at somebody else’s item, too: %s', (_, person) => {
    given(started())
      .when(assign('A3', someoneNew))
      .when(note('A3', 'see the plan'), person)
      .yields({ type: 'ItemNoted', item: 'A3', note: 'see the plan' });
  });

  test.each([complete('A3'), exclude('A3')])('is possible in any state: $type', (settle) => {
    expect(given(started()).when(settle).when(note('A3'), mehmet).decision).toHaveProperty('events');
  });

  test('changes nothing but the notes', () => {
    const { notes, ...before } = itemOf(given(started()).engagement, 'A3');
    expect(notes).toEqual([]);
    expect(itemOf(given(started()).when(note('A3'), mehmet).engagement, 'A3')).toMatchObject(before);
  });

  test('the newest three are at hand, oldest first; the record holds them all', () => {
    const { engagement, record } = having(
      given(started()),
      ['one', 'two', 'three', 'four'].map((text) => note('A3', text)),
    );
    expect(itemOf(engagement, 'A3').notes.map((one) => one.note)).toEqual(['two', 'three', 'four']);
    expect(record.filter(({ type }) => type === 'ItemNoted')).toHaveLength(4);
  });

  test.each(['', '  ', '\n'])('of %j is none', (text) => {
    given(started()).when(note('A3', text), mehmet).refuses('note.missing', { item: 'A3' });
  });

  test('has 1,000 characters at most, blanks around them not counted', () => {
    expect(given(started()).when(note('A3', ` ${'x'.repeat(1000)} `)).decision).toHaveProperty('events');
    given(started())
      .when(note('A3', 'x'.repeat(1001)))
      .refuses('note.tooLong', { item: 'A3' });
  });
});

describe('the same note again', () => {
  const noted = given(started()).when(note('A3', 'see the plan'), mehmet, eight);

  test.each([eight, twoMinutesLater])('is a press that came twice, for two minutes: %s', (at) => {
    noted.when(note('A3', 'see the plan '), mehmet, at).refuses('item.alreadyNoted', { by: mehmet, on: '2026-11-30' });
  });

  test('is a new note after that', () => {
    noted
      .when(note('A3', 'see the plan'), mehmet, justAfter)
      .yields({ type: 'ItemNoted', item: 'A3', note: 'see the plan' });
  });

  test('is a new note by somebody else, or at another item', () => {
    expect(noted.when(note('A3', 'see the plan'), ben).decision).toHaveProperty('events');
    expect(noted.when(note('A4', 'see the plan'), mehmet).decision).toHaveProperty('events');
  });
});
