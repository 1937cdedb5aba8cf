import { any, bool, bytes, int, list, map, raw, string } from '../../gob/gob-type.ts';
import { manifest } from '../../model/manifest.ts';
import { pluginStatus, productLimits } from '../../model/server.ts';
import { method, nothing } from '../method.ts';

export const SERVER = {
  GetServerVersion: method([], string),
  /** Epoch milliseconds. */
  GetSystemInstallDate: method([], int, 'appError'),
  /** Anonymous id of the installation. */
  GetDiagnosticId: method([], string),
  GetTelemetryId: method([], string),
  /** Null without a licence. */
  GetLicense: method([], raw),
  IsEnterpriseReady: method([], bool),
  /** Everything null where there are none. */
  GetCloudLimits: method([], productLimits, 'error'),
  /** The server's configuration with secrets as asterisks. Only what is not empty is there. About 5 ms. */
  GetConfig: method([], raw),
  /** As `GetConfig`, with all secrets, the database's among them: never log it. */
  GetUnsanitizedConfig: method([], raw),
  /** JSON text: the schema's defaults overlaid with the saved settings, keys in lower case. */
  LoadPluginConfiguration: method([], bytes),
  /** The plugin's saved settings as typed; see `LoadPluginConfiguration` for defaults. */
  GetPluginConfig: method([], map(any)),
  /** `(settings)`. Sets off OnConfigurationChange. */
  SavePluginConfig: method([map(any)], nothing, 'appError'),
  GetPluginID: method([], string),
  /** Where the plugin is unpacked. */
  GetBundlePath: method([], string, 'error'),
  GetPlugins: method([], list(manifest), 'appError'),
  /** `(pluginId)` */
  GetPluginStatus: method([string], pluginStatus, 'appError'),
  /** `(id)` */
  EnablePlugin: method([string], nothing, 'appError'),
  /** `(id)`. Ends this process too when it is our own id. */
  DisablePlugin: method([string], nothing, 'appError'),
  /** `(id)`. Ends this process too when it is our own id. */
  RemovePlugin: method([string], nothing, 'appError'),
} as const;
