import { calendar } from '../../src/adapters/clock/index';
import { createDeliver } from '../../src/application/deliver';
import { UnreachableError } from '../../src/application/ports';
import { address, anna, ben, type Channel, complete, createChannel, eva, mehmet, place } from './channel';
import { createFakeLog } from './stage';

const general = { tenantId: 'tenant', conversationId: '19:team', team: '19:team' };

/** A running onboarding in a channel of the team, in which Mehmet owns A1. */
const running = async (channel: Channel = createChannel()): Promise<Channel> => {
  await channel.begin();
  await channel.act(mehmet, { type: 'TakeItem', item: 'A1' });
  channel.delivered();
  return channel;
};

let told = 0;
const newsOf = () => `news-${++told}`;
const leaves = ({ people, presence }: Channel, person: typeof anna) => {
  people.leaves(person, address);
  return presence.changed(general, [person.id], newsOf());
};
const returns = ({ people, presence }: Channel, person: typeof anna) => {
  people.returns(person, address);
  return presence.changed(general, [person.id], newsOf());
};

describe('somebody who leaves', () => {
  test('is gone, and a lead is told what is left behind, once', async () => {
    const channel = await running();
    const { now, keyOf, memory, idOf, delivered } = channel;
    await leaves(channel, mehmet);
    expect((await now()).gone).toEqual([await keyOf(mehmet)]);
    expect(delivered()).toEqual([await idOf()]);
    const { posts } = await memory.mailbox.pending(await idOf());
    expect(posts).toMatchObject([
      { message: { type: 'left', to: await keyOf(anna), person: await keyOf(mehmet), items: ['A1'] } },
    ]);
    const [event] = (await memory.store.history(await idOf())).slice(-1);
    expect(event).toMatchObject({ type: 'PersonLeft', by: 'lotse' });
    await channel.presence.changed(general, [mehmet.id], newsOf());
    expect((await memory.mailbox.pending(await idOf())).posts).toHaveLength(1);
  });

  test('and is named by an id nobody knows here is found all the same', async () => {
    const channel = await running();
    channel.people.leaves(mehmet, address);
    await channel.presence.changed(general, ['29:unknown'], newsOf());
    expect((await channel.now()).gone).toEqual([await channel.keyOf(mehmet)]);
  });

  test('during a pause is told to a lead, too', async () => {
    const channel = await running();
    await channel.act(anna, { type: 'PauseEngagement' });
    await leaves(channel, mehmet);
    const { posts } = await channel.memory.mailbox.pending(await channel.idOf());
    expect(posts).toMatchObject([{ message: { type: 'left', items: ['A1'] } }]);
  });

  test('is asked of the roster anew, whatever it knew a moment ago', async () => {
    const channel = await running();
    await leaves(channel, mehmet);
    expect(channel.people.askedAnew).toEqual([mehmet.id]);
  });

  test('and was never met here changes nothing; whoever is known is looked up once', async () => {
    const channel = await running();
    const before = await channel.now();
    await leaves(channel, eva);
    expect(await channel.now()).toEqual(before);
    expect(channel.people.askedAnew).toHaveLength(1);
    expect(channel.delivered()).toEqual([]);
  });

  test('but is still in the private channel by its roster is not gone', async () => {
    const channel = await running();
    const before = await channel.now();
    await channel.presence.changed(general, [mehmet.id], newsOf());
    expect(await channel.now()).toEqual(before);
    expect(channel.delivered()).toEqual([]);
  });

  test('with others leaves in one operation', async () => {
    const channel = await running();
    channel.people.leaves(mehmet, address);
    channel.people.leaves(ben, address);
    const version = (await channel.now()).version;
    await channel.presence.changed(general, [mehmet.id, eva.id, ben.id, anna.id], 'together');
    const left = [await channel.keyOf(mehmet), await channel.keyOf(ben)];
    expect([...(await channel.now()).gone].sort()).toEqual(left.sort());
    const history = await channel.memory.store.history(await channel.idOf());
    expect(history.slice(version).map(({ type, op }) => [type, op])).toEqual([
      ['PersonLeft', 'together'],
      ['PersonLeft', 'together'],
    ]);
  });

  test('is gone once, although the news comes twice', async () => {
    const channel = await running();
    channel.people.leaves(mehmet, address);
    const { version } = await channel.now();
    await Promise.all([1, 2].map(() => channel.presence.changed(general, [mehmet.id], 'twice')));
    expect((await channel.now()).version).toBe(version + 1);
    expect((await channel.now()).gone).toHaveLength(1);
  });

  test('is gone in a paused onboarding, too, and in none that has ended', async () => {
    const [paused, ended] = await Promise.all([running(), running()]);
    await paused.act(anna, { type: 'PauseEngagement' });
    await leaves(paused, mehmet);
    expect((await paused.now()).gone).toHaveLength(1);
    await ended.act(anna, { type: 'CancelEngagement', reason: 'Stopped' });
    const before = await ended.now();
    await leaves(ended, mehmet);
    expect(await ended.now()).toEqual(before);
  });
});

