import { once } from 'node:events';
import { watch } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pretty from 'pino-pretty';
import { startPlayground } from '../test/e2e/support/start-playground';
import { startAzurite } from '../test/support/azurite';
import { type BotProcess, startBot } from '../test/support/bot-process';

/** Everything on this machine: table storage, the bot, and a Teams simulator. Ctrl-C stops all three, the bot first. */
const main = async (): Promise<void> => {
  const ports = {
    tables: await freePort('TABLES_PORT', 10_002),
    bot: await freePort('PORT', 3978),
    playground: await freePort('PLAYGROUND_PORT', 56_150),
  };
  const running: { stop(): Promise<void> }[] = [];
  const stop = async (): Promise<void> => {
    for (let last = running.pop(); last; last = running.pop()) await last.stop();
  };
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      say('\nStopping …');
      void stop().then(() => process.exit(0));
    });

  try {
    const azurite = await startAzurite({ port: ports.tables, location: join(root, '.data') });
    running.push(azurite);
    const start = async (): Promise<BotProcess> => {
      const bot = await startBot({ port: ports.bot, connectionString: azurite.connectionString });
      bot.output.pipe(pretty({ ignore: 'pid,hostname', translateTime: 'HH:MM:ss' }));
      return bot;
    };
    const bot = restarting(await start(), start);
    running.push(bot);
    const playground = await startPlayground({
      botEndpoint: `http://127.0.0.1:${String(ports.bot)}/api/messages`,
      port: ports.playground,
      configFile: join(root, 'scripts', 'playground.yml'),
    });
    // The bot finishes what it has begun while the simulator can still take it.
    running.splice(1, 0, playground);
    say(welcome(playground.url));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    await stop();
    process.exitCode = 1;
  }
};

const root = join(__dirname, '..');

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const welcome = (url: string): string => `
Lotse is ready. Open ${url} and choose the channel General. Three sentences to try there:

  @Lotse start Contoso
  @Lotse what's left in Assess?
  @Lotse was ist in der Analysephase noch offen?

Ctrl-C stops everything. What you enter stays in .data/ until you delete it.
`;

/** A busy port is found before anything is started. Rejects with the variable that moves it. */
const freePort = async (variable: string, usual: number): Promise<number> => {
  const port = Number(process.env[variable] ?? '') || usual;
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
  } catch (cause) {
    say(
      `Port ${String(port)} is taken. Stop what uses it, or choose another one: ${variable}=${String(port + 1)} npm run dev`,
    );
    throw new Error('', { cause });
  }
  probe.close();
  await once(probe, 'close');
  return port;
};

/** The bot, started anew whenever one of its files changes. A change that does not start leaves a message and waits for the next. */
const restarting = (first: BotProcess, start: () => Promise<BotProcess>): { stop(): Promise<void> } => {
  let bot: BotProcess | undefined = first;
  let work = Promise.resolve();
  let soon: NodeJS.Timeout | undefined;
  const restart = async (): Promise<void> => {
    await bot?.stop();
    bot = undefined;
    try {
      bot = await start();
      say('A file changed: Lotse was restarted.');
    } catch (error) {
      say(`A file changed, but Lotse does not start:\n${error instanceof Error ? error.message : String(error)}`);
    }
  };
  const watchers = ['src', 'cards'].map((folder) =>
    watch(join(root, folder), { recursive: true }, () => {
      // Editors write a file in several steps.
      clearTimeout(soon);
      soon = setTimeout(() => {
        work = work.then(restart);
      }, 300);
    }),
  );
  return {
    stop: async () => {
      for (const watcher of watchers) watcher.close();
      clearTimeout(soon);
      await work;
      await bot?.stop();
    },
  };
};

main().catch((error: unknown) => {
  if (error instanceof Error && error.message) say(error.message);
  process.exitCode = 1;
});
