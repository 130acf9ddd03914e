import type { PersonId } from '../../../src/engagement';
import {
  acknowledgePhase,
  add,
  advance,
  anna,
  assign,
  away,
  ben,
  cancel,
  codes,
  complete,
  configure,
  confirm,
  defer,
  discard,
  finish,
  type Given,
  given,
  handOver,
  having,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  note,
  type Outcome,
  pause,
  postCheckpoint,
  record,
  remove,
  rename,
  resume,
  setCheckpoint,
  setRole,
  skip,
  snooze,
  someoneNew,
  started,
  startedIn,
  stepBack,
  take,
  today,
  tomorrow,
  undo,
  withdraw,
} from '../../support/given';
import { cellOf, merged, type Table } from './table';

const askers = { member: mehmet, FastTrack: ben, lead: anna } as const;
type Question = readonly [what: string, asked: (by: PersonId) => Outcome];

const byRole = (head: string, ...questions: readonly Question[]): Table => ({
  head: [head, ...Object.keys(askers)],
  rows: questions.map(([what, asked]) => [what, ...Object.values(askers).map((by) => cellOf(asked(by).decision))]),
});

const running = given(started());
const mondays = running.when(setCheckpoint({ every: 'week', weekday: 1, time: '10:00' }));
const twoDaysLater = '2026-12-02';
const someSteps = Array.from({ length: 20 }, (_, index) => `Step ${index}`);

export const lists = (): Table => {
  const full = running.when(add('remediate', ...someSteps));
  return byRole(
    'Who wants to …',
    ['add items', (by) => running.when(add('assess', 'Buy licences'), by)],
    ['add an item that is there already', (by) => full.when(add('remediate', 'Step 1'), by)],
    ['add a 21st item to a section', (by) => full.when(add('remediate', 'One more'), by)],
    ['rename an item of the catalogue', (by) => running.when(rename('A3', 'Meetings'), by)],
    ['remove an item of the catalogue', (by) => running.when(remove('A3'), by)],
    ['complete R1 or E8 while a step added there is open', (by) => full.when(complete('R1'), by)],
  );
};

/** Who gave one side’s word, and has the other side’s role now. */
const havingGivenTheOther = (ready: Given, by: PersonId): Outcome => {
  const [first, then] = by === anna ? (['specialist', 'lead'] as const) : (['lead', 'specialist'] as const);
  const changed = ready.when(setRole(someoneNew, first)).when(confirm(), someoneNew).when(setRole(someoneNew, then));
  return changed.when(confirm(), by === mehmet ? mehmet : someoneNew);
};

export const phases = (): Table => {
  const assess = given(startedIn('assess'));
  const waiting = running.when(complete('I1')).when(defer('I2'), mehmet);
  const ready = given(startedIn('remediate')).when(complete('R1'));
  const otherSide = (by: PersonId) => (by === anna ? ready.when(confirm(), ben) : ready.when(confirm(), anna));
  return byRole(
    'Who wants to …',
    ['acknowledge all items of a phase', (by) => running.when(acknowledgePhase('assess'), by)],
    ['confirm the results of Remediate for one’s side', (by) => ready.when(confirm(), by)],
    ['… while something is open in it', (by) => given(startedIn('remediate')).when(confirm(), by)],
    ['… having confirmed for the other side before', (by) => havingGivenTheOther(ready, by)],
    ['record what FastTrack confirmed in the meeting', (by) => ready.when(record(), by)],
    ['… in the name of a lead', (by) => ready.when(record('Anna Schmidt', today, anna), by)],
    [
      'withdraw a confirmation of one’s side',
      (by) => ready.when(confirm(), by === ben ? ben : anna).when(withdraw(), by),
    ],
    ['withdraw a confirmation of the other side', (by) => otherSide(by).when(withdraw(), by)],
    ['move on where only an agreement is missing', (by) => waiting.when(advance('initiate'), by)],
    ['move on with something open, without a reason', (by) => running.when(advance('initiate'), by)],
    ['move on with something open, with a reason', (by) => running.when(advance('initiate', 'no time'), by)],
    ['leave Remediate unconfirmed, without a reason', (by) => ready.when(advance('remediate'), by)],
    ['leave Remediate unconfirmed, with a reason', (by) => ready.when(advance('remediate', 'no time'), by)],
    ['move on from a phase that was left', (by) => assess.when(advance('initiate', 'no time'), by)],
    ['step back within 24 hours', (by) => assess.when(stepBack('initiate'), by)],
    ['step back later, without a reason', (by) => assess.when(stepBack('initiate'), by, twoDaysLater)],
    ['step back later, with a reason', (by) => assess.when(stepBack('initiate', 'a mistake'), by, twoDaysLater)],
    ['step back into a phase that was not left', (by) => assess.when(stepBack('enable'), by)],
  );
};

const finishable = having(
  having(
    given(startedIn('enable')),
    codes.enable.map((code) => complete(code)),
  ),
  codes.general.map((code) => take(code)),
);

