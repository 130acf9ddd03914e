import type { ItemQuestion, Request } from '../../src/application/request';
import { anna, ben, createChannel, mehmet, saysOf, type Channel } from './channel';

const items = (question: ItemQuestion): Request => ({ type: 'show', what: 'items', question });

/** Mehmet has A1, overdue; A2 is done by Anna; A3 deferred, A4 not applicable, A5 blocked; A6 is Anna's, due on Friday. */
const opened = async (): Promise<Channel> => {
  const channel = createChannel();
  await channel.begin();
  await channel.act(anna, { type: 'AssignItem', item: 'A1', assignee: mehmet.id, dueOn: '2026-12-01' });
  await channel.act(anna, { type: 'CompleteItem', item: 'A2' });
  await channel.act(anna, { type: 'DeferItem', item: 'A3', until: '2027-01-11', reason: 'holidays' });
  await channel.act(anna, { type: 'ExcludeItem', item: 'A4', reason: 'nobody needs it' });
  await channel.act(anna, { type: 'BlockItem', item: 'A5', reason: 'vendor' });
  await channel.act(anna, { type: 'TakeItem', item: 'A6', dueOn: '2026-12-04' });
  channel.clock.pass(2 * 86_400_000);
  return channel;
};

const shown = async (channel: Channel, question: ItemQuestion, by = anna): Promise<readonly string[]> => {
  const { show } = await channel.say(by, JSON.stringify(question), items(question));
  if (show.show !== 'items') throw new Error(`Shown was ${show.show}.`);
  return show.items;
};

describe('which items stand so', () => {
  let channel: Channel;
  beforeAll(async () => {
    channel = await opened();
  });

  test.each<readonly [ItemQuestion['which'], readonly string[]]>([
    ['open', ['A1', 'A5', 'A6']],
    ['complete', ['A2']],
    ['deferred', ['A3']],
    ['excluded', ['A4']],
    ['blocked', ['A5']],
    ['overdue', ['A1']],
    ['unassigned', ['A5']],
    ['due', ['A1', 'A6']],
  ])('%s, in a phase', async (which, found) => {
    expect(await shown(channel, { which, section: 'assess' })).toEqual(found);
  });

  test('what its owner has not accepted yet; of what nobody owns, what no lead has seen', async () => {
    await channel.act(anna, { type: 'AcknowledgeItem', item: 'A5' });
    expect(await shown(channel, { which: 'unacknowledged', section: 'assess' })).toEqual(['A1']);
    await channel.act(mehmet, { type: 'AcknowledgeItem', item: 'A1' });
    expect(await shown(channel, { which: 'unacknowledged', section: 'assess' })).toEqual([]);
  });

  test('of a person; what they did is theirs, whoever owns it', async () => {
    expect(await shown(channel, { which: 'open', person: mehmet.id })).toEqual(['A1']);
    expect(await shown(channel, { which: 'complete', person: anna.id })).toEqual(['A2']);
    expect(await shown(channel, { which: 'complete', person: mehmet.id })).toEqual([]);
  });

  test('due in a period, both days included, by their days', async () => {
    expect(await shown(channel, { which: 'due', from: '2026-12-01', to: '2026-12-04' })).toEqual(['A1', 'A6']);
    expect(await shown(channel, { which: 'due', from: '2026-12-02', to: '2026-12-03' })).toEqual([]);
    expect(await shown(channel, { which: 'due', from: '2026-12-04', to: '2026-12-04' })).toEqual(['A6']);
  });

  test('over everything: those of phases first, general ones last', async () => {
    const all = await shown(channel, { which: 'unassigned' });
    expect(all.slice(0, 4)).toEqual(['I1', 'I2', 'A5', 'R1']);
    expect(all.at(-1)).toBe('G25');
  });

  test('a person who is mentioned is known by the roster, whatever the mention calls them', async () => {
    channel.people.alsoKnownAs(mehmet, '29:mehmet');
    const { show } = await channel.say(ben, "Mehmet's", items({ which: 'open', person: '29:mehmet' }));
    expect(show).toEqual({
      show: 'items',
      question: { which: 'open', person: mehmet.id },
      items: ['A1'],
      person: await channel.keyOf(mehmet),
    });
  });

  test('who has never appeared here has nothing', async () => {
    expect(await shown(channel, { which: 'open', person: 'eva' })).toEqual([]);
  });

  test('asking changes nothing', async () => {
    const { version } = await channel.now();
    await shown(channel, { which: 'overdue' });
    expect((await channel.now()).version).toBe(version);
  });
});

describe('what is next', () => {
  test("one's own by its day, then what nobody has, then that of others; what waits for something last", async () => {
    const channel = await opened();
    await channel.act(anna, { type: 'CompleteItem', item: 'I1' }, { type: 'CompleteItem', item: 'I2' });
    expect((await channel.now()).phase).toBe('assess');
    await channel.act(anna, { type: 'ReopenItem', item: 'A2' }, { type: 'ReopenItem', item: 'A3' });
    const next = async (by: typeof anna) => (await channel.say(by, 'next', { type: 'show', what: 'next' })).show;
    expect(await next(anna)).toEqual({ show: 'next', items: ['A6', 'A2', 'A3', 'A1', 'A5'] });
    expect(await next(mehmet)).toEqual({ show: 'next', items: ['A1', 'A2', 'A3', 'A6', 'A5'] });
  });
});

