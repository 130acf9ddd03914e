import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startAzurite } from '../../support/azurite';
import { type BotProcess, startBot } from '../../support/bot-process';
import type { CardContent } from '../../support/card-content';
import { launchBrowser } from './browser';
import type { Card } from './card';
import { cardsIn, Gallery, lettersOf, writtenIn } from './gallery';
import { Playground } from './playground';
import { PlaygroundApi, readTraffic } from './playground-api';
import { startPlayground } from './start-playground';
import { themes } from './themes';

/** A post is updated within this time, in milliseconds. */
const quiet = 2_500;

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
  const gallery = await Gallery.open(browser);
  const photograph = async (card: Card, name: string): Promise<void> => {
    await teams.photograph(card, join(album, `${name}.png`));
    await teams.photograph(card, join(album, `${name}-320.png`), 320);
  };
  const saying = (text: string): CardContent | undefined =>
    cardsIn(readTraffic(simulator.recordingFile)).find((one) => JSON.stringify(one).includes(text));
  const sent = (text: string): CardContent => {
    const card = saying(text);
    if (!card) throw new Error(`No card says "${text}".`);
    return card;
  };
  return {
    teams,
    album,
    /** The simulator as others than the person at the browser see it. */
    api: new PlaygroundApi(simulator.url),
    recordingFile: simulator.recordingFile,
    /** The newest card that says this, as it was sent. */
    sent,
    /** As wide as in a channel, and as on a phone. */
    photograph,
    /** The same, and in every theme of Teams as wide as on a desktop and on a phone. */
    photographInThemes: async (card: Card, name: string): Promise<void> => {
      await photograph(card, name);
      const written = lettersOf(await card.written());
      const shown = cardsIn(readTraffic(simulator.recordingFile)).find((one) => writtenIn(one) === written);
      if (!shown) throw new Error(`Nobody sent the card that ${name} shows:\n${await card.written()}`);
      for (const theme of themes)
        for (const width of [320, 640])
          await gallery.photograph(shown, theme, width, join(album, `${name}-${theme}-${width}.png`));
    },
    /** Waits for an answer that says this, and takes a picture of it. On a post it is soon followed by an update. */
    answered: async (text: string, name?: string): Promise<void> => {
      for (let patience = 60; patience > 0 && !saying(text); patience--) await wait(250);
      const card = sent(text);
      if (name !== undefined) await gallery.photograph(card, 'light', 320, join(album, `${name}-320.png`));
    },
    /** Puts a picture into the documentation; only if asked to, for a picture has a date in it. */
    document: (name: string, to: string): void => {
      if (process.env['WRITE_DOCS'] === '1') copyFileSync(join(album, `${name}.png`), join(root, 'docs', 'images', to));
    },
    /** Waits until every post shows what it has to: an update closes what was opened on a post before. */
    settled: async (): Promise<void> => {
      const recorded = () => statSync(simulator.recordingFile).size;
      let before: number;
      do {
        before = recorded();
        await wait(quiet);
      } while (recorded() !== before);
    },
    restart: async (): Promise<void> => {
      await bot.stop();
      bot = await startOnce();
    },
    stop: async (): Promise<void> => {
      await gallery.close();
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