export const life = (): Table =>
  byRole(
    'Who wants to …',
    ['change customer, language or time zone', (by) => running.when(configure({ language: 'de' }), by)],
    ['pause', (by) => running.when(pause(nextWeek), by)],
    ['resume', (by) => running.when(pause(nextWeek)).when(resume, by)],
    ['finish, with nothing missing', (by) => finishable.when(finish, by)],
    ['finish, with something missing', (by) => running.when(finish, by)],
    ['cancel, with a reason', (by) => running.when(cancel(), by)],
    ['discard on the first day', (by) => running.when(discard, by)],
    ['discard later', (by) => running.when(discard, by, twoDaysLater)],
  );

export const lifeByStatus = (): Table => {
  const assess = given(startedIn('assess')).when(take('A3'), anna);
  const asked = {
    'anything about items': [assess, complete('A3')],
    'anything about phases': [assess, advance('assess', 'no time')],
    'anything about people': [assess, setRole(ben, 'lead')],
    'take something back': [assess, undo()],
    'anything about the checkpoint and reminders': [assess, setCheckpoint({ every: 'off' })],
    'change settings': [assess, configure({ language: 'de' })],
    pause: [assess, pause()],
    finish: [finishable, finish],
    resume: [assess, resume],
    cancel: [assess, cancel()],
    'discard on the first day': [assess, discard],
  } as const;
  const ended = [finish, cancel(), discard] as const;
  return merged({
    head: ['An onboarding that …', 'runs', 'is paused', 'has ended'],
    rows: Object.entries(asked).map(([what, [begun, command]]) => [
      what,
      cellOf(begun.when(command).decision),
      cellOf(begun.when(pause()).when(command).decision),
      [...new Set(ended.map((end) => cellOf(finishable.when(end).when(command).decision)))].join(' or '),
    ]),
  });
};

export const people = (): Table => {
  const busy = running.when(assign('A3', someoneNew));
  const leaderless = running.when(leaveTeam(anna), lotse);
  return byRole(
    'Who wants to …',
    ['give somebody a role', (by) => running.when(setRole(someoneNew, 'specialist'), by)],
    ['take the role of the last lead away', (by) => running.when(setRole(anna, 'member'), by)],
    ['make themselves lead while one is there', (by) => running.when(setRole(by, 'lead'), by)],
    ['make themselves lead when none is there any more', (by) => leaderless.when(setRole(by, 'lead'), by)],
    ['hand over all items of one person to another', (by) => busy.when(handOver(someoneNew, by), by)],
    ['say that they are away', (by) => running.when(away(by, nextWeek), by)],
    ['say that somebody else is away', (by) => running.when(away(someoneNew, nextWeek), by)],
  );
};

export const meeting = (): Table => {
  return byRole(
    'Who wants to …',
    ['set the checkpoint or its reminder', (by) => running.when(setCheckpoint({ weekday: 2 }), by)],
    ['… to what it is', (by) => mondays.when(setCheckpoint({ time: '10:00' }), by)],
    ['leave out a checkpoint', (by) => mondays.when(skip(nextWeek), by)],
    ['… on a day without one', (by) => mondays.when(skip(tomorrow), by)],
    ['… that is left out already', (by) => mondays.when(skip(nextWeek)).when(skip(nextWeek), by)],
    ['have no reminders for a while, for themselves', (by) => running.when(snooze(nextWeek), by)],
    ['have them again at once', (by) => running.when(snooze(nextWeek), by).when(snooze(), by)],
    ['… that were not silenced', (by) => running.when(snooze(), by)],
    ['have the checkpoint posted, or others reminded', (by) => running.when(postCheckpoint(nextWeek), by)],
  );
};

/** Members could when they had another role. */
const havingLeftOneOut = (by: PersonId): Outcome =>
  by === mehmet
    ? mondays.when(setRole(by, 'specialist')).when(skip(nextWeek), by).when(setRole(by, 'member'))
    : mondays.when(skip(nextWeek), by);

export const takingBack = (): Table => {
  const done = (by: PersonId) => running.when(complete('A3'), by);
  const lastOp = (so: Given) => so.record.at(-1)!.op;
  return byRole(
    'Who wants to take back …',
    ['what they did last to items', (by) => done(by).when(undo(), by)],
    ['… and then what they did before', (by) => done(by).when(complete('A4'), by).when(undo(), by).when(undo(), by)],
    ['what somebody else did', (by) => done(someoneNew).when(undo(lastOp(done(someoneNew))), by)],
    ['what they did to an item somebody changed since', (by) => done(by).when(note('A3'), someoneNew).when(undo(), by)],
    [
      'what they took back already',
      (by) =>
        done(by)
          .when(undo(), by)
          .when(undo(lastOp(done(by))), by),
    ],
    ['a checkpoint they left out while they could', (by) => havingLeftOneOut(by).when(undo(), by)],
    ['what was about phases, people or the onboarding', (by) => running.when(away(by, nextWeek), by).when(undo(), by)],
  );
};
