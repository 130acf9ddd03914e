import { createGreet } from '../../src/application/greet';
import { createQueue } from '../../src/application/queue';
import { address, createChannel, eva, mehmet, place } from './channel';

const general = { tenantId: 'tenant', conversationId: '19:team', team: '19:team' };
const second = { tenantId: 'tenant', conversationId: '19:second', team: '19:team' };
const stranger = { tenantId: 'tenant', conversationId: '19:stranger', team: '19:another team' };
const everywhere = [place, second, stranger];

/** Three running onboardings, two of them in one team, and Lotse installed in that team as a whole. */
const three = async () => {
  const channel = createChannel();
  const { directory, memory, clock } = channel;
  const greet = createGreet(directory, memory.contacts, createQueue(clock));
  await greet(general, 'where the team is');
  await channel.begin();
  for (const where of [second, stranger]) await channel.begin(eva, {}, { place: where, address: where.conversationId });
  channel.delivered();
  return {
    ...channel,
    greet,
    reached: async () => Promise.all(everywhere.map(async (one) => (await directory.locate(one)).address)),
    parkAll: async () => {
      for (const one of [general, ...everywhere]) await directory.park(one);
    },
  };
};

describe('when Lotse is installed again where it was parked', () => {
  test('everything of that team is delivered to again, and nothing else', async () => {
    const { presence, parkAll, reached, delivered, idOf } = await three();
    await parkAll();
    await presence.back(general, 'where the team is');
    expect(await reached()).toEqual([address, second.conversationId, undefined]);
    expect([...delivered()].sort()).toEqual([await idOf(), await idOf(second)].sort());
  });

  test('in the channel of an onboarding, that one is delivered to once, where it is now', async () => {
    const { presence, parkAll, reached, delivered, idOf } = await three();
    await parkAll();
    await presence.back(second, 'where it is now');
    expect(await reached()).toEqual([address, 'where it is now', undefined]);
    const ids = delivered();
    expect(ids.filter((id) => ids.indexOf(id) !== ids.lastIndexOf(id))).toEqual([]);
    expect(ids).toEqual(expect.arrayContaining([await idOf(), await idOf(second)]));
  });

  test('what was never parked is left alone', async () => {
    const { presence, directory, delivered, idOf } = await three();
    await directory.park(second);
    await presence.back(general, 'where the team is');
    expect(delivered()).toEqual([await idOf(second)]);
  });

  test('nobody is welcomed again, and where it had been removed people are', async () => {
    const { greet, directory } = await three();
    expect(await greet(general, 'where the team is')).toBe(false);
    await directory.park(general);
    expect(await greet(general, 'where the team is')).toBe(false);
    expect(await directory.locate(general)).toHaveProperty('address', 'where the team is');
    await directory.forget(general);
    expect(await greet(general, 'where the team is')).toBe(true);
  });

  test('after the welcome that is not given, all of the team is delivered to as well', async () => {
    const { greet, presence, parkAll, delivered, idOf } = await three();
    await parkAll();
    await greet(second, second.conversationId);
    await presence.back(second, second.conversationId);
    expect(delivered()).toEqual(expect.arrayContaining([await idOf(), await idOf(second)]));
  });
});

test('whoever is back is looked at again by somebody else, should this process die', async () => {
  const { presence, directory, memory, clock, idOf, say } = await three();
  const guarded = async () => (await memory.dueRows.due('2999-01-01T00:00:00.000Z')).map(({ id }) => id);
  const clear = async () => {
    clock.pass(60_000 * 60);
    for (const row of await memory.dueRows.due('2999-01-01T00:00:00.000Z')) await memory.dueRows.done(row);
  };
  await directory.park(place);
  await directory.park(second);
  await clear();
  await presence.back(general, 'where the team is');
  expect([...(await guarded())].sort()).toEqual([await idOf(), await idOf(second)].sort());
  await directory.park(place);
  await clear();
  await say(mehmet, 'help', { type: 'show', what: 'help' });
  expect(await guarded()).toEqual([await idOf()]);
});

test('somebody who writes where Lotse was parked is answered, and what waited is delivered', async () => {
  const { directory, say, reached, delivered, idOf } = await three();
  await directory.park(place);
  expect(await reached()).toEqual([undefined, second.conversationId, stranger.conversationId]);
  await say(mehmet, 'help', { type: 'show', what: 'help' });
  expect(await reached()).toEqual([address, second.conversationId, stranger.conversationId]);
  expect(delivered()).toEqual([await idOf()]);
});
