import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  agreedCheckpoint,
  type Command,
  type Day,
  type Engagement,
  type Event,
  fold,
  type Instant,
  lotse,
  mentionings,
  owed,
  type Reminder,
  reminderTimes,
  rhythms,
  upcomingCheckpoints,
} from '../../../src/engagement';
import {
  block,
  cancel,
  complete,
  configure,
  defer,
  eventsOf,
  pause,
  reopen,
  resume,
  schedule,
  setCheckpoint,
  skip,
  unblock,
} from '../../support/given';
import { ask, calendar, look, lookAfter, postsIn, startedAt, toldIn } from './looking';
import { remindedAt } from './wall-clock';

/** Whatever people do about meetings and items, and however irregularly Lotse looks. Times in minutes. */
type Step =
  | { readonly type: 'ask'; readonly command: (engagement: Engagement, at: Instant) => Command }
  /** Lotse looks exactly when it was said that one has to. */
  | { readonly type: 'awake'; readonly minutes: number }
  /** Nobody looks for so long, and then somebody does. */
  | { readonly type: 'away'; readonly minutes: number };

const dayIn = (engagement: Engagement, at: Instant, days: number) =>
  calendar.dayOf(DateTime.fromISO(at).plus({ days }).toUTC().toISO()!, engagement.timeZone);

const asks = (name: fc.Arbitrary<(engagement: Engagement, at: Instant) => Command>): fc.Arbitrary<Step> =>
  name.map((command) => ({ type: 'ask' as const, command }));

const item = fc.constantFrom('A1', 'A2', 'A3', 'G1');
const ahead = fc.integer({ min: 1, max: 20 });
const settings = fc.record(
  {
    every: fc.constantFrom(...rhythms.filter((every) => every !== 'off'), ...rhythms),
    weekday: fc.integer({ min: 1, max: 7 }),
    time: fc.constantFrom('00:00', '03:30', '07:59', '09:00', '09:45', '23:59'),
    remind: fc.constantFrom(...reminderTimes),
    mention: fc.constantFrom(...mentionings),
  },
  { requiredKeys: [] },
);
const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Pacific/Auckland',
  'Pacific/Honolulu',
);
const minutes = (days: number) =>
  fc.oneof(
    fc.integer({ min: 0, max: 90 }),
    fc.integer({ min: 0, max: 3 * 24 * 60 }),
    fc.integer({ min: 0, max: days * 24 * 60 }),
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('awake' as const), minutes: minutes(10) }) },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('away' as const), minutes: minutes(40) }) },
  { weight: 3, arbitrary: asks(settings.map((said) => () => setCheckpoint(said))) },
  asks(ahead.map((days) => (engagement, at) => setCheckpoint({ from: dayIn(engagement, at, days) }))),
  asks(settings.map((said) => (engagement, at) => setCheckpoint({ ...said, earliest: dayIn(engagement, at, 0) }))),
  { weight: 2, arbitrary: asks(zone.map((timeZone) => () => configure({ timeZone }))) },
  {
    weight: 3,
    arbitrary: asks(
      fc.nat(3).map((nth) => (engagement, at) => skip(upcomingCheckpoints(engagement, at, calendar, 4)[nth] ?? '')),
    ),
  },
  asks(fc.constant(() => pause())),
  asks(ahead.map((days) => (engagement, at) => pause(dayIn(engagement, at, days)))),
  { weight: 2, arbitrary: asks(fc.constant(() => resume)) },
  {
    weight: 3,
    arbitrary: asks(
      fc.tuple(item, ahead).map(
        ([code, days]) =>
          (so, at) =>
            schedule(code, dayIn(so, at, days)),
      ),
    ),
  },
  asks(
    fc.tuple(item, ahead).map(
      ([code, days]) =>
        (so, at) =>
          defer(code, dayIn(so, at, days)),
    ),
  ),
  asks(item.map((code) => () => block(code))),
  asks(item.map((code) => () => unblock(code))),
  asks(item.map((code) => () => reopen(code))),
  asks(item.map((code) => () => complete(code))),
);

/** What was looked at: all that happened then, how things stood before, and what had been left out by then. */
type Seen = {
  readonly at: Instant;
  readonly before: Engagement;
  readonly events: readonly Event[];
  readonly leftOut: readonly Day[];
};

/** After everything else. */
const never: Instant = '9999-12-31T23:59:59.999Z';

const play = (steps: readonly Step[]): { readonly looks: readonly Seen[]; readonly engagement: Engagement } => {
  let at: Instant = '2027-03-08T07:00:00.000Z';
  let engagement = startedAt(at, 'Europe/Berlin', { every: 'week', weekday: 2, time: '10:00' });
  let next = at;
  const looks: Seen[] = [];
  const leftOut: Day[] = [];
  const lookNow = () => {
    const looked = look(engagement, at);
    looks.push({ at, before: engagement, events: looked.events, leftOut: [...leftOut] });
    engagement = looked.engagement;
    next = looked.next ?? never;
  };
  for (const one of steps) {
    if (one.type === 'ask') {
      const decision = ask(one.command(engagement, at), engagement, at);
      const events = 'events' in decision ? decision.events : [];
      engagement = fold(events, engagement);
      leftOut.push(...events.flatMap((event) => (event.type === 'CheckpointSkipped' ? [event.day] : [])));
      // Whoever changes something leaves a look behind.
      next = at;
      continue;
    }
    const end = new Date(Date.parse(at) + one.minutes * 60_000).toISOString();
    if (one.type === 'awake')
      while (next <= end) {
        if (next > at) at = next;
        lookNow();
      }
    at = end;
    if (one.type === 'away') lookNow();
  }
  lookNow();
  return { looks, engagement };
};

