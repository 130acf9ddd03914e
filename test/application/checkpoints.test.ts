import { address, anna, mehmet, place } from './channel';
import { checkpointsIn, createReminding, day, firstCheckpoint, hour, minute } from './reminding';

const week = 7 * day;

const rowsOf = async ({ memory, id }: Awaited<ReturnType<typeof createReminding>>) =>
  (await memory.mailbox.pending(id)).posts.map(({ slot, state }) => `${slot} ${state}`);

test('a checkpoint is posted at its time, once, however often it is looked at', async () => {
  const here = await createReminding();
  await here.until('2026-12-07T07:59:00.000Z');
  expect(checkpointsIn(here.sent())).toEqual([]);
  await here.until(firstCheckpoint);
  const messages = here.sent();
  expect(checkpointsIn(messages)).toEqual([{ type: 'checkpoint', meeting: '2026-12-07', late: false }]);
  expect(messages.filter(({ how }) => how === 'update')).toEqual([]);
  await here.tick();
  await here.deliver();
  await here.pass(5 * day);
  expect(checkpointsIn(here.sent())).toEqual([]);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 standing']);
});

test('the next one is compared with it, and turns it into a line', async () => {
  const here = await createReminding();
  await here.until(firstCheckpoint);
  const first = here.sent().find(({ reply }) => reply?.show.show === 'checkpoint');
  await here.pass(week);
  await here.pass(minute);
  const messages = here.sent();
  expect(checkpointsIn(messages)).toMatchObject([
    { meeting: '2026-12-14', before: { on: '2026-12-07', phase: 'initiate', open: 2 } },
  ]);
  const lines = messages.filter(({ reply }) => reply?.show.show === 'checkpointOver');
  expect(first).toMatchObject({ how: 'post', to: address });
  expect(lines).toMatchObject([{ how: 'update', to: address }]);
  expect(lines[0]?.reply?.show).toMatchObject({ news: { meeting: '2026-12-07' } });
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-14 standing']);
});

test('one that cannot be turned into a line, because Lotse is not there any more, is once it is back', async () => {
  const here = await createReminding();
  await here.until(firstCheckpoint);
  let isThere = false;
  here.answering(({ reply }) => (reply?.show.show === 'checkpointOver' && !isThere ? { outcome: 'shut' } : undefined));
  await here.pass(week);
  await here.pass(minute);
  expect((await here.directory.locate(place)).address).toBeUndefined();
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 standing', 'checkpoint-2026-12-14 standing']);
  here.sent();
  isThere = true;
  await here.directory.unpark([place]);
  await here.deliver();
  expect(here.sent().map(({ reply }) => reply?.show.show)).toEqual(['checkpointOver']);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-14 standing']);
});

test('one that was left out by mistake is put back by undoing that, and comes at its time', async () => {
  const here = await createReminding();
  const skipped = await here.act(anna, { type: 'SkipCheckpoint' });
  const undone = await here.act(anna, { type: 'Undo', of: skipped.undo ?? '' });
  expect(undone.show).toEqual({ show: 'checkpoints', next: ['2026-12-07', '2026-12-14'] });
  await here.until(firstCheckpoint);
  expect(checkpointsIn(here.sent())).toMatchObject([{ meeting: '2026-12-07' }]);
});

test('several instances that look at the same time post one', async () => {
  const here = await createReminding();
  const others = [here.beside(), here.beside()];
  here.clock.pass(Date.parse(firstCheckpoint) - Date.parse(here.clock.now()));
  await Promise.all([here.tick(), ...others.map(({ tick }) => tick())]);
  await Promise.all([here.tick(), ...others.map(({ tick }) => tick())]);
  const all = [here, ...others].flatMap(({ sent }) => checkpointsIn(sent()));
  expect(all).toHaveLength(1);
});

test('one that may have arrived is not posted again; the next one comes as usual', async () => {
  const here = await createReminding();
  here.answering(({ reply }) => (reply?.show.show === 'checkpoint' ? { outcome: 'unknown' } : undefined));
  await here.until(firstCheckpoint);
  await here.pass(2 * day);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 unknown']);
  await here.pass(5 * day);
  expect(checkpointsIn(here.sent())).toMatchObject([{ meeting: '2026-12-14' }]);
});

test('one that Teams has no time for is posted later', async () => {
  const here = await createReminding();
  let isBusy = true;
  here.answering(({ reply }) =>
    isBusy && reply?.show.show === 'checkpoint' ? { outcome: 'later', seconds: 90 } : undefined,
  );
  await here.until(firstCheckpoint);
  isBusy = false;
  here.sent();
  await here.pass(5 * minute);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
});

