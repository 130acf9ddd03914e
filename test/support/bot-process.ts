import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

/** The product as a process of its own, as people run it. */
export type BotProcess = {
  readonly endpoint: string;
  readonly output: Readable;
  /** Resolves with its exit code when it has ended; only SIGKILL does not let it finish what it has begun. */
  stop(signal?: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** The same, when it ends by itself. */
  readonly ended: Promise<number | null>;
};

/** A bot that was told to start. */
export type StartingBot = BotProcess & {
  /** Resolves once it answers; rejects with what it complained of when it ended before, or takes too long. */
  readonly ready: Promise<void>;
  /** What it complained of so far. */
  readonly complaints: () => string;
};

type Start = {
  readonly port: number;
  readonly connectionString: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** What to run instead of the product as it is. */
  readonly entry?: string;
};

const root = join(__dirname, '..', '..');
const startWithin = 60_000;

/** Starts Lotse from its sources on loopback, without checking who calls, and waits until it answers. */
export const startBot = async (options: Start): Promise<BotProcess> => {
  const bot = launchBot(options);
  await bot.ready;
  return bot;
};

/** The same, for whoever does not wait. */
export const launchBot = (options: Start): StartingBot => {
  const { port, connectionString, environment = {}, entry = join('src', 'index.ts') } = options;
  const child = spawn(process.execPath, ['--import', 'tsx', entry], {
    cwd: root,
    // A group of its own: a Ctrl-C at the terminal is for whoever started it, who stops things in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      BOT_AUTH: 'off',
      HOST: '127.0.0.1',
      PORT: String(port),
      AZURE_STORAGE_CONNECTION_STRING: connectionString,
      AZURE_TABLES_URL: '',
      ...environment,
    },
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const gone = once(child, 'exit');
  const killOnExit = () => child.kill('SIGKILL');
  process.once('exit', killOnExit);
  const ended = gone.then(() => {
    process.off('exit', killOnExit);
    return child.exitCode;
  });
  const stop: BotProcess['stop'] = (signal = 'SIGINT') => {
    if (!hasEnded(child)) child.kill(signal);
    return ended;
  };
  const start = async (): Promise<void> => {
    const deadline = Date.now() + startWithin;
    while (!(await answers(`http://127.0.0.1:${port}/readyz`))) {
      if (!hasEnded(child) && Date.now() < deadline) continue;
      await stop('SIGKILL');
      throw new Error(complaints || `The bot did not answer on port ${port} within ${startWithin / 1000} seconds.`);
    }
  };
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    output: child.stdout,
    ready: start(),
    complaints: () => complaints,
    stop,
    ended,
  };
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const answers = async (address: string): Promise<boolean> => {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    await wait(100);
    return false;
  }
};

/** A port nobody listens on right now. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
};
