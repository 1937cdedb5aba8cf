import { describe, expect, it } from '@jest/globals';
import { configRecord } from '../admin/site-records.ts';
import { clockFinding } from './check-address.ts';
import { cookieFinding } from './check-cookie.ts';
import { routeFinding } from './check-proxy.ts';
import { settingsFinding } from './check-rate-limits.ts';
import { fault, findingLine, isHealthy, notChecked, ok } from './finding.ts';

it('names the one thing to do for a fault, on one line', () => {
  expect(findingLine(fault('proxy', 'Broken.', 'mend it.'))).toBe(
    'FAULT  proxy         Broken. To do: mend it.',
  );
});

it('takes what was not checked for no fault, and a fault for one', () => {
  expect(isHealthy([ok('token', 'x'), notChecked('counts', 'y')])).toBe(true);
  expect(isHealthy([ok('token', 'x'), fault('counts', 'y', 'z')])).toBe(false);
});

describe('the clock', () => {
  const noon = 'Sun, 22 Nov 2026 12:00:00 GMT';
  it.each([
    [0, 'ok', 'agree'],
    [30_000, 'ok', 'agree'],
    [31_000, 'fault', '31 s ahead of'],
    [-90_000, 'fault', '90 s behind'],
  ])('%d ms away from Mattermost: %s', (awayMs, outcome, words) => {
    const finding = clockFinding(noon, Date.parse(noon) + awayMs);
    expect(finding.outcome).toBe(outcome);
    expect(findingLine(finding)).toContain(words);
  });

  it('is a fault when Mattermost does not tell the time', () => {
    expect(clockFinding(undefined, 0).outcome).toBe('fault');
  });
});

it.each([
  [200, '{"status":"ok"}', 'ok', 'answered by the backend'],
  [200, '<html>', 'fault', 'something else'],
  [404, '404 page not found\n', 'fault', 'answered by Mattermost'],
  [404, 'nginx', 'fault', 'something else'],
  [502, '', 'fault', 'cannot reach the backend'],
  [301, '', 'fault', 'redirected'],
  [undefined, '', 'fault', 'Nothing answers'],
])('knows by %s %j who answers the route', (status, body, outcome, words) => {
  const finding = routeFinding('https://chat/plugins/todo-node/healthz', status, body);
  expect(finding.outcome).toBe(outcome);
  expect(findingLine(finding)).toContain(words);
});

it.each([
  ['https://chat', ['MMAUTHTOKEN=; Path=/; Max-Age=0; HttpOnly'], 'ok'],
  ['https://x/chat', ['MMAUTHTOKEN=; Path=/chat; Max-Age=0; HttpOnly'], 'ok'],
  ['https://x/chat', ['MMAUTHTOKEN=; Path=/; Max-Age=0; HttpOnly'], 'fault'],
  ['https://x/chat', ['OTHER=1; Path=/chat'], 'fault'],
  ['https://x/chat', [], 'fault'],
])('the cookie of %s in %j: %s', (siteUrl, cookies, outcome) => {
  expect(cookieFinding(siteUrl, cookies).outcome).toBe(outcome);
});

it.each([
  [{ Enable: false }, {}, 'ok'],
  [{ Enable: true }, {}, 'fault'],
  [{ Enable: true, VaryByUser: true }, {}, 'ok'],
  [{ Enable: true }, { TrustedProxyIPHeader: ['X-Real-IP'] }, 'ok'],
])('rate limits %j with %j: %s', (RateLimitSettings, ServiceSettings, outcome) => {
  const config = configRecord.parse({ RateLimitSettings, ServiceSettings, PluginSettings: {} });
  expect(settingsFinding(config).outcome).toBe(outcome);
});
