import type { Command, Engagement, Instant, PersonId } from '../../../src/engagement';
import { fold } from '../../../src/engagement';
import {
  acknowledge,
  add,
  advance,
  anna,
  assign,
  ben,
  block,
  complete,
  configure,
  confirm,
  defer,
  eventsOf,
  type Given,
  given,
  mehmet,
  nextWeek,
  note,
  pause,
  reopen,
  resume,
  schedule,
  setCheckpoint,
  skip,
  started,
  startedIn,
  take,
  tomorrow,
  unblock,
  undo,
  withdraw,
} from '../../support/given';
import { ask, look, lookAfter, onTheWall, type Told, toldIn } from './looking';

/** Berlin in winter: nine o'clock is 08:00 UTC. */
const begin = '2026-11-30T08:00:00.000Z';
const at = (day: string, clock = '09:00'): Instant => new Date(`${day}T${clock}:00+01:00`).toISOString();

/** No meetings: what is told of items is told by itself. */
const quiet = given(started()).when(setCheckpoint({ every: 'off' }));
/** Thursdays at nine, reminded of on Wednesdays at nine. */
const thursdays = given(started()).when(setCheckpoint({ every: 'week', weekday: 4, time: '09:00' }));

const named = (told: Told): readonly string[] =>
  told.reminders.map((one) => (one.kind === 'jointCheck' ? one.kind : `${one.kind} ${one.item}`));
const line = (told: Told): string => {
  const how = told.type === 'ItemsReminded' ? 'told' : `${told.late ? 'late ' : ''}post ${told.meeting ?? 'of none'}`;
  return [`${onTheWall(told.at, 'Europe/Berlin')} ${how}`, ...named(told)].join(', ');
};
/** Everything that is told from then on, looking whenever one has to. */
const told = ({ engagement }: Pick<Given, 'engagement'>, until = '2026-12-24', from: Instant = begin) =>
  toldIn(lookAfter(engagement, from, at(until)).events).map(line);
/** What is told where nobody looked before. */
const toldAt = ({ engagement }: Pick<Given, 'engagement'>, instant: Instant) =>
  toldIn(look(engagement, instant).events).map(line);
const then = (engagement: Engagement, command: Command, instant: Instant, by: PersonId = anna): Engagement =>
  fold(eventsOf(ask(command, engagement, instant, by)), engagement);

describe('a due day', () => {
  test.each([
    ['Friday 4 December', '2026-12-04', '2026-12-03', '2026-12-07'],
    ['Monday 7 December', '2026-12-07', '2026-12-04', '2026-12-08'],
    ['Saturday 5 December', '2026-12-05', '2026-12-04', '2026-12-07'],
    ['Sunday 6 December', '2026-12-06', '2026-12-04', '2026-12-07'],
  ])('of %s is told of at nine on the last weekday before, and once it is over', (_, due, before, after) => {
    expect(told(quiet.when(assign('A3', mehmet, due)))).toEqual([
      `${before} 09:00 told, due A3`,
      `${after} 09:00 told, overdue A3`,
    ]);
  });

  test('follows the clocks where the onboarding is', () => {
    const { engagement } = quiet.when(configure({ timeZone: 'America/New_York' })).when(take('A3', nextWeek), mehmet);
    const events = toldIn(lookAfter(engagement, begin, at('2026-12-24')).events);
    expect(events.map((event) => onTheWall(event.at, 'America/New_York'))).toEqual([
      '2026-12-04 09:00',
      '2026-12-08 09:00',
    ]);
  });

  test('is told of with all others of that day at once', () => {
    const both = quiet.when(take('A3', nextWeek), mehmet).when(schedule('A4', nextWeek));
    expect(told(both, '2026-12-07')).toEqual(['2026-12-04 09:00 told, due A3, due A4']);
  });

  test('is told of anew when it is moved, and only of where it is now', () => {
    const moved = quiet.when(schedule('A3', '2026-12-03'));
    const { engagement } = lookAfter(moved.engagement, begin, at('2026-12-02', '12:00'));
    const later = then(engagement, schedule('A3', '2026-12-10'), at('2026-12-02', '13:00'));
    expect(told({ engagement: later }, '2026-12-24', at('2026-12-02', '13:00'))).toEqual([
      '2026-12-09 09:00 told, due A3',
      '2026-12-11 09:00 told, overdue A3',
    ]);
  });

  test('is no longer told of once it is cleared, or the item is settled', () => {
    expect(told(quiet.when(schedule('A3', nextWeek)).when(schedule('A3')))).toEqual([]);
    expect(told(quiet.when(schedule('A3', nextWeek)).when(complete('A3')))).toEqual([]);
  });

  test('of a blocked item is told of as well', () => {
    const blocked = quiet.when(schedule('A3', '2026-12-04')).when(block('A3'));
    expect(told(blocked)).toEqual(['2026-12-03 09:00 told, due A3', '2026-12-07 09:00 told, blocked A3, overdue A3']);
  });
});

