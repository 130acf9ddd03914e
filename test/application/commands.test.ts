import { calendar } from '../../src/adapters/clock/index';
import type { Wish } from '../../src/application/request';
import { upcomingCheckpoints } from '../../src/engagement/index';
import { anna, ben, type Channel, complete, createChannel, eva, mehmet, address, saysOf } from './channel';

const initiate = complete('I1', 'I2');
const assess = complete('A1', 'A2', 'A3', 'A4', 'A5', 'A6');
const advance: Wish = { type: 'AdvancePhase' };

/** A running onboarding, and what was wished in it since, each by Anna. */
const running = async (...operations: readonly (readonly Wish[])[]): Promise<Channel> => {
  const channel = createChannel();
  await channel.begin();
  for (const wishes of operations) await channel.act(anna, ...wishes);
  return channel;
};

describe('a phase that is not named', () => {
  test('is the current one', async () => {
    const { act, now } = await running();
    const reply = await act(anna, { ...advance, reason: 'No time' });
    expect(saysOf(reply)).toEqual(['accepted']);
    expect((await now()).phases.initiate.anyway).toMatchObject({ reason: 'No time', items: ['I1', 'I2'] });
    expect((await now()).phase).toBe('assess');
  });

  test('stays the one that was current at the first look, although somebody else moved on meanwhile', async () => {
    const { act, now, meanwhile, having } = await running();
    meanwhile(() => having(anna, { type: 'AdvancePhase', phase: 'initiate', reason: 'Theirs' }));
    const reply = await act(anna, { ...advance, reason: 'Mine' });
    expect(saysOf(reply)).toEqual(['phase.alreadyLeft']);
    expect((await now()).phase).toBe('assess');
    expect((await now()).phases.initiate.anyway?.reason).toBe('Theirs');
  });

  test('is the current one again in the next operation', async () => {
    const { act, now } = await running();
    for (const phase of ['assess', 'remediate', 'enable'])
      expect([saysOf(await act(anna, { ...advance, reason: 'No time' })), (await now()).phase]).toEqual([
        ['accepted'],
        phase,
      ]);
  });

  test('is the last one once all are left', async () => {
    const { act, now } = await running();
    for (let phases = 4; phases > 0; phases--) await act(anna, { ...advance, reason: 'No time' });
    expect((await now()).phase).toBeUndefined();
    const [said] = (await act(anna, advance)).says;
    expect(said).toMatchObject({ rejection: { code: 'phase.alreadyLeft', phase: 'enable' } });
    expect(saysOf(await act(anna, { type: 'ReturnToPhase' }))).toEqual(['accepted']);
    expect((await now()).phase).toBe('enable');
  });

  test('is the one whose results are confirmed or no longer confirmed', async () => {
    const { act, now } = await running(initiate, assess, complete('R1'));
    expect(saysOf(await act(ben, { type: 'ConfirmResults' }))).toEqual(['accepted']);
    expect((await now()).confirmations).toHaveProperty('specialist');
    expect(saysOf(await act(ben, { type: 'WithdrawConfirmation' }))).toEqual(['accepted']);
    expect((await now()).confirmations).toEqual({});
    expect(saysOf(await act(anna, { type: 'RecordConfirmation', name: 'Ben Carter', on: '2026-11-30' }))).toEqual([
      'accepted',
    ]);
  });

  test('in which there is no joint check is told to have none', async () => {
    const { act } = await running();
    const [said] = (await act(anna, { type: 'ConfirmResults' })).says;
    expect(said).toMatchObject({ rejection: { code: 'phase.noJointCheck', phase: 'initiate' } });
  });
});

describe('stepping back without naming a phase', () => {
  test('goes to the one before', async () => {
    const { act, now } = await running(initiate, assess);
    await act(anna, { type: 'ReturnToPhase' });
    expect((await now()).phase).toBe('assess');
  });

  test('goes past phases that were passed over, to the last one really opened', async () => {
    const { act, now } = await running(assess, initiate);
    expect((await now()).phase).toBe('remediate');
    expect((await now()).phases.assess.opened).toBeUndefined();
    await act(anna, { type: 'ReturnToPhase' });
    expect((await now()).phase).toBe('initiate');
  });

  test('goes one phase back, although somebody else stepped back meanwhile', async () => {
    const { act, now, meanwhile, having } = await running(initiate, assess);
    meanwhile(() => having(anna, { type: 'ReturnToPhase', phase: 'assess' }));
    expect(saysOf(await act(anna, { type: 'ReturnToPhase' }))).toEqual(['phase.alreadyHere']);
    expect((await now()).phase).toBe('assess');
  });

  test('goes nowhere from the first phase', async () => {
    const { act } = await running();
    expect(saysOf(await act(anna, { type: 'ReturnToPhase' }))).toEqual(['phase.alreadyHere']);
  });
});

