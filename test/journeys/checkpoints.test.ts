import { calendar, systemClock } from '../../src/adapters/clock/index';
import { daysAfter } from '../../src/engagement/index';
import { button, inputsOf, pressesOf, textOf } from '../support/card-content';
import { ben, eventually, mehmet, type Shown } from '../support/connector';
import { type Stage, startStage } from '../support/lotse';
import { type Channel, newest } from '../support/teams';

/** Time goes on as usual, but a test may put it forward. */
let ahead = 0;
const clock = { ...systemClock, now: () => new Date(Date.now() + ahead).toISOString() };
const zone = 'Europe/Berlin';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ clock, gathering: 200 });
});
afterAll(async () => {
  await stage.stop();
});

const today = () => calendar.dayOf(clock.now(), zone);
const isMonday = (day: string) => new Date(day).getUTCDay() === 1;
const nextMonday = () => [1, 2, 3, 4, 5, 6, 7].map((days) => daysAfter(today(), days)).find(isMonday) ?? '';

/** Puts the time forward to the next Monday, a minute after nine. */
const toTheNextCheckpoint = (): string => {
  const monday = nextMonday();
  ahead += Date.parse(calendar.instantOf(monday, '09:01', zone)) - Date.parse(clock.now());
  return monday;
};

/** Resolves when everything that is due by now was looked after: the look under way may have begun before. */
const lookedAfter = async (): Promise<void> => {
  const lastTick = async () => {
    const response = await fetch(`http://127.0.0.1:${String(stage.lotse.port)}/readyz`);
    return ((await response.json()) as { readonly lastTick?: string }).lastTick ?? '';
  };
  let from = clock.now();
  for (let looks = 0; looks < 2; looks += 1)
    from = await eventually(async () => {
      const last = await lastTick();
      return last > from && last;
    });
};

let channels = 0;
const started = async (): Promise<Channel> => {
  const here = stage.channel({ channelId: `19:checkpoints-${String(++channels)}@thread.tacv2` });
  await here.say('start Contoso');
  await eventually(() => here.posts().length === 2);
  return here;
};

const checkpointsOf = (here: Channel): readonly Shown[] =>
  here.posts().filter(({ contents }) => contents[0]?.summary.startsWith('Checkpoint'));
const checkpoint = async (here: Channel, count = 1): Promise<Shown> => {
  try {
    return await eventually(
      () => (checkpointsOf(here).length === count ? checkpointsOf(here).at(-1) : undefined),
      20_000,
    );
  } catch (error) {
    const { posts, cards } = await stage.kept.mailbox.pending(await stage.kept.idOf(here.place));
    const stands = here.posts().map(({ contents }) => contents.at(-1)?.summary);
    throw new Error(`It is ${clock.now()}. ${JSON.stringify({ stands, posts, cards })}`, { cause: error });
  }
};

/** Whoever is really mentioned on a card. */
const mentionedOn = (shown: Shown): readonly string[] => {
  const { msteams } = newest(shown).card as { msteams?: { entities?: readonly { mentioned: { name: string } }[] } };
  return (msteams?.entities ?? []).map(({ mentioned }) => mentioned.name);
};

test('a checkpoint comes at its time, says how things stand, and mentions who is late; the next one turns it into a line', async () => {
  const here = await started();
  const due = daysAfter(nextMonday(), -1);
  await here.press({ verb: 'item.take', data: { itemId: 'I1' } }, { dueOn: due > today() ? due : today() }, mehmet);
  await here.press({ verb: 'item.complete', data: { itemId: 'I2' } });
  toTheNextCheckpoint();
  const first = await checkpoint(here);
  expect(textOf(newest(first).card)).toContain('1 of 2 open');
  expect(textOf(newest(first).card)).toContain('I2');
  expect(mentionedOn(first)).toEqual([mehmet.name]);
  toTheNextCheckpoint();
  const second = await checkpoint(here, 2);
  expect(textOf(newest(second).card)).toContain('I1');
  await eventually(() => pressesOf(newest(checkpointsOf(here)[0]).card).length === 0);
  expect(newest(checkpointsOf(here)[0]).summary).toMatch(/^Checkpoint/);
});

