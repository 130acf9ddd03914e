import type { Browser, Page } from 'playwright-core';
import type { CardContent } from '../../support/card-content';
import type { Exchange } from './playground-api';
import { hostConfigOf, styleOf, type Theme } from './themes';

/**
 * Draws one card in the page. The library leaves Markdown to whoever uses it: what Lotse sends has no more than bold type,
 * links, mentions and a backslash before what is no Markdown.
 */
const DRAW = `
  const escaped = (text) => text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
  const words = (text) => escaped(text).replace(/&lt;at&gt;(.*?)&lt;\\/at&gt;/g, '<b>$1</b>');
  const markdown = (text) =>
    text
      .split(/(\\\\[^a-zA-Z0-9\\s]|\\*\\*|\\[[^\\]]*\\]\\([^)]*\\))/)
      .map((part, at, all) => {
        if (/^\\\\./.test(part)) return escaped(part.slice(1));
        if (part === '**') return all.slice(0, at).filter((one) => one === '**').length % 2 === 0 ? '<b>' : '</b>';
        const link = /^\\[(.*)\\]\\((.*)\\)$/.exec(part);
        return link ? '<a href="' + escaped(link[2]) + '">' + words(link[1]) + '</a>' : words(part);
      })
      .join('')
      .replace(/\\n/g, '<br>');
  globalThis.draw = ({ card, hostConfig, style, width }) => {
    AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
      result.outputHtml = markdown(text);
      result.didProcess = true;
    };
    document.getElementById('style').textContent = style;
    const frame = document.getElementById('card');
    frame.style.width = width + 'px';
    const drawn = new AdaptiveCards.AdaptiveCard();
    drawn.hostConfig = new AdaptiveCards.HostConfig(hostConfig);
    drawn.parse(card);
    frame.replaceChildren(drawn.render());
  };`;

/** A page that draws cards in the themes and widths the simulator does not have. */
export class Gallery {
  private constructor(private readonly page: Page) {}

  static async open(browser: Browser): Promise<Gallery> {
    const page = await browser.newPage({ viewport: { width: 700, height: 1200 } });
    await page.setContent('<!doctype html><style id="style"></style><div id="card"></div>');
    await page.addScriptTag({ path: require.resolve('adaptivecards/dist/adaptivecards.min.js') });
    await page.evaluate(DRAW);
    return new Gallery(page);
  }

  async photograph(card: CardContent, theme: Theme, width: number, path: string): Promise<void> {
    const told = { card, hostConfig: hostConfigOf(theme), style: styleOf(theme), width };
    await this.page.emulateMedia({
      forcedColors: theme === 'contrast' ? 'active' : 'none',
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    await this.page.evaluate(`draw(${JSON.stringify(told)})`);
    await this.page.locator('#card').screenshot({ path });
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

/** Every card that was sent, posted or answered to a press, the newest first. */
export const cardsIn = (traffic: readonly Exchange[]): readonly CardContent[] =>
  [...traffic].reverse().flatMap(({ request, response }) => cardsWithin([request.body, response?.body]));

const cardsWithin = (value: unknown): readonly CardContent[] => {
  if (Array.isArray(value)) return value.flatMap(cardsWithin);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as CardContent;
  return node['type'] === 'AdaptiveCard' ? [node] : Object.values(node).flatMap(cardsWithin);
};

/** What is written in a card, as far as it tells one from another. */
export const writtenIn = (card: CardContent): string => lettersOf(textsOf(card['body']).join(''));

export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

const textsOf = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Readonly<Record<string, unknown>>;
  if (node['isVisible'] === false) return [];
  if (node['type'] === 'TextBlock') return [shownOf(String(node['text']))];
  return [...textsOf(node['items']), ...textsOf(node['columns'])];
};

/** Without what the eye does not see of it: where a link leads, tags, and how they are written where they are none. */
const shownOf = (text: string): string =>
  text
    .replace(/(^|[^\\])\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1$2')
    .replace(/<\/?at>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&');
