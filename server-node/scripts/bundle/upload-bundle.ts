import { z } from 'zod';
import { configRecord } from '../../src/setup/admin/site-records.ts';
import { readIfThere } from '../../src/setup/admin/read-pages.ts';
import type { RestCall } from '../../src/mattermost/rest/rest-call.ts';
import { callJson } from '../../src/mattermost/rest/rest-json.ts';

/** Of `GET /plugins/statuses`, once for each node of Mattermost. */
const statuses = z.array(
  z.object({ plugin_id: z.string(), state: z.number(), version: z.string(), error: z.string().default('') }),
);
export type PluginStatus = z.output<typeof statuses>[number];

const RUNNING = 2;
const UPLOADS_OFF =
  'Mattermost takes no plugins by upload: PluginSettings.EnableUploads is off. Only its own machine can change that: set "EnableUploads": true in config.json, or MM_PLUGINSETTINGS_ENABLEUPLOADS=true, and restart Mattermost; or install the file there with `mmctl --local plugin add`.';
const PLUGINS_OFF =
  'Plugins are off in this Mattermost. Turn on PluginSettings.Enable in System Console > Plugins > Plugin Management.';

/**
 * Uploads the bundle in place of an older one, enables it, and asks how it does: Mattermost accepts nearly
 * everything and says only there what is wrong.
 *
 * @throws {Error} with what to do when plugins or uploads are off
 */
export async function uploadBundle(
  call: RestCall,
  id: string,
  bundle: Uint8Array<ArrayBuffer>,
): Promise<PluginStatus[]> {
  await refuseWhenOff(call);
  const form = new FormData();
  form.set('plugin', new Blob([bundle], { type: 'application/gzip' }), `${id}.tar.gz`);
  // Only the word `true` counts.
  form.set('force', 'true');
  const encoded = new Response(form);
  const headers = { 'Content-Type': encoded.headers.get('Content-Type') ?? 'multipart/form-data' };
  await call({ method: 'POST', path: '/api/v4/plugins', headers, body: await encoded.bytes() });
  await call({ method: 'POST', path: `/api/v4/plugins/${id}/enable` });
  const all = await callJson(call, { method: 'GET', path: '/api/v4/plugins/statuses' }, statuses);
  return all.filter((status) => status.plugin_id === id);
}

async function refuseWhenOff(call: RestCall): Promise<void> {
  const config = await readIfThere(call, '/api/v4/config', configRecord);
  if (config?.PluginSettings.Enable === false) throw new Error(PLUGINS_OFF);
  if (config?.PluginSettings.EnableUploads === false) throw new Error(UPLOADS_OFF);
}

/** @returns undefined when every node runs this version; else what is wrong */
export function statusFault(found: readonly PluginStatus[], version: string): string | undefined {
  if (found.length === 0) return 'Mattermost does not know the plugin after the upload; look into its log.';
  const wrong = found.find((status) => status.state !== RUNNING || status.version !== version);
  if (wrong === undefined) return undefined;
  return `The plugin does not run (state ${wrong.state}, version ${wrong.version}): ${wrong.error || "no reason given; look into Mattermost's log"}.`;
}
