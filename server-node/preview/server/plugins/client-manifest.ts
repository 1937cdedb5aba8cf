import type { InstalledPlugin, Manifest } from './plugin-shelf.ts';

/** What web clients are told of a plugin: without its name, and with the path under which the bundle is asked for. */
export function clientManifest(plugin: InstalledPlugin): Manifest {
  const { id, version, min_server_version, props, settings_schema } = plugin.manifest;
  return {
    id,
    name: '',
    ...(version === undefined ? {} : { version }),
    ...(min_server_version === undefined ? {} : { min_server_version }),
    ...(plugin.bundleName === undefined
      ? {}
      : { webapp: { bundle_path: `/static/${id}/${plugin.bundleName}` } }),
    ...(props === undefined ? {} : { props }),
    ...(settings_schema === undefined ? {} : { settings_schema }),
  };
}

/** As everybody may see it, also without a session. */
export function publicManifest(plugin: InstalledPlugin): Manifest {
  const { settings_schema: _hidden, ...shown } = clientManifest(plugin);
  return shown as Manifest;
}
