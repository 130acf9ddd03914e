import { owed, type Reminder } from '../../../src/engagement';
import {
  anna,
  assign,
  ben,
  block,
  complete,
  type Given,
  given,
  lotse,
  mehmet,
  nextWeek,
  note,
  pause,
  postCheckpoint,
  remindOf,
  setCheckpoint,
  snooze,
  started,
  startedIn,
  take,
  today,
  tomorrow,
  undo,
} from '../../support/given';
import { calendar } from './looking';

const running = given(started()).when(assign('A3', mehmet, nextWeek));
const due: Reminder = { kind: 'due', item: 'A3', on: nextWeek };
const blocked: Reminder = { kind: 'blocked', item: 'A4', on: today };

describe('posting a checkpoint and reminding of items', () => {
  test.each([anna, ben, mehmet])('is Lotse’s alone, whatever somebody’s role: %s', (by) => {
    running.when(postCheckpoint(nextWeek), by).refuses('command.lotseOnly');
    running.when(remindOf(due), by).refuses('command.lotseOnly');
  });

  test('is put down with all that is told', () => {
    running.when(postCheckpoint(nextWeek, due, blocked), lotse).yields({
      type: 'CheckpointPosted',
      meeting: nextWeek,
      late: false,
      reminders: [due, blocked],
    });
    running.when(postCheckpoint(undefined, due), lotse).yields({
      type: 'CheckpointPosted',
      late: true,
      reminders: [due],
    });
    running.when(remindOf(due, blocked), lotse).yields({ type: 'ItemsReminded', reminders: [due, blocked] });
  });

  test('twice writes nothing', () => {
    running.when(postCheckpoint(nextWeek, due), lotse).when(postCheckpoint(nextWeek, due), lotse).yields();
    running.when(postCheckpoint(undefined, due), lotse).when(postCheckpoint(undefined, due), lotse).yields();
    running.when(remindOf(due), lotse).when(remindOf(due), lotse).yields();
    running.when(remindOf(due), lotse).when(postCheckpoint(undefined, due), lotse).yields();
    running.when(postCheckpoint(nextWeek, due), lotse).when(remindOf(due), lotse).yields();
  });

  test('of an earlier meeting than the last one writes nothing', () => {
    running.when(postCheckpoint(nextWeek), lotse).when(postCheckpoint(tomorrow, blocked), lotse).yields();
  });

  test('leaves out what was told meanwhile', () => {
    const told = running.when(remindOf(due), lotse);
    told.when(remindOf(due, blocked), lotse).yields({ type: 'ItemsReminded', reminders: [blocked] });
    told
      .when(postCheckpoint(nextWeek, due, blocked), lotse)
      .yields({ type: 'CheckpointPosted', meeting: nextWeek, late: false, reminders: [blocked] });
  });

  test('of the same item is told again of another day, and of another reason', () => {
    const told = running.when(remindOf(due), lotse);
    const others: readonly Reminder[] = [
      { ...due, on: tomorrow },
      { ...due, kind: 'overdue' },
      { kind: 'jointCheck', on: nextWeek },
    ];
    told.when(remindOf(...others), lotse).yields({ type: 'ItemsReminded', reminders: others });
  });

  test('waits while the onboarding is paused', () => {
    running.when(pause()).when(remindOf(due), lotse).refuses('engagement.paused');
  });
});

describe('a checkpoint post', () => {
  test('keeps how things stood, so that the next one can be compared with it', () => {
    const assess = given(startedIn('assess')).when(complete('A1'), anna).when(block('A2'), anna);
    const { last } = assess.when(postCheckpoint(nextWeek), lotse, tomorrow).engagement.reminders;
    expect(last).toEqual({ at: `${tomorrow}T08:00:00.000Z`, on: tomorrow, phase: 'assess', open: 5 });
  });

  test('is nothing that happened since the one before, and neither is reminding or snoozing', () => {
    const changedAt = (so: Given) => so.engagement.reminders.changedAt;
    const noted = running.when(note('A3'), mehmet, tomorrow);
    const told = noted.when(remindOf(due), lotse, nextWeek).when(postCheckpoint(nextWeek), lotse, nextWeek);
    expect(changedAt(told.when(snooze('2026-12-24'), mehmet, nextWeek))).toBe(`${tomorrow}T08:00:00.000Z`);
    expect(changedAt(told.when(setCheckpoint({ weekday: 2 }), anna, nextWeek))).toBe(`${nextWeek}T08:00:00.000Z`);
  });

  test('after the last phase has none', () => {
    const { engagement } = given(startedIn('enable')).when({ type: 'AdvancePhase', phase: 'enable', reason: 'done' });
    const done = given(startedIn('enable'))
      .when({ type: 'AdvancePhase', phase: 'enable', reason: 'done' })
      .when(postCheckpoint(nextWeek), lotse);
    expect(engagement.phase).toBeUndefined();
    expect(done.engagement.reminders.last).toEqual({ at: `${today}T08:00:00.000Z`, on: today, open: 0 });
  });

  test('that only catches up leaves the next meeting to be reminded of', () => {
    const { engagement } = running.when(postCheckpoint(undefined, due), lotse);
    expect(owed(engagement, `${nextWeek}T08:00:00.000Z`, calendar).owed).toMatchObject([{ meeting: nextWeek }]);
  });
});

describe('reminding of an item', () => {
  test('changes nothing about it', () => {
    const before = running.engagement.items;
    expect(running.when(remindOf(due), lotse).engagement.items).toStrictEqual(before);
    expect(running.when(postCheckpoint(nextWeek, due), lotse).engagement.items).toStrictEqual(before);
  });

  test('between what somebody did and taking it back does not stand in the way', () => {
    const taken = given(started()).when(take('A3', nextWeek), mehmet);
    const reminded = taken
      .when(remindOf(due), lotse, '2026-12-04')
      .when(postCheckpoint(nextWeek, { ...due, kind: 'overdue' }), lotse, '2026-12-05');
    const { items } = reminded.when(undo(), mehmet, nextWeek).engagement;
    expect(items['A3']).toEqual(given(started()).engagement.items['A3']);
  });

  test('is nothing one could take back, and hides nothing one could', () => {
    const both = given(started()).when(note('A3'), mehmet).when(remindOf(due), lotse);
    const reminding = both.record.at(-1)!.op;
    both.when(undo(reminding), mehmet).refuses('undo.notYours');
    expect(both.when(undo(), mehmet).engagement.items['A3']?.notes).toEqual([]);
  });
});
