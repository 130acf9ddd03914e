import { createLog } from './adapters/log/index';
import { compose } from './compose';
import { readConfig } from './config';

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const lotse = await compose(config, log);
  log.info({ host: config.host, port: lotse.port }, 'Lotse is listening.');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Lotse is stopping: it finishes what it has begun.');
    await lotse.stop();
    process.exitCode = 0;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
};

main().catch((error: unknown) => {
  // Before there is a log, an operator at a terminal reads this.
  process.stderr.write(`Lotse cannot start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
