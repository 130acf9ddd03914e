import { type TeamsChannelAccount, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Reach } from '../../../src/adapters/teams/reach';
import { createRoster } from '../../../src/adapters/teams/roster';
import { UnreachableError } from '../../../src/application/ports';

const createContext = () => ({}) as unknown as TurnContext;

const account = (id: string, more: Partial<TeamsChannelAccount> = {}) =>
  ({ id: `29:${id}`, aadObjectId: id, name: id.toUpperCase(), ...more }) as TeamsChannelAccount;

/** What Teams answers: everybody there, of whom a list shows at most so many at once. */
const createTeams = (...people: readonly TeamsChannelAccount[]) => {
  const state: { there: readonly TeamsChannelAccount[]; error?: Error; name?: string; now: number } = {
    there: people,
    now: Date.parse('2026-11-30T09:00:00.000Z'),
  };
  const asked: string[] = [];
  jest.spyOn(TeamsInfo, 'getPagedMembers').mockImplementation((_, most = 0) => {
    asked.push('list');
    if (state.error) return Promise.reject(state.error);
    const members = state.there.slice(0, most);
    return Promise.resolve({ members, continuationToken: members.length < state.there.length ? 'more' : '' });
  });
  jest.spyOn(TeamsInfo, 'getMember').mockImplementation((_, id) => {
    asked.push(`one ${id}`);
    const found = state.there.find((one) => one.id === id || one.aadObjectId === id);
    return found ? Promise.resolve(found) : Promise.reject(Object.assign(new Error('none'), { statusCode: 404 }));
  });
  jest.spyOn(TeamsInfo, 'getTeamDetails').mockImplementation(() => {
    if (state.error) return Promise.reject(state.error);
    return Promise.resolve({ id: 'team', name: state.name ?? 'Contoso' });
  });
  const reach: Reach = (address, work) =>
    Promise.resolve(
      work({
        context: createContext(),
        client: {} as never,
        conversationId: address,
        isChannel: true,
        ...(address === 'channel' && { teamId: 'team' }),
      }),
    );
  const warned: string[] = [];
  const roster = createRoster(
    reach,
    { now: () => new Date(state.now).toISOString(), wait: () => new Promise(() => undefined) },
    { info: () => undefined, warn: (_, text) => warned.push(text), error: () => undefined },
  );
  return { roster, state, asked, warned };
};

afterEach(() => {
  jest.restoreAllMocks();
});

const [anna, ben, eva] = [account('anna'), account('ben', { userRole: 'guest' }), account('eva')];
const crowd = Array.from({ length: 150 }, (_, n) => account(`p${n}`));

describe('everybody there', () => {
  test('is listed by name, and guests are known as such', async () => {
    const byAddress = account('x', { userPrincipalName: 'x_fabrikam.com#EXT#@contoso.com' });
    const { roster } = createTeams(ben, byAddress, anna);
    expect(await roster.members('channel')).toEqual([
      { id: 'anna', name: 'ANNA', guest: false },
      { id: 'ben', name: 'BEN', guest: true },
      { id: 'x', name: 'X', guest: true },
    ]);
  });

  test('is read once a minute', async () => {
    const { roster, state, asked } = createTeams(anna);
    await roster.members('channel');
    state.now += 59_999;
    await roster.members('channel');
    expect(asked).toEqual(['list']);
    state.now += 1;
    await roster.members('channel');
    await roster.members('another');
    expect(asked).toHaveLength(3);
  });

  test('is no list where they are too many, or cannot be read', async () => {
    expect(await createTeams(...crowd).roster.members('channel')).toBeUndefined();
    const { roster, state, warned } = createTeams(anna);
    state.error = new Error('broken');
    expect(await roster.members('channel')).toBeUndefined();
    expect(warned).toHaveLength(1);
  });
});

describe('one person', () => {
  test('is found by either id, and is known by the one of the directory', async () => {
    const { roster } = createTeams(anna);
    expect(await roster.member('channel', 'anna')).toEqual({ id: 'anna', name: 'ANNA', guest: false });
    expect(await roster.member('channel', '29:anna')).toEqual({ id: 'anna', name: 'ANNA', guest: false });
  });

  test('without an id is nobody, and nobody is asked', async () => {
    const { roster, asked } = createTeams(anna);
    expect(await roster.member('channel', '', true)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('who is on the list that was read a moment ago is there without asking again', async () => {
    const { roster, state, asked } = createTeams(anna);
    await roster.members('channel');
    state.there = [];
    expect(await roster.member('channel', 'anna')).toBeDefined();
    expect(asked).toEqual(['list']);
  });

  test('who has left is not there when it is asked anew, and not for others afterwards', async () => {
    const { roster, state, asked } = createTeams(anna, eva);
    await roster.members('channel');
    state.there = [eva];
    expect(await roster.member('channel', 'anna', true)).toBeUndefined();
    expect(asked).toEqual(['list', 'list']);
    expect(await roster.members('channel')).toEqual([{ id: 'eva', name: 'EVA', guest: false }]);
  });

  test('who is not on the list that was read a moment ago may have joined since', async () => {
    const { roster, state } = createTeams(anna);
    await roster.members('channel');
    state.there = [anna, eva];
    expect(await roster.member('channel', 'eva')).toMatchObject({ id: 'eva' });
  });

  test('among too many for a list is asked for alone', async () => {
    const { roster, state, asked } = createTeams(...crowd);
    expect(await roster.member('channel', 'p149')).toMatchObject({ id: 'p149' });
    expect(asked).toEqual(['list', 'one p149']);
    state.there = crowd.slice(0, 140);
    expect(await roster.member('channel', 'p149', true)).toBeUndefined();
    expect(await roster.member('channel', 'p3', true)).toMatchObject({ id: 'p3' });
  });

  test.each([
    ['silence', { name: 'TimeoutError' }],
    ['an end of patience', { name: 'AbortError' }],
    ['no network', { code: 'ECONNREFUSED' }],
    ['trouble over there', { statusCode: 503 }],
    ['too many questions', { statusCode: 429 }],
    ['a question at the wrong time', { statusCode: 412 }],
  ])('is neither there nor not there, when the answer is %s', async (_, error) => {
    const { roster, state } = createTeams(anna);
    state.error = Object.assign(new Error('broken'), error);
    await expect(roster.member('channel', 'anna', true)).rejects.toThrow(UnreachableError);
  });

  test.each([[{ statusCode: 403 }], [{ statusCode: 404 }], [{ statusCode: 400 }]])(
    'is not there, when Teams refuses for good: %j',
    async (error) => {
      const { roster, state } = createTeams(anna);
      state.error = Object.assign(new Error('refused'), error);
      expect(await roster.member('channel', 'anna')).toBeUndefined();
    },
  );

  test.each([[{ statusCode: 403 }], [{ statusCode: 404 }], [{ statusCode: 400 }]])(
    'has not left because Teams refuses to tell: %j',
    async (error) => {
      const { roster, state } = createTeams(anna);
      state.error = Object.assign(new Error('refused'), error);
      await expect(roster.member('channel', 'anna', true)).rejects.toThrow(UnreachableError);
    },
  );
});

describe('what people call the place', () => {
  test('is the name of the team, where there is one', async () => {
    const { roster } = createTeams();
    expect(await roster.nameOf('channel')).toBe('Contoso');
    expect(await roster.nameOf('chat')).toBeUndefined();
  });

  test('is nothing when that cannot be read', async () => {
    const { roster, state } = createTeams();
    state.error = new Error('broken');
    expect(await roster.nameOf('channel')).toBeUndefined();
  });
});
