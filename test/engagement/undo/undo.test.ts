import {
  type Command,
  decide,
  type Event,
  fold,
  notStarted,
  openInLeftPhases,
  type PersonId,
} from '../../../src/engagement';
import {
  acknowledge,
  acknowledgePhase,
  add,
  advance,
  anna,
  asking,
  assign,
  away,
  ben,
  block,
  codes,
  comeBack,
  complete,
  configure,
  confirm,
  defer,
  eventsOf,
  exclude,
  type Given,
  given,
  handOver,
  having,
  itemOf,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  note,
  pause,
  release,
  remove,
  rename,
  reopen,
  resume,
  schedule,
  setRole,
  someoneNew,
  start,
  started,
  startedIn,
  stepBack,
  take,
  today,
  tomorrow,
  unblock,
  undo,
} from '../../support/given';

const itemsAfter = ({ engagement }: Given) => engagement.items;

/** One sentence or press that does several things. */
const together = (begun: Given, commands: readonly Command[], by: PersonId, op: string): Given => {
  const record = commands.reduce<readonly Event[]>(
    (so, command) => [...so, ...eventsOf(decide(command, fold(so, notStarted), asking(by, today, op)))],
    begun.record,
  );
  return given(record);
};

/** Every move of an item, and what has to happen before it is possible. */
const moves: readonly (readonly [string, Command, readonly Command[]])[] = [
  ['acknowledging', acknowledge('A3'), []],
  ['taking', take('A3', nextWeek), []],
  ['assigning', assign('A3', mehmet), []],
  ['releasing', release('A3'), [assign('A3', mehmet)]],
  ['setting a due day', schedule('A3', nextWeek), []],
  ['clearing a due day', schedule('A3'), [schedule('A3', nextWeek)]],
  ['completing', complete('A3', 'done'), [block('A3')]],
  ['deferring', defer('A3'), []],
  ['deferring to another day', defer('A3', tomorrow), [defer('A3')]],
  ['excluding', exclude('A3'), [defer('A3')]],
  ['blocking', block('A3'), []],
  ['unblocking', unblock('A3'), [block('A3')]],
  ['reopening', reopen('A3'), [complete('A3', 'done')]],
  ['noting', note('A3'), [note('A3', 'one'), note('A3', 'two'), note('A3', 'three')]],
  ['renaming', rename('A7', 'Buy E5 licences'), [add('assess', 'Buy licences')]],
  ['removing', remove('A7'), [add('assess', 'Buy licences'), take('A7')]],
  ['adding', add('assess', 'Buy licences', 'Order the tenant'), []],
  ['handing over', handOver(mehmet, ben), [assign('A3', mehmet), assign('G7', mehmet)]],
  ['acknowledging all', acknowledgePhase('assess'), [acknowledge('A3')]],
];

describe('undoing my last operation', () => {
  test.each(moves)('%s: puts its items back to exactly what they were', (_, command, before) => {
    const begun = having(given(started()), before);
    const done = begun.when(command);
    expect(itemsAfter(done)).not.toEqual(itemsAfter(begun));
    const undone = done.when(undo());
    expect(itemsAfter(undone)).toStrictEqual(itemsAfter(begun));
    expect(Object.keys(itemsAfter(undone))).toEqual(Object.keys(itemsAfter(begun)));
  });

  test('appends an event that holds the items as they were, and none where there was none', () => {
    const begun = given(started()).when(add('assess', 'Buy licences'));
    const was = itemOf(begun.engagement, 'A7');
    begun
      .when(remove('A7'))
      .when(undo())
      .yields({ type: 'OperationUndone', of: `op-${begun.engagement.version}`, items: { A7: was } });
    begun
      .when(undo())
      .yields({ type: 'OperationUndone', of: `op-${begun.engagement.version - 1}`, items: { A7: null } });
  });

  test('takes back all items of an operation', () => {
    const begun = given(started()).when(take('A4'), mehmet);
    const done = together(begun, [defer('A3'), defer('A4'), complete('E1')], anna, 'several');
    const undone = done.when(undo());
    expect(itemsAfter(undone)).toStrictEqual(itemsAfter(begun));
    expect(Object.keys(undone.decision)).toEqual(['events']);
  });

  test('takes back what an operation did to one item after the other', () => {
    const begun = given(started());
    const done = together(begun, [add('assess', 'Buy licences'), take('A7'), block('A7')], anna, 'several');
    expect(itemsAfter(done.when(undo()))).toStrictEqual(itemsAfter(begun));
  });

  test('leaves alone what others did in the meantime', () => {
    const { engagement } = given(started()).when(complete('A3'), mehmet).when(complete('A4'), ben).when(undo(), mehmet);
    expect(itemOf(engagement, 'A3').state.type).toBe('open');
    expect(itemOf(engagement, 'A4').state.type).toBe('complete');
  });

  test('is for everybody, about their own', () => {
    const { engagement } = given(started()).when(complete('A3'), mehmet).when(complete('A4'), ben).when(undo(), ben);
    expect(itemOf(engagement, 'A3').state.type).toBe('complete');
    expect(itemOf(engagement, 'A4').state.type).toBe('open');
  });

  test('is possible at any time later', () => {
    const { engagement } = given(started()).when(complete('A3'), mehmet).when(undo(), mehmet, '2027-06-01');
    expect(itemOf(engagement, 'A3').state.type).toBe('open');
  });

  test('by one who had left the team and is back', () => {
    const done = given(started()).when(leaveTeam(mehmet), lotse).when(complete('A3'), mehmet);
    expect(itemOf(done.when(undo(), mehmet).engagement, 'A3').state.type).toBe('open');
  });

  test('also after becoming a member again: it is their own', () => {
    const { engagement } = given(started())
      .when(setRole(someoneNew, 'lead'), anna)
      .when(assign('A3', ben), someoneNew)
      .when(setRole(someoneNew, 'member'), anna)
      .when(undo(), someoneNew);
    expect(itemOf(engagement, 'A3')).not.toHaveProperty('owner');
  });
});

