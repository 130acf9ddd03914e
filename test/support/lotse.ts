import pino from 'pino';
import { openTables, type TableStores } from '../../src/adapters/table/index';
import type { Place } from '../../src/application/ports';
import { compose, type Lotse, type Otherwise } from '../../src/compose';
import type { Config } from '../../src/config';
import { type Event, fold, notStarted } from '../../src/engagement/index';
import { type Azurite, startAzurite } from './azurite';
import { type Connector, startConnector } from './connector';
import { type Channel, channel } from './teams';

const tablePrefix = 'test';

/** The whole product in this process, on a free port, against real table storage. */
export const startLotse = (
  connectionString: string,
  more: Partial<Config> = {},
  otherwise: Otherwise = { gathering: 200 },
): Promise<Lotse> =>
  compose(
    {
      host: '127.0.0.1',
      port: 0,
      auth: { type: 'off' },
      tenants: [],
      serviceHosts: [],
      storage: { connectionString },
      tablePrefix,
      tickSeconds: 1,
      logLevel: 'silent',
      ...more,
    },
    pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    otherwise,
  );

/** Table storage as somebody sees it who looks past the product. */
export type Kept = TableStores & {
  readonly idOf: (place: Place) => Promise<string>;
  /** Every event so far. Fails when folding them does not give exactly the state that is stored. */
  readonly historyOf: (place: Place) => Promise<readonly Event[]>;
};

export const openKept = async (connectionString: string, prefix = tablePrefix): Promise<Kept> => {
  const stores = await openTables({ connectionString, prefix });
  const idOf = async (place: Place) => (await stores.directory.locate(place, true)).id;
  return {
    ...stores,
    idOf,
    historyOf: async (place) => {
      const id = await idOf(place);
      const [events, { engagement }] = await Promise.all([stores.store.history(id), stores.store.load(id)]);
      expect(fold(events, notStarted)).toEqual(engagement);
      return events;
    },
  };
};

/** Everything a journey needs, each a real one but Teams. */
export type Stage = {
  readonly azurite: Azurite;
  readonly connector: Connector;
  readonly lotse: Lotse;
  readonly kept: Kept;
  readonly channel: (where?: Parameters<typeof channel>[2]) => Channel;
  readonly stop: () => Promise<void>;
};

export const startStage = async (otherwise?: Otherwise): Promise<Stage> => {
  const [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  const lotse = await startLotse(azurite.connectionString, {}, otherwise);
  return {
    azurite,
    connector,
    lotse,
    kept: await openKept(azurite.connectionString),
    channel: (where) => channel(lotse.port, connector, where),
    stop: async () => {
      await lotse.stop();
      await connector.stop();
      await azurite.stop();
    },
  };
};
