import type { Browser, Locator, Page, Response } from 'playwright-core';
import { z } from 'zod';
import { Card, CARDS, THREADS } from './card';

/** What a person writes: text, or somebody mentioned with @. */
export type Part = string | { mention: string };

/** A post or reply that was sent; `conversationId` is that of its thread. */
export interface Sent {
  conversationId: string;
  messageId: string;
}

export interface OpenOptions {
  url: string;
  bot: string;
  locale?: string;
  timeZone?: string;
}

const NEW_POST = '[role=group].fui-Card:not(:has([aria-label="Send Message"]))';
const VIEWPORT = { width: 1280, height: 900 };
const SentAnswer = z.object({ messageId: z.string(), postConversationId: z.string().optional() });

/**
 * Resizing the window makes the Playground open its log panel and draw every card anew, so unsent inputs would be lost
 * by taking a picture. While a picture is taken the page does not hear of the size.
 */
const QUIET_RESIZE = `addEventListener('resize', (event) => { if (globalThis.quietResize) event.stopImmediatePropagation(); }, true);`;

/** The Playground's page, used as a person uses Teams. */
export class Playground {
  private constructor(
    readonly page: Page,
    private readonly bot: string,
  ) {}

  static async open(browser: Browser, options: OpenOptions): Promise<Playground> {
    const context = await browser.newContext({
      viewport: VIEWPORT,
      locale: options.locale ?? 'en-GB',
      timezoneId: options.timeZone ?? 'Europe/Berlin',
      reducedMotion: 'reduce',
    });
    const origin = new URL(options.url).origin;
    await context.route(
      (url) => url.origin !== origin,
      (route) => route.abort(),
    );
    await context.addInitScript({ content: QUIET_RESIZE });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    const playground = new Playground(page, options.bot);
    await page.goto(options.url);
    await playground.untilReady();
    return playground;
  }