describe('undoing once more', () => {
  const twice = given(started()).when(complete('A3'), mehmet).when(note('A3', 'too early'), mehmet);

  test('takes back the operation before', () => {
    const { engagement } = twice.when(undo(), mehmet).when(undo(), mehmet);
    expect(itemOf(engagement, 'A3')).toStrictEqual(itemOf(given(started()).engagement, 'A3'));
  });

  test('ends where nothing is left', () => {
    twice.when(undo(), mehmet).when(undo(), mehmet).when(undo(), mehmet).refuses('undo.nothing');
  });

  test('does not take back the undoing', () => {
    const undone = given(started()).when(complete('A3'), mehmet).when(undo(), mehmet);
    undone.when(undo(), mehmet).refuses('undo.nothing');
    const op = undone.record.at(-1)!.op;
    undone.when(undo(op), mehmet).refuses('undo.notItems');
  });

  test('goes on with what was done after an undo', () => {
    const { engagement } = twice
      .when(undo(), mehmet)
      .when(block('A4'), mehmet)
      .when(undo(), mehmet)
      .when(undo(), mehmet);
    expect(itemOf(engagement, 'A4').state.type).toBe('open');
    expect(itemOf(engagement, 'A3').state.type).toBe('open');
  });
});

describe('undoing a certain operation', () => {
  const first = given(started()).when(complete('A3'), mehmet);
  const op = first.record.at(-1)!.op;

  test('works for one that is not the last', () => {
    const { engagement } = first.when(complete('A4'), mehmet).when(undo(op), mehmet);
    expect(itemOf(engagement, 'A3').state.type).toBe('open');
    expect(itemOf(engagement, 'A4').state.type).toBe('complete');
  });

  test('of somebody else is refused, also for a lead', () => {
    first.when(undo(op), anna).refuses('undo.notYours');
  });

  test('that was taken back already is refused', () => {
    first.when(undo(op), mehmet).when(undo(op), mehmet).refuses('undo.already');
  });

  test('nobody knows is refused', () => {
    first.when(undo('nonsense'), mehmet).refuses('undo.nothing');
  });
});

