import fc from 'fast-check';
import {
  type Command,
  type Day,
  decide,
  type Engagement,
  type Event,
  fold,
  lotse,
  mentionings,
  notStarted,
  type PersonId,
  phases,
  type Reminder,
  reminderKinds,
  reminderTimes,
  rhythms,
  roles,
  sections,
} from '../../../src/engagement';
import {
  add,
  advance,
  anna,
  asking,
  ben,
  complete,
  confirm,
  defer,
  definitions,
  discard,
  finish,
  given,
  having,
  leaveTeam,
  mehmet,
  nextWeek,
  pause,
  record,
  remove,
  reopen,
  resume,
  setRole,
  someoneNew,
  start,
  started,
  startedIn,
  take,
  tomorrow,
  withdraw,
} from '../../support/given';

/** Taking back the operation the nth event came of: in a run nobody knows the names of operations beforehand. */
export type Wish = Command | { readonly type: 'UndoNth'; readonly nth: number };
/** One operation: what somebody asks for with one sentence or press. */
export type Step = { readonly wishes: readonly Wish[]; readonly by: PersonId; readonly at: string };

export const everybody = [anna, ben, mehmet, someoneNew] as const;
const people = fc.constantFrom(...everybody);
const phase = fc.constantFrom(...phases);
const role = fc.constantFrom(...roles);
const language = fc.constantFrom('en' as const, 'de' as const);
const timeZone = fc.constantFrom('UTC', 'Europe/Berlin');

/** Few items of the early phases and of the joint check, so that random people meet on the same ones. */
const code = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('I1', 'I2', 'A1', 'A2', 'R1') },
  { weight: 2, arbitrary: fc.constantFrom('R2', 'I3', 'A3', 'R3', 'R4', 'E8', 'E9') },
  { weight: 1, arbitrary: fc.constantFrom('G1', 'G14', 'E1', 'X9', 'constructor') },
);
const added = fc.constantFrom('I3', 'R3', 'R4', 'A1');
const days = ['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-15', '2027-01-04'] as const;
const day: fc.Arbitrary<Day> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...days) },
  { weight: 1, arbitrary: fc.constantFrom('2028-02-29', '2026-02-30', '') },
);
const instant = fc
  .tuple(fc.constantFrom(...days, '2028-02-29'), fc.constantFrom('00:00:00.000', '08:00:00.000', '08:00:00.001'))
  .map(([on, time]) => `${on}T${time}Z`);
const text = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('holiday', ' holiday ', 'firewall') },
  { weight: 1, arbitrary: fc.string({ maxLength: 1100, size: 'max' }) },
);
const title = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('Buy licences', ' BUY licences', 'Open port 443', 'Renew') },
  { weight: 1, arbitrary: fc.string({ maxLength: 90, size: 'max' }) },
);

type Fields<Type extends Command['type']> = {
  readonly [Key in Exclude<keyof Extract<Command, { type: Type }>, 'type'>]-?: fc.Arbitrary<
    NonNullable<Extract<Command, { type: Type }>[Key]>
  >;
};
/** Commands of that type; the fields named last may be missing. */
const ask = <Type extends Command['type']>(
  type: Type,
  fields: Fields<Type>,
  ...maybe: readonly (keyof Fields<Type>)[]
): fc.Arbitrary<Command> => {
  const all: Record<string, fc.Arbitrary<unknown>> = { type: fc.constant(type), ...fields };
  const requiredKeys = Object.keys(all).filter((key) => !maybe.some((one) => one === key));
  return fc.record(all, { requiredKeys }) as unknown as fc.Arbitrary<Command>;
};

