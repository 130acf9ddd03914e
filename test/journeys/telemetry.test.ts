import { metrics, trace } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-node';
import { createLog } from '../../src/adapters/log/index';
import { createTelemetry, startExport } from '../../src/adapters/telemetry/index';
import { ConcurrencyError } from '../../src/application/ports';
import { compose, type Lotse } from '../../src/compose';
import { type Azurite, startAzurite } from '../support/azurite';
import { anna, type Connector, eventually, startConnector } from '../support/connector';
import { type Kept, openKept } from '../support/lotse';
import { type Channel, channel } from '../support/teams';

const spans = new InMemorySpanExporter();
const collected = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: collected, exportIntervalMillis: 3_600_000 });

let azurite: Azurite;
let connector: Connector;
let lotse: Lotse;
let kept: Kept;
let general: Channel;
let logged = '';

beforeAll(async () => {
  new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }).register();
  metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  const telemetry = createTelemetry();
  const log = createLog('info', telemetry.correlation, { write: (line) => (logged += line) });
  lotse = await compose(
    {
      host: '127.0.0.1',
      port: 0,
      auth: { type: 'off' },
      tenants: [],
      serviceHosts: [],
      storage: { connectionString: azurite.connectionString },
      tablePrefix: 'measured',
      tickSeconds: 1,
      logLevel: 'info',
    },
    log,
    { telemetry, gathering: 200 },
  );
  kept = await openKept(azurite.connectionString, 'measured');
  general = channel(lotse.port, connector);
});
afterAll(async () => {
  await lotse.stop();
  await connector.stop();
  await azurite.stop();
  trace.disable();
  metrics.disable();
});

const figures = async (): Promise<ReadonlyMap<string, readonly { attributes: object; value: unknown }[]>> => {
  collected.reset();
  await reader.forceFlush();
  const scopes = collected.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics);
  return new Map(
    scopes.flatMap(({ metrics: all }) => all.map(({ descriptor, dataPoints }) => [descriptor.name, dataPoints])),
  );
};

test('everything a sentence causes carries its id: in the record, towards storage and Teams, and in the log', async () => {
  connector.failures.push({ status: 403, code: 'ServiceError' });
  await general.send(general.activity(anna, { text: '<at>Lotse</at> start Contoso' }));
  await eventually(() => general.posts().length === 2);
  const [started] = await kept.historyOf(general.place);
  const id = started?.op ?? '';
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  const turn = spans.getFinishedSpans().find(({ name }) => name === 'turn');
  expect(turn?.attributes['lotse.correlation']).toBe(id);
  const within = spans
    .getFinishedSpans()
    .filter(({ parentSpanContext }) => parentSpanContext?.spanId === turn?.spanContext().spanId);
  expect(within.map(({ name }) => name)).toEqual(expect.arrayContaining(['storage GET', 'storage POST', 'teams POST']));
  expect(connector.correlations).toContain(id);
  const lines = logged
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; correlation?: string });
  expect(lines.find(({ msg }) => msg === 'An answer could not be sent.')?.correlation).toBe(id);
});

test('what is measured: turns, calls, messages by outcome, and how long what is due waits', async () => {
  const all = await figures();
  expect(all.get('lotse.duration')?.map(({ attributes }) => attributes)).toContainEqual({ what: 'turn' });
  const calls = all.get('lotse.call')?.map(({ attributes }) => attributes) ?? [];
  expect(calls).toContainEqual({ to: 'storage', method: 'GET', status: 200 });
  expect(calls).toContainEqual({ to: 'teams', method: 'POST', status: 201 });
  expect(all.get('lotse.sends')).toMatchObject([{ attributes: { outcome: 'sent' }, value: 2 }]);
  expect(all.get('lotse.tick.lag')?.[0]?.value).toBeGreaterThanOrEqual(0);
});

test('nothing that is measured says who did what, or what somebody wrote', async () => {
  const told = JSON.stringify([
    spans.getFinishedSpans().map(({ name, attributes, status, events }) => ({ name, attributes, status, events })),
    [...(await figures())],
  ]);
  for (const one of ['Contoso', anna.name, anna.aadObjectId]) expect(told).not.toContain(one);
});

test('whoever was quicker is counted', async () => {
  const telemetry = createTelemetry();
  const broken = {
    load: () => Promise.reject(new Error('not asked')),
    history: () => Promise.reject(new Error('not asked')),
    forgetOperations: () => Promise.resolve(),
    append: () => Promise.reject(new ConcurrencyError('somebody was quicker')),
  };
  const store = telemetry.over(broken);
  const append = store.append({} as never, [], {} as never, { cards: [], posts: [] });
  await expect(append).rejects.toBeInstanceOf(ConcurrencyError);
  expect((await figures()).get('lotse.conflicts')).toMatchObject([{ value: 1 }]);
});

test('Application Insights needs its package, and says so', () => {
  expect(() => {
    startExport('InstrumentationKey=x');
  }).toThrow(/is not installed\. Run "npm install @azure\/monitor-opentelemetry"/);
  const asked: unknown[] = [];
  startExport('InstrumentationKey=x', () => ({ useAzureMonitor: (options: unknown) => asked.push(options) }));
  expect(asked).toEqual([{ azureMonitorExporterOptions: { connectionString: 'InstrumentationKey=x' } }]);
});
