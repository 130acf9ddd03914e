import { type AccountParts, accountOf, meetingOf, nameOf } from './account';
import { createChance } from './chance';
import type { Accepted } from './connector';
import { plan, type Running } from './engagements';

/** Meets on every weekday at nine in Berlin; three meetings are owed: Tuesday, Wednesday and Thursday. */
const one: Running = {
  ...plan(1, createChance(1)),
  timeZone: 'Europe/Berlin',
  checkpoint: { every: 'weekday', weekday: 1, time: '09:00', remind: 'atStart', mention: 'channel' },
  id: 'one',
  startedAt: Date.parse('2027-03-22T05:00:00Z'),
};
const [tuesday, wednesday, thursday] = ['2027-03-23', '2027-03-24', '2027-03-25'] as const;

let posts = 0;
const post = (day: string, more: Partial<Accepted> = {}): Accepted => ({
  conversationId: one.place.conversationId,
  activityId: `post-${(posts += 1)}`,
  summary: `Checkpoint now, Mon ${Number(day.slice(8))} Mar 09:00 · Assess: 1 of 6 open`,
  at: Date.parse(`${day}T08:00:10Z`),
  realAt: 0,
  life: 'bot-0.1',
  kind: 'accepted',
  ...more,
});

const account = (accepted: readonly Accepted[], more: Partial<AccountParts> = {}) =>
  accountOf({
    running: [one],
    accepted,
    seenIn: new Map(),
    recorded: new Map(),
    diedBefore: () => false,
    outages: [],
    from: 0,
    until: Date.parse('2027-03-25T12:00:00Z'),
    ...more,
  });

const recorded = (day: string, state: string, activityId?: string): AccountParts['recorded'] =>
  new Map([[nameOf(one.id, day), { state, ...(activityId !== undefined && { activityId }) }]]);

test('three that were each accepted once are as they should be', () => {
  expect(account([post(tuesday), post(wednesday), post(thursday)])).toMatchObject({ slots: 3, once: 3, faults: [] });
});

test('one that was neither accepted nor put down is lost, also if it is put down as sent', () => {
  const two = [post(tuesday), post(thursday)];
  expect(account(two)).toMatchObject({ once: 2, lost: 1, faults: [expect.stringContaining('nothing is put down')] });
  expect(account(two, { recorded: recorded(wednesday, 'sent') })).toMatchObject({ lost: 1 });
});

test('one that is put down as unknown is not lost, nor is one that a later one told', () => {
  expect(account([post(tuesday), post(thursday)], { recorded: recorded(wednesday, 'unknown') })).toMatchObject({
    unknown: 1,
    faults: [],
  });
  expect(account([post(tuesday), post(thursday)], { recorded: recorded(wednesday, 'superseded') })).toMatchObject({
    later: 1,
    faults: [],
  });
  expect(account([post(tuesday), post(wednesday)], { recorded: recorded(thursday, 'superseded') })).toMatchObject({
    lost: 1,
  });
});

test('one that was told with a post that catches up is not lost, if that one came after it', () => {
  const summary = 'Checkpoint, catching up – what was due meanwhile';
  const caughtUp = (at: string) => post(wednesday, { summary, at: Date.parse(at) });
  const of = (at: string) =>
    account([post(tuesday), post(wednesday), caughtUp(at)], { recorded: recorded(thursday, 'superseded') });
  expect(of('2027-03-25T10:30:00Z')).toMatchObject({ once: 2, later: 1, catchingUp: 1, faults: [] });
  expect(of('2027-03-24T10:30:00Z')).toMatchObject({ once: 2, lost: 1, catchingUp: 1 });
});

test('while nobody was there, only the newest is owed', () => {
  const outages = [{ from: Date.parse(`${tuesday}T12:00:00Z`), until: Date.parse(`${thursday}T10:00:00Z`) }];
  expect(account([post(tuesday), post(thursday)], { outages })).toMatchObject({ once: 2, later: 1, faults: [] });
  expect(account([post(tuesday), post(wednesday)], { outages })).toMatchObject({ lost: 1 });
});

