import type { Site } from '../site/site.ts';
import { clientManifest } from './client-manifest.ts';

/** Tells every open page, so that it loads the bundle or throws it out. */
export function switchPlugin(site: Site, id: string, on: boolean): void {
  const plugin = site.plugins.get(id);
  if (plugin === undefined || site.plugins.isEnabled(id) === on) return;
  site.plugins.setEnabled(id, on);
  if (plugin.bundleName === undefined) return;
  site.events.publish(on ? 'plugin_enabled' : 'plugin_disabled', { manifest: clientManifest(plugin) }, {});
}
