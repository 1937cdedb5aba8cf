import { posix } from 'node:path';
import { configSection } from '../site/config-section.ts';
import type { Json } from '../site/records.ts';
import type { World } from '../site/world.ts';
import { fnv64 } from './fnv64.ts';

export interface Manifest extends Json {
  id: string;
  name?: string;
  version?: string;
  min_server_version?: string;
  webapp?: { bundle_path: string };
}

export interface InstalledPlugin {
  manifest: Manifest;
  /** Served below `/static/plugins/<id>/`: the folder of the bundle, the bundle itself under its hashed name. */
  assets: Map<string, Buffer>;
  /** Served below `/plugins/<id>/public/`. */
  publicFiles: Map<string, Buffer>;
  /** The hashed name, when there is a bundle. */
  bundleName: string | undefined;
}

/** The plugins that are installed; whether one is on is kept in the configuration, as on a real server. */
export class PluginShelf {
  readonly #plugins = new Map<string, InstalledPlugin>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  get(id: string): InstalledPlugin | undefined {
    return this.#plugins.get(id);
  }

  all(): InstalledPlugin[] {
    return [...this.#plugins.values()];
  }

  isEnabled(id: string): boolean {
    return this.#plugins.has(id) && this.#states()[id]?.Enable === true;
  }

  setEnabled(id: string, Enable: boolean): void {
    this.#states()[id] = { Enable };
  }

  /** @param files all files of the plugin's folder, by their path in it */
  install(manifest: Manifest, files: Map<string, Buffer>): InstalledPlugin {
    const plugin = { manifest, ...webappOf(manifest, files), publicFiles: below('public', files) };
    this.#plugins.set(manifest.id, plugin);
    return plugin;
  }

  remove(id: string): void {
    this.#plugins.delete(id);
    this.setEnabled(id, false);
  }

  #states(): Record<string, { Enable: boolean }> {
    return configSection(this.#world, 'PluginSettings')['PluginStates'] as Record<
      string,
      { Enable: boolean }
    >;
  }
}

function webappOf(manifest: Manifest, files: Map<string, Buffer>) {
  const path = posix.normalize(manifest.webapp?.bundle_path ?? '').replace(/^\//, '');
  const bundle = files.get(path);
  if (bundle === undefined) return { assets: new Map<string, Buffer>(), bundleName: undefined };
  const assets = below(posix.dirname(path), files);
  assets.delete(posix.basename(path));
  const bundleName = `${manifest.id}_${fnv64(bundle)}_bundle.js`;
  assets.set(bundleName, bundle);
  return { assets, bundleName };
}

function below(folder: string, files: Map<string, Buffer>): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (const [path, bytes] of files) {
    if (path.startsWith(`${folder}/`)) found.set(path.slice(folder.length + 1), bytes);
  }
  return found;
}