describe('people who are named', () => {
  test('are met when they are given something', async () => {
    const { act, now, keyOf } = await running();
    await act(anna, { type: 'AssignItem', item: 'A1', assignee: mehmet.id });
    expect((await now()).items['A1']?.owner).toBe(await keyOf(mehmet));
  });

  test.each<[string, Wish]>([
    ['given an item', { type: 'AssignItem', item: 'A1', assignee: 'nobody' }],
    ['given a role', { type: 'SetRole', assignee: 'nobody', role: 'lead' }],
    ['given what somebody else had', { type: 'HandOver', person: 'anna', assignee: 'nobody' }],
    ['taken from', { type: 'HandOver', person: 'nobody', assignee: 'anna' }],
    ['called away', { type: 'SetAway', person: 'nobody', until: '2026-12-04' }],
    ['given what is added', { type: 'AddItems', phase: 'assess', lines: [{ title: 'One', owner: 'nobody' }] }],
  ])('but are not here, cannot be %s', async (_, wish) => {
    const { act, now } = await running();
    const before = await now();
    expect(saysOf(await act(anna, wish))).toEqual(['notAMember']);
    expect(await now()).toEqual(before);
  });

  test.each<[string, Wish]>([
    ['an item', { type: 'AssignItem', item: 'A1', assignee: '' }],
    ['a role', { type: 'SetRole', assignee: '', role: 'lead' }],
    ['what somebody else had', { type: 'HandOver', person: 'anna', assignee: '' }],
  ])('as nobody are asked for, before they are given %s', async (_, wish) => {
    const { act } = await running();
    expect(saysOf(await act(anna, wish))).toEqual(['personMissing']);
  });

  test('keep nothing else of the same sentence from being done', async () => {
    const { act, now } = await running();
    const reply = await act(anna, { type: 'AssignItem', item: 'A1', assignee: 'nobody' }, ...complete('A2'));
    expect(saysOf(reply)).toEqual(['accepted', 'notAMember']);
    expect((await now()).items['A2']?.state.type).toBe('complete');
  });

  test('and have left can still be handed over from and be away, but be given nothing', async () => {
    const { act, people, now, keyOf } = await running();
    await act(mehmet, { type: 'TakeItem', item: 'A1' });
    people.leaves(mehmet, address);
    expect(saysOf(await act(anna, { type: 'SetAway', person: mehmet.id, until: '2026-12-04' }))).toEqual(['accepted']);
    expect(saysOf(await act(anna, { type: 'HandOver', person: mehmet.id, assignee: eva.id }))).toEqual(['accepted']);
    expect((await now()).items['A1']?.owner).toBe(await keyOf(eva));
    expect(saysOf(await act(anna, { type: 'AssignItem', item: 'A1', assignee: mehmet.id }))).toEqual(['notAMember']);
  });

  test('and were never met have nothing to hand over, and are not met by that', async () => {
    const { act, memory, idOf } = await running();
    expect(saysOf(await act(anna, { type: 'HandOver', person: eva.id, assignee: anna.id }))).toEqual([
      'handOver.nothing',
    ]);
    expect(Object.values((await memory.store.load(await idOf())).people).map(({ id }) => id)).not.toContain(eva.id);
  });

  test('are not met where the roster cannot be reached', async () => {
    const { act, people, now } = await running();
    const before = await now();
    people.state.unreachable = true;
    expect(saysOf(await act(anna, { type: 'AssignItem', item: 'A1', assignee: mehmet.id }))).toEqual(['unreachable']);
    expect(await now()).toEqual(before);
  });

  test('as nobody are oneself, where one is away', async () => {
    const { act, now, keyOf } = await running();
    await act(mehmet, { type: 'SetAway', until: '2026-12-04' });
    expect((await now()).away).toEqual({ [await keyOf(mehmet)]: '2026-12-04' });
  });
});

