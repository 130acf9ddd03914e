import { startAzurite } from './azurite';
import { freePort, startBot } from './bot-process';
import { type Connector, startConnector } from './connector';
import { type Kept, openKept } from './lotse';
import { type Channel, channel } from './teams';

/** Two processes of the product on one storage. */
export type TwoProcesses = {
  readonly connector: Connector;
  readonly kept: Kept;
  /** The same channel, as each of them is told of it. */
  readonly channels: () => readonly Channel[];
  readonly stop: () => Promise<void>;
};

/** `prefix`: of the tables. */
export const startTwoProcesses = async (prefix: string, tickSeconds: number): Promise<TwoProcesses> => {
  const [azurite, connector] = await Promise.all([startAzurite(), startConnector()]);
  const kept = await openKept(azurite.connectionString, prefix);
  const ports = [await freePort(), await freePort()];
  const environment = { TICK_SECONDS: String(tickSeconds), TABLE_PREFIX: prefix, LOG_LEVEL: 'error' };
  const { connectionString } = azurite;
  const bots = await Promise.all(ports.map((port) => startBot({ port, connectionString, environment })));
  return {
    connector,
    kept,
    channels: () => ports.map((port) => channel(port, connector)),
    stop: async () => {
      await Promise.all(bots.map((bot) => bot.stop()));
      await connector.stop();
      await azurite.stop();
    },
  };
};
