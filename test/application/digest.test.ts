import { longestSend } from '../../src/application/keep-true';
import { later } from '../../src/application/times';
import { type Member, type OutsideId, UnreachableError } from '../../src/application/ports';
import { address, anna, eva, mehmet, place, saysOf } from './channel';
import type { Message } from './messages';
import { checkpointsIn, createReminding, day, hour, minute, type Reminding } from './reminding';

/** Where another onboarding runs. */
const elsewhere = { place: { tenantId: 'tenant', conversationId: '19:other' }, address: 'other' };

/** Mehmet has a personal chat and I1, which is due on Friday 4 December; the last weekday before is a Thursday. */
const reminding = async (who: Member = mehmet, timeZone?: string): Promise<Reminding> => {
  const here = await createReminding();
  const { press } = here;
  await press(
    who,
    { type: 'act', wishes: [{ type: 'TakeItem', item: 'I1', dueOn: '2026-12-04' }] },
    timeZone === undefined ? {} : { by: { id: who.id, name: who.name, timeZone } },
  );
  await here.deliver();
  here.sent();
  return here;
};
const meet = ({ memory }: Reminding, who: Member = mehmet) =>
  memory.contacts.meet(place.tenantId, who.id, `chat of ${who.name}`);

const digestsIn = (messages: readonly Message[]): readonly string[] =>
  messages.flatMap(({ to, reply }) => (reply?.show.show === 'mine' && reply.show.due ? [to] : []));
const noticesIn = (messages: readonly Message[]) =>
  messages.flatMap(({ reply }) => (reply?.show.show === 'notice' ? reply.show.notices : []));

test('the owner hears at 09:00 on the last weekday before, in their personal chat', async () => {
  const here = await reminding();
  await meet(here);
  await here.until('2026-12-03T07:59:00.000Z');
  expect(here.sent().filter(({ how }) => how !== 'update')).toEqual([]);
  await here.until('2026-12-03T08:02:00.000Z');
  const messages = here.sent();
  expect(digestsIn(messages)).toEqual(['chat of Mehmet Yılmaz']);
  expect(noticesIn(messages)).toEqual([]);
  await here.pass(8 * hour);
  expect(digestsIn(here.sent())).toEqual([]);
});

test('whoever has no chat is mentioned under the post, unless it was agreed otherwise', async () => {
  const here = await reminding();
  await here.until('2026-12-03T08:02:00.000Z');
  const reminders = [{ kind: 'due', item: 'I1', on: '2026-12-04' }];
  expect(noticesIn(here.sent())).toEqual([{ type: 'reminder', to: await here.keyOf(mehmet), reminders }]);
  const quietly = await reminding();
  await quietly.act(anna, { type: 'SetCheckpoint', mention: 'private' });
  await quietly.until('2026-12-03T08:02:00.000Z');
  const messages = quietly.sent();
  expect([...noticesIn(messages), ...digestsIn(messages)]).toEqual([]);
  expect((await quietly.memory.mailbox.pending(quietly.id)).posts).toEqual([]);
});

test('nobody hears of work before 08:00, after 18:00 or at the weekend where they are', async () => {
  const here = await reminding(mehmet, 'America/Los_Angeles');
  await meet(here);
  await here.until('2026-12-03T15:59:00.000Z');
  expect(digestsIn(here.sent())).toEqual([]);
  await here.until('2026-12-03T16:01:00.000Z');
  expect(digestsIn(here.sent())).toHaveLength(1);
  // 09:00 on Friday in Berlin is 19:00 on the same day in Auckland: there it waits for Monday.
  const far = await reminding(mehmet, 'Pacific/Auckland');
  await meet(far);
  await far.act(mehmet, { type: 'ScheduleItem', item: 'I1', dueOn: '2026-12-07' });
  await far.until('2026-12-06T18:59:00.000Z');
  expect(digestsIn(far.sent())).toEqual([]);
  await far.until('2026-12-06T19:02:00.000Z');
  expect(digestsIn(far.sent())).toHaveLength(1);
});