test('one that Teams will never take is given up', async () => {
  const here = await createReminding();
  here.answering(({ reply }) => (reply?.show.show === 'checkpoint' ? { outcome: 'refused' } : undefined));
  await here.until(firstCheckpoint);
  await here.pass(2 * hour);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 refused']);
});

test('whoever claimed one and died leaves it to the next, once the lease is over', async () => {
  const here = await createReminding();
  const { mailbox } = here.memory;
  here.answering(({ reply }) => {
    if (reply?.show.show === 'checkpoint') throw new Error('The process dies here.');
    return undefined;
  });
  await here.until(firstCheckpoint);
  const [claimed] = (await mailbox.pending(here.id)).posts;
  expect(claimed).toMatchObject({ state: 'waiting', leasedUntil: '2026-12-07T08:00:30.000Z' });
  const next = here.beside();
  await next.deliver();
  expect(checkpointsIn(next.sent())).toEqual([]);
  here.clock.pass(5 * minute);
  await next.tick();
  expect(checkpointsIn(next.sent())).toMatchObject([{ meeting: '2026-12-07' }]);
});

describe('after a time in which nothing ran', () => {
  test.each([
    ['three days', 3 * day],
    ['three weeks', 3 * week],
  ])('of %s one checkpoint makes up for it and says so', async (_, downtime) => {
    const here = await createReminding();
    await here.act(anna, { type: 'SetCheckpoint', every: 'weekday', time: '09:00', remind: 'atStart' });
    await here.act(mehmet, { type: 'TakeItem', item: 'I1', dueOn: '2026-12-03' });
    await here.until('2026-12-01T09:00:00.000Z');
    here.sent();
    here.clock.pass(downtime - 8 * hour);
    await here.tick();
    await here.pass(minute);
    const messages = here.sent();
    expect(checkpointsIn(messages)).toMatchObject([{ late: true }]);
    expect(messages.filter(({ reply }) => reply?.show.show === 'notice')).toEqual([]);
  });
});

test('while Teams takes nothing, the newest one alone waits', async () => {
  const here = await createReminding();
  let isBusy = true;
  here.answering(() => (isBusy ? { outcome: 'later', seconds: 600 } : undefined));
  await here.until(firstCheckpoint);
  await here.pass(week + 10 * minute);
  isBusy = false;
  here.sent();
  await here.pass(hour);
  expect(checkpointsIn(here.sent())).toMatchObject([{ meeting: '2026-12-14' }]);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-14 standing']);
});

test('where Lotse is not installed any more nothing is sent, until it is again', async () => {
  const here = await createReminding();
  let isRemoved = true;
  here.answering(() => (isRemoved ? { outcome: 'shut' } : undefined));
  await here.until(firstCheckpoint);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
  await here.pass(2 * hour);
  expect(here.sent()).toEqual([]);
  isRemoved = false;
  expect(await here.directory.unpark([place])).toEqual([here.id]);
  here.clock.pass(minute);
  await here.deliver();
  expect(checkpointsIn(here.sent())).toMatchObject([{ meeting: '2026-12-07' }]);
});

test('nothing is posted while it is paused, and nothing that waited when it was', async () => {
  const here = await createReminding();
  let isBusy = true;
  here.answering(({ reply }) =>
    isBusy && reply?.show.show === 'checkpoint' ? { outcome: 'later', seconds: 60 } : undefined,
  );
  await here.until(firstCheckpoint);
  await here.act(anna, { type: 'PauseEngagement' });
  isBusy = false;
  here.sent();
  await here.pass(2 * week);
  expect(checkpointsIn(here.sent())).toEqual([]);
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 superseded']);
  await here.act(anna, { type: 'ResumeEngagement' });
  await here.pass(week);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
});

test('who was to be reminded when it was paused is reminded when it goes on', async () => {
  const here = await createReminding();
  await here.memory.contacts.meet(place.tenantId, mehmet.id, 'chat of Mehmet');
  const wishes = [{ type: 'TakeItem', item: 'I1', dueOn: '2026-12-07' }] as const;
  const far = { id: mehmet.id, name: mehmet.name, timeZone: 'Pacific/Auckland' };
  await here.press(mehmet, { type: 'act', wishes }, { by: far });
  await here.until('2026-12-05T12:00:00.000Z');
  await here.act(anna, { type: 'PauseEngagement' });
  await here.until('2026-12-07T11:00:00.000Z');
  expect(here.sent().filter(({ to }) => to === 'chat of Mehmet')).toEqual([]);
  await here.act(anna, { type: 'ResumeEngagement' });
  await here.deliver();
  await here.until('2026-12-07T19:02:00.000Z');
  expect(here.sent().filter(({ to }) => to === 'chat of Mehmet')).toHaveLength(1);
});

