import fc from 'fast-check';
import {
  decide,
  type Event,
  evolve,
  fold,
  type Item,
  lotse,
  notStarted,
  owed,
  phases,
  reminderKinds,
  reminderTimes,
  rhythms,
  roles,
  sections,
  sides,
} from '../../../src/engagement';
import type { Fact } from '../../../src/engagement/messages';
import { anna, asking, complete, given, itemOf, stamped, started } from '../../support/given';
import { winter } from '../reminders/winter-calendar';
import { beginning, commandOf, deepFreeze, everybody, step } from './runs';

/** Records nobody could have written by asking: every event, in any order, about anything. */
const code = fc.oneof(fc.constantFrom('I1', 'I2', 'A1', 'R1', 'R2', 'R3', 'constructor'), fc.string());
const people = fc.constantFrom(...everybody);
const phase = fc.constantFrom(...phases);
const text = fc.string();
const someDay = fc.constantFrom('2026-12-01', '2026-12-15', '2027-01-04');
const maybe = { requiredKeys: ['type', 'item'] as ['type', 'item'] };
const someItem: fc.Arbitrary<Item | null> = fc.constantFrom(
  null,
  ...['I1', 'R2', 'G1'].map((one) => itemOf(given(started()).when(complete(one)).engagement, one)),
);

const reminders = fc.array(
  fc.record({ kind: fc.constantFrom(...reminderKinds), item: code, on: text }, { noNullPrototype: true }),
);

const fact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...started()) },
  fc.record({
    type: fc.constantFrom(
      'ItemAcknowledged' as const,
      'ItemReleased' as const,
      'ItemUnblocked' as const,
      'ItemReturned' as const,
      'ItemRemoved' as const,
    ),
    item: code,
  }),
  fc.record({ type: fc.constant('ItemAssigned' as const), item: code, owner: people }),
  fc.record({ type: fc.constant('ItemScheduled' as const), item: code, dueOn: text }, maybe),
  fc.record({ type: fc.constant('ItemCompleted' as const), item: code, note: text }, maybe),
  fc.record({ type: fc.constant('ItemReopened' as const), item: code, reason: text }, maybe),
  fc.record({ type: fc.constant('ItemDeferred' as const), item: code, until: text, reason: text }),
  fc.record({ type: fc.constantFrom('ItemExcluded' as const, 'ItemBlocked' as const), item: code, reason: text }),
  fc.record({ type: fc.constant('ItemNoted' as const), item: code, note: text }),
  fc.record({ type: fc.constant('ItemRenamed' as const), item: code, title: text }),
  fc.record(
    {
      type: fc.constant('ItemAdded' as const),
      item: fc.constantFrom('R3', 'R4', 'I3', 'A1', 'X9'),
      section: fc.constantFrom(...sections),
      title: text,
      owner: people,
    },
    { requiredKeys: ['type', 'item', 'section', 'title'] },
  ),
  fc.record({ type: fc.constantFrom('PhaseOpened' as const, 'PhaseLeft' as const, 'PhaseReturned' as const), phase }),
  fc.record({ type: fc.constant('ResultsConfirmed' as const), phase, side: fc.constantFrom(...sides) }),
  fc.record({ type: fc.constant('ConfirmationsWithdrawn' as const), phase, sides: fc.subarray([...sides]) }),
  fc.record({ type: fc.constant('ConfirmationsVoided' as const), phase, gave: fc.array(people) }),
  fc.record({ type: fc.constant('RoleSet' as const), person: people, role: fc.constantFrom(...roles) }),
  fc.record({ type: fc.constant('ItemsHandedOver' as const), person: people, owner: people, items: fc.array(code) }),
  fc.record(
    { type: fc.constant('AwaySet' as const), person: people, until: text },
    { requiredKeys: ['type', 'person'] },
  ),
  fc.record({ type: fc.constantFrom('PersonLeft' as const, 'PersonJoined' as const), person: people }),
  fc.record({ type: fc.constant('OperationUndone' as const), of: text, items: fc.dictionary(code, someItem) }),
  fc.record(
    { type: fc.constant('EngagementConfigured' as const), customer: text, timeZone: text },
    { requiredKeys: ['type'] },
  ),
  fc.record({ type: fc.constant('EngagementPaused' as const), until: someDay }, { requiredKeys: ['type'] }),
  fc.constantFrom<Fact>({ type: 'EngagementResumed' }, { type: 'EngagementFinished' }, { type: 'EngagementDiscarded' }),
  fc.record({ type: fc.constant('EngagementCancelled' as const), reason: text }),
  fc.record({
    type: fc.constant('CheckpointSet' as const),
    checkpoint: fc.record(
      {
        every: fc.constantFrom(...rhythms),
        weekday: fc.integer({ min: -1, max: 9 }),
        time: text,
        remind: fc.constantFrom(...reminderTimes),
        from: someDay,
      },
      { requiredKeys: ['every', 'weekday', 'time'], noNullPrototype: true },
    ),
  }),
  fc.record({ type: fc.constant('CheckpointSkipped' as const), day: text }),
  fc.record(
    { type: fc.constant('RemindersSnoozed' as const), person: people, until: text },
    { requiredKeys: ['type', 'person'] },
  ),
  fc.record({ type: fc.constant('ItemsReminded' as const), reminders }),
  fc.record(
    {
      type: fc.constant('CheckpointPosted' as const),
      meeting: someDay,
      late: fc.boolean(),
      reminders,
    },
    { requiredKeys: ['type', 'late', 'reminders'] },
  ),
);
const event: fc.Arbitrary<Event> = fc
  .tuple(
    fact,
    fc.oneof(people, fc.constant(lotse)),
    fc.constantFrom('2026-11-30', '2026-12-15'),
    fc.constantFrom('a', 'b'),
  )
  .map(([one, by, on, op]) => stamped(one, by, on, op));
