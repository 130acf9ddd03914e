import fc from 'fast-check';
import {
  addYears,
  type Command,
  type Day,
  decide,
  type Engagement,
  type Event,
  evolve,
  fold,
  isOpen,
  isSettled,
  itemsOf,
  lotse,
  missingToLeave,
  notStarted,
  owed,
  type PersonId,
  phases,
  sections,
  steers,
  waitsForAgreement,
} from '../../src/engagement';
import type { Fact } from '../../src/engagement/messages';
import {
  anna,
  asking,
  ben,
  definitions,
  mehmet,
  someoneNew,
  stamped,
  start,
  started,
  startedIn,
} from '../support/given';
import { winter } from './reminders/winter-calendar';

type Step = { readonly command: Command; readonly by: PersonId; readonly on: Day };

const people = fc.constantFrom(anna, ben, mehmet, someoneNew);
/** Few items of the early phases, so that random people meet on the same ones and phases really move. */
const code = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('I1', 'I2', 'A1', 'A2') },
  { weight: 1, arbitrary: fc.constantFrom('G1', 'G14', 'R1', 'R2', 'E1', 'E8', 'X9') },
);
const day: fc.Arbitrary<Day> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('2026-11-30', '2026-12-01', '2026-12-02', '2026-12-15', '2027-01-04') },
  { weight: 1, arbitrary: fc.constantFrom('2028-02-29', '2026-02-30', '') },
);
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('holiday', ' holiday ', 'firewall') },
  { weight: 1, arbitrary: fc.string({ maxLength: 1100, size: 'max' }) },
);
const maybe: { requiredKeys: ['type', 'item'] } = { requiredKeys: ['type', 'item'] };

const personsCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ type: fc.constant('AcknowledgeItem' as const), item: code }),
  fc.record({ type: fc.constant('TakeItem' as const), item: code, dueOn: day }, maybe),
  fc.record(
    { type: fc.constant('AssignItem' as const), item: code, assignee: people, dueOn: day },
    { requiredKeys: ['type', 'item', 'assignee'] },
  ),
  fc.record({ type: fc.constant('CompleteItem' as const), item: code, note: text }, maybe),
  fc.record({ type: fc.constant('CompleteItem' as const), item: code }),
  fc.record({ type: fc.constant('DeferItem' as const), item: code, until: day, reason: text }),
  fc.record({ type: fc.constant('ExcludeItem' as const), item: code, reason: text }),
  fc.record({ type: fc.constant('BlockItem' as const), item: code, reason: text }),
  fc.record({ type: fc.constant('UnblockItem' as const), item: code }),
  fc.record({ type: fc.constant('ReopenItem' as const), item: code, reason: text }, maybe),
  fc.record({ type: fc.constant('AcknowledgePhase' as const), phase: fc.constantFrom(...sections) }),
  fc.constant(start),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ command: personsCommand, by: people, on: day }) },
  {
    weight: 1,
    arbitrary: fc.record({
      command: fc.record({ type: fc.constant('ReturnItem' as const), item: code }),
      by: fc.oneof(fc.constant(lotse), people),
      on: day,
    }),
  },
);
const steps = fc.array(step, { maxLength: 60, size: 'max' });

/** Only a few items stand in every phase, so that phases are left within a short run. */
const few = ['G1', 'G14', 'I1', 'I2', 'A1', 'A2', 'R1', 'R2', 'E1', 'E8'];
const onlyFew = (event: Event): Event[] => {
  if (event.type === 'EngagementStarted')
    return [{ ...event, items: definitions.filter(({ code: one }) => few.includes(one)) }];
  return 'item' in event && !few.includes(event.item) ? [] : [event];
};
const beginnings: readonly (readonly Event[])[] = [
  [],
  started(),
  ...[started(), ...phases.map(startedIn)].map((events) => events.flatMap(onlyFew)),
];
const beginning = fc.constantFrom(...beginnings);

/** Runs the steps, and shows every one of them to `watch`, accepted or not. */
const play = (
  begun: readonly Event[],
  taken: readonly Step[],
  watch: (seen: { before: Engagement; after: Engagement; events: readonly Event[]; step: Step }) => void = () =>
    undefined,
): { readonly engagement: Engagement; readonly record: readonly Event[] } =>
  taken.reduce<{ engagement: Engagement; record: readonly Event[] }>(
    ({ engagement, record }, one) => {
      const decision = decide(one.command, engagement, asking(one.by, one.on));
      const events = 'refused' in decision ? [] : decision.events;
      const after = fold(events, engagement);
      watch({ before: engagement, after, events, step: one });
      return { engagement: after, record: [...record, ...events] };
    },
    { engagement: fold(begun, notStarted), record: begun },
  );

const place = ({ status, phase }: Engagement) =>
  status === 'notStarted' ? -1 : phase === undefined ? phases.length : phases.indexOf(phase);

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};

const always = (check: (begun: readonly Event[], taken: readonly Step[]) => void) => {
  fc.assert(fc.property(beginning, steps, check), { numRuns: 300 });
};

