import { z } from 'zod';
import { PLUGIN_ID } from '../../contract/manifest.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, ok } from './finding.ts';

const manifests = z.array(
  z.object({ id: z.string(), webapp: z.object({ bundle_path: z.string() }).nullish() }),
);
const PATIENCE_MS = 10_000;

/** Whether browsers are told of the plugin's script, and get it. */
export const checkWebapp: SiteCheck = async ({ anyone, siteUrl, url, fetch }) => {
  const all = await callJson(anyone, { method: 'GET', path: '/api/v4/plugins/webapp' }, manifests);
  const path = all.find(({ id }) => id === PLUGIN_ID)?.webapp?.bundle_path;
  if (path === undefined) {
    return [fault('webapp', 'Browsers are not told of the plugin.', 'disable and enable the plugin.')];
  }
  // The web client puts the folder in, too.
  const address = `${siteUrl ?? url}${path.replace(/^\/static\/(?!plugins\/)/, '/static/plugins/')}`;
  const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => undefined);
  const kind = response?.headers.get('Content-Type') ?? '';
  void response?.body?.cancel();
  if (response?.ok === true && kind.includes('javascript')) return [ok('webapp', 'Browsers get its script.')];
  const saw =
    response === undefined
      ? `Nothing answers at ${address}, as seen from here.`
      : `${address} is no script (${response.status} ${kind}).`;
  const fix =
    'see that SiteURL leads to Mattermost and the proxy to its /static/; then disable and enable the plugin.';
  return [fault('webapp', saw, fix)];
};