describe('what FastTrack confirmed in the meeting', () => {
  const ready = () => running(initiate, assess, complete('R1'));
  const recorded = (name: string): Wish => ({ type: 'RecordConfirmation', name, on: '2026-11-30' });

  test('is known to be somebody’s who is here by that name', async () => {
    const { act, now, keyOf } = await ready();
    expect(saysOf(await act(anna, recorded(' ben CARTER ')))).toEqual(['accepted']);
    expect((await now()).confirmations.specialist?.recorded).toEqual({
      name: 'ben CARTER',
      on: '2026-11-30',
      person: await keyOf(ben),
    });
  });

  test('may be of somebody nobody has met', async () => {
    const { act, now } = await ready();
    await act(anna, recorded('Carla Diaz'));
    expect((await now()).confirmations.specialist?.recorded).toEqual({ name: 'Carla Diaz', on: '2026-11-30' });
  });

  test('cannot be the word of a lead', async () => {
    const { act } = await ready();
    expect(saysOf(await act(anna, recorded('Anna Schmidt')))).toEqual(['phase.samePerson']);
  });
});

describe('whoever wants to lead', () => {
  const lead = (person: { id: string }): Wish => ({ type: 'SetRole', assignee: person.id, role: 'lead' });

  test('may, when the roster knows no lead any more', async () => {
    const { act, people, now, keyOf } = await running();
    people.leaves(anna, address);
    expect(saysOf(await act(mehmet, lead(mehmet)))).toEqual(['accepted']);
    expect((await now()).roles[await keyOf(mehmet)]).toBe('lead');
    expect((await now()).tookOver?.by).toBe(await keyOf(mehmet));
    expect(people.askedAnew).toEqual([anna.id]);
  });

  test('may not while a lead is there', async () => {
    const { act, people, now } = await running();
    expect(saysOf(await act(mehmet, lead(mehmet)))).toEqual(['role.missing']);
    expect(people.askedAnew).toEqual([anna.id]);
    expect((await now()).tookOver).toBeUndefined();
  });

  test('may not when one of two leads is still there', async () => {
    const { act, people } = await running([lead(eva)]);
    people.leaves(anna, address);
    expect(saysOf(await act(mehmet, lead(mehmet)))).toEqual(['role.missing']);
    people.leaves(eva, address);
    expect(saysOf(await act(mehmet, lead(mehmet)))).toEqual(['accepted']);
  });

  test('is told that it cannot be found out, when it cannot', async () => {
    const { act, people, now } = await running();
    people.leaves(anna, address);
    people.state.unreachable = true;
    expect(saysOf(await act(mehmet, lead(mehmet)))).toEqual(['unreachable']);
    expect((await now()).tookOver).toBeUndefined();
  });

  test('may be known to the messenger by another name for the same person', async () => {
    const { act, people, now } = await running();
    people.alsoKnownAs(mehmet, '29:mehmet');
    people.leaves(anna, address);
    expect(saysOf(await act(mehmet, lead({ id: '29:mehmet' })))).toEqual(['accepted']);
    expect((await now()).tookOver).toBeDefined();
  });

  test('for somebody else is not looked up at all', async () => {
    const { act, people } = await running();
    people.leaves(anna, address);
    expect(saysOf(await act(mehmet, lead(eva)))).toEqual(['role.missing']);
    expect(people.askedAnew).toEqual([]);
  });
});

