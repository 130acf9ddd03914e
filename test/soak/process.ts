import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
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

const root = join(__dirname, '..', '..');
const startWithin = 60_000;

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
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', require.resolve('./bot')], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BOT_AUTH: 'off',
      HOST: '127.0.0.1',
      PORT: String(port),
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      AZURE_TABLES_URL: '',
      TABLE_PREFIX: prefix,
      TICK_SECONDS: '1',
      LOG_LEVEL: 'error',
      SOAK_CLOCK: clock,
      SOAK_PROCESS: String(number),
      SOAK_NAME: name,
    },
  });
  let complaints = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  let killedAt: number | undefined;
  const gone = once(child, 'exit');
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const kill = async (): Promise<void> => {
    killedAt ??= realNow();
    child.kill('SIGKILL');
    await gone;
    process.off('exit', killOnExit);
  };
  let isUp = false;
  const start = async (): Promise<void> => {
    const deadline = realNow() + startWithin;
    while (!(isUp = await answers(port))) {
      if (killedAt !== undefined) return;
      if (child.exitCode === null && realNow() < deadline) continue;
      await kill();
      throw new Error(complaints || `The bot ${name} did not answer within ${startWithin / 1000} seconds.`);
    }
  };
  return {
    name,
    number,
    port,
    ready: start(),
    isReady: () => isUp && killedAt === undefined,
    killedAt: () => killedAt,
    kill,
    complaints: () => complaints,
  };
};

const answers = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    await wait(50);
    return false;
  }
};
