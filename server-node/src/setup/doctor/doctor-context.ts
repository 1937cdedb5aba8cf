import type { Config } from '../../config.ts';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import type { Clock } from '../../shared/time.ts';
import type { Finding } from './finding.ts';

/** What the checks may ask. */
export interface DoctorContext {
  config: Config;
  /** MATTERMOST_URL, without a token of its own. */
  anyone: RestCall;
  bot: RestCall;
  /** Undefined without an administrator's token. */
  admin: { call: RestCall; token: string } | undefined;
  /** The address people use; undefined when Mattermost has none, or cannot be asked. */
  siteUrl: string | undefined;
  /** As a browser would, but without cookies. */
  fetch: typeof globalThis.fetch;
  now: Clock;
}

export type Check = (context: DoctorContext) => Promise<Finding[]>;
