import fc from 'fast-check';
import { type Command, decide, type Engagement, type Event, fold, notStarted } from '../../../src/engagement';
import { asking } from '../../support/given';
import { always, beginning, commandOf, deepFreeze, play, step, steps, whenever } from './runs';

/** Where nothing is left to tell, Lotse tells nothing, and nobody is refused anything. */
const tells = ({ type }: Command): boolean => type === 'PostCheckpoint' || type === 'RemindOfItems';

describe('whatever people do', () => {
  test('folding the record gives exactly the state, and the version is the number of events', () => {
    always((begun, taken) => {
      const { engagement, record } = play(begun, taken);
      expect(fold(record, notStarted)).toStrictEqual(engagement);
      expect(engagement.version).toBe(record.length);
    });
  });

  test('state and record survive JSON', () => {
    always((begun, taken) => {
      const { engagement, record } = play(begun, taken);
      expect(JSON.parse(JSON.stringify(engagement))).toStrictEqual(engagement);
      expect(JSON.parse(JSON.stringify(record))).toStrictEqual(record);
    });
  });

  test('deciding changes nothing, refused or not, and decides the same again', () => {
    fc.assert(
      fc.property(beginning, steps, step, (begun, taken, next) => {
        const { engagement, record } = play(begun, taken);
        const before = JSON.stringify(engagement);
        deepFreeze(engagement);
        for (const wish of next.wishes) {
          const command = commandOf(wish, record);
          const decision = decide(command, engagement, asking(next.by, next.at));
          expect(decide(command, engagement, asking(next.by, next.at))).toStrictEqual(decision);
          if ('refused' in decision) expect(Object.keys(decision)).toEqual(['refused']);
          else if (!tells(command)) expect(decision.events.length).toBeGreaterThan(0);
        }
        expect(JSON.stringify(engagement)).toBe(before);
      }),
      { numRuns: 400 },
    );
  });

  /** Undoing without saying what is the exception: a second time takes back the operation before. */
  test('the same command twice in a row by the same person yields nothing the second time', () => {
    whenever(({ after, events, command, step: { by, at }, record }) => {
      if (events.length === 0 || (command.type === 'Undo' && command.of === undefined)) return;
      const again = command.type === 'Undo' ? { ...command, record: [...record, ...events] } : command;
      const decision = decide(again, after, asking(by, at, 'again'));
      expect(decision).toEqual(tells(command) ? { events: [] } : { refused: expect.anything() as unknown });
    });
  });

  test('every event says who, when and of which operation', () => {
    always((begun, taken) => {
      play(begun, taken, ({ events, step: { by, at } }) => {
        for (const event of events) {
          expect(event).toMatchObject({ by, at, on: at.slice(0, 10) });
          expect(event.op).toMatch(/^run-\d+$/);
        }
      });
    });
  });
});

describe('these runs really get about', () => {
  /** Named one by one, so that a new event has to be reached as well. */
  const everyEvent: Readonly<Record<Event['type'], true>> = {
    EngagementStarted: true,
    EngagementConfigured: true,
    EngagementPaused: true,
    EngagementResumed: true,
    EngagementFinished: true,
    EngagementCancelled: true,
    EngagementDiscarded: true,
    ItemAcknowledged: true,
    ItemAssigned: true,
    ItemReleased: true,
    ItemScheduled: true,
    ItemCompleted: true,
    ItemDeferred: true,
    ItemExcluded: true,
    ItemBlocked: true,
    ItemUnblocked: true,
    ItemReopened: true,
    ItemReturned: true,
    ItemNoted: true,
    ItemRenamed: true,
    ItemRemoved: true,
    ItemAdded: true,
    PhaseOpened: true,
    PhaseLeft: true,
    PhaseReturned: true,
    ResultsConfirmed: true,
    ConfirmationsWithdrawn: true,
    ConfirmationsVoided: true,
    RoleSet: true,
    ItemsHandedOver: true,
    AwaySet: true,
    PersonLeft: true,
    PersonJoined: true,
    CheckpointSet: true,
    CheckpointSkipped: true,
    RemindersSnoozed: true,
    CheckpointPosted: true,
    ItemsReminded: true,
    OperationUndone: true,
  };
  const situations = (before: Engagement, after: Engagement, events: readonly Event[]) => [
    ...(after.phase === undefined ? [] : [`in ${after.phase}`]),
    ...(events.filter(({ type }) => type === 'PhaseLeft').length > 1 ? ['phases passed over'] : []),
    ...(Object.values(after.items).some((item) => item.countsIn !== item.section) ? ['an item carried'] : []),
    ...(events.some((event) => event.type === 'PhaseLeft' && event.anyway) ? ['moved on anyway'] : []),
    ...(events.some((event) => event.type === 'PhaseLeft' && event.phase === 'remediate' && !event.anyway)
      ? ['both sides confirmed']
      : []),
    ...(events.some((event) => event.type === 'ResultsConfirmed' && event.recorded) ? ['a word recorded'] : []),
    ...(after.tookOver && !before.tookOver ? ['the lead taken over'] : []),
    ...(Object.values(after.phases).some(({ stays }) => stays) ? ['a phase that stays'] : []),
    ...(events.some((event) => event.type === 'OperationUndone' && Object.keys(event.items).length > 1)
      ? ['several items taken back']
      : []),
    ...(events.length > 1 && events[0]?.type === 'OperationUndone' ? ['a phase moved by taking back'] : []),
  ];

  test('every event happens, every phase is reached, and so is every rare situation', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(beginning, steps, (begun, taken) => {
        play(begun, taken, ({ before, after, events }) => {
          for (const { type } of events) seen.add(type);
          for (const situation of situations(before, after, events)) seen.add(situation);
        });
      }),
      { numRuns: 1500, seed: 43 },
    );
    const expected = [
      ...Object.keys(everyEvent),
      ...['in initiate', 'in assess', 'in remediate', 'in enable', 'phases passed over', 'an item carried'],
      ...['moved on anyway', 'both sides confirmed', 'a word recorded', 'the lead taken over', 'a phase that stays'],
      ...['several items taken back', 'a phase moved by taking back'],
    ];
    expect(expected.filter((one) => !seen.has(one))).toEqual([]);
  });
});
