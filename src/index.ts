import { setTimeout as wait } from 'node:timers/promises';
import { createLog } from './adapters/log/index';
import { createTelemetry, startExport } from './adapters/telemetry/index';
import { compose } from './compose';
import { readConfig } from './config';

/** Milliseconds after which whoever wants Lotse to end has waited long enough. What is left over is made good by whoever starts next. */
const longestStop = 10_000;

const main = async (): Promise<void> => {
  const config = readConfig(process.env);
  if (config.applicationInsights !== undefined) startExport(config.applicationInsights);
  const telemetry = createTelemetry();
  const log = createLog(config.logLevel, telemetry.correlation);
  // Whatever nobody foresaw: what it left half done is made good by whoever starts next.
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error: unknown) => {
      log.error({ err: error, event }, 'Lotse ends: something failed that nobody took care of.');
      process.exit(1);
    });
  const lotse = await compose(config, log, { telemetry });
  log.info({ host: config.host, port: lotse.port }, 'Lotse is listening.');

  let stopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'Lotse is stopping: it finishes what it has begun.');
    const isDone = await Promise.race([lotse.stop().then(() => true), wait(longestStop, false)]);
    if (!isDone) log.warn({}, 'Not everything that was begun could be finished in time.');
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
};

main().catch((error: unknown) => {
  // Before there is a log, an operator at a terminal reads this.
  process.stderr.write(`Lotse cannot start.\n${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