  /** As F5: the page forgets all messages (the Playground's server and the bot do not). */
  async reload(): Promise<void> {
    await this.page.reload();
    await this.untilReady();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** `General` or the name of the second channel. The first visit to the team adds the bot to it. */
  async openChannel(name: string): Promise<void> {
    await this.page
      .getByRole('tree', { name: 'Teams Channel' })
      .getByRole('treeitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .click();
    await this.page.getByRole('button', { name: 'Post', exact: true }).waitFor();
  }

  async openGroupChat(): Promise<void> {
    await this.chats().nth(1).click();
    await this.page.getByRole('button', { name: 'Send Message' }).waitFor();
  }

  async openPersonalChat(): Promise<void> {
    await this.chats().first().click();
    await this.page.getByRole('button', { name: 'Send Message' }).waitFor();
  }

  /** A new post in the open channel that mentions the bot first. */
  async post(...parts: Part[]): Promise<Sent> {
    return this.write(this.page.locator(NEW_POST), 'Post', [{ mention: this.bot }, ' ', ...parts]);
  }

  /** Writes in a thread of its own; resolves with the answer there. */
  async ask(text: string, shows: string | RegExp): Promise<Card> {
    await this.post(text);
    return this.card(shows, this.thread(text));
  }

  /** A new post nobody but people are meant to read. */
  async postWithoutBot(...parts: Part[]): Promise<Sent> {
    return this.write(this.page.locator(NEW_POST), 'Post', parts);
  }

  /** A reply, mentioning the bot first, in the newest thread of the open channel with this text in it. */
  async reply(thread: string | RegExp, ...parts: Part[]): Promise<Sent> {
    return this.write(this.thread(thread), 'Send Message', [{ mention: this.bot }, ' ', ...parts]);
  }

  /** A message in the open group chat, mentioning the bot first. */
  async sayInGroupChat(...parts: Part[]): Promise<Sent> {
    return this.write(this.page.locator('body'), 'Send Message', [{ mention: this.bot }, ' ', ...parts]);
  }

  async sayInPersonalChat(text: string): Promise<Sent> {
    return this.write(this.page.locator('body'), 'Send Message', [text]);
  }

  /** The newest thread of the open channel with this text in its post, a reply or a card. */
  thread(text: string | RegExp): Locator {
    return this.threads().filter({ hasText: text }).first();
  }

  threads(): Locator {
    return this.page.locator(THREADS);
  }

  /** The last card with this text: on the whole page, or in the thread given. Waits until it is there. */
  async card(text: string | RegExp, within?: Locator, timeout = 15_000): Promise<Card> {
    const found = this.cards(text, within).last();
    await found.waitFor({ timeout }).catch(async (error: unknown) => {
      const stands = await (within ?? this.page.locator('body')).allInnerTexts();
      throw new Error(`No card "${String(text)}". What stands there: ${stands.join('\n').slice(0, 2_000)}`, {
        cause: error,
      });
    });
    return Card.at(this.page, found);
  }

  /** What people are told comes when nothing more has come for them in 20 seconds. */
  notice(text: string | RegExp): Promise<Card> {
    return this.card(text, undefined, 45_000);
  }

  cards(text: string | RegExp = '', within?: Locator): Locator {
    return (within ?? this.page.locator('body')).locator(CARDS).filter({ hasText: text });
  }

  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  /** One card, whole; `width` 320 is a phone (the Playground itself always draws cards 450 px wide). */
  async photograph(card: Card, path: string, width?: number): Promise<void> {
    const style = width === undefined ? undefined : await this.page.addStyleTag({ content: narrow(width) });
    await this.page.evaluate('globalThis.quietResize = true');
    try {
      const box = await card.root.boundingBox();
      await this.page.setViewportSize({
        width: VIEWPORT.width,
        height: Math.ceil((box?.height ?? 0) + VIEWPORT.height),
      });
      await card.root.screenshot({ path });
    } finally {
      await this.page.setViewportSize(VIEWPORT);
      await this.page.evaluate('globalThis.quietResize = false');
      await style?.evaluate((node: { remove(): void }) => {
        node.remove();
      });
    }
  }

  private chats(): Locator {
    return this.page.getByRole('tree', { name: 'Personal and Group Chat' }).getByRole('treeitem');
  }

  private async untilReady(): Promise<void> {
    await this.page.getByRole('tree', { name: 'Teams Channel' }).waitFor({ timeout: 30_000 });
    await this.page.getByRole('button', { name: 'Hide log panel' }).click();
  }

  private async write(place: Locator, button: string, parts: Part[]): Promise<Sent> {
    const editor = place.locator('[data-lexical-editor]').last();
    await editor.click();
    for (const part of parts) {
      if (typeof part !== 'string') await this.mention(part.mention);
      else if (part.includes('\n'))
        throw new Error('Enter sends in the Playground; a text of several lines goes through PlaygroundApi.say.');
      else await this.page.keyboard.type(part);
    }
    const [response] = await Promise.all([
      this.page.waitForResponse(isSending),
      place.getByRole('button', { name: button, exact: true }).last().click(),
    ]);
    const answer = SentAnswer.parse(await response.json());
    return { conversationId: answer.postConversationId ?? conversationOf(response), messageId: answer.messageId };
  }

  private async mention(name: string): Promise<void> {
    await this.page.keyboard.type(`@${name.split(' ')[0] ?? name}`);
    await this.page
      .getByRole('menuitem')
      .filter({ has: this.page.getByText(name, { exact: true }) })
      .click();
  }
}

function isSending(response: Response): boolean {
  return (
    response.request().method() === 'POST' && /\/_conversation\/v1\/conversations\/.+\/messages$/.test(response.url())
  );
}

function conversationOf(response: Response): string {
  return decodeURIComponent(/conversations\/(.+)\/messages$/.exec(response.url())?.[1] ?? '');
}

function narrow(width: number): string {
  return `*:has(> .ac-preview-panel) { width: ${width}px !important; min-width: 0 !important; max-width: ${width}px !important; box-sizing: border-box; }`;
}
