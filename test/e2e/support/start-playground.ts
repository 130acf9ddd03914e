import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 30_000;
const STOP_MS = 10_000;

export interface PlaygroundOptions {
  botEndpoint: string;
  port: number;
  /** People, team and bot; without it the Playground's own (Alex Wilber, "Test Bot"). */
  configFile?: string;
  /** What the Playground tells the bot about the person's time zone. */
  timeZone?: string;
}

export interface RunningPlayground {
  url: string;
  /** Everything that went over the wire in both directions; see `readTraffic`. */
  recordingFile: string;
  stop(): Promise<void>;
}

export async function startPlayground(options: PlaygroundOptions): Promise<RunningPlayground> {
  const folder = mkdtempSync(join(tmpdir(), 'lotse-playground-'));
  const recordingFile = join(folder, 'recording.log');
  const logFile = join(folder, 'playground.log');
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const command = ['start', '-e', options.botEndpoint, '-p', String(options.port)];
  const child = spawn(process.execPath, [cli, ...command, '--disable-telemetry', '--enable-events-recording'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: whoever started it stops it, in the right order.
    detached: true,
    env: {
      ...process.env,
      NO_PROXY: 'localhost,127.0.0.1',
      no_proxy: 'localhost,127.0.0.1',
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: logFile,
      M365_AGENTS_PLAYGROUND_RECORDING_FILE: recordingFile,
      ...(options.configFile === undefined ? {} : { M365_AGENTS_PLAYGROUND_CONFIG_PATH: options.configFile }),
      ...(options.timeZone === undefined ? {} : { TZ: options.timeZone }),
    },
  });
  const url = `http://127.0.0.1:${options.port}`;
  try {
    await untilItAnswers(child, options.port, `${url}/_debug/ping`);
  } catch (error) {
    await stop(child);
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${log}`, { cause: error });
  }
  return { url, recordingFile, stop: () => stop(child) };
}

async function untilItAnswers(child: ChildProcess, port: number, ping: string): Promise<void> {
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString();
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const deadline = Date.now() + START_MS;
  while (Date.now() < deadline) {
    if (hasEnded(child)) throw new Error(`The Playground ended at once:\n${output}`);
    const listening = /Listening on (\d+)/.exec(output)?.[1];
    if (listening !== undefined && Number(listening) !== port) {
      throw new Error(`Port ${port} is in use, the Playground took ${listening} instead.`);
    }
    if (listening !== undefined && (await answers(ping))) return;
    await wait(100);
  }
  throw new Error(`The Playground did not answer at ${ping} within ${START_MS / 1000} s:\n${output}`);
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    return false;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
    }),
  );
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
