import { Answer } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { objectBody, type Call } from '../http/call.ts';
import { insist, isAdmin } from '../people/permissions.ts';
import { clientManifest } from '../plugins/client-manifest.ts';
import { configSection } from '../site/config-section.ts';
import type { Json } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { clientConfig } from './client-config.ts';
import { maskedConfig, patchConfig } from './patch-config.ts';

export function configRoutes(site: Site, api: ApiRouter): void {
  api.open('get', '/config/client', () => clientConfig(site));
  api.open('get', '/license/client', () => ({ IsLicensed: 'false' }));
  api.on('get', '/config', (call) => show(site, call));
  api.on('put', '/config/patch', (call) => patch(site, call));
  api.on('put', '/config', (call) => patch(site, call));
}

function show(site: Site, call: Call): Answer {
  insist(isAdmin(call.user));
  const shown = maskedConfig(site.world.config, (id) => secretKeys(site, id));
  return new Answer(200, shown, { 'Cache-Control': 'no-cache, no-store, must-revalidate' });
}

function secretKeys(site: Site, pluginId: string): string[] {
  const schema = site.plugins.get(pluginId)?.manifest['settings_schema'] as { settings?: Json[] } | undefined;
  return (schema?.settings ?? [])
    .filter(({ secret }) => secret === true)
    .map(({ key }) => String(key).toLowerCase());
}

function patch(site: Site, call: Call): Answer {
  insist(isAdmin(call.user));
  const before = enabledPlugins(site);
  patchConfig(site.world.config, objectBody(call.req, 'config'));
  tellSwitched(site, before);
  site.events.publish('config_changed', { config: clientConfig(site) }, {});
  return show(site, call);
}

const enabledPlugins = (site: Site) =>
  site.plugins.all().filter(({ manifest }) => site.plugins.isEnabled(manifest.id));

/** A plugin may also be switched by its entry in `PluginStates`. */
function tellSwitched(site: Site, before: ReturnType<typeof enabledPlugins>): void {
  configSection(site.world, 'PluginSettings')['PluginStates'] ??= {};
  const after = enabledPlugins(site);
  for (const plugin of before.filter((one) => !after.includes(one))) {
    site.events.publish('plugin_disabled', { manifest: clientManifest(plugin) }, {});
  }
  for (const plugin of after.filter((one) => !before.includes(one))) {
    site.events.publish('plugin_enabled', { manifest: clientManifest(plugin) }, {});
  }
}
