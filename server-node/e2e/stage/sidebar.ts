import type { Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';

/** Our own part of the page, found by roles and names as a screen reader would. */
export class Sidebar {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.locator('.todo-node-root');
  }

  tab(name: string): Locator {
    return this.root.getByRole('tab', { name });
  }

  async choose(tab: string): Promise<void> {
    await this.tab(tab).click();
  }

  get field(): Locator {
    return this.root.getByRole('tabpanel').getByRole('textbox', { name: /^Add/ });
  }

  async add(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  check(text: string): Locator {
    return this.root.getByRole('checkbox', { name: text, exact: true });
  }

  row(text: string): Locator {
    const check = this.page.getByRole('checkbox', { name: text, exact: true });
    return this.root.getByRole('listitem').filter({ has: check });
  }

  /** A button of the row, such as Edit, shown under the pointer; the row may move away from it, as when one above goes. */
  async press(text: string, button: string): Promise<void> {
    await eventually(async () => {
      await this.row(text).hover();
      await this.row(text).getByRole('button', { name: button }).click({ timeout: 5_000 });
    });
  }

  get editor(): Locator {
    return this.root.getByRole('textbox', { name: 'Text of the to-do' });
  }

  get undoBar(): Locator {
    return this.root.getByRole('group', { name: 'Undo' });
  }

  get doneGroup(): Locator {
    return this.root.getByRole('button', { name: /^Done/ });
  }

  /** What is said without being shown. */
  get spoken(): Locator {
    return this.root.getByRole('status');
  }

  get alert(): Locator {
    return this.root.getByRole('alert');
  }

  /** Asks it to try again; it may have done so by itself just before, and then there is nothing to press. */
  async tryNow(): Promise<void> {
    const button = this.alert.getByRole('button', { name: 'Try now' });
    await eventually(async () => {
      if ((await button.count()) > 0) await button.click({ timeout: 1_000 });
    });
  }

  /** The open ones, in order. */
  openTexts(): Promise<string[]> {
    return this.#textsIn(this.root.getByRole('region', { name: 'Open' }));
  }

  doneTexts(): Promise<string[]> {
    return this.#textsIn(this.root.getByRole('region', { name: /^Done/ }));
  }

  #textsIn(group: Locator): Promise<string[]> {
    return group
      .getByRole('checkbox')
      .evaluateAll((checks) => checks.map((check) => check.getAttribute('aria-label') ?? ''));
  }
}
