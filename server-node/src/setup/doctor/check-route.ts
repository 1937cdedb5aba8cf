import { z } from 'zod';
import { API_PATH } from '../../contract/paths.ts';
import { asJson } from './as-json.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok, type Finding } from './finding.ts';
import { isSameOrigin } from './same-origin.ts';

const PATIENCE_MS = 10_000;
const me = z.object({ username: z.string(), push: z.string() });
const ELSEWHERE = 'SiteURL is another origin than MM_URL';
const notSignedIn = z.object({ code: z.literal('not_signed_in') });
const refusal = z.object({ code: z.string(), message: z.string() });

/**
 * Asks the backend who the caller is, the way browsers do: by SiteURL, through proxy and Mattermost. Without a token
 * where SiteURL is another origin than the one the token was given for: then the refusal tells that it is the backend.
 */
export const checkRoute: SiteCheck = async ({ admin, siteUrl, url: mattermost, fetch }) => {
  if (admin === undefined) return [notChecked('route', NEEDS_ADMIN)];
  if (siteUrl === undefined) {
    const fix = 'set it in System Console > Environment > Web Server.';
    return [fault('route', 'Mattermost has no SiteURL.', fix)];
  }
  const url = `${siteUrl}${API_PATH}/me`;
  const withToken = isSameOrigin(siteUrl, mattermost);
  const headers = withToken ? { Authorization: `Bearer ${admin.token}` } : {};
  const init = { headers, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) } as const;
  const response = await fetch(url, init).catch(() => undefined);
  const body = (await response?.text().catch(() => '')) ?? '';
  if (!withToken && response?.status === 401 && notSignedIn.safeParse(asJson(body)).success)
    return [ok('route', `${url} is answered by the backend, which was asked without a token: ${ELSEWHERE}.`)];
  return [meFinding(url, response?.status, body)];
};

/** Tells by the answer who gave it. */
function meFinding(url: string, status: number | undefined, body: string): Finding {
  if (status === undefined) {
    const fix = 'start the proxy, or correct SiteURL.';
    return fault('route', `Nothing answers at ${url}, as seen from here.`, fix);
  }
  const answer = asJson(body);
  const person = me.safeParse(answer);
  if (person.success && person.data.push === 'websocket')
    return ok('route', `${url} is answered by the backend, for @${person.data.username}.`);
  const other = OTHERS.find(({ is }) => is(status, body, person.success));
  if (other !== undefined) return fault('route', `${url} ${other.saw}`, other.fix);
  const said = refusal.safeParse(answer);
  const saw = said.success ? said.data.message : 'the answer is not the backend’s';
  return fault('route', `${url}: ${status}, ${saw}`, "look into Mattermost's log for plugin_id todo-node.");
}

type Is = (status: number, body: string, isPerson: boolean) => boolean;

const OTHERS: readonly { is: Is; saw: string; fix: string }[] = [
  {
    is: (_status, _body, isPerson) => isPerson,
    saw: 'is answered by a sidecar.',
    fix: 'take the rule for /plugins/todo-node/ out of the proxy, and stop the sidecar.',
  },
  {
    is: (status, body) => status === 404 && body.startsWith('404 page not found'),
    saw: 'is answered by Mattermost, which does not let the plugin speak.',
    fix: 'disable and enable the plugin.',
  },
  {
    is: (status, body) => status === 503 && body.includes('"store_unavailable"'),
    saw: 'is answered by the backend, which waits for its database.',
    fix: "see to the database; Mattermost's log (plugin_id todo-node) says why it cannot be used.",
  },
  {
    is: (status, body) => status >= 502 && status <= 504 && !body.startsWith('{'),
    saw: 'is not led to Mattermost: the proxy finds nobody there.',
    fix: 'take a rule for /plugins/todo-node/ out of the proxy, or start Mattermost.',
  },
  {
    is: (status) => status >= 300 && status < 400,
    saw: 'is redirected.',
    fix: 'set SiteURL to the address that people end up at.',
  },
  {
    is: (status) => status === 401,
    saw: 'is answered without the caller being known.',
    fix: 'let the proxy pass the Authorization header and cookies on.',
  },
];
