import type { Page } from 'playwright-core';
import type { StandIn } from '../../preview/start-stand-in.ts';
import type { Rest } from './rest.ts';

export interface Channel {
  id: string;
  name: string;
  display_name: string;
}

export interface SiteOptions {
  /** Subpath of the stand-in. */
  basePath?: string;
  /** More settings for the backend behind the stand-in. */
  backendEnv?: Record<string, string>;
}

/** What the tests run on: a Mattermost with the plugin in it, and the backend behind it. */
export interface Site {
  /** With the subpath, without a slash at the end. */
  url: string;
  /** As an administrator. */
  admin: Rest;
  team: { id: string; name: string };
  /** A public channel of the team whose messages that begin with "todo" go to the backend. */
  webhookChannel: Channel;
  /** How the id of that button on a post begins whose menu has the entries of plugins. */
  postMenuButton: string;
  /** Before the first page of a browser context. */
  prepare(page: Page): Promise<void>;
  /** What only the stand-in allows: to break something. */
  breakable?: Breakable;
  stop(): Promise<void>;
}

export interface Breakable {
  mattermost: StandIn;
  stopBackend(): Promise<void>;
  startBackend(): Promise<void>;
  backendLog(): string;
}

/** A test asks for it only when it is skipped elsewhere. */
export function breakableOf(site: Site): Breakable {
  if (site.breakable === undefined) throw new Error('A real server is not to be broken by a test.');
  return site.breakable;
}