test('who comes back shortly before the next one tells of both in that one', () => {
  const until = (time: string) => [
    { from: Date.parse(`${tuesday}T12:00:00Z`), until: Date.parse(`${thursday}T${time}:00Z`) },
  ];
  const told = [post(tuesday), post(thursday)];
  expect(account(told, { outages: until('07:20') })).toMatchObject({ once: 2, later: 1, faults: [] });
  expect(account(told, { outages: until('06:50') })).toMatchObject({ once: 2, lost: 1 });
});

test('twice is excused only if whoever posted the first one died before it was put down', () => {
  const [first, again] = [post(tuesday), post(tuesday)];
  const all = [first, again, post(wednesday), post(thursday)];
  expect(account(all)).toMatchObject({ twice: 1, faults: [expect.stringContaining('was posted 2 times')] });
  expect(account(all, { diedBefore: (died) => died === first })).toMatchObject({ twice: 1, faults: [] });
  expect(account(all, { diedBefore: (died) => died === again }).faults).toHaveLength(1);
});

test('out of order, too early, not owed, or put down for another day is a fault', () => {
  const faultsOf = (...accepted: Accepted[]) => account(accepted).faults.filter((fault) => !fault.includes('was lost'));
  expect(faultsOf(post(wednesday), post(tuesday))).toEqual([expect.stringContaining('after 2027-03-24')]);
  expect(faultsOf(post(tuesday, { at: Date.parse(`${tuesday}T07:59:00Z`) }))).toEqual([
    expect.stringContaining('too early'),
  ]);
  expect(faultsOf(post('2027-03-27'))).toEqual([expect.stringContaining('nobody owed it')]);
  const [first, second, third] = [post(tuesday), post(wednesday), post(thursday)];
  expect(
    account([first, second, third], { recorded: recorded(wednesday, 'standing', third.activityId) }).faults,
  ).toEqual([expect.stringContaining(`put down for one ${wednesday}`)]);
});

test('what stands in the wrong conversation or tenant is a fault', () => {
  const other: Running = {
    ...one,
    id: 'other',
    place: { ...one.place, tenantId: 'tenant-9', conversationId: 'elsewhere' },
  };
  const seen = (conversationId: string, ...ids: string[]) =>
    account([], { running: [one, other], seenIn: new Map([[conversationId, new Set(ids)]]) }).faults.filter((fault) =>
      fault.startsWith('In '),
    );
  expect(seen(one.place.conversationId, one.id)).toEqual([]);
  expect(seen(one.place.conversationId, one.id, other.id)).toHaveLength(1);
  expect(seen(`a:${one.place.tenantId}:anna`, one.id)).toEqual([]);
  expect(seen(`a:${one.place.tenantId}:anna`, other.id)).toHaveLength(1);
});

test('two digests on one day are a fault', () => {
  const digest = (at: string): Accepted =>
    post(tuesday, { summary: 'Due', conversationId: 'a:tenant-1:lead-1', at: Date.parse(at) });
  const doubled = (...all: Accepted[]) => account(all).faults.filter((fault) => fault.includes('digests'));
  expect(doubled(digest('2027-03-23T09:00:00Z'), digest('2027-03-24T09:00:00Z'))).toEqual([]);
  expect(doubled(digest('2027-03-23T09:00:00Z'), digest('2027-03-23T10:00:00Z'))).toHaveLength(1);
});

test.each([
  ['Checkpoint tomorrow, Tue 23 Mar 09:00 · Initiate: 2 of 2 open', tuesday],
  ['Checkpoint morgen, Di., 23.03., 09:00 · Startphase: 2 von 2 offen', tuesday],
  ['Checkpoint tomorrow, 09:00. No change since Thu 18 Mar, nothing due.', tuesday],
  ['Checkpoint heute, 09:00. Seit Do., 18.03. keine Änderung, nichts fällig.', '2027-03-22'],
  ['Checkpoint of Fri 19 Mar – this comes late · Initiate: 2 of 2 open', '2027-03-19'],
  ['Checkpoint, catching up – what was due meanwhile', undefined],
])('%s is about %s', (summary, day) => {
  expect(meetingOf(post('2027-03-22', { summary }), one)).toBe(day);
});
