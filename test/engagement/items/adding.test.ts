import { addedTo, limits, openInLeftPhases, sections } from '../../../src/engagement';
import {
  add,
  anna,
  ben,
  codes,
  comeBack,
  complete,
  defer,
  exclude,
  type Given,
  given,
  having,
  itemOf,
  lotse,
  mehmet,
  nextWeek,
  remove,
  started,
  startedIn,
  undo,
} from '../../support/given';

const lines = (count: number, from = 1) => Array.from({ length: count }, (_, index) => `Step ${index + from}`);
const codesOf = ({ engagement }: Given) => Object.keys(engagement.items);
const mark = { by: ben, at: '2026-11-30T08:00:00.000Z', on: '2026-11-30' };

describe('adding items', () => {
  test('gives every line the next code of its section', () => {
    given(started())
      .when(add('remediate', 'Renew certificates', 'Open port 443'), ben)
      .yields(
        { type: 'ItemAdded', item: 'R3', section: 'remediate', title: 'Renew certificates' },
        { type: 'ItemAdded', item: 'R4', section: 'remediate', title: 'Open port 443' },
      );
  });

  test.each([
    ['general', 'G26'],
    ['initiate', 'I3'],
    ['assess', 'A7'],
    ['remediate', 'R3'],
    ['enable', 'E9'],
  ] as const)('continues the row of %s with %s', (section, code) => {
    given(started())
      .when(add(section, 'Buy licences'))
      .yields({ type: 'ItemAdded', item: code, section, title: 'Buy licences' });
  });

  test('makes an open item nobody owns, which counts where it was added', () => {
    const { engagement } = given(started()).when(add('assess', '  Buy licences '), ben);
    expect(itemOf(engagement, 'A7')).toStrictEqual({
      code: 'A7',
      section: 'assess',
      standing: false,
      title: 'Buy licences',
      countsIn: 'assess',
      state: { type: 'open' },
      acknowledgements: [],
      notes: [],
    });
  });

  test('takes owner and due day from the line; who adds something for themselves has accepted it', () => {
    const { engagement } = given(started()).when(
      add(
        'assess',
        { title: 'Buy licences', owner: mehmet, dueOn: nextWeek },
        { title: 'Order the tenant', owner: ben },
      ),
      ben,
    );
    expect(itemOf(engagement, 'A7')).toMatchObject({ owner: mehmet, dueOn: nextWeek, acknowledgements: [] });
    expect(itemOf(engagement, 'A8')).toMatchObject({ owner: ben, acknowledgements: [mark] });
    expect(itemOf(engagement, 'A8')).not.toHaveProperty('dueOn');
  });

  test('puts them behind the others of their section', () => {
    const codes = codesOf(given(started()).when(add('assess', 'Buy licences')));
    expect(codes.slice(codes.indexOf('A6'), codes.indexOf('R1') + 1)).toEqual(['A6', 'A7', 'R1']);
    expect(codesOf(given(started()).when(add('assess', ...lines(6)))).slice(27, 39)).toEqual(
      'A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12'.split(' '),
    );
  });

  test('in the current phase keeps it from being left', () => {
    const { engagement } = given(started())
      .when(add('initiate', 'Book a room'))
      .when(complete('I1'))
      .when(complete('I2'));
    expect(engagement.phase).toBe('initiate');
  });

  test('in a phase already left flags it and does not go back', () => {
    const { engagement } = given(startedIn('assess')).when(add('initiate', 'Book a room'));
    expect(engagement.phase).toBe('assess');
    expect(openInLeftPhases(engagement).map(({ code }) => code)).toEqual(['I3']);
  });
});

describe('a code is never used twice', () => {
  test('not after the item was removed', () => {
    given(started())
      .when(add('assess', 'Buy licences'))
      .when(remove('A7'))
      .when(add('assess', 'Order the tenant'))
      .yields({ type: 'ItemAdded', item: 'A8', section: 'assess', title: 'Order the tenant' });
  });

  test('not after adding it was undone', () => {
    const undone = given(started())
      .when(add('assess', 'Buy licences', 'Order the tenant'))
      .when(undo());
    expect(undone.engagement.removed).toEqual(['A7', 'A8']);
    undone
      .when(add('assess', 'Buy licences'))
      .yields({ type: 'ItemAdded', item: 'A9', section: 'assess', title: 'Buy licences' });
  });

  test('not after removing it was undone either', () => {
    const back = given(started()).when(add('assess', 'Buy licences')).when(remove('A7')).when(undo());
    expect(back.engagement.removed).toEqual([]);
    back
      .when(add('assess', 'Order the tenant'))
      .yields({ type: 'ItemAdded', item: 'A8', section: 'assess', title: 'Order the tenant' });
  });
});