test('a meeting that is left out is not reminded of', async () => {
  const here = await createReminding();
  await here.act(anna, { type: 'SkipCheckpoint' });
  await here.until('2026-12-14T08:00:00.000Z');
  expect(checkpointsIn(here.sent())).toMatchObject([{ meeting: '2026-12-14' }]);
});

test('the overview names the next one from the next day on', async () => {
  const here = await createReminding();
  await here.until(firstCheckpoint);
  here.sent();
  await here.until('2026-12-07T22:59:00.000Z');
  expect(here.sent().filter(({ how }) => how === 'update')).toEqual([]);
  await here.until('2026-12-07T23:01:00.000Z');
  expect(here.sent()).toMatchObject([{ how: 'update', reply: { card: 'overview', today: '2026-12-08' } }]);
});

describe('a checkpoint is compared with the newest one that people saw', () => {
  type Here = Awaited<ReturnType<typeof createReminding>>;
  /** What becomes of the posts from now on; everything else is taken. */
  const answering = (here: Here) => {
    let outcome: 'sent' | 'unknown' | 'refused' | 'busy' = 'sent';
    here.answering(({ reply }) => {
      if (reply?.show.show !== 'checkpoint' || outcome === 'sent') return undefined;
      return outcome === 'busy' ? { outcome: 'later', seconds: 600 } : { outcome };
    });
    return (next: typeof outcome) => {
      outcome = next;
    };
  };
  const comparedWith = (here: Here) => checkpointsIn(here.sent()).map(({ before }) => before?.on ?? 'nothing');

  test.each(['unknown', 'refused'] as const)('which is none where the first was %s', async (outcome) => {
    const here = await createReminding();
    const become = answering(here);
    become(outcome);
    await here.until(firstCheckpoint);
    here.sent();
    become('sent');
    await here.pass(week);
    expect(comparedWith(here)).toEqual(['nothing']);
    await here.pass(week);
    expect(comparedWith(here)).toEqual(['2026-12-14']);
    await here.pass(minute);
    expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-21 standing']);
  });

  test('however many were not seen after it, and whatever became of them', async () => {
    const here = await createReminding();
    const become = answering(here);
    await here.until(firstCheckpoint);
    here.sent();
    for (const outcome of ['unknown', 'busy', 'refused', 'unknown'] as const) {
      become(outcome);
      await here.pass(week);
    }
    here.sent();
    become('sent');
    await here.pass(week);
    expect(comparedWith(here)).toEqual(['2026-12-07']);
    await here.pass(week);
    expect(comparedWith(here)).toEqual(['2027-01-11']);
  });

  test('which is none where Teams was busy since the first one', async () => {
    const here = await createReminding();
    const become = answering(here);
    become('busy');
    await here.pass(3 * week);
    here.sent();
    become('sent');
    await here.pass(hour);
    expect(comparedWith(here)).toEqual(['nothing']);
  });

  test('also after a pause in which one was not posted any more', async () => {
    const here = await createReminding();
    const become = answering(here);
    become('busy');
    await here.until(firstCheckpoint);
    await here.act(anna, { type: 'PauseEngagement' });
    await here.pass(day);
    become('sent');
    await here.act(anna, { type: 'ResumeEngagement' });
    here.sent();
    await here.pass(week);
    expect(comparedWith(here)).toEqual(['nothing']);
  });

  test('also where more waited than can be put down at once', async () => {
    const here = await createReminding();
    await here.act(anna, { type: 'SetCheckpoint', every: 'weekday', time: '09:00', remind: 'atStart' });
    await here.until('2026-12-01T08:01:00.000Z');
    await here.directory.park(place);
    await here.pass(20 * week);
    await here.directory.unpark([place]);
    here.sent();
    for (let round = 0; round < 6; round++) {
      await here.deliver();
      here.clock.pass(minute);
    }
    expect(comparedWith(here)).toEqual(['2026-12-01']);
  });
});

describe('a checkpoint that waited', () => {
  /** Teams has no time until then. */
  const waiting = async () => {
    const here = await createReminding();
    await here.act(anna, { type: 'SetCheckpoint', every: 'week', weekday: 2, time: '10:00' });
    let isBusy = true;
    here.answering(({ reply }) =>
      isBusy && reply?.show.show === 'checkpoint' ? { outcome: 'later', seconds: 60 } : undefined,
    );
    await here.until('2026-12-07T08:01:00.000Z');
    here.sent();
    return {
      ...here,
      posted: async () => {
        isBusy = false;
        here.sent();
        await here.pass(5 * minute);
        return checkpointsIn(here.sent());
      },
    };
  };

  test('is as it was, as long as it is not late', async () => {
    const here = await waiting();
    await here.pass(50 * minute);
    expect(await here.posted()).toEqual([{ type: 'checkpoint', meeting: '2026-12-08', late: false }]);
  });

  test('says after an hour that it is late', async () => {
    const here = await waiting();
    await here.pass(2 * hour);
    expect(await here.posted()).toEqual([{ type: 'checkpoint', meeting: '2026-12-08', late: true }]);
  });

  test.each([{ type: 'SkipCheckpoint' }, { type: 'SetCheckpoint', weekday: 3 }] as const)(
    'names no meeting that will not be: $type',
    async (wish) => {
      const here = await waiting();
      await here.act(anna, wish);
      expect(await here.posted()).toEqual([{ type: 'checkpoint', late: true }]);
    },
  );
});

