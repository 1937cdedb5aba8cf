import { z } from 'zod';

import { makeShortMemory } from '../../shared/short-memory.ts';
import { MINUTE_MS, type Clock } from '../../shared/time.ts';
import type { RestCall } from './rest-call.ts';
import { trimSiteUrl } from './rest-client.ts';
import { RestError } from './rest-error.ts';
import { callJson } from './rest-json.ts';

const configSchema = z.object({
  SiteURL: z.string().default(''),
  DefaultClientLocale: z.string().default(''),
  Version: z.string().default(''),
});
type SiteConfig = z.output<typeof configSchema>;

/** @returns undefined when Mattermost cannot be asked */
export function makeSiteConfig(call: RestCall, now: Clock): () => Promise<SiteConfig | undefined> {
  const memory = makeShortMemory<SiteConfig>({ now, keepMs: () => 10 * MINUTE_MS, maxEntries: 1 });
  const request = { method: 'GET', path: '/api/v4/config/client?format=old' };
  const ask = () => callJson(call, request, configSchema);
  return () =>
    memory.recall('site', ask).catch((error: unknown) => {
      if (error instanceof RestError) {
        return undefined;
      }
      throw error;
    });
}

/**
 * An address of ours as Mattermost has to know it: whole, and below SiteURL to the letter. There it sends along the
 * session of whoever pressed, and asks no setting whether it may call an internal address; a relative one it would
 * deliver to a plugin's process, of which there is none.
 */
export function makeOurUrl(siteConfig: ReturnType<typeof makeSiteConfig>) {
  return async (path: string): Promise<string | undefined> => {
    const config = await siteConfig();
    if (config === undefined)
      throw new RestError('GET /api/v4/config/client: no answer', { status: 0, id: 'no_answer' });
    return config.SiteURL === '' ? undefined : trimSiteUrl(config.SiteURL) + path;
  };
}