describe('a title stands once in a section', () => {
  const added = given(started()).when(add('assess', 'Buy licences', 'Order the tenant'));

  test.each(['Buy licences', 'BUY LICENCES', '  buy licences  '])(
    '%j is left out where it is there already',
    (title) => {
      added
        .when(add('assess', title, 'Book a room'))
        .yields({ type: 'ItemAdded', item: 'A9', section: 'assess', title: 'Book a room' });
    },
  );

  test('pasting the same list again says which items these are', () => {
    added
      .when(add('assess', 'order the tenant', 'Buy licences', 'buy licences'))
      .refuses('items.alreadyThere', { items: ['A8', 'A7'] });
  });

  test('twice in one list it counts once', () => {
    given(started())
      .when(add('assess', 'Buy licences', 'BUY licences'))
      .yields({ type: 'ItemAdded', item: 'A7', section: 'assess', title: 'Buy licences' });
  });

  test('in another section it may stand as well', () => {
    added
      .when(add('enable', 'Buy licences'))
      .yields({ type: 'ItemAdded', item: 'E9', section: 'enable', title: 'Buy licences' });
  });

  test('is free again once its item was removed', () => {
    added
      .when(remove('A7'))
      .when(add('assess', 'Buy licences'))
      .yields({ type: 'ItemAdded', item: 'A9', section: 'assess', title: 'Buy licences' });
  });

  test('is taken by an item that was carried elsewhere, too', () => {
    const deferred = given(startedIn('assess')).when(add('assess', 'Buy licences')).when(defer('A7'));
    const carried = having(
      deferred,
      codes.assess.map((code) => complete(code)),
    ).when(comeBack('A7'), lotse, nextWeek);
    expect(itemOf(carried.engagement, 'A7').countsIn).toBe('remediate');
    carried.when(add('assess', 'buy licences')).refuses('items.alreadyThere', { items: ['A7'] });
    expect(carried.when(add('remediate', 'Buy licences')).decision).toHaveProperty('events');
  });

  test('is taken by an item that is done or not applicable, too', () => {
    added
      .when(exclude('A7'))
      .when(add('assess', 'Buy licences'))
      .refuses('items.alreadyThere', { items: ['A7'] });
  });
});

describe('twenty items can be added to a section', () => {
  const full = given(started()).when(add('remediate', ...lines(20)));

  test('at once or one after the other, and not one more', () => {
    expect(limits.added).toBe(20);
    expect(addedTo(full.engagement, 'remediate')).toHaveLength(20);
    full.when(add('remediate', 'One more')).refuses('items.tooMany', { phase: 'remediate', room: 0 });
  });

  test('a longer list is refused as a whole and says how many fit', () => {
    given(started())
      .when(add('remediate', ...lines(21)))
      .refuses('items.tooMany', { phase: 'remediate', room: 20 });
    given(started())
      .when(add('remediate', ...lines(15)))
      .when(add('remediate', ...lines(6, 16)))
      .refuses('items.tooMany', { room: 5 });
  });

  test('what is there already needs no room', () => {
    given(started())
      .when(add('remediate', ...lines(19)))
      .when(add('remediate', ...lines(20)))
      .yields({ type: 'ItemAdded', item: 'R22', section: 'remediate', title: 'Step 20' });
  });

  test('a removed one makes room, a completed one does not', () => {
    expect(full.when(remove('R5')).when(add('remediate', 'One more')).decision).toHaveProperty('events');
    full.when(complete('R5')).when(add('remediate', 'One more')).refuses('items.tooMany');
  });

  test('each section has its own twenty', () => {
    expect(full.when(add('enable', ...lines(20))).decision).toHaveProperty('events');
  });
});

describe('a list that cannot be read', () => {
  test('has no lines', () => {
    given(started()).when(add('assess')).refuses('items.none');
  });

  test.each(['', '  ', '\t'])('has a line without a title: %j', (title) => {
    given(started())
      .when(add('assess', 'Buy licences', title))
      .refuses('title.missing');
  });

  test('has a title of more than 80 characters, blanks around it not counted', () => {
    expect(given(started()).when(add('assess', ` ${'x'.repeat(80)} `)).decision).toHaveProperty('events');
    given(started())
      .when(add('assess', 'x'.repeat(81)))
      .refuses('title.tooLong');
  });

  test('has a due day that is none', () => {
    given(started())
      .when(add('assess', { title: 'Buy licences', dueOn: '2026-02-30' }))
      .refuses('dueOn.notADay');
  });
});

describe('adding', () => {
  test.each(sections)('to %s is for lead and FastTrack, and a member hears that', (section) => {
    expect(given(started()).when(add(section, 'Buy licences'), anna).decision).toHaveProperty('events');
    expect(given(started()).when(add(section, 'Buy licences'), ben).decision).toHaveProperty('events');
    given(started())
      .when(add(section, 'Buy licences'), mehmet)
      .refuses('role.missing', { may: ['lead', 'specialist'] });
  });
});
