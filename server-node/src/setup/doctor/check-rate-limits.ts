import { callJson } from '../../mattermost/rest/rest-json.ts';
import { configRecord, type ConfigRecord } from '../admin/site-records.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';

/** All calls of the backend, for all people, may share one bucket. */
export const checkRateLimits: SiteCheck = async ({ admin, anyone }) => {
  if (admin === undefined)
    return [headerFinding(await anyone({ method: 'GET', path: '/api/v4/system/ping' }))];
  return [
    settingsFinding(await callJson(admin.call, { method: 'GET', path: '/api/v4/config' }, configRecord)),
  ];
};

function headerFinding({ headers }: { headers: Readonly<Record<string, readonly string[]>> }): Finding {
  const remaining = (headers['x-ratelimit-remaining'] ?? []).map(Number);
  if (remaining.length === 0) return ok('rate limits', 'Mattermost limits nothing.');
  const saw = `Mattermost limits calls; ${Math.min(...remaining)} of ${headers['x-ratelimit-limit']?.[0] ?? '?'} are left now.`;
  if (Math.min(...remaining) > 0) return ok('rate limits', `${saw} The backend waits when there are none.`);
  return fault('rate limits', saw, 'raise RateLimitSettings.PerSec and MaxBurst.');
}

/** Without VaryByUser people behind a proxy, and the backend, are counted by address. */
export function settingsFinding({ RateLimitSettings: limits, ServiceSettings }: ConfigRecord): Finding {
  if (!limits.Enable) return ok('rate limits', 'Mattermost limits nothing.');
  const saw = `${limits.PerSec} calls a second, ${limits.MaxBurst} at once, for each ${limits.VaryByUser ? 'user' : 'address'}.`;
  const hasHeader = (ServiceSettings.TrustedProxyIPHeader ?? []).length > 0;
  if (limits.VaryByUser || hasHeader) return ok('rate limits', saw);
  const fix =
    'set RateLimitSettings.VaryByUser, or ServiceSettings.TrustedProxyIPHeader to the header that the proxy sets.';
  return fault('rate limits', `${saw} Everybody behind the proxy shares one limit.`, fix);
}