describe('undoing is refused', () => {
  test('to whoever has done nothing here', () => {
    given(started()).when(undo(), mehmet).refuses('undo.nothing');
    given().when(undo(), mehmet).refuses('engagement.notStarted');
  });

  test('when somebody has changed the item since, and says who', () => {
    given(started())
      .when(complete('A3'), mehmet)
      .when(note('A3', 'thanks'), ben, tomorrow)
      .when(undo(), mehmet)
      .refuses('undo.changedSince', { item: 'A3', by: ben, on: tomorrow });
  });

  test('when one of several items was changed since; then none is taken back', () => {
    together(given(started()), [complete('A3'), complete('A4'), complete('A5')], mehmet, 'several')
      .when(acknowledge('A4'), ben)
      .when(undo(), mehmet)
      .refuses('undo.changedSince', { item: 'A4', by: ben });
  });

  test('when one changed it oneself in a later operation', () => {
    const done = given(started()).when(complete('A3'), mehmet);
    done
      .when(note('A3'), mehmet)
      .when(undo(done.record.at(-1)!.op), mehmet)
      .refuses('undo.changedSince', { item: 'A3', by: mehmet });
  });

  test('when the date of a deferral came', () => {
    given(started())
      .when(defer('A3', tomorrow), mehmet)
      .when(comeBack('A3'), lotse, tomorrow)
      .when(undo(), mehmet)
      .refuses('undo.changedSince', { item: 'A3', by: lotse, on: tomorrow });
  });

  test('when what was added was removed by somebody else', () => {
    given(started())
      .when(add('assess', 'Buy licences'), ben)
      .when(remove('A7'), anna)
      .when(undo(), ben)
      .refuses('undo.changedSince', { item: 'A7', by: anna });
  });

  test('when what was deferred was confirmed in the joint check, and names who confirmed', () => {
    given(startedIn('remediate'))
      .when(defer('R1'), mehmet)
      .when(note('A3'), mehmet)
      .when(undo(), mehmet)
      .when(confirm(), ben, tomorrow)
      .when(undo(), mehmet)
      .refuses('undo.changedSince', { item: 'R1', by: ben, on: tomorrow });
  });

  test('but not when the change was taken back in turn', () => {
    const { engagement } = given(started())
      .when(complete('A3'), mehmet)
      .when(note('A3'), ben)
      .when(undo(), ben)
      .when(undo(), mehmet);
    expect(itemOf(engagement, 'A3').state.type).toBe('open');
  });

  test.each<readonly [Command, Given]>([
    [setRole(mehmet, 'lead'), given(started())],
    [away(anna, nextWeek), given(started())],
    [configure({ language: 'de' }), given(started())],
    [advance('initiate', 'no time'), given(started())],
    [stepBack('initiate'), given(startedIn('assess'))],
    [confirm(), given(startedIn('remediate')).when(complete('R1'))],
    [resume, given(started()).when(pause())],
  ])('where the last operation was about something else: $type', (command, begun) => {
    begun.when(command).when(undo()).refuses('undo.notItems');
  });

  test('for the start', () => {
    given().when(start).when(undo()).refuses('undo.notItems');
  });

  test('when others were added in the place of what was removed', () => {
    const lines = Array.from({ length: 20 }, (_, index) => `Step ${index}`);
    given(started())
      .when(add('remediate', ...lines), ben)
      .when(remove('R5'), ben)
      .when(add('remediate', 'One more'), anna)
      .when(undo(), ben)
      .refuses('undo.noPlace');
  });

  test.each([
    ['removed', remove('A7')],
    ['renamed', rename('A7', 'Buy E5 licences')],
  ])('when somebody used the title of what was %s', (_, command) => {
    given(started())
      .when(add('assess', 'Buy licences'), ben)
      .when(command, ben)
      .when(add('assess', 'buy licences'), anna)
      .when(undo(), ben)
      .refuses('undo.noPlace');
  });
});

describe('undoing never moves a phase back', () => {
  const moved = given(started()).when(complete('I1'), anna).when(complete('I2'), mehmet);

  test('the item is open again, and the phase already left shows it', () => {
    const undone = moved.when(undo(), mehmet);
    expect(undone.decision).toMatchObject({ events: [{ type: 'OperationUndone' }] });
    expect(undone.engagement.phase).toBe('assess');
    expect(undone.engagement.phases).toEqual(moved.engagement.phases);
    expect(openInLeftPhases(undone.engagement).map(({ code }) => code)).toEqual(['I2']);
  });

  test('neither over several phases', () => {
    const over = having(
      given(started()),
      [...codes.assess, 'I1', 'I2'].map((code) => complete(code)),
    ).when(undo());
    expect(over.engagement.phase).toBe('remediate');
    expect(openInLeftPhases(over.engagement).map(({ code }) => code)).toEqual(['I2']);
  });

  test('moving on is not undone, with or without the agreement that went with it', () => {
    const waiting = given(started()).when(complete('I1')).when(defer('I2'), mehmet);
    waiting.when(advance('initiate'), anna).when(undo(), anna).refuses('undo.notItems');
  });

  test('it may move one forward, where what was undone was the last thing open', () => {
    given(started())
      .when(complete('I1'))
      .when(add('initiate', 'Book a room'), ben)
      .when(complete('I2'))
      .when(undo(), ben)
      .yields(
        { type: 'OperationUndone', of: 'op-3', items: { I3: null } },
        { type: 'PhaseLeft', phase: 'initiate' },
        { type: 'PhaseOpened', phase: 'assess' },
      );
  });
});

test('only what is in the record up to this state counts', () => {
  const done = given(started()).when(complete('A3'), mehmet);
  const later = done.when(complete('A4'), mehmet);
  const decision = decide({ type: 'Undo', record: later.record }, done.engagement, asking(mehmet, today, 'undoing'));
  expect(eventsOf(decision)).toMatchObject([{ type: 'OperationUndone', of: done.record.at(-1)!.op }]);
});
