import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the installed Chromium without a window, with a new, empty profile that goes away with `close()`. */
export function launchBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(environment), headless: true, args: FLAGS });
}

export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const told = environment['CHROMIUM_PATH'] ?? '';
  if (told !== '') {
    if (isExecutable(told)) return told;
    throw new Error(`CHROMIUM_PATH is ${told}, but there is no executable file.`);
  }
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const found = ['/usr/bin/chromium', ...folders.map((folder) => join(folder, 'chromium'))].find(isExecutable);
  if (found !== undefined) return found;
  throw new Error(
    'The browser tests need Chromium and found none at /usr/bin/chromium or as "chromium" on the PATH. ' +
      'Install it (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to the executable of a Chromium or Chrome.',
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