describe('whatever people do', () => {
  test('phases never go back by themselves, and what was left stays left', () => {
    always((begun, taken) => {
      play(begun, taken, ({ before, after }) => {
        expect(place(after)).toBeGreaterThanOrEqual(place(before));
        for (const phase of phases)
          if (before.phases[phase].left) expect(after.phases[phase].left).toEqual(before.phases[phase].left);
      });
    });
  });

  test('no item is lost or doubled, and each counts in exactly one place', () => {
    always((begun, taken) => {
      play(begun, taken, ({ before, after }) => {
        if (before.status === 'notStarted') return;
        expect(Object.keys(after.items)).toEqual(Object.keys(before.items));
        const counted = sections.flatMap((section) => itemsOf(after, section).map((item) => item.code));
        expect(counted.sort()).toEqual(Object.keys(after.items).sort());
        expect(Object.values(after.items).every((item) => isOpen(item) !== isSettled(item))).toBe(true);
      });
    });
  });

  test('the version is the number of events', () => {
    always((begun, taken) => {
      const { engagement, record } = play(begun, taken);
      expect(engagement.version).toBe(record.length);
    });
  });

  test('folding the record gives exactly the state', () => {
    always((begun, taken) => {
      const { engagement, record } = play(begun, taken);
      expect(fold(record, notStarted)).toStrictEqual(engagement);
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
      fc.property(beginning, steps, step, (begun, taken, { command, by, on }) => {
        const { engagement } = play(begun, taken);
        const before = JSON.stringify(engagement);
        deepFreeze(engagement);
        const decision = decide(command, engagement, asking(by, on));
        expect(decide(command, engagement, asking(by, on))).toStrictEqual(decision);
        if ('refused' in decision) expect(Object.keys(decision)).toEqual(['refused']);
        else expect(decision.events.length).toBeGreaterThan(0);
        expect(JSON.stringify(engagement)).toBe(before);
      }),
      { numRuns: 500 },
    );
  });

  test('the same command twice in a row by the same person yields nothing the second time', () => {
    always((begun, taken) => {
      play(begun, taken, ({ after, events, step: { command, by, on } }) => {
        if (events.length > 0) expect(decide(command, after, asking(by, on))).toHaveProperty('refused');
      });
    });
  });

  test('every event says who and when', () => {
    always((begun, taken) => {
      play(begun, taken, ({ events, step: { by, on } }) => {
        const { at } = asking(by, on);
        for (const event of events) expect(event).toMatchObject({ by, at, on });
      });
    });
  });

  test('a member changes nothing about somebody else’s item but their own mark', () => {
    always((begun, taken) => {
      play(begun, taken, ({ before, after, step: { by } }) => {
        if (by === lotse || steers(before, by)) return;
        for (const item of Object.values(before.items)) {
          if (item.owner === undefined || item.owner === by) continue;
          const { acknowledgements } = after.items[item.code]!;
          expect(after.items[item.code]).toStrictEqual({ ...item, acknowledgements });
          expect(acknowledgements.filter((mark) => mark.by !== by)).toEqual(
            item.acknowledgements.filter((mark) => mark.by !== by),
          );
        }
      });
    });
  });

  test('nobody has two marks on an item', () => {
    always((begun, taken) => {
      for (const item of Object.values(play(begun, taken).engagement.items)) {
        const marked = item.acknowledgements.map(({ by }) => by);
        expect(new Set(marked).size).toBe(marked.length);
      }
    });
  });

  test('a phase is left only when all in it is settled and agreed, and Remediate never', () => {
    always((begun, taken) => {
      play(begun, taken, ({ after, events }) => {
        for (const event of events) {
          if (event.type !== 'PhaseLeft') continue;
          expect(event.phase).not.toBe('remediate');
          expect(missingToLeave(after, event.phase)).toEqual([]);
          expect(itemsOf(after, event.phase).some((item) => isOpen(item) || waitsForAgreement(item))).toBe(false);
        }
      });
    });
  });

  test('nobody is left standing in a phase that could be left', () => {
    always((begun, taken) => {
      play(begun, taken, ({ after, events }) => {
        const { phase } = after;
        if (events.length > 0 && phase !== undefined && phase !== 'remediate')
          expect(missingToLeave(after, phase)).not.toEqual([]);
      });
    });
  });

  test('no deferral reaches further than two years, nor begins before tomorrow', () => {
    always((begun, taken) => {
      play(begun, taken, ({ events }) => {
        for (const event of events) {
          if (event.type !== 'ItemDeferred') continue;
          expect(event.until > event.on).toBe(true);
          expect(event.until <= addYears(event.on, 2)).toBe(true);
        }
      });
    });
  });

  test('doing what is owed leaves nothing owed, and the next look lies ahead', () => {
    always((begun, taken) => {
      const at = '2026-12-15T12:00:00.000Z';
      const due = play(begun, taken).engagement;
      const first = owed(due, at, winter);
      const after = first.owed.reduce((engagement, command) => {
        const decision = decide(command, engagement, asking(lotse, '2026-12-15'));
        return 'refused' in decision ? engagement : fold(decision.events, engagement);
      }, due);
      const again = owed(after, at, winter);
      expect(again.owed).toEqual([]);
      // What came back may be due, so the next look never lies further away than before.
      if (first.next !== undefined) expect((again.next ?? '9') <= first.next).toBe(true);
      if (again.next !== undefined) expect(again.next > at).toBe(true);
    });
  });

  test('these runs really get about: every phase is reached, left, passed over and carried into', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(beginning, steps, (begun, taken) => {
        play(begun, taken, ({ after, events }) => {
          for (const { type } of events) seen.add(type);
          seen.add(`in ${after.phase ?? 'none'}`);
          if (events.filter(({ type }) => type === 'PhaseLeft').length > 1) seen.add('passed over');
          if (Object.values(after.items).some((item) => item.countsIn !== item.section)) seen.add('carried');
        });
      }),
      { numRuns: 1500, seed: 43 },
    );
    expect([...seen].sort()).toEqual(
      [
        'EngagementStarted',
        'ItemAcknowledged',
        'ItemAssigned',
        'ItemBlocked',
        'ItemCompleted',
        'ItemDeferred',
        'ItemExcluded',
        'ItemReopened',
        'ItemReturned',
        'ItemUnblocked',
        'PhaseLeft',
        'PhaseOpened',
        'carried',
        'in assess',
        'in enable',
        'in initiate',
        'in none',
        'in remediate',
        'passed over',
      ].sort(),
    );
  });
});