test('there is one a day, whatever else comes due', async () => {
  const here = await reminding();
  await meet(here);
  await here.act(anna, { type: 'SetCheckpoint', every: 'off' });
  const digests: string[] = [];
  here.answering((message) => {
    digests.push(...digestsIn([message]).map((chat) => `${here.clock.now().slice(0, 16)} ${chat}`));
    return undefined;
  });
  await here.until('2026-12-03T08:05:00.000Z');
  // There 09:00 of that Thursday is still to come, so this is owed on the same day again.
  await here.act(mehmet, { type: 'TakeItem', item: 'A1', dueOn: '2026-12-04' });
  await here.act(anna, { type: 'ConfigureEngagement', timeZone: 'America/New_York' });
  await here.until('2026-12-11T18:00:00.000Z');
  expect(digests).toEqual([
    '2026-12-03T08:01 chat of Mehmet Yılmaz',
    '2026-12-04T13:00 chat of Mehmet Yılmaz',
    '2026-12-07T14:01 chat of Mehmet Yılmaz',
  ]);
});

test('it is about every onboarding of theirs', async () => {
  const here = await reminding();
  await meet(here);
  await here.begin(anna, { customer: 'Fabrikam' }, elsewhere);
  await here.press(mehmet, { type: 'act', wishes: [{ type: 'TakeItem', item: 'I2' }] }, elsewhere);
  await here.memory.contacts.join('tenant', mehmet.id, await here.idOf(elsewhere.place));
  await here.until('2026-12-03T08:02:00.000Z');
  const [digest] = here.sent().filter(({ reply }) => reply?.show.show === 'mine');
  const show = digest?.reply?.show;
  expect(show?.show === 'mine' && show.of.map(({ seen }) => seen.engagement.customer)).toEqual(['Contoso', 'Fabrikam']);
});

/** Something of theirs is due on the same Friday in another onboarding, too, and one instance looks after both. */
const inBoth = async (who: Member = mehmet, timeZone = 'Europe/Berlin', theirs?: string) => {
  const here = await reminding(mehmet, theirs);
  await meet(here, who);
  await here.begin(anna, { customer: 'Fabrikam', timeZone }, elsewhere);
  const wishes = [{ type: 'TakeItem', item: 'I2', dueOn: '2026-12-04' }] as const;
  const by = theirs === undefined ? {} : { by: { id: who.id, name: who.name, timeZone: theirs } };
  await here.press(who, { type: 'act', wishes }, { ...elsewhere, ...by });
  const there = here.beside();
  await there.until('2026-11-30T09:05:00.000Z');
  const waiting = async (id: string) =>
    (await here.memory.mailbox.pending(id)).posts.filter(({ message }) => message.type === 'reminder');
  return { ...here, ...there, waiting, otherId: await here.idOf(elsewhere.place) };
};
const customersIn = (messages: readonly Message[]) =>
  messages.flatMap(({ reply }) =>
    reply?.show.show === 'mine' && reply.show.due
      ? [reply.show.of.map(({ seen }) => seen.engagement.customer).sort()]
      : [],
  );
/** From now on nobody can ask who is in this place. */
const silence = ({ people: { roster } }: Pick<Reminding, 'people'>, silent: string) => {
  const member = roster.member.bind(roster);
  const asked = jest
    .spyOn(roster, 'member')
    .mockImplementation((at, id: OutsideId, anew) =>
      at === silent ? Promise.reject(new UnreachableError('silence')) : member(at, id, anew),
    );
  return () => {
    asked.mockRestore();
  };
};
/** Whether the digest of that Thursday is to be had. */
const isFree = async ({ memory, clock }: Pick<Reminding, 'memory' | 'clock'>) =>
  (await memory.contacts.claimDigest('tenant', mehmet.id, '2026-12-03', clock.now(), later(clock.now(), 1))) === 'mine';

