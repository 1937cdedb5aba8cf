import type { BrowserContext, Locator, Page } from 'playwright-core';
import type { Channel, Site } from '../site/site.ts';
import { eventually } from './eventually.ts';
import type { Person } from './people.ts';
import { Sidebar } from './sidebar.ts';

/** The client of a real server is large, and the machine may be busy. */
const LOADED_WITHIN_MS = 60_000;

export type Place = 'channel' | 'thread';

const COMPOSER: Record<Place, string> = { channel: '#post_textbox', thread: '#reply_textbox' };
const POSTS: Record<Place, string> = { channel: '.post[id^="post_"]', thread: '.post[id^="rhsPost_"]' };

/** One window of one person. The client's own parts have the same marks on the stand-in and on a real server. */
export class Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly person: Person;
  readonly sidebar: Sidebar;
  /** What went wrong in the page's scripts, and what its console said. */
  readonly errors: Error[] = [];
  readonly console: string[] = [];
  readonly #site: Site;

  constructor(site: Site, person: Person, page: Page) {
    this.page = page;
    this.context = page.context();
    this.person = person;
    this.sidebar = new Sidebar(page);
    this.#site = site;
    page.on('pageerror', (error) => this.errors.push(error));
    page.on('console', (message) => this.console.push(`${message.type()}: ${message.text()}`));
  }

  async goTo({ name }: Channel): Promise<void> {
    await this.#load(`channels/${name}`);
  }

  /** Goes to the direct channel with somebody. */
  async writeTo({ userId, username }: { userId: string; username: string }): Promise<void> {
    await this.person.call('POST', '/api/v4/channels/direct', [this.person.userId, userId]);
    await this.#load(`messages/@${username}`);
  }

  async #load(path: string): Promise<void> {
    await this.page.goto(`${this.#site.url}/${this.#site.team.name}/${path}`, { timeout: LOADED_WITHIN_MS });
    await this.composer('channel').waitFor({ timeout: LOADED_WITHIN_MS });
  }

  composer(place: Place): Locator {
    return this.page.locator(COMPOSER[place]);
  }

  /** Types and sends. The real client ignores Enter for a moment after a channel was opened. */
  async say(text: string, place: Place = 'channel'): Promise<void> {
    await this.type(text, place);
    const composer = this.composer(place);
    await eventually(async () => {
      if ((await composer.inputValue()) === '') return;
      await composer.press('Enter');
      await composer.and(this.page.locator(':placeholder-shown')).waitFor({ timeout: 2_000 });
    });
  }

  async type(text: string, place: Place = 'channel'): Promise<void> {
    await this.composer(place).click();
    await this.composer(place).fill(text);
  }

  /** The newest post with these words. */
  post(words: string, place: Place = 'channel'): Locator {
    return this.page.locator(POSTS[place]).filter({ hasText: words }).last();
  }

  async openThread(words: string): Promise<void> {
    const post = this.post(words);
    await post.hover();
    await post.locator('[id^="CENTER_commentIcon_"]').click();
    await this.composer('thread').waitFor();
  }

  async chooseInPostMenu(words: string, entry: string): Promise<void> {
    const post = this.post(words);
    await post.hover();
    await post.locator(`[id^="${this.#site.postMenuButton}"]`).click();
    await this.page.getByRole('menuitem', { name: entry }).click();
  }

  /** In the app bar, or in the channel's header where there is no room for that; what it says is the count. */
  icon(): Locator {
    return this.page.locator('.todo-node-badge:visible');
  }

  /** The open sidebar, as a window beside this one. */
  async popOut(): Promise<Sidebar> {
    const [page] = await Promise.all([
      this.context.waitForEvent('page'),
      this.page.getByRole('button', { name: 'Open in new window' }).click(),
    ]);
    page.on('pageerror', (error) => this.errors.push(error));
    const sidebar = new Sidebar(page);
    await sidebar.root.waitFor();
    return sidebar;
  }

  async openSidebar(): Promise<Sidebar> {
    await this.icon().click();
    await this.sidebar.root.waitFor();
    return this.sidebar;
  }
}