describe('taking back', () => {
  test('takes back my last operation, with all its items', async () => {
    const { act, now } = await running();
    await act(mehmet, ...complete('A1', 'A2'));
    await act(anna, ...complete('A3'));
    expect(saysOf(await act(mehmet, { type: 'Undo' }))).toEqual(['accepted']);
    const { items } = await now();
    expect(['A1', 'A2', 'A3'].map((code) => items[code]?.state.type)).toEqual(['open', 'open', 'complete']);
  });

  test('takes back the one that is named', async () => {
    const { act, now } = await running();
    const { undo } = await act(mehmet, ...complete('A1'));
    await act(mehmet, ...complete('A2'));
    expect(saysOf(await act(mehmet, { type: 'Undo', of: undo ?? '' }))).toEqual(['accepted']);
    const { items } = await now();
    expect(['A1', 'A2'].map((code) => items[code]?.state.type)).toEqual(['open', 'complete']);
  });

  test('takes it back once somebody else’s change is known', async () => {
    const { act, now, meanwhile, having } = await running();
    await act(mehmet, ...complete('A1'));
    meanwhile(() => having(anna, { type: 'CompleteItem', item: 'A2' }));
    expect(saysOf(await act(mehmet, { type: 'Undo' }))).toEqual(['accepted']);
    const { items } = await now();
    expect(['A1', 'A2'].map((code) => items[code]?.state.type)).toEqual(['open', 'complete']);
  });

  test('takes nothing back that somebody else changed meanwhile', async () => {
    const { act, now, meanwhile, having } = await running();
    await act(mehmet, ...complete('A1'));
    meanwhile(() => having(anna, { type: 'ReopenItem', item: 'A1' }, { type: 'TakeItem', item: 'A1' }));
    expect(saysOf(await act(mehmet, { type: 'Undo' }))).toEqual(['undo.changedSince']);
    expect((await now()).items['A1']?.owner).toBeDefined();
  });

  test('takes nothing back twice, however quickly it is asked for', async () => {
    const { act, now, meanwhile, shared } = await running();
    await act(mehmet, ...complete('A1'));
    const { undo = '' } = await act(mehmet, ...complete('A2'));
    meanwhile(() => createChannel(shared).act(mehmet, { type: 'Undo', of: undo }));
    expect(saysOf(await act(mehmet, { type: 'Undo', of: undo }))).toEqual(['undo.already']);
    const { items } = await now();
    expect(['A1', 'A2'].map((code) => items[code]?.state.type)).toEqual(['complete', 'open']);
  });
});

describe('the meeting of today', () => {
  const tuesdays = { type: 'SetCheckpoint', every: 'week', weekday: 2, time: '10:00' } as const;
  /** Set on Monday, and then left alone until that time on Tuesday 1 December 2026, in Berlin. */
  const until = async (time: string, ...wishes: readonly Wish[]) => {
    const channel = await running(...wishes.map((wish) => [wish]));
    channel.clock.pass(Date.parse(`2026-12-01T${time}:00+01:00`) - Date.parse(channel.clock.now()));
    const next = async () => upcomingCheckpoints(await channel.now(), channel.clock.now(), calendar, 1)[0];
    return { ...channel, next };
  };
  const skip: Wish = { type: 'SkipCheckpoint', day: '2026-12-01' };

  test.each([
    ['09:59', 'accepted', '2026-12-08'],
    ['10:00', 'checkpoint.none', '2026-12-08'],
    ['15:00', 'checkpoint.none', '2026-12-08'],
  ])('can be left out until it has begun: at %s', async (time, said, next) => {
    const here = await until(time, tuesdays);
    expect(saysOf(await here.act(anna, skip))).toEqual([said]);
    expect(await here.next()).toBe(next);
    expect((await here.now()).reminders.skipped).toHaveLength(said === 'accepted' ? 1 : 0);
  });

  test.each([
    ['09:59', 'accepted', '2026-12-01'],
    ['10:00', 'checkpoint.none', '2026-12-08'],
    ['15:00', 'checkpoint.none', '2026-12-08'],
  ])('takes place after all until it would have begun: at %s', async (time, said, next) => {
    const here = await until(time, tuesdays, skip);
    expect(saysOf(await here.act(anna, { type: 'Undo' }))).toEqual([said]);
    expect(await here.next()).toBe(next);
  });

  test.each([
    ['09:59', 'week', '2026-12-01'],
    ['10:00', 'week', '2026-12-08'],
    ['11:00', 'week', '2026-12-08'],
    ['09:59', 'twoWeeks', '2026-12-01'],
    ['11:00', 'twoWeeks', '2026-12-15'],
    ['11:00', 'weekday', '2026-12-02'],
  ] as const)('moved to later today is held once: moved at %s, every %s', async (time, every, next) => {
    const here = await until(time, { ...tuesdays, every });
    await here.act(anna, { type: 'SetCheckpoint', time: '14:00' });
    expect(await here.next()).toBe(next);
  });

  test('is not one of another day that was moved to it', async () => {
    const here = await until('11:00', { ...tuesdays, weekday: 3 });
    await here.act(anna, { type: 'SetCheckpoint', weekday: 2, time: '14:00' });
    expect(await here.next()).toBe('2026-12-01');
  });
});