describe('whoever does something after the time has passed is told nothing of before', () => {
  /** At ten on Tuesday, an hour after one would have been told of what is due on Wednesday. */
  const ten = at(tomorrow, '10:00');
  const wednesday = '2026-12-02';
  const afterwards = (so: Pick<Given, 'engagement'>) => told(so, '2026-12-03', ten);
  const overdueOnly = ['2026-12-03 09:00 told, overdue A3'];

  test.each<Command>([schedule('A3', wednesday), take('A3', wednesday), assign('A3', mehmet, wednesday)])(
    '$type',
    (command) => {
      expect(afterwards({ engagement: then(quiet.engagement, command, ten) })).toEqual(overdueOnly);
    },
  );

  test('at the very minute', () => {
    const { engagement } = quiet;
    const nine = at(tomorrow);
    expect(told({ engagement: then(engagement, schedule('A3', wednesday), nine) }, wednesday, nine)).toEqual([]);
  });

  test('adding an item', () => {
    const added = then(quiet.engagement, add('assess', { title: 'Buy licences', dueOn: wednesday }), ten);
    expect(afterwards({ engagement: added })).toEqual(['2026-12-03 09:00 told, overdue A7']);
  });

  test('opening it again', () => {
    const { engagement } = quiet.when(schedule('A3', wednesday)).when(complete('A3'));
    expect(afterwards({ engagement: then(engagement, reopen('A3'), ten) })).toEqual(overdueOnly);
    const overdue = quiet.when(schedule('A3', tomorrow)).when(complete('A3')).engagement;
    const reopened = then(overdue, reopen('A3'), at('2026-12-10', '10:00'));
    expect(told({ engagement: reopened }, '2026-12-24', at('2026-12-10', '10:00'))).toEqual([]);
  });

  test('taking back that it was done', () => {
    const done = quiet.when(schedule('A3', wednesday)).when(complete('A3'), mehmet);
    const back = done.when(undo(), mehmet, ten);
    expect(afterwards(back)).toEqual(overdueOnly);
  });

  test.each<Command>([assign('A3', mehmet), block('A3')])('but $type does not change when it is told of', (command) => {
    const { engagement } = quiet.when(schedule('A3', wednesday));
    expect(toldAt({ engagement: then(engagement, command, ten) }, at(tomorrow, '10:01'))).toEqual([
      '2026-12-01 10:01 late post of none, due A3',
    ]);
  });
});

describe('a blocked item', () => {
  test('is told of when it has been so for a week', () => {
    expect(told(quiet.when(block('A3')))).toEqual(['2026-12-07 09:00 told, blocked A3']);
  });

  test('is told of on a weekday', () => {
    const saturday = '2026-12-05T08:00:00.000Z';
    expect(told({ engagement: then(quiet.engagement, block('A3'), saturday) }, '2026-12-24', saturday)).toEqual([
      '2026-12-14 09:00 told, blocked A3',
    ]);
  });

  test('is told of anew when it is blocked anew', () => {
    const again = quiet.when(block('A3')).when(unblock('A3')).when(block('A3'), anna, '2026-12-03');
    expect(told(again)).toEqual(['2026-12-10 09:00 told, blocked A3']);
  });

  test('is not told of when it no longer is', () => {
    expect(told(quiet.when(block('A3')).when(unblock('A3')))).toEqual([]);
  });
});

