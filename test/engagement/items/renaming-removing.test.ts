import {
  add,
  anna,
  assign,
  ben,
  complete,
  given,
  itemOf,
  mehmet,
  note,
  remove,
  rename,
  started,
} from '../../support/given';

const added = given(started()).when(add('assess', 'Buy licences', 'Order the tenant'), ben);
const steering = [
  ['the lead', anna],
  ['FastTrack', ben],
] as const;

describe('renaming an item', () => {
  test.each(steering)('is for %s', (_, person) => {
    const renamed = added.when(rename('A7', ' Buy E5 licences '), person);
    renamed.yields({ type: 'ItemRenamed', item: 'A7', title: 'Buy E5 licences' });
    expect(itemOf(renamed.engagement, 'A7').title).toBe('Buy E5 licences');
  });

  test('is not for a member, not even of their own item', () => {
    added
      .when(assign('A7', mehmet))
      .when(rename('A7', 'Buy E5 licences'), mehmet)
      .refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('is for added items only: the others are worded by the catalogue', () => {
    added.when(rename('A3', 'Meetings')).refuses('item.notAdded', { item: 'A3' });
  });

  test('works whatever state it is in', () => {
    expect(added.when(complete('A7')).when(rename('A7', 'Buy E5 licences')).decision).toHaveProperty('events');
  });

  test('to what it is called changes nothing', () => {
    added.when(rename('A7', ' Buy licences ')).refuses('item.alreadyNamed', { item: 'A7', title: 'Buy licences' });
  });

  test('may change only upper and lower case', () => {
    added.when(rename('A7', 'BUY licences')).yields({ type: 'ItemRenamed', item: 'A7', title: 'BUY licences' });
  });

  test('to what another item of the section is called is refused, and says which', () => {
    added.when(rename('A7', 'ORDER the tenant')).refuses('item.titleTaken', { item: 'A8', title: 'ORDER the tenant' });
  });

  test('to what an item of another section is called is possible', () => {
    expect(added.when(add('enable', 'Enrol devices')).when(rename('A7', 'Enrol devices')).decision).toHaveProperty(
      'events',
    );
  });

  test.each([
    ['', 'title.missing'],
    ['  ', 'title.missing'],
    ['x'.repeat(81), 'title.tooLong'],
  ] as const)('to %j is refused', (title, code) => {
    added.when(rename('A7', title)).refuses(code, { item: 'A7' });
  });

  test('accepts 80 characters, blanks around them not counted', () => {
    expect(added.when(rename('A7', ` ${'x'.repeat(80)} `)).decision).toHaveProperty('events');
  });
});

describe('removing an item', () => {
  test.each(steering)('is for %s', (_, person) => {
    const removed = added.when(remove('A7'), person);
    removed.yields({ type: 'ItemRemoved', item: 'A7' });
    expect(removed.engagement.items).not.toHaveProperty('A7');
    expect(removed.engagement.removed).toEqual(['A7']);
  });

  test('is not for a member, not even of their own item', () => {
    added
      .when(assign('A7', mehmet))
      .when(remove('A7'), mehmet)
      .refuses('role.missing', { may: ['lead', 'specialist'] });
  });

  test('is for added items only: the others can be excluded', () => {
    added.when(remove('A3')).refuses('item.notAdded', { item: 'A3' });
  });

  test('works whatever state it is in', () => {
    expect(added.when(complete('A7')).when(remove('A7')).decision).toHaveProperty('events');
  });

  test('a second time finds no such item', () => {
    added.when(remove('A7')).when(remove('A7')).refuses('item.unknown', { item: 'A7' });
    added.when(remove('A7')).when(note('A7')).refuses('item.unknown');
  });

  test('lets the phase be left when it was the last one open', () => {
    given(started())
      .when(add('initiate', 'Book a room'))
      .when(complete('I1'))
      .when(complete('I2'))
      .when(remove('I3'))
      .yields(
        { type: 'ItemRemoved', item: 'I3' },
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseOpened', phase: 'assess' },
      );
  });
});