const line = fc.record({ title, owner: people, dueOn: fc.constantFrom(...days) }, { requiredKeys: ['title'] });
const lines = fc.oneof(fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 22, size: 'max' }));
const listCommand = fc.oneof(
  ask('RenameItem', { item: added, title }),
  ask('RemoveItem', { item: added }),
  ask('AddItems', { phase: fc.constantFrom('remediate', 'remediate', ...sections), lines }),
);
const itemCommand = fc.oneof(
  ask('AcknowledgeItem', { item: code }),
  ask('TakeItem', { item: code, dueOn: day }, 'dueOn'),
  ask('AssignItem', { item: code, assignee: people, dueOn: day }, 'dueOn'),
  ask('ReleaseItem', { item: code }),
  ask('ScheduleItem', { item: code, dueOn: day }, 'dueOn'),
  { weight: 4, arbitrary: ask('CompleteItem', { item: code, note: text }, 'note') },
  { weight: 2, arbitrary: ask('DeferItem', { item: code, until: day, reason: text }) },
  ask('ExcludeItem', { item: code, reason: text }),
  { weight: 2, arbitrary: ask('BlockItem', { item: code, reason: text }) },
  { weight: 2, arbitrary: ask('UnblockItem', { item: code }) },
  { weight: 2, arbitrary: ask('ReopenItem', { item: code, reason: text }, 'reason') },
  ask('NoteItem', { item: code, note: text }),
  { weight: 5, arbitrary: listCommand },
  ask('AcknowledgePhase', { phase: fc.constantFrom(...sections) }),
);
const phaseCommand = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(confirm(), confirm(), record(), record('Ben Carter', days[0], ben)) },
  ask('RecordConfirmation', { phase, name: text, on: day, person: people }, 'person'),
  ask('ConfirmResults', { phase }),
  fc.constant(withdraw()),
  { weight: 2, arbitrary: ask('AdvancePhase', { phase, reason: text }, 'reason') },
  { weight: 2, arbitrary: ask('ReturnToPhase', { phase, reason: text }, 'reason') },
);
const peopleCommand = fc.oneof(
  { weight: 3, arbitrary: ask('SetRole', { person: people, role, absent: fc.subarray([...everybody]) }, 'absent') },
  ask('HandOver', { person: people, assignee: people }),
  ask('SetAway', { person: people, until: day }, 'until'),
);
const lifeCommand = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(start, resume, finish) },
  fc.constant(discard),
  ask('PauseEngagement', { until: day }, 'until'),
  ask('CancelEngagement', { reason: text }),
  ask('ConfigureEngagement', { customer: text, language, timeZone }, 'customer', 'language', 'timeZone'),
);
const checkpointCommand = fc.oneof(
  ask(
    'SetCheckpoint',
    {
      every: fc.constantFrom(...rhythms),
      weekday: fc.constantFrom(1, 2, 6),
      time: fc.constantFrom('09:00', '15:30'),
      remind: fc.constantFrom(...reminderTimes),
      mention: fc.constantFrom(...mentionings),
      from: day,
      earliest: fc.constantFrom(...days),
    },
    'every',
    'weekday',
    'time',
    'remind',
    'mention',
    'from',
    'earliest',
  ),
  ask(
    'SkipCheckpoint',
    { day: fc.oneof(day, fc.constantFrom('2026-12-07', '2026-12-14')), earliest: fc.constantFrom(...days) },
    'earliest',
  ),
  ask('SnoozeReminders', { until: day }, 'until'),
);
const plain = { noNullPrototype: true } as const;
const reminder: fc.Arbitrary<Reminder> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...reminderKinds), item: code, on: fc.constantFrom(...days) }, plain),
  fc.record({ kind: fc.constant('jointCheck' as const), on: fc.constantFrom(...days) }, plain),
);
const reminders = fc.uniqueArray(reminder, {
  maxLength: 3,
  selector: (one) => (one.kind === 'jointCheck' ? one.kind : `${one.kind} ${one.item}`),
});
const undoing: fc.Arbitrary<Wish> = fc.oneof(
  fc.constant({ type: 'UndoNth' as const, nth: -1 }),
  fc.record({ type: fc.constant('UndoNth' as const), nth: fc.nat(30) }),
);
const ofPerson: fc.Arbitrary<Wish> = fc.oneof(
  { weight: 24, arbitrary: itemCommand },
  { weight: 8, arbitrary: phaseCommand },
  { weight: 4, arbitrary: peopleCommand },
  { weight: 2, arbitrary: lifeCommand },
  { weight: 2, arbitrary: checkpointCommand },
  { weight: 6, arbitrary: undoing },
);
const ofLotse = fc.oneof(
  { weight: 3, arbitrary: ask('ReturnItem', { item: code }) },
  fc.constant(resume),
  ask('PostCheckpoint', { meeting: fc.constantFrom(...days), late: fc.boolean(), reminders }, 'meeting'),
  ask('RemindOfItems', { reminders }),
  fc.record({ type: fc.constantFrom('LeaveTeam' as const, 'JoinTeam' as const), person: people }),
);
const oneOrMore = (wish: fc.Arbitrary<Wish>) =>
  fc.oneof(
    { weight: 5, arbitrary: wish.map((one) => [one]) },
    { weight: 1, arbitrary: fc.array(wish, { minLength: 2, maxLength: 3 }) },
  );

const stepOf = (wish: fc.Arbitrary<Wish>): fc.Arbitrary<Step> =>
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ wishes: oneOrMore(wish), by: people, at: instant }) },
    { weight: 1, arbitrary: fc.record({ wishes: oneOrMore(ofLotse), by: fc.constant(lotse), at: instant }) },
    { weight: 1, arbitrary: fc.record({ wishes: oneOrMore(ofLotse), by: people, at: instant }) },
  );
export const step = stepOf(ofPerson);
const run = (wish: fc.Arbitrary<Wish>) => fc.array(stepOf(wish), { maxLength: 40, size: 'max' });
/** Most runs do a little of everything; some stay with one topic, and get further into it. */
export const steps = fc.oneof(
  { weight: 4, arbitrary: run(ofPerson) },
  run(fc.oneof(listCommand, listCommand, undoing)),
  run(fc.oneof(phaseCommand, phaseCommand, itemCommand, undoing)),
  run(fc.oneof(peopleCommand, peopleCommand, itemCommand, undoing)),
  run(fc.oneof(lifeCommand, itemCommand)),
  run(itemCommand),
);

