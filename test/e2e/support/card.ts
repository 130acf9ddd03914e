import type { Locator, Page } from 'playwright-core';

const PATIENCE = 15_000;
const MORE = 'More options';

export const CARDS = '.ac-preview-panel > .ac-adaptiveCard';
export const THREADS = '[role=group].fui-Card:has([aria-label="Send Message"])';

/** As much of the page's elements as `placeOf` needs (the tests are compiled without the browser's types). */
interface Box {
  contains(other: Box): boolean;
  querySelectorAll(selector: string): Iterable<Box>;
  ownerDocument: Pick<Box, 'querySelectorAll'>;
}

/** One Adaptive Card on the page, used as a person uses it: by what is written on it. */
export class Card {
  private constructor(
    private readonly page: Page,
    readonly root: Locator,
  ) {}

  /**
   * Keeps pointing at this card when its text changes, by its place: new posts come on top, replies at the bottom. (The
   * page replaces the elements of a card at will.)
   */
  static async at(page: Page, found: Locator): Promise<Card> {
    const place = await found.evaluate(placeOf, { threadSelector: THREADS, cardSelector: CARDS });
    const scope = place.thread === 0 ? page.locator('body') : page.locator(THREADS).nth(place.thread);
    return new Card(page, scope.locator(CARDS).nth(place.card));
  }

  text(): Promise<string> {
    return this.root.innerText();
  }

  /** The texts on it, without fields and buttons. */
  async written(): Promise<string> {
    return (await this.root.locator('.ac-textBlock:visible').allInnerTexts()).join('\n');
  }

  /** Waits until the card shows this text (after a press, or after the bot updated the post). */
  async shows(text: string | RegExp, timeout = 15_000): Promise<void> {
    await this.root.filter({ hasText: text }).waitFor({ timeout });
  }

  /** A row or container with a `selectAction`. */
  async tap(text: string | RegExp): Promise<void> {
    await this.root
      .locator('.ac-selectable[role=button]')
      .filter({ hasText: text })
      .first()
      .click({ timeout: PATIENCE });
  }

  /** Labels of all buttons, in order, those behind "…" included. */
  async buttons(): Promise<string[]> {
    const labels: string[] = [];
    for (const button of await this.root.locator('.ac-actionSet button').all()) {
      const label = (await button.getAttribute('aria-label')) ?? '';
      if (label !== MORE) {
        labels.push(label);
        continue;
      }
      await button.click();
      const items = this.page.getByRole('menuitem');
      await items.first().waitFor({ timeout: PATIENCE });
      labels.push(...(await items.allInnerTexts()).map((item) => item.trim()));
      await this.page.keyboard.press('Escape');
      await items.first().waitFor({ state: 'hidden', timeout: PATIENCE });
    }
    return labels;
  }

  async press(title: string): Promise<void> {
    const button = this.root.locator('.ac-actionSet').getByRole('button', { name: title, exact: true }).first();
    const overflow = this.root.getByRole('button', { name: MORE, exact: true });
    await button.or(overflow.first()).first().waitFor({ timeout: PATIENCE });
    // The view before this one may have a menu, too: a button in sight has a moment to appear.
    const inSight = await button.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    if (inSight) {
      await button.click({ timeout: PATIENCE });
      return;
    }
    for (const menu of await overflow.all()) {
      await menu.click();
      const item = this.page.getByRole('menuitem', { name: title, exact: true });
      await this.page.getByRole('menuitem').first().waitFor({ timeout: PATIENCE });
      if (await item.isVisible()) {
        await item.click();
        return;
      }
      await this.page.keyboard.press('Escape');
    }
    throw new Error(`No button "${title}" on the card:\n${await this.text()}`);
  }

  /** What is typed in a field. */
  typed(label: string): Promise<string> {
    return this.field(label).locator('input, textarea').inputValue({ timeout: PATIENCE });
  }

  async fillText(label: string, value: string): Promise<void> {
    await this.field(label).locator('input, textarea').fill(value, { timeout: PATIENCE });
  }

  /** Types the day (`YYYY-MM-DD`); an empty string empties the field. */
  async fillDate(label: string, day: string): Promise<void> {
    const input = this.field(label).getByRole('combobox');
    await input.fill(day, { timeout: PATIENCE });
    await input.press('Tab');
    await this.page.getByRole('dialog', { name: 'Calendar' }).waitFor({ state: 'hidden', timeout: PATIENCE });
  }

  /** An entry of a compact or filtered choice list; `typed` narrows a filtered list first. */
  async choose(label: string, entry: string, typed?: string): Promise<void> {
    const input = this.field(label).getByRole('combobox');
    await input.click({ timeout: PATIENCE });
    if (typed !== undefined) await input.fill(typed);
    await this.page.getByRole('option', { name: entry, exact: true }).click({ timeout: PATIENCE });
  }

  /** One of the round buttons of an expanded choice list. */
  async pickOne(label: string, entry: string): Promise<void> {
    await this.field(label).getByRole('radio', { name: entry, exact: true }).check({ timeout: PATIENCE });
  }

  async pickPerson(label: string, name: string): Promise<void> {
    const picker = this.field(label).locator('.ms-PeoplePicker');
    await picker.waitFor({ timeout: PATIENCE });
    // The Playground goes on showing the person of the form before, but would send nobody.
    for (const old of await picker.getByRole('button', { name: 'Remove' }).all()) await old.click();
    const input = picker.getByRole('combobox');
    await input.click();
    await input.fill('');
    await input.pressSequentially(name.split(' ')[0] ?? name);
    const suggestions = this.page.locator('.ms-Suggestions').getByRole('option').filter({ hasText: name });
    await suggestions.first().click({ timeout: PATIENCE });
  }

  /** The grey line under the card: the answer to a press that was a text, not a card. */
  async answerLine(): Promise<string> {
    const line = this.root.locator('xpath=../..').getByLabel('Display Invoked Message');
    return (await line.count()) === 0 ? '' : (await line.innerText()).trim();
  }

  private field(label: string): Locator {
    const exact = new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*\\*?\\s*$`);
    return this.root.locator('div:has(> label)').filter({ has: this.page.locator('label', { hasText: exact }) });
  }
}

/** Runs in the page. `thread` counts from the end: -1 is the last; 0 means the card is in no thread. */
function placeOf(
  node: Box,
  selectors: { threadSelector: string; cardSelector: string },
): { thread: number; card: number } {
  const threads = [...node.ownerDocument.querySelectorAll(selectors.threadSelector)];
  const thread = threads.findIndex((candidate) => candidate.contains(node));
  const cards = [...(threads[thread] ?? node.ownerDocument).querySelectorAll(selectors.cardSelector)];
  return { thread: thread < 0 ? 0 : thread - threads.length, card: cards.indexOf(node) };
}
