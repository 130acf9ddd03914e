import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startAzurite } from '../../support/azurite';
import { type BotProcess, startBot } from '../../support/bot-process';
import { launchBrowser } from './browser';
import type { Card } from './card';
import { Playground } from './playground';
import { PlaygroundApi } from './playground-api';
import { startPlayground } from './start-playground';

const root = join(__dirname, '..', '..', '..');

/** The bot, the simulator and a browser before it. `pictures`: the folder under `screenshots` that is filled anew. */
export const startStage = async (pictures: string) => {
  const album = join(root, 'test', 'e2e', 'screenshots', pictures);
  rmSync(album, { recursive: true, force: true });
  mkdirSync(album, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), 'lotse-e2e-'));
  const browser = await launchBrowser();
  const azurite = await startAzurite({ location: folder });
  const startOnce = () =>
    startBot({
      port: Number(process.env['PORT'] ?? '') || 3978,
      connectionString: azurite.connectionString,
      environment: { TICK_SECONDS: '2' },
    });
  let bot: BotProcess = await startOnce();
  const simulator = await startPlayground({
    botEndpoint: bot.endpoint,
    port: Number(process.env['PLAYGROUND_PORT'] ?? '') || 56_150,
    configFile: join(root, 'scripts', 'playground.yml'),
    timeZone: 'Europe/Berlin',
  });
  const teams = await Playground.open(browser, { url: simulator.url, bot: 'Lotse' });
  return {
    teams,
    album,
    /** The simulator as others than the person at the browser see it. */
    api: new PlaygroundApi(simulator.url),
    recordingFile: simulator.recordingFile,
    /** As wide as in a channel, and as on a phone. */
    photograph: async (card: Card, name: string): Promise<void> => {
      await teams.photograph(card, join(album, `${name}.png`));
      await teams.photograph(card, join(album, `${name}-320.png`), 320);
    },
    restart: async (): Promise<void> => {
      await bot.stop();
      bot = await startOnce();
    },
    stop: async (): Promise<void> => {
      await teams.close();
      await browser.close();
      await bot.stop();
      await simulator.stop();
      await azurite.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type Stage = Awaited<ReturnType<typeof startStage>>;