describe('somebody who comes back', () => {
  test('is there again', async () => {
    const channel = await running();
    await leaves(channel, mehmet);
    channel.delivered();
    await returns(channel, mehmet);
    expect((await channel.now()).gone).toEqual([]);
    expect(channel.delivered()).toEqual([await channel.idOf()]);
  });

  test('is there again by doing something', async () => {
    const channel = await running();
    await leaves(channel, mehmet);
    await channel.act(mehmet, ...complete('A1'));
    expect((await channel.now()).gone).toEqual([]);
  });

  test('and had not left changes nothing', async () => {
    const channel = await running();
    const before = await channel.now();
    await returns(channel, mehmet);
    expect(await channel.now()).toEqual(before);
  });
});

describe('the other channels of the team', () => {
  const second = { tenantId: 'tenant', conversationId: '19:second', team: '19:team' };
  const stranger = { tenantId: 'tenant', conversationId: '19:stranger', team: '19:another team' };

  const three = async () => {
    const channel = await running();
    for (const where of [second, stranger]) {
      const there = { place: where, address: where.conversationId };
      await channel.begin(eva, {}, there);
      await channel.press(mehmet, { type: 'act', wishes: [{ type: 'TakeItem', item: 'A1' }] }, there);
    }
    return channel;
  };

  test('are looked at too, each with its own roster', async () => {
    const channel = await three();
    channel.people.leaves(mehmet, address);
    channel.people.leaves(mehmet, second.conversationId);
    channel.people.leaves(mehmet, stranger.conversationId);
    await channel.presence.changed(general, [mehmet.id], newsOf());
    expect((await channel.now()).gone).toHaveLength(1);
    expect((await channel.now(second)).gone).toHaveLength(1);
    expect((await channel.now(stranger)).gone).toEqual([]);
  });

  test('of which one is private keep whoever is in it', async () => {
    const channel = await three();
    channel.people.leaves(mehmet, second.conversationId);
    await channel.presence.changed(general, [mehmet.id], newsOf());
    expect((await channel.now()).gone).toEqual([]);
    expect((await channel.now(second)).gone).toHaveLength(1);
  });

  test('are none where a chat belongs to no team', async () => {
    const channel = await three();
    channel.people.leaves(mehmet, address);
    channel.people.leaves(mehmet, second.conversationId);
    await channel.presence.changed({ tenantId: 'tenant', conversationId: place.conversationId }, [mehmet.id], newsOf());
    expect((await channel.now()).gone).toHaveLength(1);
    expect((await channel.now(second)).gone).toEqual([]);
  });

  test('are lost with their team, and not with one of them', async () => {
    const channel = await three();
    const { presence, memory } = channel;
    const reached = async () =>
      (await Promise.all([place, second, stranger].map((one) => memory.directory.locate(one)))).map(
        (one) => one.address !== undefined,
      );
    await presence.lost(second, 'place');
    expect(await reached()).toEqual([true, false, true]);
    await presence.lost(general, 'team');
    expect(await reached()).toEqual([false, false, true]);
  });
});