describe('what is due in several onboardings', () => {
  test('is told together and once, and then nothing waits in any of them', async () => {
    const here = await inBoth();
    await here.until('2026-12-03T08:10:00.000Z');
    expect(customersIn(here.sent())).toEqual([['Contoso', 'Fabrikam']]);
    for (const id of [here.id, here.otherId]) expect(await here.waiting(id)).toEqual([]);
  });

  test.each([
    [address, 'Fabrikam'],
    [elsewhere.address, 'Contoso'],
  ])('is told without the one whose roster cannot be asked, which waits for the next morning: %s', async (at, told) => {
    const here = await inBoth();
    await here.until('2026-12-03T07:00:00.000Z');
    const hear = silence(here, at);
    await here.until('2026-12-03T08:10:00.000Z');
    expect(customersIn(here.sent())).toEqual([[told]]);
    hear();
    await here.until('2026-12-04T06:59:00.000Z');
    expect(customersIn(here.sent())).toEqual([]);
    const silent = at === address ? here.id : here.otherId;
    expect((await here.waiting(silent)).map(({ leasedUntil }) => leasedUntil)).toEqual(['2026-12-04T07:00:00.000Z']);
    await here.until('2026-12-04T07:05:00.000Z');
    expect(customersIn(here.sent())).toEqual([['Contoso', 'Fabrikam']]);
    expect(await here.waiting(silent)).toEqual([]);
  });

  test('is not shown in part to whoever asks for it', async () => {
    const here = await inBoth();
    await here.until('2026-12-03T07:00:00.000Z');
    silence(here, elsewhere.address);
    const chat = { place: { tenantId: 'tenant', conversationId: 'chat' }, address: 'chat', personal: true } as const;
    expect(saysOf(await here.press(mehmet, { type: 'show', what: 'mine' }, chat))).toEqual(['unreachable']);
  });

  test('is told the next working day by an onboarding that says so after the digest', async () => {
    const here = await inBoth(mehmet, 'America/New_York');
    await here.until('2026-12-03T08:10:00.000Z');
    expect(customersIn(here.sent())).toEqual([['Contoso', 'Fabrikam']]);
    await here.until('2026-12-03T14:05:00.000Z');
    expect(await here.waiting(here.otherId)).toMatchObject([{ leasedUntil: '2026-12-04T13:00:00.000Z' }]);
    await here.until('2026-12-04T13:05:00.000Z');
    expect(customersIn(here.sent())).toHaveLength(1);
    expect(await here.waiting(here.otherId)).toEqual([]);
  });

  test('is not told by a digest that came while it was paused', async () => {
    // Where he is 08:00 comes five hours after both have said what is due.
    const here = await inBoth(mehmet, 'Europe/Berlin', 'America/New_York');
    await here.until('2026-12-03T09:00:00.000Z');
    expect(await here.waiting(here.otherId)).toHaveLength(1);
    await here.press(anna, { type: 'act', wishes: [{ type: 'PauseEngagement' }] }, elsewhere);
    await here.until('2026-12-03T13:10:00.000Z');
    expect(customersIn(here.sent())).toEqual([['Contoso']]);
    await here.press(anna, { type: 'act', wishes: [{ type: 'ResumeEngagement' }] }, elsewhere);
    await here.until('2026-12-04T12:59:00.000Z');
    expect(customersIn(here.sent())).toEqual([]);
    await here.until('2026-12-04T13:05:00.000Z');
    expect(customersIn(here.sent())).toEqual([['Contoso', 'Fabrikam']]);
  });

  test.each([mehmet, eva])(
    'keeps from nobody else what is due for them, though it cannot be read: $name',
    async (who) => {
      const here = await inBoth(who);
      const other = who === mehmet ? eva : mehmet;
      await meet(here, other);
      await here.act(eva, { type: 'TakeItem', item: 'I2', dueOn: '2026-12-04' });
      await here.until('2026-12-03T07:30:00.000Z');
      const load = here.store.load.bind(here.store);
      const loaded = jest
        .spyOn(here.store, 'load')
        .mockImplementation((id) => (id === here.otherId ? Promise.reject(new Error('unreadable')) : load(id)));
      await here.until('2026-12-03T08:02:00.000Z');
      expect(digestsIn(here.sent())).toEqual([`chat of ${other.name}`]);
      expect(here.log.errors).toContainEqual(expect.stringContaining('A digest failed'));
      loaded.mockRestore();
      await here.until('2026-12-03T08:05:00.000Z');
      expect(digestsIn(here.sent())).toEqual([`chat of ${who.name}`]);
    },
  );
});

