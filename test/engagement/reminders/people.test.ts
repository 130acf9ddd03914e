import { isQuiet, isToBeTold, stillOwed, whomToRemind } from '../../../src/engagement';
import {
  anna,
  assign,
  away,
  ben,
  block,
  comeBack,
  complete,
  confirm,
  defer,
  given,
  leaveTeam,
  lotse,
  mehmet,
  nextWeek,
  schedule,
  setRole,
  snooze,
  someoneNew,
  started,
  startedIn,
  today,
  tomorrow,
  unblock,
  withdraw,
} from '../../support/given';

const running = given(started());

describe('snoozing reminders', () => {
  test.each([anna, ben, mehmet])('is for everybody, and for nobody else: %s', (by) => {
    const snoozed = running.when(snooze(nextWeek), by);
    snoozed.yields({ type: 'RemindersSnoozed', person: by, until: nextWeek });
    expect([anna, ben, mehmet].filter((one) => isQuiet(snoozed.engagement, one, today))).toEqual([by]);
  });

  test('ends on the day said', () => {
    const { engagement } = running.when(snooze(nextWeek), mehmet);
    expect(isQuiet(engagement, mehmet, '2026-12-06')).toBe(true);
    expect(isQuiet(engagement, mehmet, nextWeek)).toBe(false);
  });

  test('ends at once where no day is said', () => {
    const back = running.when(snooze(nextWeek), mehmet).when(snooze(nextWeek), ben).when(snooze(), mehmet);
    back.yields({ type: 'RemindersSnoozed', person: mehmet });
    expect([mehmet, ben].map((one) => isQuiet(back.engagement, one, today))).toEqual([false, true]);
  });

  test('cannot end where it has not begun, or is over', () => {
    running.when(snooze(), mehmet).refuses('snooze.not');
    running.when(snooze(tomorrow), mehmet).when(snooze(), mehmet, tomorrow).refuses('snooze.not');
  });

  test('until the same day again changes nothing, until another one does', () => {
    const snoozed = running.when(snooze(nextWeek), mehmet);
    snoozed.when(snooze(nextWeek), mehmet, tomorrow).refuses('snooze.already');
    expect(snoozed.when(snooze(tomorrow), mehmet).engagement.reminders.quiet).toEqual({ [mehmet]: tomorrow });
  });

  test.each([
    ['2026-02-30', 'until.notADay'],
    ['', 'until.notADay'],
    [today, 'until.tooEarly'],
    ['2026-11-29', 'until.tooEarly'],
    ['2028-12-01', 'until.tooLate'],
  ] as const)('until %j is refused', (until, code) => {
    running.when(snooze(until), mehmet).refuses(code);
  });

  test('is possible for two years at most', () => {
    expect(running.when(snooze('2028-11-30'), mehmet).engagement.reminders.quiet).toEqual({ [mehmet]: '2028-11-30' });
  });
});

describe('whoever is to be told', () => {
  test('is neither quiet, nor away, nor gone', () => {
    const { engagement } = running
      .when(snooze(nextWeek), mehmet)
      .when(away(ben, tomorrow), ben)
      .when(leaveTeam(someoneNew), lotse);
    const toldOn = (day: string) => [anna, ben, mehmet, someoneNew].filter((one) => isToBeTold(engagement, one, day));
    expect(toldOn(today)).toEqual([anna]);
    expect(toldOn('2026-12-02')).toEqual([anna, ben]);
    expect(toldOn(nextWeek)).toEqual([anna, ben, mehmet]);
  });

  const due = { kind: 'due', item: 'A3', on: nextWeek } as const;

  test('is the owner of an item', () => {
    const { engagement } = running.when(assign('A3', mehmet, nextWeek));
    expect(whomToRemind(engagement, due)).toEqual([mehmet]);
  });

  test('are the leads where nobody owns it, or its owner has left', () => {
    const lead = running.when(setRole(someoneNew, 'lead'));
    expect(whomToRemind(lead.when(schedule('A3', nextWeek)).engagement, due)).toEqual([anna, someoneNew]);
    const left = lead.when(assign('A3', mehmet, nextWeek)).when(leaveTeam(mehmet), lotse);
    expect(whomToRemind(left.engagement, due)).toEqual([anna, someoneNew]);
    expect(whomToRemind(left.when(leaveTeam(someoneNew), lotse).engagement, due)).toEqual([anna]);
  });

  test('is the side whose word is missing in the joint check', () => {
    const ready = given(startedIn('remediate')).when(complete('R1'));
    const check = { kind: 'jointCheck', on: today } as const;
    expect(whomToRemind(ready.when(confirm(), anna).engagement, check)).toEqual([ben]);
    expect(whomToRemind(ready.when(confirm(), ben).engagement, check)).toEqual([anna]);
    const left = ready.when(confirm(), anna).when(leaveTeam(ben), lotse);
    expect(whomToRemind(left.engagement, check)).toEqual([]);
  });
});