test('an older one that somebody is just sending is waited for', async () => {
  const here = await createReminding();
  await here.until('2026-12-07T07:59:00.000Z');
  const { mailbox } = here.memory;
  here.answering(({ reply }) => (reply?.show.show === 'checkpoint' ? { outcome: 'later', seconds: 60 } : undefined));
  await here.until(firstCheckpoint);
  const [row] = (await mailbox.pending(here.id)).posts;
  const leasedUntil = new Date(Date.parse(firstCheckpoint) + week + 20_000).toISOString();
  await mailbox.savePosts(here.id, [{ ...row!, leasedUntil }]);
  here.sent();
  await here.until('2026-12-14T08:00:00.000Z');
  expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 waiting', 'checkpoint-2026-12-14 waiting']);
  expect(checkpointsIn(here.sent())).toEqual([]);
});

describe('what became of a checkpoint', () => {
  /** Storage fails as often as a test says, once Teams has taken the post. */
  const failing = async (times: number) => {
    const here = await createReminding();
    const { mailbox } = here.memory;
    const savePosts = mailbox.savePosts.bind(mailbox);
    let failures = 0;
    here.answering(({ reply }) => {
      if (reply?.show.show === 'checkpoint') failures = times;
      return undefined;
    });
    Object.assign(mailbox, {
      savePosts: (...what: Parameters<typeof savePosts>) =>
        failures-- > 0 ? Promise.reject(new Error('Storage is away.')) : savePosts(...what),
    });
    await here.until(firstCheckpoint);
    return here;
  };

  test('is put down as soon as storage is there again, so that it is not posted twice', async () => {
    const here = await failing(5);
    await here.pass(day);
    expect(checkpointsIn(here.sent())).toHaveLength(1);
    expect(await rowsOf(here)).toEqual(['checkpoint-2026-12-07 standing']);
  });
});

test.each(Array.from({ length: 12 }, (_, before) => before))(
  'one that comes due while it is being looked for is not overlooked (%i ms before)',
  async (before) => {
    const here = await createReminding();
    const { dueRows } = here.memory;
    for (const row of await dueRows.due('2999-01-01T00:00:00.000Z')) await dueRows.done(row);
    await dueRows.look(here.id, '2026-12-07T07:59:00.000Z');
    here.clock.pass(Date.parse(firstCheckpoint) - Date.parse(here.clock.now()) - before);
    const now = here.clock.now.bind(here.clock);
    const passing = jest.spyOn(here.clock, 'now').mockImplementation(() => {
      here.clock.pass(1);
      return now();
    });
    await here.tick();
    passing.mockRestore();
    const looks = (await dueRows.due('2999-01-01T00:00:00.000Z')).filter(({ at }) => at <= firstCheckpoint);
    expect(checkpointsIn(here.sent()).length + looks.length).toBe(1);
  },
);

test('whoever is late with a claim leaves the post to the next one', async () => {
  const here = await createReminding();
  let isSlow = true;
  const { mailbox } = here.memory;
  const savePosts = mailbox.savePosts.bind(mailbox);
  Object.assign(mailbox, {
    savePosts: async (...what: Parameters<typeof savePosts>) => {
      const saved = await savePosts(...what);
      if (isSlow) here.clock.pass(12_000);
      return saved;
    },
  });
  here.clock.pass(Date.parse(firstCheckpoint) - Date.parse(here.clock.now()));
  await here.tick();
  expect(checkpointsIn(here.sent())).toEqual([]);
  isSlow = false;
  await here.pass(5 * minute);
  expect(checkpointsIn(here.sent())).toHaveLength(1);
});

test('however many waited, they are told with the newest one', async () => {
  const here = await createReminding();
  await here.act(anna, { type: 'SetCheckpoint', every: 'weekday', time: '09:00', remind: 'atStart' });
  await here.directory.park(place);
  await here.pass(20 * week);
  expect((await rowsOf(here)).length).toBeGreaterThan(90);
  await here.directory.unpark([place]);
  here.sent();
  for (let round = 0; round < 6; round++) {
    await here.deliver();
    here.clock.pass(minute);
  }
  expect(checkpointsIn(here.sent())).toHaveLength(1);
  expect(await rowsOf(here)).toHaveLength(1);
});