describe('a deferred item', () => {
  test('is told of at nine on the day it comes back', () => {
    expect(told(quiet.when(defer('A3', nextWeek)))).toEqual(['2026-12-07 09:00 told, returned A3']);
  });

  test('is told of on Monday where it comes back on a weekend', () => {
    expect(told(quiet.when(defer('A3', '2026-12-05')))).toEqual(['2026-12-07 09:00 told, returned A3']);
  });

  test('is told of each time it comes back', () => {
    const first = lookAfter(quiet.when(defer('A3', tomorrow)).engagement, begin, at(tomorrow, '12:00'));
    const again = then(first.engagement, defer('A3', '2026-12-03'), at(tomorrow, '12:00'));
    expect(told({ engagement: again }, '2026-12-24', at(tomorrow, '12:00'))).toEqual([
      '2026-12-03 09:00 told, returned A3',
    ]);
  });

  test('is told of although Lotse came later than in the morning', () => {
    expect(toldAt(quiet.when(defer('A3', nextWeek)), at(nextWeek, '15:00'))).toEqual([
      '2026-12-07 15:00 told, returned A3',
    ]);
  });

  test('is told of when a pause ends during which its day came', () => {
    const paused = quiet.when(defer('A3', tomorrow)).when(pause());
    const { engagement } = paused.when(resume, anna, '2026-12-03T14:00:00.000Z');
    expect(toldAt({ engagement }, '2026-12-03T14:00:00.000Z')).toEqual(['2026-12-03 15:00 told, returned A3']);
  });

  test('is not told of where somebody settled or opened it before nine', () => {
    const back = look(quiet.when(defer('A3', tomorrow)).engagement, at(tomorrow, '00:00')).engagement;
    const eight = at(tomorrow, '08:00');
    expect(told({ engagement: then(back, complete('A3'), eight) }, '2026-12-24', eight)).toEqual([]);
    const reopened = then(then(back, complete('A3'), eight), reopen('A3'), eight);
    expect(told({ engagement: reopened }, '2026-12-24', eight)).toEqual([]);
    expect(told(quiet.when(defer('A3', tomorrow)).when(reopen('A3')))).toEqual([]);
  });

  /** It comes back on Saturday; somebody does this on Monday at half past eight. */
  const onMonday = (command: Command): Engagement => {
    const back = lookAfter(quiet.when(defer('A3', '2026-12-05')).engagement, begin, at('2026-12-07', '08:30'));
    return then(back.engagement, command, at('2026-12-07', '08:30'));
  };

  test('is not told of where somebody blocked it before nine, neither then nor when it goes on', () => {
    const blocked = lookAfter(onMonday(block('A3')), at('2026-12-07', '08:30'), at('2026-12-09', '11:00'));
    expect(toldIn(blocked.events)).toEqual([]);
    const goesOn = then(blocked.engagement, unblock('A3'), at('2026-12-09', '11:00'));
    expect(told({ engagement: goesOn }, '2026-12-24', at('2026-12-09', '11:00'))).toEqual([]);
  });

  test.each<Command>([take('A3'), assign('A3', mehmet), note('A3'), acknowledge('A3'), block('A4')])(
    'is still told of on time after $type of $item',
    (command) => {
      expect(told({ engagement: onMonday(command) }, '2026-12-11', at('2026-12-07', '08:30'))).toEqual([
        '2026-12-07 09:00 told, returned A3',
      ]);
    },
  );

  /** It comes back on Saturday; at half past eight on Monday somebody does this, and takes it back. */
  const undoneOnMonday = (command: Command): Engagement => {
    const before = lookAfter(
      quiet.when(defer('A3', '2026-12-05')).engagement,
      begin,
      at('2026-12-07', '08:30'),
    ).engagement;
    const instant = at('2026-12-07', '08:30');
    const items = { A3: before.items['A3'] ?? null };
    const mark = { by: anna, at: instant, on: '2026-12-07' } as const;
    return fold(
      [{ type: 'OperationUndone', of: 'done', items, op: 'undone', ...mark }],
      then(before, command, instant),
    );
  };

  test.each<Command>([note('A3'), take('A3'), acknowledge('A3')])(
    'is still told of on time where $type was taken back',
    (command) => {
      expect(told({ engagement: undoneOnMonday(command) }, '2026-12-11', at('2026-12-07', '08:30'))).toEqual([
        '2026-12-07 09:00 told, returned A3',
      ]);
    },
  );

  test.each<Command>([complete('A3'), schedule('A3', '2026-12-23')])(
    'is not told of where $type was taken back',
    (command) => {
      expect(told({ engagement: undoneOnMonday(command) }, '2026-12-11', at('2026-12-07', '08:30'))).toEqual([]);
    },
  );

  test('is not told of as overdue where it was that before it came back', () => {
    const dated = quiet.when(schedule('A3', '2026-12-02')).when(defer('A3', nextWeek));
    expect(told(dated)).toEqual(['2026-12-07 09:00 told, returned A3']);
  });
});