describe('a reminder is still owed', () => {
  const on = nextWeek;

  test('of a due day until the item is overdue, settled or due on another day', () => {
    const dated = running.when(schedule('A3', on));
    const due = { kind: 'due', item: 'A3', on } as const;
    expect(stillOwed(dated.engagement, due, on)).toBe(true);
    expect(stillOwed(dated.engagement, due, '2026-12-08')).toBe(false);
    expect(stillOwed(dated.when(complete('A3')).engagement, due, on)).toBe(false);
    expect(stillOwed(dated.when(schedule('A3', tomorrow)).engagement, due, today)).toBe(false);
  });

  test('of what is overdue while it is', () => {
    const dated = running.when(schedule('A3', on));
    const overdue = { kind: 'overdue', item: 'A3', on } as const;
    expect(stillOwed(dated.engagement, overdue, '2026-12-08')).toBe(true);
    expect(stillOwed(dated.engagement, overdue, on)).toBe(false);
    expect(stillOwed(dated.when(schedule('A3', '2026-12-04')).engagement, overdue, '2026-12-08')).toBe(false);
  });

  test('of what is blocked until it no longer is, or was blocked anew', () => {
    const blocked = running.when(block('A3'));
    const since = { kind: 'blocked', item: 'A3', on: today } as const;
    expect(stillOwed(blocked.engagement, since, on)).toBe(true);
    const freed = blocked.when(unblock('A3'));
    expect(stillOwed(freed.engagement, since, on)).toBe(false);
    expect(stillOwed(freed.when(block('A3'), anna, tomorrow).engagement, since, on)).toBe(false);
  });

  test('of what came back while it is open', () => {
    const back = running.when(defer('A3', tomorrow)).when(comeBack('A3'), lotse, tomorrow);
    const returned = { kind: 'returned', item: 'A3', on: tomorrow } as const;
    expect(stillOwed(back.engagement, returned, tomorrow)).toBe(true);
    expect(stillOwed(back.engagement, { ...returned, on: today }, tomorrow)).toBe(false);
    expect(stillOwed(back.when(complete('A3')).engagement, returned, tomorrow)).toBe(false);
  });

  test('of the joint check while the other side is waited for', () => {
    const half = given(startedIn('remediate')).when(complete('R1')).when(confirm(), ben);
    const check = { kind: 'jointCheck', on: today } as const;
    expect(stillOwed(half.engagement, check, tomorrow)).toBe(true);
    expect(stillOwed(half.when(withdraw(), ben).engagement, check, tomorrow)).toBe(false);
    expect(stillOwed(running.engagement, check, tomorrow)).toBe(false);
  });

  test('of nothing that is not there', () => {
    expect(stillOwed(running.engagement, { kind: 'due', item: 'X9', on }, today)).toBe(false);
    expect(stillOwed(running.engagement, { kind: 'due', item: 'constructor', on }, today)).toBe(false);
  });
});
