import { launchBot } from '../support/bot-process';
import { realNow } from './fast-clock';

/** One life of one bot, from its start to its SIGKILL. */
export type Life = {
  readonly name: string;
  /** Which of the bots. */
  readonly number: number;
  readonly port: number;
  /** Resolves once it answers or was killed; rejects with what it complained of. */
  readonly ready: Promise<void>;
  readonly isReady: () => boolean;
  /** In real time, once it was killed. */
  readonly killedAt: () => number | undefined;
  /** Resolves when it is gone. */
  readonly kill: () => Promise<void>;
  /** What it complained of. */
  readonly complaints: () => string;
};

/** Starts a bot on a free port. */
export const startLife = (options: {
  readonly name: string;
  readonly number: number;
  readonly port: number;
  readonly clock: string;
  readonly connectionString: string;
  readonly prefix: string;
}): Life => {
  const { name, number, port, clock, connectionString, prefix } = options;
  const bot = launchBot({
    port,
    connectionString,
    entry: require.resolve('./bot'),
    environment: {
      TABLE_PREFIX: prefix,
      TICK_SECONDS: '1',
      LOG_LEVEL: 'error',
      SOAK_CLOCK: clock,
      SOAK_PROCESS: String(number),
      SOAK_NAME: name,
    },
  });
  let said = '';
  bot.output.on('data', (chunk: Buffer) => (said += chunk.toString()));
  let killedAt: number | undefined;
  let isUp = false;
  const start = async (): Promise<void> => {
    try {
      await bot.ready;
      isUp = true;
    } catch (error) {
      // Whoever was killed before it answered has nothing to complain of.
      if (killedAt === undefined) throw error;
    }
  };
  return {
    name,
    number,
    port,
    ready: start(),
    isReady: () => isUp && killedAt === undefined,
    killedAt: () => killedAt,
    kill: async () => {
      killedAt ??= realNow();
      await bot.stop('SIGKILL');
    },
    complaints: () => said + bot.complaints(),
  };
};