describe('the joint check', () => {
  const ready = given(startedIn('remediate'))
    .when(setCheckpoint({ every: 'off' }))
    .when(complete('R1'));

  test('is told of at nine on the next working day where one side’s word is missing', () => {
    expect(told(ready.when(confirm(), ben))).toEqual(['2026-12-01 09:00 told, jointCheck']);
    expect(told(ready.when(confirm(), anna))).toEqual(['2026-12-01 09:00 told, jointCheck']);
    const friday = '2026-12-04T15:00:00.000Z';
    expect(told(ready.when(confirm(), ben, friday), '2026-12-24', friday)).toEqual([
      '2026-12-07 09:00 told, jointCheck',
    ]);
  });

  test('is not told of while nobody or everybody has confirmed, or something is open', () => {
    expect(told(ready)).toEqual([]);
    expect(told(ready.when(confirm(), ben).when(confirm(), anna))).toEqual([]);
    expect(told(ready.when(confirm(), ben).when(withdraw(), ben))).toEqual([]);
    expect(told(ready.when(confirm(), ben).when(reopen('R1')))).toEqual([]);
    expect(told(ready.when(advance('remediate', 'no time')))).toEqual([]);
  });

  test('is told of anew when a side confirms on another day', () => {
    const once = lookAfter(ready.when(confirm(), ben).engagement, begin, at(tomorrow, '12:00')).engagement;
    const again = then(then(once, withdraw(), at(tomorrow, '13:00'), ben), confirm(), at(tomorrow, '14:00'), ben);
    expect(told({ engagement: again }, '2026-12-24', at(tomorrow, '14:00'))).toEqual([
      '2026-12-02 09:00 told, jointCheck',
    ]);
  });
});

describe('near a checkpoint', () => {
  test('what falls due at the same time is told in its post', () => {
    expect(told(thursdays.when(schedule('A3', '2026-12-03')), '2026-12-03')).toEqual([
      '2026-12-02 09:00 post 2026-12-03, due A3',
    ]);
  });

  const meetingAt = (time: string) =>
    given(started()).when(setCheckpoint({ every: 'week', weekday: 2, time, remind: 'atStart' }));

  test.each([
    ['08:00', ['2026-12-01 08:00 post 2026-12-01, due A3']],
    ['10:00', ['2026-12-01 10:00 post 2026-12-01, due A3']],
    ['07:59', ['2026-12-01 07:59 post 2026-12-01', '2026-12-01 09:00 told, due A3']],
    ['10:01', ['2026-12-01 09:00 told, due A3', '2026-12-01 10:01 post 2026-12-01']],
  ])('up to an hour before or after, and no further: a meeting at %s', (time, expected) => {
    expect(told(meetingAt(time).when(schedule('A3', '2026-12-02')), '2026-12-02')).toEqual(expected);
  });

  test('that is left out after all, it is told by itself', () => {
    const held = meetingAt('10:00').when(schedule('A3', '2026-12-02')).engagement;
    const without = then(look(held, at(tomorrow)).engagement, skip(tomorrow), at(tomorrow, '09:30'));
    expect(told({ engagement: without }, '2026-12-02', at(tomorrow, '09:30'))).toEqual([
      '2026-12-01 09:30 told, due A3',
    ]);
  });
});

