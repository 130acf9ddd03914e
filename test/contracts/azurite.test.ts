import { TableClient } from '@azure/data-tables';
import { openTables } from '../../src/adapters/table/index';
import { createRecent } from '../../src/adapters/table/recent';
import { ConcurrencyError, NotSavedError, type PostRow, UncertainError } from '../../src/application/ports';
import { fold, notStarted } from '../../src/engagement/index';
import { type Azurite, connectionStringFor, startAzurite } from '../support/azurite';
import { eventually } from '../support/connector';
import { type Fault, isTransaction, type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import { asked, change, eventsOf, fresh, nothing, start, started, type Stores } from './given';
import { describeStores } from './stores.contract';

const prefix = 'contract';
let azurite: Azurite;
let proxy: LossyProxy;

beforeAll(async () => {
  azurite = await startAzurite();
  proxy = await startLossyProxy(azurite.port);
});

afterAll(async () => {
  await proxy.stop();
  await azurite.stop();
});

const direct = (): Promise<Stores> => openTables({ connectionString: azurite.connectionString, prefix });
const overTheNetwork = (): Promise<Stores> =>
  openTables({ connectionString: connectionStringFor(proxy.port), prefix, timeoutMilliseconds: 500 });

describe('in Azure tables', () => {
  describeStores(direct);
});

describe('when the network loses messages', () => {
  let near: Stores;
  let far: Stores;
  let id: string;
  beforeAll(async () => {
    near = await direct();
    far = await overTheNetwork();
  });
  beforeEach(async () => {
    id = await started(near.store);
  });

  const take = { type: 'TakeItem', item: 'A1' } as const;
  const thrice = (fault: Fault): readonly Fault[] => [fault, fault, fault];
  const takeFar = (by = asked()) => change(far.store, id, take, { cards: ['overview'], posts: [] }, by);
  const taken = async () =>
    (await near.store.history(id)).filter((event) => event.type === 'ItemAssigned' && event.item === 'A1').length;
  const holdsTogether = async () => {
    expect(fold(await near.store.history(id), notStarted)).toEqual((await near.store.load(id)).engagement);
  };
  afterEach(async () => {
    proxy.fail([]);
    await proxy.release();
    await holdsTogether();
  });

  const hidden: readonly (readonly Fault[])[] = [
    ['lose the answer'],
    ['lose the answer', 'lose the answer'],
    ['lose the answer', 'lose the answer', 'lose the answer'],
    ['answer 500'],
    ['answer 500', 'answer 500', 'answer 500'],
    ['lose the answer', 'lose the request', 'lose the request'],
    ['lose the answer', 'refuse'],
    ['answer 500', 'refuse'],
    ['answer 500 inside 202'],
  ];
  test.each(hidden.map((faults) => [faults]))(
    'a change that was made unheard is known to be saved: %p',
    async (faults) => {
      proxy.fail(faults, isTransaction);
      await takeFar();
      expect(await taken()).toBe(1);
    },
  );

  test('a start whose answer was lost is known to be saved', async () => {
    const another = fresh('engagement');
    proxy.fail(['lose the answer'], isTransaction);
    await change(far.store, another, start);
    expect(await near.store.history(another)).toHaveLength(2);
  });

  const passing: readonly (readonly Fault[])[] = [
    ['lose the request'],
    ['lose the request', 'lose the request'],
    ['delay the request'],
    ['delay the request', 'delay the request'],
  ];
  test.each(passing.map((faults) => [faults]))(
    'another try makes a change that got lost on the way: %p',
    async (faults) => {
      proxy.fail(faults, isTransaction);
      await takeFar();
      await proxy.release();
      expect(await taken()).toBe(1);
    },
  );

  test('a change that never arrived is not called saved, and can be made again with the same operation', async () => {
    const by = asked();
    proxy.fail(thrice('lose the request'), isTransaction);
    await expect(takeFar(by)).rejects.toThrow(UncertainError);
    expect(await taken()).toBe(0);
    await takeFar(by);
    expect(await taken()).toBe(1);
  });

  test('a start that never arrived is not called saved', async () => {
    const another = fresh('engagement');
    proxy.fail(thrice('lose the request'), isTransaction);
    await expect(change(far.store, another, start)).rejects.toThrow(UncertainError);
    expect(await near.store.history(another)).toEqual([]);
  });

  test.each([[thrice('delay the request')], [['delay the request', 'refuse'] as const]])(
    'a change that may still be under way is uncertain, and when it lands it is there once: %p',
    async (faults) => {
      proxy.fail(faults, isTransaction);
      await expect(takeFar()).rejects.toThrow(UncertainError);
      expect(await taken()).toBe(0);
      await proxy.release();
      expect(await taken()).toBe(1);
    },
  );

  test('a delayed change that somebody overtook is a conflict, and never lands', async () => {
    const onto = await far.store.load(id);
    const by = asked();
    proxy.fail(thrice('delay the request'), isTransaction);
    const late = far.store.append(onto, eventsOf(take, onto, by), by, nothing);
    await change(near.store, id, { type: 'TakeItem', item: 'A2' });
    await expect(late).rejects.toThrow(ConcurrencyError);
    await proxy.release();
    expect(await taken()).toBe(0);
  });

  test('when even looking again fails, nobody claims to know', async () => {
    const onto = await far.store.load(id);
    const by = asked();
    proxy.fail(Array<Fault>(100).fill('lose the answer'));
    await expect(far.store.append(onto, eventsOf(take, onto, by), by, nothing)).rejects.toThrow(UncertainError);
    expect(await taken()).toBe(1);
  });

  test('a change that storage refuses is not saved, and that is certain', async () => {
    proxy.fail(['refuse'], isTransaction);
    await expect(takeFar()).rejects.toThrow(NotSavedError);
    expect(await taken()).toBe(0);
  });

  test('a state too large for a row is not saved, and that is certain', async () => {
    const onto = await near.store.load(id);
    const people = { p1: { id: 'aad-1', name: 'x'.repeat(1_100_000), guest: false } };
    const by = asked();
    const huge = near.store.append({ ...onto, people }, eventsOf(take, onto, by), by, nothing);
    await expect(huge).rejects.toThrow(NotSavedError);
    expect(await near.store.load(id)).toEqual(onto);
  });

  test('where nobody listens, nothing was saved, and that is certain', async () => {
    const gone = await startLossyProxy(azurite.port);
    const stores = await openTables({ connectionString: connectionStringFor(gone.port), prefix });
    const onto = await stores.store.load(id);
    await gone.stop();
    const by = asked();
    // Notices that the open connections are gone, too.
    await expect(stores.ready()).rejects.toThrow();
    await expect(stores.store.append(onto, eventsOf(take, onto, by), by, nothing)).rejects.toThrow(NotSavedError);
    await expect(stores.store.load(id)).rejects.toThrow();
    expect(await taken()).toBe(0);
  });

  test('a lease whose answer was lost is still ours', async () => {
    await takeFar();
    const [card] = (await far.mailbox.pending(id)).cards;
    proxy.fail(['lose the answer'], (method) => method === 'PUT');
    const saved = await far.mailbox.saveCard(id, { ...card!, leasedUntil: '2026-11-23T10:00:30.000Z' });
    expect(saved).toMatchObject({ card: 'overview', leasedUntil: '2026-11-23T10:00:30.000Z' });
    expect(await far.mailbox.saveCard(id, { ...saved!, shown: 4 })).toMatchObject({ shown: 4 });
  });

  describe('posts that are claimed', () => {
    const notice = { type: 'assigned', to: 'p2', by: 'p1', items: ['A1'] } as const;
    const posts = ['one', 'two'].map((slot) => ({ slot, message: notice }));
    const leasedUntil = '2026-11-23T10:00:30.000Z';
    const waiting = async () => {
      await change(near.store, id, take, { cards: [], posts });
      return (await far.mailbox.pending(id)).posts;
    };
    const claim = async (claimed: readonly PostRow[]) =>
      far.mailbox.savePosts(
        id,
        claimed.map((post) => ({ ...post, leasedUntil })),
      );

    const unheard: readonly (readonly Fault[])[] = [
      ['lose the answer'],
      ['lose the answer', 'lose the answer', 'lose the answer'],
      ['answer 500'],
      ['lose the answer', 'refuse'],
      ['answer 500 inside 202'],
    ];
    test.each(unheard.map((faults) => [faults]))('are ours though nobody said so: %p', async (faults) => {
      const before = await waiting();
      proxy.fail(faults, isTransaction);
      const claimed = await claim(before);
      expect(claimed!.map(({ slot }) => slot)).toEqual(before.map(({ slot }) => slot));
      expect((await near.mailbox.pending(id)).posts).toEqual(claimed);
      expect(await far.mailbox.savePosts(id, claimed!)).toHaveLength(2);
    });

    test('are not ours when somebody else had one of them before the answer got lost', async () => {
      const before = await waiting();
      await near.mailbox.savePosts(id, [{ ...before[1]!, leasedUntil }]);
      proxy.fail(['lose the answer'], isTransaction);
      expect(await claim(before)).toBeUndefined();
    });

    test('are not ours when somebody else changed one of them since', async () => {
      const before = await waiting();
      proxy.fail(['lose the answer', 'delay the request'], isTransaction);
      const late = claim(before);
      const [, second] = await eventually(async () => {
        const { posts: found } = await near.mailbox.pending(id);
        return found.every((post) => post.leasedUntil === leasedUntil) && found;
      });
      await near.mailbox.savePosts(id, [{ ...second!, state: 'sent' }]);
      expect(await late).toBeUndefined();
    });

    test.each([[thrice('lose the request')], [thrice('delay the request')]])(
      'are nobody’s to send while it is not known whether they are ours: %p',
      async (faults) => {
        const before = await waiting();
        proxy.fail(faults, isTransaction);
        await expect(claim(before)).rejects.toThrow();
      },
    );

    test('are not ours when storage refuses it', async () => {
      const before = await waiting();
      proxy.fail(['refuse'], isTransaction);
      await expect(claim(before)).rejects.toThrow();
      expect((await near.mailbox.pending(id)).posts).toEqual(before);
    });
  });

  describe('a digest that is claimed', () => {
    const [day, now] = ['2026-11-23', '2026-11-23T10:00:00.000Z'];
    const soon = '2026-11-23T10:00:30.000Z';
    const isWrite = (method: string) => method === 'POST' || method === 'PUT';

    test.each<readonly [string, readonly Fault[]]>([
      ['of the first try', ['lose the answer']],
      ['of every try', thrice('lose the answer')],
      ['that said 500', ['answer 500']],
    ])('is ours though the answer got lost: %s', async (_, faults) => {
      for (const first of [true, false]) {
        const who = [fresh('tenant'), 'aad-1'] as const;
        if (!first) await near.contacts.claimDigest(...who, '2026-11-22', now, soon);
        proxy.fail(faults, isWrite);
        const claimed = far.contacts.claimDigest(...who, day, now, soon);
        if (faults.length < 3) expect(await claimed).toBe('mine');
        else await expect(claimed).rejects.toThrow();
        proxy.fail([]);
        expect(await near.contacts.claimDigest(...who, day, now, soon)).toEqual({ busyUntil: soon });
      }
    });
  });

  test('a due row whose deletion went unheard is gone without an error', async () => {
    await near.dueRows.look(id, '2020-01-01T00:00:00.000Z');
    const [row] = await near.dueRows.due('2020-01-01T00:00:00.000Z');
    proxy.fail(['lose the answer'], (method) => method === 'DELETE');
    await far.dueRows.done(row!);
    expect(await near.dueRows.due('2020-01-01T00:00:00.000Z')).toEqual([]);
  });
});

const inOneMinute = <Result>(work: () => Promise<Result>): Promise<Result> => {
  const later = Date.now() + 60_000;
  const now = jest.spyOn(Date, 'now').mockImplementation(() => later);
  return work().finally(() => {
    now.mockRestore();
  });
};

describe('what an instance remembers of a place', () => {
  const where = () => ({ tenantId: fresh('tenant'), conversationId: fresh('19:x'), team: fresh('19:team') });

  test('is good for a minute, unless it is asked anew', async () => {
    const [one, other, third] = await Promise.all([direct(), direct(), direct()]);
    const place = where();
    await one.directory.register(place, 'e-1', 'address');
    for (const { directory } of [other, third]) await directory.locate(place);
    await one.directory.register(place, 'e-2', 'moved');
    expect(await other.directory.locate(place)).toEqual({ id: 'e-1', address: 'address' });
    expect(await third.directory.locate(place, true)).toEqual({ id: 'e-2', address: 'moved' });
    expect(await third.directory.locate(place)).toEqual({ id: 'e-2', address: 'moved' });
    expect(await inOneMinute(() => other.directory.locate(place))).toEqual({ id: 'e-2', address: 'moved' });
  });

  test('is not good for longer because it is asked for often', async () => {
    const [one, other] = await Promise.all([direct(), direct()]);
    const place = where();
    await one.directory.register(place, 'e-1', 'address');
    await other.directory.locate(place);
    await one.directory.register(place, 'e-2', 'moved');
    const start = Date.now();
    const now = jest.spyOn(Date, 'now').mockImplementation(() => start + 40_000);
    try {
      expect(await other.directory.locate(place)).toMatchObject({ id: 'e-1' });
      now.mockImplementation(() => start + 80_000);
      expect(await other.directory.locate(place)).toMatchObject({ id: 'e-2' });
    } finally {
      now.mockRestore();
    }
  });

  test('includes where its overview stands, for a minute, too', async () => {
    const [one, other] = await Promise.all([direct(), direct()]);
    const place = where();
    await one.directory.register(place, 'e-1', 'address');
    await one.directory.showsOverview(place, 'e-1', 'old');
    await other.directory.locate(place);
    await one.directory.showsOverview(place, 'e-1', 'new');
    expect(await other.directory.locate(place)).toMatchObject({ overview: 'old' });
    expect(await other.directory.locate(place, true)).toMatchObject({ overview: 'new' });
    await other.directory.showsOverview(place, 'e-1', 'newest');
    expect(await inOneMinute(() => one.directory.locate(place))).toMatchObject({ overview: 'newest' });
  });

  test('is never that nothing lives there', async () => {
    const [one, other] = await Promise.all([direct(), direct()]);
    const place = where();
    const { id } = await other.directory.locate(place);
    await one.directory.register(place, id, 'address');
    expect(await other.directory.locate(place)).toEqual({ id, address: 'address' });
  });

  test('keeps nobody from registering a place that another one has forgotten, for longer than a minute', async () => {
    const [one, other] = await Promise.all([direct(), direct()]);
    const place = where();
    await other.directory.register(place, 'e-1', 'address');
    await one.directory.forget(place);
    // Known and unchanged, as far as this one knows: nothing is written.
    await other.directory.register(place, 'e-1', 'address');
    expect(await one.directory.locate(place, true)).toEqual({ id: 'e-1' });
    await inOneMinute(() => other.directory.register(place, 'e-1', 'address'));
    expect(await one.directory.locate(place, true)).toEqual({ id: 'e-1', address: 'address' });
  });

  test('is as much as it has written itself, without reading it', async () => {
    const [one, far] = await Promise.all([direct(), overTheNetwork()]);
    const place = where();
    await far.directory.register(place, 'e-1', 'address');
    await far.directory.forget(place);
    proxy.fail(Array<Fault>(10).fill('refuse'));
    try {
      expect(await far.directory.locate(place)).toEqual({ id: 'e-1' });
      await expect(far.directory.locate(place, true)).rejects.toThrow();
    } finally {
      proxy.fail([]);
    }
    expect(await one.directory.locate(place)).toEqual({ id: 'e-1' });
  });
});

describe('what an instance remembers of somebody', () => {
  test('keeps it for a minute from meeting whom another one parted from', async () => {
    const [one, other] = await Promise.all([direct(), direct()]);
    const who = [fresh('tenant'), 'aad-1'] as const;
    await one.contacts.meet(...who, 'chat');
    await other.contacts.part(...who);
    await one.contacts.meet(...who, 'chat');
    expect(await one.contacts.chatOf(...who)).toBeUndefined();
    await inOneMinute(() => one.contacts.meet(...who, 'chat'));
    expect(await other.contacts.chatOf(...who)).toBe('chat');
  });

  test('is no more than 10,000 things, of which those said longest ago give way', () => {
    const { recall, remember } = createRecent<number>(Infinity);
    for (let n = 0; n < 10_000; n += 1) remember(`${n}`, n);
    remember('1', 1);
    remember('one more', 10_000);
    remember('another', 10_001);
    expect(['0', '1', '2', '3', 'one more', 'another'].map(recall)).toEqual([
      undefined,
      1,
      undefined,
      3,
      10_000,
      10_001,
    ]);
  });
});

describe('what is asked of storage', () => {
  /** Every request that `work` makes, decoded. */
  const requestsOf = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
    const requests: string[] = [];
    proxy.fail(['refuse'], (method, url) => {
      requests.push(`${method} ${decodeURIComponent(url).replaceAll('+', ' ')}`);
      return false;
    });
    try {
      await work();
      return requests;
    } finally {
      proxy.fail([]);
    }
  };
  let far: Stores;
  beforeAll(async () => {
    far = await overTheNetwork();
  });

  test('for a part of the history is one query for these events alone', async () => {
    const id = await started(far.store);
    const requests = await requestsOf(() => far.store.history(id, { first: 2, last: 7 }));
    expect(requests).toEqual([
      expect.stringMatching(/^GET .*RowKey ge 'event-0000000002' and RowKey le 'event-0000000007'/),
    ]);
  });

  test('for the engagements of somebody is one query, and for their chat one row', async () => {
    const tenantId = fresh('tenant');
    for (const id of ['e-1', 'e-2', 'e-3']) await far.contacts.join(tenantId, 'aad-1', id);
    await far.contacts.meet(tenantId, 'aad-1', 'chat');
    expect(await requestsOf(() => far.contacts.engagementsOf(tenantId, 'aad-1'))).toEqual([
      expect.stringMatching(/^GET .*RowKey ge 'person-[0-9a-f]{32}-' and RowKey lt 'person-[0-9a-f]{32}\.'/),
    ]);
    expect(await requestsOf(() => far.contacts.chatOf(tenantId, 'aad-1'))).toEqual([
      expect.stringMatching(/^GET .*RowKey='person-[0-9a-f]{32}'/),
    ]);
  });

  test('is one read and one write for a digest that is claimed', async () => {
    const who = [fresh('tenant'), 'aad-1'] as const;
    const claim = () =>
      far.contacts.claimDigest(...who, '2026-11-23', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:30.000Z');
    expect(await requestsOf(claim)).toEqual([
      expect.stringMatching(/^GET .*RowKey='digest-[0-9a-f]{32}'/),
      expect.stringMatching(/^POST /),
    ]);
    expect(await requestsOf(claim)).toEqual([expect.stringMatching(/^GET /)]);
  });

  test('for what is pending is one query for the cards and one for the posts', async () => {
    const id = await started(far.store, { cards: ['overview'], posts: [] });
    expect(await requestsOf(() => far.mailbox.pending(id))).toEqual([
      expect.stringMatching(/^GET .*'card-'/),
      expect.stringMatching(/^GET .*'out-'.*\(state eq 'waiting' or state eq 'standing' or untold eq true\)/),
    ]);
  });

  test('is one transaction for several posts, and nothing for none', async () => {
    const notice = { type: 'assigned', to: 'p2', by: 'p1', items: ['A1'] } as const;
    const id = await started(far.store, {
      cards: [],
      posts: ['one', 'two'].map((slot) => ({ slot, message: notice })),
    });
    const { posts } = await far.mailbox.pending(id);
    expect(await requestsOf(() => far.mailbox.savePosts(id, posts))).toEqual([expect.stringMatching(/^POST .*batch/)]);
    expect(await requestsOf(() => far.mailbox.savePosts(id, []))).toEqual([]);
  });

  test('is nothing for what this instance knows of somebody', async () => {
    const tenantId = fresh('tenant');
    const say = async () => {
      await far.contacts.join(tenantId, 'aad-1', 'e-1');
      await far.contacts.meet(tenantId, 'aad-1', 'chat');
    };
    expect(await requestsOf(say)).toHaveLength(2);
    expect(await requestsOf(say)).toEqual([]);
    await far.contacts.part(tenantId, 'aad-1');
    expect(await requestsOf(say)).toHaveLength(1);
  });

  test('is nothing for where an overview stands that this instance knows', async () => {
    const place = { tenantId: fresh('tenant'), conversationId: '19:x' };
    await far.directory.register(place, 'e-1', 'address');
    const show = () => far.directory.showsOverview(place, 'e-1', 'post');
    expect(await requestsOf(show)).toHaveLength(2);
    expect(await requestsOf(show)).toEqual([]);
    // Written down by somebody else already, it is read and not written.
    const third = await overTheNetwork();
    expect(await requestsOf(() => third.directory.showsOverview(place, 'e-1', 'post'))).toEqual([
      expect.stringMatching(/^GET /),
    ]);
  });
});

describe('rows of an earlier version', () => {
  const tableOf = (name: string) =>
    TableClient.fromConnectionString(azurite.connectionString, `${prefix}${name}`, { allowInsecureConnection: true });
  const news = { type: 'blocked', by: 'p1', items: ['A1'] } as const;

  test('a card that said until when somebody is at a form is read without that', async () => {
    const stores = await direct();
    const id = await started(stores.store, { cards: ['overview'], posts: [] });
    const row = { schema: 1, card: 'overview', wanted: 2, shown: 2, heldUntil: '2026-11-23T10:01:30.000Z' };
    await tableOf('engagements').upsertEntity({ partitionKey: id, rowKey: 'card-overview', ...row }, 'Replace');
    const [card] = (await stores.mailbox.pending(id)).cards;
    expect(card).toEqual({ card: 'overview', wanted: 2, shown: 2, token: card!.token });
    const saved = await stores.mailbox.saveCard(id, { ...card!, holds: {} });
    expect((await stores.mailbox.pending(id)).cards).toEqual([saved]);
  });

  test.each([
    ['one person', 'p2'],
    ['several people', ['p2', 'p3']],
  ])('a post for %s that does not say when is read as long ago, for the first of them', async (_, to) => {
    const stores = await direct();
    const id = await started(stores.store);
    const row = { schema: 1, slot: 'old', under: 'phase-assess', notice: JSON.stringify({ ...news, to }) };
    await tableOf('engagements').createEntity({ partitionKey: id, rowKey: 'out-old', ...row, state: 'waiting' });
    const [post] = (await stores.mailbox.pending(id)).posts;
    const at = '1970-01-01T00:00:00.000Z';
    expect(post).toEqual({ slot: 'old', message: { ...news, to: 'p2' }, at, state: 'waiting', token: post!.token });
    const saved = await stores.mailbox.savePosts(id, [{ ...post!, leasedUntil: '2026-11-23T10:00:30.000Z' }]);
    expect((await stores.mailbox.pending(id)).posts).toEqual(saved);
  });

  test('a head that says nothing of reminders is read as if none was sent, and can be written onto', async () => {
    const stores = await direct();
    const id = await started(stores.store);
    const head = await tableOf('engagements').getEntity<Record<string, string>>(id, 'head');
    const { reminders, ...state } = JSON.parse(head['state0']!) as Record<string, unknown>;
    expect(reminders).toBeDefined();
    const old = { partitionKey: id, rowKey: 'head', state0: JSON.stringify(state) };
    await tableOf('engagements').updateEntity(old, 'Merge');
    expect((await stores.store.load(id)).engagement).toEqual({ ...state, reminders: notStarted.reminders });
    await change(stores.store, id, { type: 'TakeItem', item: 'A1', dueOn: '2026-11-25' });
    const { engagement } = await stores.store.load(id);
    expect(engagement.reminders.since).toEqual({ A1: '2026-11-23T10:00:00.000Z' });
  });

  test('a place that does not say where its overview stands is found', async () => {
    const stores = await direct();
    const place = { tenantId: fresh('tenant'), conversationId: '19:x' };
    await stores.directory.register(place, 'e-1', 'address');
    const rows: object[] = [];
    for await (const row of tableOf('directory').listEntities({
      queryOptions: { filter: `PartitionKey eq '${place.tenantId}'` },
    }))
      rows.push(row);
    expect(rows).toHaveLength(1);
    expect(Object.keys(rows[0]!)).not.toContain('overview');
    expect(await (await direct()).directory.locate(place)).toEqual({ id: 'e-1', address: 'address' });
  });
});

describe('the rows', () => {
  test('every row of every table says which schema it has', async () => {
    const stores = await direct();
    const notice = { type: 'assigned', to: 'p2', by: 'p1', items: ['A1'] } as const;
    const id = await started(stores.store, { cards: ['overview'], posts: [{ slot: 's', message: notice }] });
    const { cards, posts } = await stores.mailbox.pending(id);
    await stores.mailbox.saveCard(id, cards[0]!);
    await stores.mailbox.savePosts(id, posts);
    await stores.directory.register({ tenantId: 't', conversationId: id }, id, 'address');
    await stores.directory.showsOverview({ tenantId: 't', conversationId: id }, id, 'overview');
    await stores.contacts.join('t', 'aad-1', id);
    await stores.contacts.meet('t', 'aad-1', 'chat');
    await stores.contacts.part('t', 'aad-2');
    await stores.contacts.claimDigest(
      't',
      'aad-1',
      '2026-11-23',
      '2026-11-23T10:00:00.000Z',
      '2026-11-23T10:00:30.000Z',
    );
    await stores.contacts.settleDigest('t', 'aad-1', '2026-11-23', '2026-11-23T10:00:30.000Z', {
      had: ['e-1'],
      at: '2026-11-23T10:00:00.000Z',
    });
    await stores.directory.park({ tenantId: 't', conversationId: id });
    await stores.directory.unpark([{ tenantId: 't', conversationId: id }]);
    await stores.dueRows.look(id, '2026-11-23T10:00:00.000Z');
    for (const name of ['engagements', 'directory', 'due']) {
      const table = TableClient.fromConnectionString(azurite.connectionString, `${prefix}${name}`, {
        allowInsecureConnection: true,
      });
      const rows: Record<string, unknown>[] = [];
      for await (const row of table.listEntities()) rows.push(row);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => row['schema'] !== 1)).toEqual([]);
    }
  });

  test.each(['', 'x'])('a long text is split between characters, never inside one (after %p)', async (first) => {
    const stores = await direct();
    const id = fresh('engagement');
    const people = { p1: { id: 'aad-1', name: first + '😀'.repeat(40_000), guest: false } };
    const onto = { ...(await stores.store.load(id)), people };
    const by = asked();
    await stores.store.append(onto, eventsOf(start, onto, by), by, nothing);
    const table = TableClient.fromConnectionString(azurite.connectionString, `${prefix}engagements`, {
      allowInsecureConnection: true,
    });
    const head = await table.getEntity(id, 'head');
    const parts = Object.keys(head).filter((key) => key.startsWith('people'));
    expect(parts).toHaveLength(3);
    expect(parts.filter((part) => /[\uD800-\uDBFF]$/.test(head[part] as string))).toEqual([]);
    expect((await stores.store.load(id)).people).toEqual(people);
  });

  test('a row of a newer schema is not read as if it were an old one', async () => {
    const stores = await direct();
    const id = await started(stores.store);
    const table = TableClient.fromConnectionString(azurite.connectionString, `${prefix}engagements`, {
      allowInsecureConnection: true,
    });
    await table.updateEntity({ partitionKey: id, rowKey: 'head', schema: 2 }, 'Merge');
    await expect(stores.store.load(id)).rejects.toThrow(/newer version/);
  });

  test('an operation that is too large for one transaction says so and writes nothing', async () => {
    const stores = await direct();
    const id = await started(stores.store);
    const onto = await stores.store.load(id);
    const by = asked();
    const events = Array.from({ length: 99 }, () => eventsOf({ type: 'TakeItem', item: 'A1' }, onto, by)).flat();
    await expect(stores.store.append(onto, events, by, nothing)).rejects.toThrow(/100 rows/);
    expect(await stores.store.load(id)).toEqual(onto);
  });

  test('tables that exist already are opened as they are', async () => {
    const stores = await direct();
    const id = await started(stores.store);
    expect((await (await direct()).store.load(id)).engagement.status).toBe('running');
  });

  test('a prefix that cannot be part of a table name is refused by the name of its variable', async () => {
    await expect(openTables({ connectionString: azurite.connectionString, prefix: 'a-b' })).rejects.toThrow(
      'TABLE_PREFIX',
    );
  });
});