const whatever = (
  check: (looks: readonly Seen[], engagement: Engagement) => void,
  more: fc.Parameters<[readonly Step[]]> = {},
): void => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      const { looks, engagement } = play(steps);
      check(looks, engagement);
    }),
    { numRuns: 100, ...more },
  );
};

describe('whatever is set, and whenever somebody looks', () => {
  test('no meeting is posted twice, and none after a later one', () => {
    whatever((looks) => {
      const days = looks.flatMap(({ events }) => postsIn(events).flatMap(({ meeting }) => meeting ?? []));
      expect(days).toEqual([...new Set(days)].sort());
    });
  });

  test('one look posts once at the most', () => {
    whatever((looks) => {
      for (const { events } of looks) expect(postsIn(events).length).toBeLessThanOrEqual(1);
    });
  });

  test('a post is late if and only if it comes more than an hour after its time, and never comes before it', () => {
    whatever((looks) => {
      for (const { at, before, events } of looks)
        for (const { meeting, late } of postsIn(events)) {
          if (meeting === undefined) {
            expect(late).toBe(true);
            continue;
          }
          const day = DateTime.fromISO(meeting, { zone: before.timeZone });
          const due = remindedAt(day, agreedCheckpoint(before));
          const gone = Date.parse(at) - due.toMillis();
          expect(gone).toBeGreaterThanOrEqual(0);
          expect(late).toBe(gone > 3_600_000);
        }
    });
  });

  test('what is left out is never posted', () => {
    whatever((looks) => {
      for (const { leftOut, events } of looks)
        for (const { meeting } of postsIn(events)) expect(leftOut).not.toContain(meeting);
    });
  });

  test('looking again, or before one has to, changes nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), fc.double({ min: 0, max: 1, noNaN: true }), (steps, part) => {
        const { looks, engagement } = play(steps);
        const { at } = looks.at(-1)!;
        const { owed: commands, next } = owed(engagement, at, calendar);
        expect(commands).toEqual([]);
        const end = next === undefined ? Date.parse(at) + 86_400_000 * 30 : Date.parse(next) - 1;
        const early = new Date(Date.parse(at) + Math.floor((end - Date.parse(at)) * part)).toISOString();
        expect(owed(engagement, early, calendar).owed).toEqual([]);
        const ahead = owed(engagement, early, calendar).next;
        expect(ahead).toBe(next);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing is told while it is paused, and nothing at all once it is over', () => {
    whatever((looks, engagement) => {
      for (const { before, events } of looks)
        if (before.status === 'paused' && !events.some(({ type }) => type === 'EngagementResumed'))
          expect(events).toEqual([]);
      const { at } = looks.at(-1)!;
      const over = ask(cancel(), engagement, at);
      const ended = 'events' in over ? fold(over.events, engagement) : engagement;
      expect(look(ended, '2029-01-01T00:00:00.000Z').events).toEqual([]);
      expect(owed(ended, at, calendar)).toEqual({ owed: [] });
    });
  });

  test('nothing is told twice of an item of the same day', () => {
    const slot = (reminder: Reminder) => JSON.stringify(reminder);
    whatever((looks) => {
      const told = looks.flatMap(({ events }) => toldIn(events).flatMap(({ reminders }) => reminders.map(slot)));
      expect(told.filter((one, at) => told.indexOf(one) !== at)).toEqual([]);
    });
  });

  test('nothing is made up for where somebody always looked when one had to', () => {
    const awake = step.filter(({ type }) => type !== 'away');
    fc.assert(
      fc.property(fc.array(awake, { maxLength: 40, size: 'max' }), (steps) => {
        for (const { events } of play(steps).looks)
          for (const post of postsIn(events)) expect(post.meeting).toBeDefined();
      }),
      { numRuns: 200 },
    );
  });

  test('these runs really get about', () => {
    const seen = new Set<string>();
    whatever(
      (looks, engagement) => {
        if (engagement.reminders.skipped.length > 0) seen.add('left out');
        for (const { before, events } of looks) {
          if (before.status === 'paused') seen.add('looked at while paused');
          for (const event of toldIn(events)) {
            seen.add(
              event.type === 'ItemsReminded'
                ? 'told'
                : `${event.late ? 'late' : 'in time'} ${event.meeting ? 'of a meeting' : 'of none'}`,
            );
            for (const { kind } of event.reminders) seen.add(kind);
          }
          for (const { by, type } of events)
            if (by === lotse && type === 'EngagementResumed') seen.add('went on by itself');
        }
      },
      { numRuns: 150, seed: 43 },
    );
    expect([...seen].sort()).toEqual(
      [
        'left out',
        'looked at while paused',
        'went on by itself',
        'told',
        'in time of a meeting',
        'late of a meeting',
        'late of none',
        'due',
        'overdue',
        'blocked',
        'returned',
      ].sort(),
    );
  });
});

test('a meeting that was left out is not taken for a missed one when another is left out later', () => {
  const from = '2027-03-08T07:00:00.000Z';
  const begun = startedAt(from, 'Europe/Berlin', { every: 'week', weekday: 2, time: '10:00' });
  const leaveOut = (engagement: Engagement, day: Day, at: Instant) =>
    fold(eventsOf(ask(skip(day), engagement, at)), engagement);
  const first = leaveOut(begun, '2027-03-16', from);
  const { engagement } = lookAfter(first, from, '2027-03-20T12:00:00.000Z');
  const then = leaveOut(engagement, '2027-03-23', '2027-03-20T12:00:00.000Z');
  expect(look(then, '2027-03-20T12:00:00.000Z').events).toEqual([]);
});
