import { TableClient } from '@azure/data-tables';
import { openTables } from '../../src/adapters/table/index';
import { ConcurrencyError, NotSavedError, UncertainError } from '../../src/application/ports';
import { fold, notStarted } from '../../src/engagement/index';
import { type Azurite, connectionStringFor, startAzurite } from '../support/azurite';
import { type Fault, isTransaction, type LossyProxy, startLossyProxy } from '../support/lossy-proxy';
import {
  asked,
  change,
  describeStores,
  eventsOf,
  fresh,
  nothing,
  start,
  started,
  type Stores,
} from './stores.contract';

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

  test('a due row whose deletion went unheard is gone without an error', async () => {
    await near.dueRows.look(id, '2020-01-01T00:00:00.000Z');
    const [row] = await near.dueRows.due('2020-01-01T00:00:00.000Z');
    proxy.fail(['lose the answer'], (method) => method === 'DELETE');
    await far.dueRows.done(row!);
    expect(await near.dueRows.due('2020-01-01T00:00:00.000Z')).toEqual([]);
  });
});

describe('what an instance remembers of a place', () => {
  const where = () => ({ tenantId: fresh('tenant'), conversationId: fresh('19:x'), team: fresh('19:team') });
  const inOneMinute = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const later = Date.now() + 60_000;
    const now = jest.spyOn(Date, 'now').mockImplementation(() => later);
    return work().finally(() => {
      now.mockRestore();
    });
  };

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

describe('the rows', () => {
  test('every row of every table says which schema it has', async () => {
    const stores = await direct();
    const notice = { type: 'assigned', to: 'p2', by: 'p1', items: ['A1'] } as const;
    const id = await started(stores.store, { cards: ['overview'], posts: [{ slot: 's', under: 'overview', notice }] });
    const { cards, posts } = await stores.mailbox.pending(id);
    await stores.mailbox.saveCard(id, cards[0]!);
    await stores.mailbox.savePost(id, posts[0]!);
    await stores.directory.register({ tenantId: 't', conversationId: id }, id, 'address');
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
