import type { Call } from '../http/call.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { callIntegration, isJson } from './call-integration.ts';
import { sendRequest, type IntegrationAnswer } from './send-request.ts';

/**
 * Calls what a button or a dialog leads to. Below `<SiteURL>/plugins` the session of whoever pressed goes along, and
 * internal addresses are allowed; the port is not compared, and the path by its beginning alone.
 *
 * @throws when there was no answer, or none of JSON with status 200
 */
export async function callAsPresser(site: Site, { session }: Call, url: string, body: Json): Promise<Json> {
  const answer = await send(site, url, session.token, JSON.stringify(body));
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}.`);
  if (answer.body === '') return {};
  if (!isJson(answer.contentType)) throw new Error(`${url} answered something else than JSON.`);
  return JSON.parse(answer.body) as Json;
}

function send(site: Site, address: string, token: string, body: string): Promise<IntegrationAnswer> {
  const headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
  // What is relative goes to the process of a plugin, and here plugins have none.
  const url = new URL(address);
  const ours = new URL(site.siteUrl());
  if (url.hostname === ours.hostname && url.pathname.startsWith(`${site.basePath}/plugins`)) {
    const trusted = { ...headers, Authorization: `Bearer ${token}` };
    return sendRequest({ method: 'POST', url, headers: trusted, body, timeoutMs: site.integrationTimeoutMs });
  }
  return callIntegration(site, { method: 'POST', url: address, headers, body });
}