describe('a digest without the onboarding that owes it', () => {
  test('is not sent while the roster does not know them, and is ten minutes later', async () => {
    const here = await reminding();
    await meet(here);
    here.clock.pass(2 * hour);
    here.people.leaves(mehmet, address);
    await here.until('2026-12-03T08:02:00.000Z');
    expect(digestsIn(here.sent())).toEqual([]);
    expect(await isFree(here)).toBe(true);
    const [row] = (await here.memory.mailbox.pending(here.id)).posts;
    expect(row?.leasedUntil).toBe('2026-12-03T08:11:00.000Z');
    here.people.returns(mehmet, address);
    await here.until('2026-12-03T08:12:00.000Z');
    expect(digestsIn(here.sent())).toHaveLength(1);
  });

  test.each([
    { type: 'SnoozeReminders', until: '2026-12-04' },
    { type: 'SetAway', until: '2026-12-03' },
  ] as const)('is not sent, nor used up, when they want quiet at the last moment: $type', async (wish) => {
    const here = await reminding();
    await meet(here);
    const { contacts } = here.memory;
    const chatOf = contacts.chatOf.bind(contacts);
    jest.spyOn(contacts, 'chatOf').mockImplementationOnce(async (...who) => {
      await here.act(mehmet, wish);
      return chatOf(...who);
    });
    await here.until('2026-12-03T08:02:00.000Z');
    expect(digestsIn(here.sent())).toEqual([]);
    expect(await isFree(here)).toBe(true);
    expect((await here.memory.mailbox.pending(here.id)).posts).toEqual([]);
  });

  test('is given up after a day, so that nobody is asked for ever', async () => {
    const here = await reminding();
    await meet(here);
    here.clock.pass(2 * hour);
    here.people.leaves(mehmet, address);
    await here.until('2026-12-03T17:59:00.000Z');
    expect((await here.memory.mailbox.pending(here.id)).posts).toHaveLength(1);
    await here.until('2026-12-04T09:00:00.000Z');
    expect(digestsIn(here.sent())).toEqual([]);
    expect((await here.memory.mailbox.pending(here.id)).posts).toEqual([]);
  });
});

describe('a digest that storage cannot put down', () => {
  /** As often as a test says, once Teams has it. */
  const failing = async (times: number) => {
    const here = await reminding();
    await meet(here);
    const { contacts } = here.memory;
    const settleDigest = contacts.settleDigest.bind(contacts);
    let failures = times;
    jest
      .spyOn(contacts, 'settleDigest')
      .mockImplementation((...what) =>
        failures-- > 0 ? Promise.reject(new Error('Storage is away.')) : settleDigest(...what),
      );
    return here;
  };

  test.each([1, 5, 1_000])('is not sent again: %i times', async (times) => {
    const here = await failing(times);
    await here.until('2026-12-03T12:00:00.000Z');
    expect(digestsIn(here.sent())).toHaveLength(1);
    expect(await isFree(here)).toBe(times === 1_000);
    expect((await here.memory.mailbox.pending(here.id)).posts).toEqual([]);
  });

  test('is sent later where only the claim could not be given back', async () => {
    const here = await failing(1);
    let isBusy = true;
    here.answering(({ to }) => (to.startsWith('chat') && isBusy ? { outcome: 'later', seconds: 60 } : undefined));
    await here.until('2026-12-03T08:02:00.000Z');
    isBusy = false;
    here.sent();
    await here.until('2026-12-03T08:10:00.000Z');
    expect(digestsIn(here.sent())).toHaveLength(1);
  });
});

