import type { CardName, CardRow } from '../../src/application/ports';
import type { Request } from '../../src/application/request';
import { address, anna, mehmet, place } from './channel';
import { createDelivering } from './messages';

const overview: Request = { type: 'show', what: 'overview', anew: true };
const defer: Request = { type: 'show', what: 'form', form: 'item.defer', about: { item: 'I1' }, filled: {} };
const seconds = 1_000;

type Here = Awaited<ReturnType<typeof createDelivering>>;

const rowOf = async ({ memory, id }: Here, card: CardName = 'overview'): Promise<CardRow> => {
  const row = (await memory.mailbox.pending(id)).cards.find((one) => one.card === card);
  if (!row) throw new Error(`There is no ${card}.`);
  return row;
};

const saved = async (here: Here, row: CardRow): Promise<void> => {
  expect(await here.memory.mailbox.saveCard(here.id, row)).toBeDefined();
};

/** The use cases with a deliverer that really delivers. */
const running = async () => {
  const here = await createDelivering();
  here.deliverWith(here.deliver);
  return here;
};

const shown = (messages: ReturnType<Here['sent']>) =>
  messages.map(({ how, about, reply }) => [how, about, reply?.show.show === 'section' ? 'phase' : reply?.show.show]);

describe('the overview somebody writes for', () => {
  test('is posted anew, the old one becomes a line, and links lead to the new one', async () => {
    const here = await running();
    const before = (await rowOf(here)).activityId;
    const reply = await here.say(mehmet, 'overview', overview);
    const after = (await rowOf(here)).activityId;
    expect(after).not.toBe(before);
    expect(reply).toMatchObject({ show: { show: 'posted' }, overview: { activityId: after } });
    const messages = here.sent();
    expect(shown(messages)).toEqual([
      ['post', undefined, 'overview'],
      ['update', (await rowOf(here, 'phase-initiate')).activityId, 'phase'],
      ['update', before, 'moved'],
    ]);
    expect(messages.map((one) => one.reply?.overview?.activityId)).toEqual([undefined, after, after]);
    expect(await rowOf(here)).not.toHaveProperty('former');
    await here.deliver();
    expect(here.sent()).toEqual([]);
    expect((await here.press(mehmet, { type: 'show', what: 'item', item: 'I1' })).overview).toEqual({
      place,
      address,
      activityId: after,
    });
  });

  test('is posted once for one sentence, however often that arrives', async () => {
    const here = await running();
    await here.say(mehmet, 'overview', overview, { op: 'same' });
    here.sent();
    const again = await here.say(mehmet, 'overview', overview, { op: 'same' });
    expect(again.show).toEqual({ show: 'overview' });
    expect(here.sent()).toEqual([]);
  });

  test('stays where it is when it is pressed for, once the onboarding is over, and before it was posted', async () => {
    const here = await running();
    expect((await here.press(mehmet, overview)).show).toEqual({ show: 'overview' });
    const { activityId: _, ...none } = await rowOf(here);
    await saved(here, { ...none, leasedUntil: '2026-11-30T23:00:00.000Z' });
    expect((await here.say(mehmet, 'overview', overview)).show).toEqual({ show: 'overview' });
    await here.act(anna, { type: 'CancelEngagement', reason: 'Stopped' });
    here.sent();
    expect((await here.say(mehmet, 'overview', overview)).show).toEqual({ show: 'overview' });
    expect(here.sent()).toEqual([]);
  });

  test('is answered where it is asked when the state is asked for', async () => {
    const here = await running();
    expect((await here.say(mehmet, 'status', { type: 'show', what: 'overview' })).show).toEqual({ show: 'overview' });
    expect(here.sent()).toEqual([]);
  });

  test('is lost to nobody who was updating it and took too long', async () => {
    const here = await running();
    const row = await rowOf(here);
    await saved(here, { ...row, leasedUntil: new Date(Date.parse(here.clock.now()) - 1).toISOString() });
    here.deliverWith(() => Promise.resolve(undefined));
    await here.say(mehmet, 'overview', overview);
    expect(await rowOf(here)).not.toHaveProperty('leasedUntil');
  });

  test('follows by itself where it cannot be delivered at once', async () => {
    const here = await running();
    here.deliverWith(() => Promise.reject(new Error('storage')));
    expect((await here.say(mehmet, 'overview', overview)).show).toEqual({ show: 'overview' });
    await here.deliver();
    expect(shown(here.sent()).map(([, , what]) => what)).toEqual(['overview', 'phase', 'moved']);
  });

  test('waits for whoever is updating it', async () => {
    const here = await running();
    const row = await rowOf(here);
    await saved(here, { ...row, leasedUntil: new Date(Date.parse(here.clock.now()) + 2 * seconds).toISOString() });
    expect((await here.say(mehmet, 'overview', overview)).show).toEqual({ show: 'posted' });
    expect(here.clock.waits.filter((one) => one === 100).length).toBeGreaterThan(10);
  });

  test('is shown as an answer when somebody is updating it without end', async () => {
    const here = await running();
    await saved(here, { ...(await rowOf(here)), leasedUntil: '2026-12-01T00:00:00.000Z' });
    expect((await here.say(mehmet, 'overview', overview)).show).toEqual({ show: 'overview' });
  });

  test('leaves a line also when that cannot be sent at once', async () => {
    const here = await running();
    const before = (await rowOf(here)).activityId ?? '';
    let busy = true;
    here.answering(({ about }) => (busy && about === before ? { outcome: 'later', seconds: 5 } : undefined));
    await here.say(mehmet, 'overview', overview);
    expect((await rowOf(here)).former).toEqual([before]);
    busy = false;
    here.sent();
    await here.deliver();
    expect(shown(here.sent())).toEqual([['update', before, 'moved']]);
    expect(await rowOf(here)).not.toHaveProperty('former');
  });

  test('leaves a line once Lotse is there again where it had been removed meanwhile', async () => {
    const here = await running();
    const before = (await rowOf(here)).activityId ?? '';
    let isRemoved = true;
    here.answering(({ about }) => (isRemoved && about === before ? { outcome: 'shut' } : undefined));
    await here.say(mehmet, 'overview', overview);
    expect((await rowOf(here)).former).toEqual([before]);
    isRemoved = false;
    here.sent();
    await here.presence.back(place, address);
    await here.deliver();
    expect(shown(here.sent())).toEqual([['update', before, 'moved']]);
    expect(await rowOf(here)).not.toHaveProperty('former');
  });

  test('that was deleted leaves nothing', async () => {
    const here = await running();
    const before = (await rowOf(here)).activityId ?? '';
    here.answering(({ about }) => (about === before ? { outcome: 'gone' } : undefined));
    await here.say(mehmet, 'overview', overview);
    expect(await rowOf(here)).not.toHaveProperty('former');
  });
});