const anyCode = fc.oneof(code, fc.string());
const fact: fc.Arbitrary<Fact> = fc.oneof(
  fc.constantFrom(...started()),
  fc.record({
    type: fc.constantFrom('ItemAcknowledged' as const, 'ItemUnblocked' as const, 'ItemReturned' as const),
    item: anyCode,
  }),
  fc.record(
    { type: fc.constant('ItemAssigned' as const), item: anyCode, owner: people, dueOn: fc.string() },
    {
      requiredKeys: ['type', 'item', 'owner'],
    },
  ),
  fc.record({ type: fc.constant('ItemCompleted' as const), item: anyCode, note: fc.string() }, maybe),
  fc.record({ type: fc.constant('ItemReopened' as const), item: anyCode, reason: fc.string() }, maybe),
  fc.record({ type: fc.constant('ItemDeferred' as const), item: anyCode, until: fc.string(), reason: fc.string() }),
  fc.record({
    type: fc.constantFrom('ItemExcluded' as const, 'ItemBlocked' as const),
    item: anyCode,
    reason: fc.string(),
  }),
  fc.record({
    type: fc.constantFrom('PhaseOpened' as const, 'PhaseLeft' as const),
    phase: fc.constantFrom(...phases),
  }),
);
const anyEvent: fc.Arbitrary<Event> = fc
  .tuple(fact, fc.oneof(people, fc.constant(lotse)), day)
  .map(([one, by, on]) => stamped(one, by, on));
const anyRecord = fc.array(anyEvent, { maxLength: 80, size: 'max' });

describe('whatever events there are, in whatever order', () => {
  test('folding never throws and counts every one', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(fold(record, notStarted).version).toBe(record.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the state survives JSON', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const engagement = fold(record, notStarted);
        expect(JSON.parse(JSON.stringify(engagement))).toStrictEqual(engagement);
      }),
      { numRuns: 300 },
    );
  });

  test('folding changes neither the record nor the state folded onto', () => {
    fc.assert(
      fc.property(anyRecord, anyRecord, (first, then) => {
        const onto = deepFreeze(fold(first, notStarted));
        expect(() => fold(deepFreeze(then), onto)).not.toThrow();
      }),
    );
  });

  test('people can still decide on what came of it', () => {
    fc.assert(
      fc.property(anyRecord, step, (record, { command, by, on }) => {
        expect(() => decide(command, fold(record, notStarted), asking(by, on))).not.toThrow();
      }),
    );
  });

  test('folding an event about an item called constructor does not throw', () => {
    fold([...started(), stamped({ type: 'ItemAcknowledged', item: 'constructor' })], notStarted);
  });
});

test('an event before the start, or about an unknown item, counts and changes nothing else', () => {
  const stray = stamped({ type: 'ItemCompleted', item: 'X9' });
  expect(fold([stray], notStarted)).toEqual({ ...notStarted, version: 1 });
  const running = fold(started(), notStarted);
  expect(fold([stray], running)).toEqual({ ...running, version: running.version + 1 });
});

test('folding is one event after the other', () => {
  expect(fold(started(), notStarted)).toStrictEqual(started().reduce(evolve, notStarted));
});

test('leaving a phase that is not current does not move the current one', () => {
  const engagement = fold([...started(), stamped({ type: 'PhaseLeft', phase: 'enable' })], notStarted);
  expect(engagement.phase).toBe('initiate');
});
