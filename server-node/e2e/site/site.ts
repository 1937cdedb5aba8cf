import type { Page } from 'playwright-core';
import type { MeView } from '../../src/contract/api.ts';
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
  /** More settings for the backend behind the stand-in; of these a managed one knows TODO_PROGRAM. */
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
  /** How changes reach the browser: from the backend itself, or over Mattermost's own connection. */
  push: MeView['push'];
  /** Before the first page of a browser context. */
  prepare(page: Page): Promise<void>;
  /** What only the stand-in allows: to break something. */
  breakable?: Breakable;
  /** What only the suite's own bundle allows: to put another in its place. */
  managed?: Managed;
  stop(): Promise<void>;
}

export interface Breakable {
  mattermost: StandIn;
  backendUrl: string;
  stopBackend(): Promise<void>;
  startBackend(): Promise<void>;
  backendLog(): string;
}

export interface Managed {
  /** As its manifest says. */
  bundleVersion(): Promise<string>;
  /** The same bundle under another version, in place of the one that is there; back when it runs. */
  upload(asVersion: string): Promise<void>;
}

/** A test asks for it only when it is skipped elsewhere. */
export function breakableOf(site: Site): Breakable {
  if (site.breakable === undefined) throw new Error('A real server is not to be broken by a test.');
  return site.breakable;
}

/** Likewise. */
export function managedOf(site: Site): Managed {
  if (site.managed === undefined) throw new Error('This test needs TODO_BUNDLE.');
  return site.managed;
}