test('an overview that was deleted is posted again, and the links of other cards lead there', async () => {
  const here = await running();
  const before = (await rowOf(here)).activityId;
  here.answering(({ about }) => (about === before ? { outcome: 'gone' } : undefined));
  await here.act(mehmet, { type: 'AcknowledgeItem', item: 'G1' });
  const next = await here.deliver();
  expect(next).toBeDefined();
  await here.deliver();
  const { activityId } = await rowOf(here);
  expect(activityId).not.toBe(before);
  expect((await rowOf(here, 'phase-initiate')).linked).toBe(activityId);
});

describe('a second copy of a post', () => {
  test('whose create was never answered is taken for the post when somebody presses it', async () => {
    const here = await running();
    const { activityId: _, ...row } = await rowOf(here);
    await saved(here, { ...row, shown: 0, doubted: true, leasedUntil: '2026-11-30T09:02:00.000Z' });
    await here.press(mehmet, overview, { on: 'copy', card: 'overview', engagementId: here.id });
    await here.calm();
    expect((await rowOf(here)).activityId).toBe('copy');
    expect(here.removed).toEqual([]);
    here.clock.pass(120 * seconds);
    here.sent();
    await here.deliver();
    expect(shown(here.sent()).filter(([, about]) => about === 'copy')).toEqual([['update', 'copy', 'overview']]);
  });

  test('is taken away when somebody presses it and the other one is known', async () => {
    const here = await running();
    await saved(here, { ...(await rowOf(here)), doubted: true });
    await here.press(mehmet, overview, { on: 'copy', card: 'overview', engagementId: here.id });
    await here.calm();
    expect(here.removed).toEqual(['copy']);
    expect((await rowOf(here)).activityId).not.toBe('copy');
    await here.press(mehmet, overview, { on: 'another', card: 'overview', engagementId: here.id });
    await here.calm();
    expect(here.removed).toEqual(['copy']);
  });

  test('is none where nothing is in doubt, nor is the post of another card or of another onboarding', async () => {
    const here = await running();
    const claim = { card: 'overview', engagementId: here.id } as const;
    await here.press(mehmet, overview, { ...claim, on: 'some answer' });
    await here.calm();
    await saved(here, { ...(await rowOf(here)), doubted: true });
    await here.press(mehmet, overview, { ...claim, on: (await rowOf(here, 'phase-initiate')).activityId! });
    await here.press(mehmet, overview, { card: 'overview', on: 'post of a former onboarding' });
    await here.calm();
    expect(here.removed).toEqual([]);
  });

  test('is looked for after a create of which nobody knows whether it arrived', async () => {
    const here = await running();
    const { activityId: _, ...row } = await rowOf(here);
    await saved(here, { ...row, shown: 0 });
    here.answering(({ how }) => (how === 'post' ? { outcome: 'unknown' } : undefined));
    await here.deliver();
    expect(await rowOf(here)).toMatchObject({ doubted: true });
  });

  test('is none when it is the post itself, an answer, or about to become a line', async () => {
    const here = await running();
    const row = await rowOf(here);
    const claim = { card: 'overview', engagementId: here.id } as const;
    await saved(here, { ...row, doubted: true, former: ['old'] });
    await here.press(mehmet, overview, { ...claim, on: row.activityId! });
    await here.press(mehmet, overview, { on: 'some answer', engagementId: here.id });
    await here.press(mehmet, overview, { ...claim, on: 'old' });
    await here.calm();
    expect(here.removed).toEqual([]);
  });

  test('is not looked for again in what is known to be the post', async () => {
    const here = await running();
    const { activityId = '' } = await rowOf(here);
    let reads = 0;
    const pending = here.memory.mailbox.pending.bind(here.memory.mailbox);
    here.memory.mailbox.pending = (id) => {
      reads++;
      return pending(id);
    };
    for (let n = 0; n < 3; n++)
      await here.press(mehmet, overview, { on: activityId, card: 'overview', engagementId: here.id });
    await here.calm();
    expect(reads).toBe(1);
  });
});

