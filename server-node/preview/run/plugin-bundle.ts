import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../server/plugins/plugin-shelf.ts';

export interface PluginBundle {
  manifest: Manifest;
  files: Record<string, Buffer>;
}

/** The plugin as `make dist` would pack it: its manifest, and the built bundle of the webapp. */
export function readPluginBundle(root: string): PluginBundle {
  const manifest = JSON.parse(readFileSync(join(root, 'plugin.json'), 'utf8')) as Manifest;
  const path = manifest.webapp?.bundle_path ?? '';
  if (!existsSync(join(root, path))) {
    throw new Error(`${path} is not there. Build the webapp first: npm run build`);
  }
  return { manifest, files: { [path]: readFileSync(join(root, path)) } };
}
