import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Manifest } from '../server/plugins/plugin-shelf.ts';

export interface PluginBundle {
  manifest: Manifest;
  files: Record<string, Buffer>;
}

/** The plugin as `make dist` would pack it: its manifest, and the built bundle of the webapp with what is loaded later. */
export function readPluginBundle(root: string): PluginBundle {
  const manifest = JSON.parse(readFileSync(join(root, 'plugin.json'), 'utf8')) as Manifest;
  const path = manifest.webapp?.bundle_path ?? '';
  if (!existsSync(join(root, path))) {
    throw new Error(`${path} is not there. Build the webapp first: npm run build`);
  }
  const folder = dirname(path);
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.js'));
  const files = names.map((name) => [join(folder, name), readFileSync(join(root, folder, name))] as const);
  return { manifest, files: Object.fromEntries(files) };
}