describe('a form', () => {
  const opened = async () => {
    const here = await running();
    const on = (await rowOf(here, 'phase-initiate')).activityId ?? '';
    await here.press(anna, defer, { on });
    return { here, on, holds: async () => Object.keys((await rowOf(here, 'phase-initiate')).holds ?? {}) };
  };

  test('holds its post until whoever has it open closes it, whichever instance that meets', async () => {
    const { here, on, holds } = await opened();
    const there = await createDelivering(here.shared);
    await there.press(mehmet, defer, { on });
    expect(await holds()).toEqual([anna.id, mehmet.id]);
    await there.press(anna, { type: 'show', what: 'item', item: 'I1' }, { on, closes: true });
    expect(await holds()).toEqual([mehmet.id]);
    await here.press(mehmet, { type: 'show', what: 'item', item: 'I1' }, { on, closes: true });
    expect(await holds()).toEqual([]);
  });

  test('that was sent and could be taken in part only keeps its post for as long as that takes to read', async () => {
    const { here, on, holds } = await opened();
    here.delivered();
    await here.press(anna, { type: 'add', phase: 'initiate', text: 'Book a room\nwhat?' }, { on, closes: true });
    expect(here.delivered()).toEqual([here.id]);
    expect(await holds()).toEqual([anna.id]);
    here.sent();
    await here.deliver();
    expect(shown(here.sent())).toEqual([['update', (await rowOf(here)).activityId, 'overview']]);
    here.clock.pass(15 * seconds);
    await here.deliver();
    expect(shown(here.sent())).toEqual([['update', on, 'phase']]);
  });

  test('is not closed by what one does beside it, nor by others', async () => {
    const { here, on, holds } = await opened();
    await here.press(anna, overview, { on });
    await here.press(mehmet, overview, { on, closes: true });
    expect(await holds()).toEqual([anna.id]);
  });

  test('holds up what is new for 90 seconds at most, however many are opened', async () => {
    const { here, on } = await opened();
    const isBehind = async () => {
      const { shown, wanted } = await rowOf(here, 'phase-initiate');
      return shown < wanted;
    };
    here.clock.pass(60 * seconds);
    await here.act(mehmet, { type: 'CompleteItem', item: 'I2' });
    await here.deliver();
    for (let n = 0; n < 8; n++) {
      expect(await isBehind()).toBe(true);
      await here.press(n % 2 ? anna : mehmet, defer, { on });
      here.clock.pass(11 * seconds);
      await here.deliver();
    }
    here.clock.pass(3 * seconds);
    await here.deliver();
    expect(await isBehind()).toBe(false);
    await here.act(mehmet, { type: 'ReopenItem', item: 'I2' });
    await here.deliver();
    expect(await isBehind()).toBe(true);
  });

  test('left open is forgotten with the next one', async () => {
    const { here, on, holds } = await opened();
    here.clock.pass(91 * seconds);
    await here.press(mehmet, defer, { on });
    expect(await holds()).toEqual([mehmet.id]);
  });
});