/** Only a few items stand in every phase, so that phases are left within a short run. */
const few = ['G1', 'G14', 'I1', 'I2', 'A1', 'A2', 'R1', 'R2', 'E1', 'E8'];
const onlyFew = (events: readonly Event[]): readonly Event[] =>
  events.flatMap((event): readonly Event[] => {
    if (event.type === 'EngagementStarted')
      return [{ ...event, items: definitions.filter((definition) => few.includes(definition.code)) }];
    return 'item' in event && !few.includes(event.item) ? [] : [event];
  });
const inTheGate = given(onlyFew(startedIn('remediate'))).when(complete('R1'));
const withSteps = given(onlyFew(startedIn('remediate'))).when(add('remediate', 'Renew', 'Open port 443'));
const removed = withSteps.when(remove('R3'), ben);
const passesOverSoon = having(
  given(onlyFew(started())),
  ['A1', 'A2', 'I1'].map((one) => complete(one)),
);
const oneLeadGone = given(onlyFew(started())).when(setRole(mehmet, 'lead')).when(leaveTeam(anna), lotse);
const comesBackSoon = given(onlyFew(started())).when(defer('I2', tomorrow)).when(complete('I1'));
const almostOver = having(
  given(onlyFew(startedIn('enable'))).when(advance('enable', 'done')),
  ['E1', 'E8', 'G1'].map((one) => complete(one)),
).when(take('G14'));
export const halfConfirmed: readonly (readonly Event[])[] = [
  inTheGate.when(confirm(), ben).record,
  inTheGate.when(confirm(), ben).when(setRole(ben, 'lead')).record,
  inTheGate.when(record('Ben Carter', days[0], ben), anna).when(setRole(ben, 'lead')).record,
];
export const nearTheEnd: readonly (readonly Event[])[] = [
  almostOver.record,
  almostOver.when(reopen('A2')).when(defer('A2')).record,
];
const beginnings: readonly (readonly Event[])[] = [
  [],
  started(),
  onlyFew(started()),
  ...phases.map((one) => onlyFew(startedIn(one))),
  inTheGate.record,
  withSteps.record,
  removed.record,
  passesOverSoon.record,
  passesOverSoon.when(complete('I2')).record,
  oneLeadGone.record,
  comesBackSoon.record,
  ...halfConfirmed,
  ...nearTheEnd,
  almostOver.when(finish).record,
  given(onlyFew(startedIn('assess'))).when(pause(nextWeek)).record,
];
export const beginning = fc.constantFrom(...beginnings);

export type Seen = {
  readonly before: Engagement;
  readonly after: Engagement;
  readonly events: readonly Event[];
  readonly command: Command;
  readonly step: Step;
  /** What happened before this command. */
  readonly record: readonly Event[];
};

export type Run = { readonly engagement: Engagement; readonly record: readonly Event[] };

export const commandOf = (wish: Wish, soFar: readonly Event[]): Command => {
  if (wish.type !== 'UndoNth') return wish;
  const of = wish.nth < 0 ? undefined : soFar[wish.nth % Math.max(1, soFar.length)]?.op;
  return { type: 'Undo', record: soFar, ...(of !== undefined && { of }) };
};

/** Runs the steps, and shows every command of them to `watch`, accepted or not. */
export const play = (
  begun: readonly Event[],
  taken: readonly Step[],
  watch: (seen: Seen) => void = () => undefined,
): Run => {
  let soFar = begun;
  let engagement = fold(begun, notStarted);
  taken.forEach((one, index) => {
    for (const wish of one.wishes) {
      const command = commandOf(wish, soFar);
      const decision = decide(command, engagement, asking(one.by, one.at, `run-${index}`));
      const events = 'refused' in decision ? [] : decision.events;
      const after = fold(events, engagement);
      watch({ before: engagement, after, events, command, step: one, record: soFar });
      engagement = after;
      soFar = [...soFar, ...events];
    }
  });
  return { engagement, record: soFar };
};

/** Holds whatever people do. */
export const always = (
  check: (begun: readonly Event[], taken: readonly Step[]) => void,
  from: readonly (readonly Event[])[] = beginnings,
): void => {
  fc.assert(fc.property(fc.constantFrom(...from), steps, check), { numRuns: 400 });
};
/** Holds for every single command, accepted or not. */
export const whenever = (check: (seen: Seen) => void, from?: readonly (readonly Event[])[]): void => {
  always((begun, taken) => {
    play(begun, taken, check);
  }, from);
};

export const hasBegun = ({ status }: Engagement): boolean => status !== 'notStarted' && status !== 'discarded';

export const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
};