const record = fc.array(event, { maxLength: 80, size: 'max' });

describe('whatever events there are, in whatever order', () => {
  test('folding never throws and counts every one', () => {
    fc.assert(
      fc.property(record, (events) => {
        expect(fold(events, notStarted).version).toBe(events.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the state survives JSON', () => {
    fc.assert(
      fc.property(record, (events) => {
        const engagement = fold(events, notStarted);
        expect(JSON.parse(JSON.stringify(engagement))).toStrictEqual(engagement);
      }),
      { numRuns: 300 },
    );
  });

  test('folding changes neither the record nor the state folded onto', () => {
    fc.assert(
      fc.property(record, record, (first, then) => {
        const onto = deepFreeze(fold(first, notStarted));
        expect(() => fold(deepFreeze(then), onto)).not.toThrow();
      }),
    );
  });

  test('deciding never throws on what came of it, nor does undoing with any record', () => {
    fc.assert(
      fc.property(fc.oneof(record, beginning), record, step, (events, others, { wishes, by, at }) => {
        const engagement = fold(events, notStarted);
        for (const wish of wishes) {
          expect(() => decide(commandOf(wish, events), engagement, asking(by, at))).not.toThrow();
          expect(() => decide({ type: 'Undo', record: others }, engagement, asking(by, at))).not.toThrow();
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('nor does asking what is owed', () => {
    const days = { ...winter, instantOf: (day: string) => day };
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const known = events.filter((one) => one.type !== 'ItemScheduled' && one.type !== 'EngagementConfigured');
        expect(() => owed(fold(known, notStarted), '2026-12-15T12:00:00.000Z', days)).not.toThrow();
      }),
    );
  });
});

test('an event before the start, or about an unknown item, counts and changes nothing else', () => {
  const stray = stamped({ type: 'ItemCompleted', item: 'X9' });
  const reminders = { ...notStarted.reminders, changedAt: stray.at };
  expect(fold([stray], notStarted)).toEqual({ ...notStarted, reminders, version: 1 });
  const running = fold(started(), notStarted);
  expect(fold([stray], running)).toEqual({ ...running, version: running.version + 1 });
  const handed = stamped({ type: 'ItemsHandedOver', person: anna, owner: 'p2', items: ['X9', 'constructor'] });
  expect(fold([handed], running)).toEqual({ ...running, version: running.version + 1 });
});

test('an item that is there already is not added over it', () => {
  const running = fold(started(), notStarted);
  const again = stamped({ type: 'ItemAdded', item: 'A3', section: 'assess', title: 'Something else' });
  expect(fold([again], running)).toEqual({ ...running, version: running.version + 1 });
});

test('an onboarding that never began cannot be discarded', () => {
  const strange = fold(
    [stamped({ type: 'RoleSet', person: anna, role: 'lead' }), stamped({ type: 'EngagementResumed' })],
    notStarted,
  );
  expect(decide({ type: 'DiscardEngagement' }, strange, asking(anna))).toEqual({
    refused: { code: 'engagement.discardTooLate' },
  });
});

test('folding is one event after the other', () => {
  expect(fold(started(), notStarted)).toStrictEqual(started().reduce(evolve, notStarted));
});

test('leaving a phase that is not current does not move the current one', () => {
  const engagement = fold([...started(), stamped({ type: 'PhaseLeft', phase: 'enable' })], notStarted);
  expect(engagement.phase).toBe('initiate');
});