describe('a roster that cannot be reached', () => {
  test('changes nothing, and says so to whoever brought the news', async () => {
    const channel = await running();
    const before = await channel.now();
    channel.people.state.unreachable = true;
    await expect(leaves(channel, mehmet)).rejects.toThrow(UnreachableError);
    expect(await channel.now()).toEqual(before);
    channel.people.state.unreachable = false;
    await channel.presence.changed(general, [mehmet.id], newsOf());
    expect((await channel.now()).gone).toHaveLength(1);
  });

  test('is not asked about a place nobody knows how to reach', async () => {
    const channel = await running();
    await channel.presence.lost(place, 'place');
    channel.people.state.unreachable = true;
    await leaves(channel, mehmet);
    expect((await channel.now()).gone).toEqual([]);
  });
});

describe('a place that is lost', () => {
  /** What the posts of the channel were brought to. */
  const posting = async () => {
    const channel = await running();
    const { store, mailbox } = channel.memory;
    const sent: string[] = [];
    const post = (to: string) => {
      sent.push(to);
      return Promise.resolve({ outcome: 'sent', activityId: String(sent.length) } as const);
    };
    const deliver = createDeliver({
      store,
      mailbox,
      directory: channel.directory,
      messenger: { post, update: post, answer: post, remove: post },
      contacts: channel.memory.contacts,
      findInvolved: channel.findInvolved,
      clock: channel.clock,
      calendar,
      log: createFakeLog(),
    });
    const posted = async () => {
      await deliver(await channel.idOf());
      return sent.splice(0);
    };
    await posted();
    return { ...channel, posted };
  };

  test('is not delivered to, and is again once it is back', async () => {
    const { presence, having, keyOf, posted, delivered, idOf } = await posting();
    await presence.lost(place, 'place');
    await having(anna, { type: 'AssignItem', item: 'A2', assignee: await keyOf(ben) });
    expect(await posted()).toEqual([]);
    delivered();
    await presence.back(place, 'where it is now');
    expect(delivered()).toEqual([await idOf()]);
    expect(new Set(await posted())).toEqual(new Set(['where it is now']));
    expect(await posted()).toEqual([]);
  });

  test('is delivered to again after the next message from there', async () => {
    const { presence, say, having, posted } = await posting();
    await presence.lost(place, 'place');
    await having(anna, { type: 'CompleteItem', item: 'A2' });
    expect(await posted()).toEqual([]);
    await say(mehmet, 'help', { type: 'show', what: 'help' });
    expect(await posted()).toEqual([address]);
  });

  test('keeps its onboarding', async () => {
    const { presence, now, memory, idOf } = await posting();
    const before = await now();
    await presence.lost(place, 'place');
    expect(await now()).toEqual(before);
    expect(await memory.directory.locate(place)).toEqual({ id: await idOf(), overview: '1' });
  });

  test('and is none of ours stays unknown, lost or back', async () => {
    const { presence, memory, delivered } = createChannel();
    await presence.lost(place, 'place');
    await presence.lost(place, 'team');
    await presence.back(place, address);
    expect(await memory.directory.locate(place)).not.toHaveProperty('address');
    expect(delivered()).toEqual([]);
  });

  test('and in which one has ended is back with that one', async () => {
    const { presence, act, idOf, memory } = await posting();
    const id = await idOf();
    await act(anna, { type: 'CancelEngagement', reason: 'Stopped' });
    await presence.lost(place, 'place');
    await presence.back(place, address);
    expect(await memory.directory.locate(place)).toEqual({ id, address, overview: '1' });
  });
});