test('what stands for steps comes after them, and the joint check after everything else', async () => {
  const channel = await opened();
  await channel.having(anna, { type: 'AdvancePhase', phase: 'initiate', reason: 'later' });
  await channel.having(anna, { type: 'AdvancePhase', phase: 'assess', reason: 'later' });
  await channel.act(anna, { type: 'AddItems', phase: 'remediate', lines: [{ title: 'Replace root CA' }] });
  await channel.act(anna, { type: 'TakeItem', item: 'R2' }, { type: 'TakeItem', item: 'R1' });
  const { show } = await channel.say(anna, 'next', { type: 'show', what: 'next' });
  expect(show).toEqual({ show: 'next', items: ['R3', 'R1', 'R2'] });
});

describe('something is to be done, and it is not said to which item', () => {
  const which = (verb: Extract<Request, { type: 'whichItem' }>['verb']): Request => ({
    type: 'whichItem',
    verb,
    filled: {},
  });
  const offered = async (channel: Channel, verb: Parameters<typeof which>[0]) => {
    const reply = await channel.say(anna, verb, which(verb));
    if (reply.show.show !== 'whichItem') throw new Error(`Shown was ${reply.show.show}.`);
    return { reply, items: reply.show.items };
  };

  test('those it can be done to are offered, what is next first', async () => {
    const channel = await opened();
    const { reply, items: offeredItems } = await offered(channel, 'item.complete');
    expect(offeredItems.slice(0, 3)).toEqual(['I1', 'I2', 'A1']);
    expect(offeredItems).not.toContain('A2');
    expect([reply.says, reply.asks]).toEqual([[{ type: 'missing', inputs: ['itemId'] }], anna.id]);
  });

  test('only what is done can be opened again, only what was added can be renamed', async () => {
    const channel = await opened();
    expect((await offered(channel, 'item.reopen')).items).toEqual(['A2', 'A3', 'A4']);
    expect((await offered(channel, 'item.rename')).items).toEqual([]);
    await channel.act(anna, { type: 'AddItems', phase: 'remediate', lines: [{ title: 'Replace root CA' }] });
    expect((await offered(channel, 'item.rename')).items).toEqual(['R3']);
  });

  test('whoever may be given it is offered as well', async () => {
    const channel = await opened();
    const { reply } = await offered(channel, 'item.assign');
    expect(reply.show).toMatchObject({ members: [{ id: 'anna' }, { id: 'ben' }, { id: 'mehmet' }, { id: 'eva' }] });
  });
});

describe('several items at once', () => {
  test('say for each of them what happened, in one operation', async () => {
    const channel = await opened();
    const wishes = (['A1', 'A2', 'A5'] as const).map((item) => ({ type: 'CompleteItem', item }) as const);
    const reply = await channel.say(anna, 'A1, A2, A5 done', { type: 'act', wishes });
    expect(saysOf(reply)).toEqual(['accepted', 'item.alreadyComplete', 'accepted']);
    expect(reply.undo).toBeDefined();
    await channel.act(anna, { type: 'Undo' });
    const { items: now } = await channel.now();
    expect([now['A1']?.state.type, now['A5']?.state.type]).toEqual(['open', 'blocked']);
  });

  test('what is wrong for all of them is asked for again, for all of them', async () => {
    const channel = await opened();
    const wishes = (['A1', 'A6'] as const).map(
      (item) => ({ type: 'DeferItem', item, until: '2026-12-01', reason: 'holidays' }) as const,
    );
    const reply = await channel.say(anna, 'defer A1 and A6 until yesterday', { type: 'act', wishes });
    expect(reply.show).toEqual({
      show: 'form',
      form: 'item.defer',
      about: { items: ['A1', 'A6'] },
      filled: { until: '2026-12-01', reason: 'holidays' },
    });
  });

  test('a form about one that is not there is not shown', async () => {
    const channel = await opened();
    const form: Request = {
      type: 'show',
      what: 'form',
      form: 'item.defer',
      about: { items: ['A1', 'A9'] },
      filled: {},
    };
    expect(saysOf(await channel.say(anna, 'defer A1 and A9', form))).toEqual(['item.unknown']);
  });
});

test('thanks are answered in a word, also before anything runs', async () => {
  const channel = createChannel();
  const thanks: Request = { type: 'greeting', thanks: true };
  expect(saysOf(await channel.say(anna, 'thanks', thanks))).toEqual(['thanked']);
  await channel.begin();
  const reply = await channel.say(anna, 'thanks', thanks);
  expect([reply.show, saysOf(reply)]).toEqual([{ show: 'said' }, ['thanked']]);
});
