import { openRealServer } from './open-real-server.ts';
import { openStandIn } from './open-stand-in.ts';
import type { Site, SiteOptions } from './site.ts';

const { MM_URL, MM_ADMIN_USER, MM_ADMIN_PASSWORD } = process.env;

/** With `MM_URL`, `MM_ADMIN_USER` and `MM_ADMIN_PASSWORD` the tests run on that server, else on the stand-in. */
export const isRealServer = MM_URL !== undefined && MM_URL !== '';

export function openSite(options: SiteOptions): Promise<Site> {
  if (MM_URL === undefined || MM_URL === '') return openStandIn(options);
  if (MM_ADMIN_USER === undefined || MM_ADMIN_PASSWORD === undefined) {
    throw new Error('Besides MM_URL, give MM_ADMIN_USER and MM_ADMIN_PASSWORD.');
  }
  return openRealServer({ url: MM_URL, user: MM_ADMIN_USER, password: MM_ADMIN_PASSWORD });
}
