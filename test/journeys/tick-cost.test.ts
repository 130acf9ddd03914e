import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TableClient, TableEntity, TransactionAction } from '@azure/data-tables';
import { calendar } from '../../src/adapters/clock/index';
import { openTables } from '../../src/adapters/table/index';
import { channelKey, dueKey, shardOf } from '../../src/adapters/table/keys';
import { createDeliver } from '../../src/application/deliver';
import { createExecute } from '../../src/application/execute';
import { createGuard } from '../../src/application/guard';
import type { Place } from '../../src/application/ports';
import { createQueue } from '../../src/application/queue';
import { createTick } from '../../src/application/tend';
import { createWatch } from '../../src/application/watch';
import { start } from '../support/given';
import { createFakeMessenger } from '../application/messages';
import { createFakeLog, untraced } from '../application/stage';
import { type Azurite, connectionStringFor, openTable, startAzurite } from '../support/azurite';
import { bodyOf } from '../support/body';

/** `calls`: requests; `operations`: what they asked for, a transaction with all of its parts; `rows`: what came back. */
type Cost = { readonly calls: number; readonly operations: number; readonly rows: number };

/** Storage as seen from the product, and what was asked of it since the last time. */
const startMeter = async (target: number) => {
  let cost = { calls: 0, operations: 0, rows: 0 };
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const asked = await bodyOf(incoming);
    const { method, url = '', headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target, method, path: url, headers });
    onward.end(asked);
    const [answer] = (await once(onward, 'response')) as [IncomingMessage];
    const body = await bodyOf(answer);
    cost = {
      calls: cost.calls + 1,
      operations: cost.operations + (url.includes('$batch') ? partsIn(asked) : 1),
      rows: cost.rows + (method === 'GET' && answer.statusCode === 200 ? rowsIn(body) : 0),
    };
    outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
    outgoing.end(body);
  };
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => incoming.socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    since: (): Cost => {
      const counted = cost;
      cost = { calls: 0, operations: 0, rows: 0 };
      return counted;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

const partsIn = (body: Buffer): number => body.toString().split('HTTP/1.1').length - 1;

const rowsIn = (body: Buffer): number => {
  const { value } = JSON.parse(body.toString()) as { readonly value?: readonly unknown[] };
  return value?.length ?? 1;
};

const due = 20;
/** All started on that Monday; the reminder of their first meeting comes on the next day at 08:00 in UTC. */
const begin = '2026-11-30T10:00:00.000Z';
const first = '2026-12-01T08:00:30.000Z';
const second = '2026-12-02T08:00:00.000Z';

const placeOf = (number: number): Place => ({
  tenantId: `tenant-${number % 5}`,
  conversationId: `19:cost-${number}@thread.tacv2`,
});

let azurite: Azurite;
let meter: Awaited<ReturnType<typeof startMeter>>;

beforeAll(async () => {
  azurite = await startAzurite();
  meter = await startMeter(azurite.port);
});

afterAll(async () => {
  await meter.stop();
  await azurite.stop();
});

/** So many onboardings in tables of their own, of which the same few are due; what the next two ticks cost. */
const measure = async (engagements: number) => {
  const prefix = `cost${engagements}`;
  const stores = await openTables({ connectionString: connectionStringFor(meter.port), prefix });
  const { store, mailbox, directory, contacts, dueRows } = stores;
  let now = begin;
  const clock = { now: () => now, wait: () => Promise.resolve() };
  const { messenger, sent } = createFakeMessenger();
  const log = createFakeLog();
  const execute = createExecute({
    store,
    guard: createGuard(dueRows, clock),
    queue: createQueue(clock),
    clock,
    calendar,
  });
  const findInvolved = () => Promise.resolve([]);
  const parts = { store, mailbox, directory, contacts, findInvolved, messenger, clock, calendar, log };
  const deliver = createDeliver(parts);
  const tick = createTick({
    store,
    dueRows,
    execute,
    deliver,
    clock,
    calendar,
    watch: createWatch(clock),
    trace: untraced,
    log,
  });
  const ids: string[] = [];
  for (let number = 0; number < due; number += 1) {
    const place = placeOf(number);
    const { id } = await directory.locate(place, true);
    await directory.register(place, id, `address of ${place.conversationId}`);
    const checkpoint = { every: 'weekday', weekday: 1, time: '09:00', remind: 'atStart' } as const;
    const by = { id: `lead-${number}`, name: 'Anna Schmidt' };
    await execute({ id, place, by, op: `start-${id}`, commands: () => [{ ...start, checkpoint }] });
    ids.push(id);
  }
  now = '2026-11-30T12:00:00.000Z';
  await tick();
  await addOthers(prefix, engagements, ids[0] ?? '');
  expect(await rowsOf(prefix, 'engagements', "RowKey eq 'head'")).toBe(engagements);
  expect(await rowsOf(prefix, 'due')).toBeGreaterThanOrEqual(engagements);
  now = first;
  sent();
  meter.since();
  await tick();
  const busy = meter.since();
  const posted = sent().filter(({ how, reply }) => how === 'post' && reply?.show.show === 'checkpoint').length;
  now = '2026-12-01T08:30:00.000Z';
  await tick();
  meter.since();
  await tick();
  expect(log.errors).toEqual([]);
  return { busy, idle: meter.since(), posted };
};

const tableOf = (prefix: string, name: string): TableClient => openTable(azurite.connectionString, `${prefix}${name}`);

const rowsOf = async (prefix: string, name: string, filter = ''): Promise<number> => {
  let rows = 0;
  const pages = tableOf(prefix, name)
    .listEntities({ queryOptions: { filter, select: ['RowKey'] } })
    .byPage();
  for await (const page of pages) rows += page.length;
  return rows;
};

/** The rest, none of them due: every row as the product wrote it for one of the first. */
const addOthers = async (prefix: string, engagements: number, like: string): Promise<void> => {
  const { tenantId } = placeOf(0);
  const [table, places, dueRows] = ['engagements', 'directory', 'due'].map((name) => tableOf(prefix, name));
  const kept = async (client: TableClient | undefined, partition: string, row: string): Promise<TableEntity> => {
    const { etag: _, timestamp: _t, ...rest } = (await client?.getEntity(partition, row)) as TableEntity;
    return rest;
  };
  const head = await kept(table, like, 'head');
  const place = await kept(places, tenantId, channelKey(placeOf(0)));
  const numbers = Array.from({ length: engagements - due }, (_, number) => due + number);
  const idOf = (number: number): string => `other-${number}-1`;
  const work = [...numbers];
  const worker = async (): Promise<void> => {
    for (let number = work.shift(); number !== undefined; number = work.shift())
      await table?.createEntity({ ...head, ...placeOf(number), partitionKey: idOf(number) });
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await createAll(
    places,
    numbers.map((number) => ({
      ...place,
      ...placeOf(number),
      partitionKey: placeOf(number).tenantId,
      rowKey: channelKey(placeOf(number)),
      engagementId: idOf(number),
    })),
  );
  await createAll(
    dueRows,
    numbers.map((number) => {
      const engagementId = idOf(number);
      return {
        partitionKey: shardOf(engagementId),
        rowKey: dueKey(engagementId, second),
        schema: 1,
        engagementId,
        at: second,
      };
    }),
  );
};

const createAll = async (table: TableClient | undefined, rows: readonly TableEntity[]): Promise<void> => {
  for (const partition of new Set(rows.map(({ partitionKey }) => partitionKey))) {
    const theirs = rows.filter(({ partitionKey }) => partitionKey === partition);
    while (theirs.length > 0)
      await table?.submitTransaction(theirs.splice(0, 100).map((row): TransactionAction => ['create', row]));
  }
};

test('a tick asks as much of storage for 10,000 onboardings as for 100, when the same 20 are due', async () => {
  const few = await measure(100);
  const many = await measure(10_000);
  process.stdout.write(`${JSON.stringify({ few, many })}\n`);
  expect(few.posted).toBe(due);
  expect(many).toEqual(few);
  expect(few.busy.rows).toBeGreaterThan(due);
  // One query for each of the 16 parts of what is due, which find nothing.
  expect(few.idle).toEqual({ calls: 16, operations: 16, rows: 0 });
}, 180_000);
