import { created, OK, sendText, WRITTEN } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { param, type Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { insist, isAdmin } from '../people/permissions.ts';
import { configSection } from '../site/config-section.ts';
import type { Site } from '../site/site.ts';
import { switchPlugin } from './switch-plugin.ts';
import type { InstalledPlugin } from './plugin-shelf.ts';
import { publicManifest } from './client-manifest.ts';
import { receiveBundle } from './receive-bundle.ts';
import { unpackBundle } from './unpack-bundle.ts';

const RUNNING = 2;
const NOT_RUNNING = 0;

export function pluginRoutes(site: Site, api: ApiRouter): void {
  api.open('get', '/plugins/webapp', () => enabledOnes(site).filter(hasBundle).map(publicManifest));
  api.on('get', '/plugins', (call) => list(site, call));
  api.on('post', '/plugins', (call) => upload(site, call));
  api.on('get', '/plugins/statuses', (call) => statuses(site, call));
  api.on('post', '/plugins/:plugin_id/enable', (call) => turn(site, call, true));
  api.on('post', '/plugins/:plugin_id/disable', (call) => turn(site, call, false));
  api.on('delete', '/plugins/:plugin_id', (call) => remove(site, call));
}

const hasBundle = (plugin: InstalledPlugin) => plugin.bundleName !== undefined;

const enabledOnes = (site: Site) =>
  site.plugins.all().filter(({ manifest }) => site.plugins.isEnabled(manifest.id));

function list(site: Site, call: Call): unknown {
  insist(isAdmin(call.user));
  const shown = (enabled: boolean) =>
    site.plugins
      .all()
      .filter(({ manifest }) => site.plugins.isEnabled(manifest.id) === enabled)
      .map(({ manifest }) => manifest);
  return { active: shown(true), inactive: shown(false) };
}

function statuses(site: Site, call: Call): unknown {
  insist(isAdmin(call.user));
  return site.plugins.all().map(({ manifest }) => ({
    plugin_id: manifest.id,
    cluster_id: '',
    plugin_path: `plugins/${manifest.id}`,
    state: site.plugins.isEnabled(manifest.id) ? RUNNING : NOT_RUNNING,
    error: '',
    name: manifest.name ?? '',
    description: manifest['description'] ?? '',
    version: manifest.version ?? '',
  }));
}

/** A plugin that was on stays on; its new bundle goes to every open page. */
async function upload(site: Site, call: Call): Promise<unknown> {
  insist(isAdmin(call.user));
  insistUploads(site);
  if (!/^multipart\/form-data/.test(call.req.headers['content-type'] ?? '')) {
    sendText(call.res, 400, "request Content-Type isn't multipart/form-data\n");
    return WRITTEN;
  }
  const { bytes, force } = await receiveBundle(call.req);
  const { manifest, files } = await unpackBundle(bytes);
  if (site.plugins.get(manifest.id) !== undefined && !force) {
    throw new MattermostError(
      400,
      'app.plugin.install_id.app_error',
      'Unable to install plugin. A plugin with the same ID is already installed.',
    );
  }
  installPlugin(site, manifest, files);
  if (manifest.webapp !== undefined && site.plugins.get(manifest.id)?.bundleName === undefined) {
    throw new MattermostError(
      500,
      'app.plugin.webapp_bundle.app_error',
      'Unable to generate plugin webapp bundle.',
    );
  }
  return created(manifest);
}

export function installPlugin(
  site: Site,
  manifest: InstalledPlugin['manifest'],
  files: Map<string, Buffer>,
): void {
  const wasEnabled = site.plugins.isEnabled(manifest.id);
  if (wasEnabled) switchPlugin(site, manifest.id, false);
  site.plugins.install(manifest, files);
  if (wasEnabled) switchPlugin(site, manifest.id, true);
}

function insistUploads(site: Site): void {
  const { Enable, EnableUploads } = configSection(site.world, 'PluginSettings');
  if (Enable === true && EnableUploads === true) return;
  throw new MattermostError(
    501,
    'app.plugin.upload_disabled.app_error',
    'Plugins and/or plugin uploads have been disabled.',
  );
}

function wantedId(site: Site, call: Call): string {
  insist(isAdmin(call.user));
  const id = param(call.req, 'plugin_id');
  if (site.plugins.get(id) === undefined) {
    throw new MattermostError(404, 'app.plugin.not_installed.app_error', 'Plugin is not installed.');
  }
  return id;
}

function turn(site: Site, call: Call, on: boolean): typeof OK {
  switchPlugin(site, wantedId(site, call), on);
  return OK;
}

function remove(site: Site, call: Call): typeof OK {
  const id = wantedId(site, call);
  switchPlugin(site, id, false);
  site.plugins.remove(id);
  return OK;
}