describe('after an outage', () => {
  const busy = quiet.when(schedule('A3', '2026-12-04')).when(schedule('A4', '2026-12-07')).when(block('A5'));

  test('what was missed by no more than an hour is told as usual', () => {
    expect(toldAt(busy, at('2026-12-03', '10:00'))).toEqual(['2026-12-03 10:00 told, due A3']);
  });

  test('what was missed by more comes in one late post of no meeting', () => {
    expect(toldAt(busy, at('2026-12-03', '10:01'))).toEqual(['2026-12-03 10:01 late post of none, due A3']);
    expect(toldAt(busy, at('2026-12-07', '12:00'))).toEqual([
      '2026-12-07 12:00 late post of none, overdue A3, due A4, blocked A5',
    ]);
  });

  test('comes with the newest meeting that was missed, and nothing comes twice', () => {
    const met = thursdays.when(schedule('A3', '2026-12-04'));
    const looked = look(met.engagement, at('2026-12-11', '12:00'));
    expect(toldIn(looked.events).map(line)).toEqual(['2026-12-11 12:00 late post 2026-12-10, overdue A3']);
    expect(told(looked, '2026-12-17', at('2026-12-11', '12:00'))).toEqual(['2026-12-16 09:00 post 2026-12-17']);
  });

  test('a meeting missed by no more than an hour is not late', () => {
    expect(toldAt(thursdays, at('2026-12-02', '10:00'))).toEqual(['2026-12-02 10:00 post 2026-12-03']);
    expect(toldAt(thursdays, at('2026-12-02', '10:01'))).toEqual(['2026-12-02 10:01 late post 2026-12-03']);
  });

  test('waits for a checkpoint that is near', () => {
    const met = thursdays.when(schedule('A3', '2026-12-02'));
    expect(toldAt(met, at('2026-12-02', '08:00'))).toEqual([]);
    expect(told(met, '2026-12-02', at('2026-12-02', '08:00'))).toEqual(['2026-12-02 09:00 post 2026-12-03, due A3']);
  });

  test('in which a pause ended, what came since then is told', () => {
    const paused = thursdays.when(schedule('A3', '2026-12-03')).when(pause('2026-12-02'));
    expect(toldAt(paused, at('2026-12-02', '15:00'))).toEqual(['2026-12-02 15:00 late post 2026-12-03, due A3']);
  });
});

describe('moved to another time zone', () => {
  const berlin = configure({ timeZone: 'Europe/Berlin' });
  const losAngeles = configure({ timeZone: 'America/Los_Angeles' });
  const dated = quiet.when(schedule('A3', '2026-12-02'));
  /** Four in the morning in Los Angeles. */
  const one = at(tomorrow, '13:00');

  test('where it is later than nine, that is no reason to catch up: it is told as usual, once', () => {
    const { engagement } = lookAfter(dated.when(losAngeles).engagement, begin, one);
    expect(told({ engagement: then(engagement, berlin, one) }, '2026-12-24', one)).toEqual([
      '2026-12-01 13:00 told, due A3',
      '2026-12-03 09:00 told, overdue A3',
    ]);
  });

  test('where it is not yet nine, what was told is not told again', () => {
    const { engagement } = lookAfter(dated.engagement, begin, one);
    expect(told({ engagement: then(engagement, losAngeles, one) }, '2026-12-02', one)).toEqual([]);
  });

  test('what is missed afterwards is caught up with', () => {
    expect(toldAt(dated.when(losAngeles).when(berlin), at(tomorrow, '10:01'))).toEqual([
      '2026-12-01 10:01 late post of none, due A3',
    ]);
  });

  test('nothing is told of what passed during a pause', () => {
    const resumed = dated.when(losAngeles).when(pause()).when(resume, anna, one);
    expect(toldAt(resumed.when(berlin, anna, one), one)).toEqual([]);
  });
});

describe('of a pause', () => {
  test('nothing is told afterwards', () => {
    const paused = thursdays.when(schedule('A3', '2026-12-03')).when(pause());
    const { engagement } = paused.when(resume, anna, '2026-12-02T08:00:00.001Z');
    expect(toldAt({ engagement }, at('2026-12-02', '12:00'))).toEqual([]);
  });

  test('ended early nothing is told of before, though it was to last longer', () => {
    const paused = thursdays.when(schedule('A3', '2026-12-03')).when(pause(nextWeek));
    const { engagement } = paused.when(resume, anna, '2026-12-02T09:00:00.000Z');
    expect(told({ engagement }, '2026-12-04', '2026-12-02T09:00:00.000Z')).toEqual([
      '2026-12-04 09:00 told, overdue A3',
    ]);
  });
});
