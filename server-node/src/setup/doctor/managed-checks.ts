import { checkAddress } from './check-address.ts';
import { checkCounts } from './check-counts.ts';
import { checkManagedWebhooks } from './check-managed-webhooks.ts';
import { checkPlugin } from './check-plugin.ts';
import { checkRegisteredCommand } from './check-registered-command.ts';
import { checkRoute } from './check-route.ts';
import { checkWebapp } from './check-webapp.ts';
import type { SiteContext } from './doctor-context.ts';
import type { LinkedCheck } from './examine.ts';

/** The checks of a backend that Mattermost runs; the database and the program are the plugin's own, and it tells of them. */
export const MANAGED_CHECKS: readonly LinkedCheck<SiteContext>[] = [
  { check: checkAddress, links: ['address', 'clock'], needs: [] },
  { check: checkPlugin, links: ['plugin', 'version'], needs: ['address'] },
  { check: checkWebapp, links: ['webapp'], needs: ['plugin'] },
  { check: checkRoute, links: ['route'], needs: ['plugin'] },
  { check: checkRegisteredCommand, links: ['commands'], needs: ['plugin'] },
  { check: checkManagedWebhooks, links: ['webhooks'], needs: ['plugin', 'route'] },
  { check: checkCounts, links: ['counts'], needs: ['address'] },
];
