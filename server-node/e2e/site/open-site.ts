import { givenAdmin, isRealServer } from './given.ts';
import { openRealServer } from './open-real-server.ts';
import { openStandIn } from './open-stand-in.ts';
import type { Site, SiteOptions } from './site.ts';

export const openSite = (options: SiteOptions): Promise<Site> =>
  isRealServer ? openRealServer(givenAdmin(), options) : openStandIn(options);