test('a digest that took too long to gather is not sent at the end of its claim', async () => {
  const here = await reminding();
  await meet(here);
  const { roster } = here.people;
  const member = roster.member.bind(roster);
  const { contacts } = here.memory;
  const claimDigest = contacts.claimDigest.bind(contacts);
  let claimedUntil = '';
  jest.spyOn(contacts, 'claimDigest').mockImplementation((...claim) => {
    claimedUntil = claim[4];
    return claimDigest(...claim);
  });
  here.clock.pass(2 * hour);
  const asked = jest.spyOn(roster, 'member').mockImplementationOnce((...who) => {
    here.clock.pass(12_000);
    return member(...who);
  });
  const wasInTime: boolean[] = [];
  here.answering(({ to }) => {
    if (to.startsWith('chat')) wasInTime.push(later(here.clock.now(), longestSend) < claimedUntil);
    return undefined;
  });
  await here.until('2026-12-03T08:05:00.000Z');
  expect(asked).toHaveBeenCalled();
  expect(wasInTime).toEqual([true]);
});

test('a digest Teams has no time for comes later, one that may have arrived does not come again', async () => {
  const here = await reminding();
  await meet(here);
  const outcomes = [{ outcome: 'later', seconds: 120 }, { outcome: 'unknown' }] as const;
  let tries = 0;
  here.answering(({ to }) => (to.startsWith('chat') ? outcomes[tries++] : undefined));
  await here.until('2026-12-03T12:00:00.000Z');
  expect(tries).toBe(2);
});

test('whose chat takes nothing any more is mentioned instead', async () => {
  const here = await reminding();
  await meet(here);
  here.answering(({ to }) => (to.startsWith('chat') ? { outcome: 'shut' } : undefined));
  await here.until('2026-12-03T08:02:00.000Z');
  expect(noticesIn(here.sent())).toHaveLength(1);
  expect(await here.memory.contacts.chatOf(place.tenantId, mehmet.id)).toBeUndefined();
});

test('whose rosters cannot be asked right now holds up nobody else', async () => {
  const here = await reminding();
  await meet(here);
  await here.act(eva, { type: 'TakeItem', item: 'I2', dueOn: '2026-12-04' });
  here.clock.pass(2 * hour);
  here.people.state.unreachable = true;
  await here.until('2026-12-03T08:02:00.000Z');
  expect(noticesIn(here.sent()).map(({ to }) => to)).toEqual([await here.keyOf(eva)]);
  here.people.state.unreachable = false;
  await here.pass(10 * minute);
  expect(digestsIn(here.sent())).toHaveLength(1);
});

describe('whoever wants quiet', () => {
  test('is told nothing until that day, and others are', async () => {
    const here = await reminding();
    await meet(here);
    await here.act(eva, { type: 'TakeItem', item: 'I2', dueOn: '2026-12-04' });
    await here.act(mehmet, { type: 'SnoozeReminders', until: '2026-12-07' });
    await here.until('2026-12-04T12:00:00.000Z');
    const messages = here.sent();
    expect(digestsIn(messages)).toEqual([]);
    expect(noticesIn(messages).map(({ to }) => to)).toEqual([await here.keyOf(eva)]);
    await here.pass(4 * day);
    expect(digestsIn(here.sent())).toEqual([]);
  });

  test('is away, or asks for it between the reminder and its delivery', async () => {
    const here = await reminding();
    await meet(here);
    await here.until('2026-12-03T08:00:00.000Z');
    await here.act(mehmet, { type: 'SetAway', until: '2026-12-04' });
    await here.pass(hour);
    expect(digestsIn(here.sent())).toEqual([]);
  });
});

test('with the checkpoint owners are told privately what it says of theirs, if that was agreed', async () => {
  const here = await reminding();
  await meet(here);
  await here.act(anna, { type: 'SetCheckpoint', every: 'week', weekday: 2, time: '11:00', mention: 'private' });
  await here.act(mehmet, { type: 'ScheduleItem', item: 'I1', dueOn: '2026-12-11' });
  await here.until('2026-12-07T08:02:00.000Z');
  const messages = here.sent();
  expect(checkpointsIn(messages)).toHaveLength(1);
  expect(digestsIn(messages)).toEqual(['chat of Mehmet Yılmaz']);
});
