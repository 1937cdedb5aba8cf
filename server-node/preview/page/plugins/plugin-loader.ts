import type { PageStore } from '../store/store.ts';
import type { PluginEvents } from './plugin-events.ts';
import { makeRegistry, type Registry } from './registry.ts';
import { CLOSE_RHS } from './rhs-actions.ts';

export interface ClientManifest {
  id: string;
  webapp?: { bundle_path: string };
}

interface Plugin {
  initialize?(registry: Registry, store: PageStore): void | Promise<void>;
  uninitialize?(): void;
  deinitialize?(): void;
}

/** Puts bundles into the page and takes them out again, as the web client does. */
export class PluginLoader {
  readonly #basePath: string;
  readonly #store: PageStore;
  readonly #events: PluginEvents;
  readonly #locale: () => string;
  readonly #loaded = new Map<string, { manifest: ClientManifest; plugin?: Plugin }>();

  constructor(basePath: string, store: PageStore, events: PluginEvents, locale: () => string) {
    this.#basePath = basePath;
    this.#store = store;
    this.#events = events;
    this.#locale = locale;
    Object.assign(window, { registerPlugin: (id: string, plugin: Plugin) => this.#register(id, plugin) });
  }

  /** Nothing happens when the very same bundle is there already; another one of the plugin goes first. */
  load(manifest: ClientManifest): void {
    const known = this.#loaded.get(manifest.id);
    const path = manifest.webapp?.bundle_path;
    if (path === undefined || known?.manifest.webapp?.bundle_path === path) return;
    if (known !== undefined) this.remove(manifest.id);
    this.#loaded.set(manifest.id, { manifest });
    const script = document.createElement('script');
    script.id = `plugin_${manifest.id}`;
    script.src = this.#basePath + path.replace('/static/', '/static/plugins/');
    document.head.append(script);
  }

  /** The plugin's reducer stays, as on a real server. */
  remove(id: string): void {
    const known = this.#loaded.get(id);
    if (known === undefined) return;
    this.#loaded.delete(id);
    document.getElementById(`plugin_${id}`)?.remove();
    const shown = this.#store.getState().views.rhs.pluggableId;
    const components = this.#store.getState().plugins.components.RightHandSidebarComponent;
    if (components.some((one) => one.pluginId === id && one.id === shown)) this.#store.dispatch(CLOSE_RHS);
    this.#store.dispatch({ type: 'REMOVED_WEBAPP_PLUGIN', id });
    this.#events.forget(id);
    (known.plugin?.uninitialize ?? known.plugin?.deinitialize)?.call(known.plugin);
  }

  #register(id: string, plugin: Plugin): void {
    const known = this.#loaded.get(id);
    if (known === undefined) return console.error(`No plugin ${id} is enabled; its bundle is left alone.`);
    known.plugin = plugin;
    const registry = makeRegistry(id, this.#store, this.#events, this.#locale);
    void plugin.initialize?.(registry, this.#store);
  }
}