test('whoever asks for quiet on it is named there and not mentioned any more; others are', async () => {
  const here = await started();
  for (const [itemId, who] of [
    ['I1', mehmet],
    ['I2', ben],
  ] as const)
    await here.press({ verb: 'item.take', data: { itemId } }, { dueOn: today() }, who);
  toTheNextCheckpoint();
  const first = await checkpoint(here);
  expect([...mentionedOn(first)].sort()).toEqual([ben.name, mehmet.name]);
  const form = await here.press(button(newest(first).card, 'Quiet until…'), {}, mehmet, first.activityId);
  const send = pressesOf(form).find(({ verb }) => verb === 'reminder.snooze');
  if (!send) throw new Error(`There is nothing to send on it: ${textOf(form)}`);
  expect(inputsOf(form).map(({ id }) => id)).toEqual(['until']);
  await here.press(send, { until: daysAfter(today(), 30) }, mehmet, first.activityId);
  toTheNextCheckpoint();
  const second = await checkpoint(here, 2);
  expect(mentionedOn(second)).toEqual([ben.name]);
  expect(textOf(newest(second).card)).toContain(mehmet.name);
});

test('a sentence sets it, the answer says when the next two are, and one can be left out', async () => {
  const here = await started();
  const monday = nextMonday();
  const answer = await here.say('Jour fixe alle zwei Wochen montags um 9 Uhr');
  await here.press({ verb: 'checkpoint.set', data: { remind: 'atStart' } });
  expect(pressesOf(answer.card).map(({ verb }) => verb)).toEqual(expect.arrayContaining(['checkpoint.skip']));
  const { engagement } = await stage.kept.store.load(await stage.kept.idOf(here.place));
  expect(engagement.checkpoint).toMatchObject({ every: 'twoWeeks', weekday: 1, time: '09:00', remind: 'atStart' });
  await here.say('skip the next checkpoint');
  const { engagement: afterwards } = await stage.kept.store.load(await stage.kept.idOf(here.place));
  expect(afterwards.reminders.skipped).toEqual([monday]);
  expect(toTheNextCheckpoint()).toBe(monday);
  await lookedAfter();
  expect(checkpointsOf(here)).toEqual([]);
  toTheNextCheckpoint();
  const next = toTheNextCheckpoint();
  expect(next).toBe(daysAfter(monday, 14));
  expect(newest(await checkpoint(here)).summary).toContain(`Mon ${String(Number(next.slice(8)))} `);
});

test('one of which nobody knows whether it arrived does not come twice', async () => {
  const here = await started();
  stage.connector.down.set(here.place.conversationId, { status: 502, accept: true, method: 'POST' });
  toTheNextCheckpoint();
  await checkpoint(here);
  stage.connector.down.delete(here.place.conversationId);
  await eventually(async () => {
    const { posts } = await stage.kept.mailbox.pending(await stage.kept.idOf(here.place));
    return posts.every(({ state }) => state === 'unknown');
  });
  ahead += 3_600_000;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(checkpointsOf(here)).toHaveLength(1);
});

test('where Lotse was removed nothing is tried any more, until it is installed again', async () => {
  const here = await started();
  stage.connector.down.set(here.place.conversationId, { status: 403, code: 'BotNotInConversationRoster' });
  toTheNextCheckpoint();
  const tries = () => stage.connector.asked.filter(({ status, method }) => status === 403 && method === 'POST').length;
  await eventually(() => tries() > 0);
  await eventually(async () => (await stage.kept.directory.locate(here.place, true)).address === undefined);
  const before = tries();
  ahead += 3_600_000;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  expect(tries()).toBe(before);
  stage.connector.down.delete(here.place.conversationId);
  await here.install();
  await checkpoint(here);
});
