import type { Config } from '../../config.ts';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import type { Clock } from '../../shared/time.ts';
import type { Resolve } from '../resolve-host.ts';
import type { Finding } from './finding.ts';

/** What the checks of a Mattermost may ask, whoever runs the backend. */
export interface SiteContext {
  /** Where Mattermost is, as seen from here. */
  url: string;
  /** That address, without a token of its own. */
  anyone: RestCall;
  /** Undefined without an administrator's token. */
  admin: { call: RestCall; token: string } | undefined;
  /** The address people use; undefined when Mattermost has none, or cannot be asked. */
  siteUrl: string | undefined;
  /** As a browser would, but without cookies. */
  fetch: typeof globalThis.fetch;
  now: Clock;
}

/** And what those of a sidecar may. */
export interface DoctorContext extends SiteContext {
  config: Config;
  resolve: Resolve;
  bot: RestCall;
  /** Which of the bot's tokens that of the settings is, as setup has written it; empty where it is not known. */
  botTokenId: string;
  /** Whether Mattermost lets the bot open a WebSocket. */
  greetsBot: () => Promise<boolean>;
}

/** @param before what was found so far */
export type CheckOf<Context> = (context: Context, before: readonly Finding[]) => Promise<Finding[]>;
export type Check = CheckOf<DoctorContext>;
export type SiteCheck = CheckOf<SiteContext>;
