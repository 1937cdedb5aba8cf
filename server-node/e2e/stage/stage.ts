import type { Browser, Page } from 'playwright-core';
import { PLUGIN_PATH } from '../../src/contract/paths.ts';
import type { Channel, Site } from '../site/site.ts';
import { newChannel, newPerson, removeChannel, removePerson, type Person, type Tastes } from './people.ts';
import { Visit } from './visit.ts';

const DESKTOP = { width: 1280, height: 800 };
const PATIENCE_MS = 15_000;

export interface VisitOptions {
  /** Left out: the channel with the webhook. */
  channel?: Channel;
  viewport?: { width: number; height: number };
  /** Before the page's own scripts. */
  beforeLoad?: (page: Page) => Promise<void>;
}

/** Everything that one test needs: people and a channel of its own, and windows. */
export class Stage {
  readonly site: Site;
  readonly visits: Visit[] = [];
  readonly #browser: Browser;
  readonly #people: Person[] = [];
  readonly #channels: Channel[] = [];

  constructor(site: Site, browser: Browser) {
    this.site = site;
    this.#browser = browser;
  }

  async person(name = 'anna', tastes: Tastes = {}): Promise<Person> {
    const person = await newPerson(this.site, name, tastes);
    this.#people.push(person);
    return person;
  }

  channel(...members: Person[]): Promise<Channel> {
    return this.#channel(members, false);
  }

  privateChannel(...members: Person[]): Promise<Channel> {
    return this.#channel(members, true);
  }

  async #channel(members: Person[], isPrivate: boolean): Promise<Channel> {
    const channel = await newChannel(this.site, members, { isPrivate });
    this.#channels.push(channel);
    return channel;
  }

  /** A window of its own, with its own cookies and storage, at a channel. */
  async visit(person: Person, options: VisitOptions = {}): Promise<Visit> {
    const context = await this.#browser.newContext({
      viewport: options.viewport ?? DESKTOP,
      locale: 'en-US',
      timezoneId: 'Europe/Berlin',
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const { hostname, pathname } = new URL(this.site.url);
    await context.addCookies(
      person.cookies.map((cookie) => ({ ...cookie, domain: hostname, path: pathname })),
    );
    const page = await context.newPage();
    const visit = new Visit(this.site, person, page);
    this.visits.push(visit);
    await this.site.prepare(page);
    await options.beforeLoad?.(page);
    await visit.goTo(options.channel ?? this.site.webhookChannel);
    return visit;
  }

  /** Somebody new, with the sidebar open. */
  async newcomer(name?: string, tastes?: Tastes) {
    const person = await this.person(name, tastes);
    const visit = await this.visit(person);
    return { person, visit, sidebar: await visit.openSidebar() };
  }

  /** The plugin's script is elsewhere: Mattermost has it. */
  get #backend(): string {
    return `${this.site.url}${PLUGIN_PATH}/**`;
  }

  /** For everybody on the stand-in; on a server that others use for these windows, which then see what a proxy says. */
  async stopBackend(): Promise<void> {
    if (this.site.breakable !== undefined) return this.site.breakable.stopBackend();
    for (const { context } of this.visits)
      await context.route(this.#backend, (route) => route.fulfill({ status: 502 }));
  }

  async startBackend(): Promise<void> {
    if (this.site.breakable !== undefined) return this.site.breakable.startBackend();
    for (const { context } of this.visits) await context.unroute(this.#backend);
  }

  /** @throws when a script of the plugin failed in any window, whatever the test looked at */
  checkScripts(): void {
    for (const { errors } of this.visits) {
      const ours = errors.find(({ stack = '' }) => stack.includes('todo-node'));
      if (ours !== undefined) throw ours;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.visits.map(({ context }) => context.close()));
    await Promise.all(this.#channels.map((channel) => removeChannel(this.site, channel)));
    await Promise.all(this.#people.map((person) => removePerson(this.site, person)));
  }
}
