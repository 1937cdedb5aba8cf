import type { Config } from '../../config.ts';
import { checkAddress } from './check-address.ts';
import { checkBackend } from './check-backend.ts';
import { checkBot } from './check-bot.ts';
import { checkButtons } from './check-buttons.ts';
import { checkCommands } from './check-commands.ts';
import { checkCookie } from './check-cookie.ts';
import { checkCounts } from './check-counts.ts';
import { checkDatabase } from './check-database.ts';
import { checkIntegrations } from './check-integrations.ts';
import { checkMessages } from './check-messages.ts';
import { checkProgram } from './check-program.ts';
import { checkProxy } from './check-proxy.ts';
import { checkRateLimits } from './check-rate-limits.ts';
import { checkSmallBundle } from './check-small-bundle.ts';
import { checkTokens } from './check-tokens.ts';
import { checkWebhooks } from './check-webhooks.ts';
import type { DoctorContext } from './doctor-context.ts';
import type { LinkedCheck } from './examine.ts';
import type { Link } from './finding.ts';

/** Slash commands hang on the proxy only where they come through it. */
export function sidecarChecks({ http }: Pick<Config, 'http'>): readonly LinkedCheck<DoctorContext>[] {
  const apart: Link[] = http.integrations === null ? [] : ['integrations'];
  const [way = 'proxy'] = apart;
  return [
    { check: checkAddress, links: ['address', 'clock'], needs: [] },
    { check: checkBot, links: ['token', 'bot', 'teams'], needs: ['address'] },
    { check: checkMessages, links: ['messages'], needs: ['token'] },
    { check: checkSmallBundle, links: ['plugin', 'version'], needs: ['address'] },
    { check: checkDatabase, links: ['database'], needs: [] },
    { check: checkBackend, links: ['backend'], needs: [] },
    { check: checkProxy, links: ['proxy', 'events'], needs: ['address', 'backend'] },
    { check: checkCookie, links: ['cookie'], needs: ['address'] },
    { check: checkIntegrations, links: ['integrations'], needs: ['backend'] },
    { check: checkTokens, links: ['tokens'], needs: ['token', 'backend', ...apart] },
    { check: checkCommands, links: ['commands'], needs: ['token', 'backend', 'tokens', way] },
    { check: checkWebhooks, links: ['webhooks'], needs: ['token', 'backend', 'tokens', way] },
    { check: checkButtons, links: ['buttons'], needs: ['token', 'proxy'] },
    { check: checkProgram, links: ['program'], needs: [] },
    { check: checkRateLimits, links: ['rate limits'], needs: ['address'] },
    { check: checkCounts, links: ['counts'], needs: ['address'] },
  ];
}
