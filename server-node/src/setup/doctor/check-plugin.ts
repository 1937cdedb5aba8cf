import { PLUGIN_ID, PLUGIN_VERSION } from '../../contract/manifest.ts';
import { readIfThere } from '../admin/read-pages.ts';
import { configRecord } from '../admin/site-records.ts';
import { readInstalled, readStatuses, type PluginStatus } from '../plugin/plugin-records.ts';
import { PLUGINS_OFF, statusTrouble } from '../plugin/status-trouble.ts';
import type { SiteCheck } from './doctor-context.ts';
import { fault, NEEDS_ADMIN, notChecked, ok, type Finding } from './finding.ts';

/** Whether Mattermost runs the plugin, on every node, with its backend, and in the version of this doctor. */
export const checkPlugin: SiteCheck = async ({ admin }) => {
  if (admin === undefined) return [notChecked('plugin', NEEDS_ADMIN)];
  const config = await readIfThere(admin.call, '/api/v4/config', configRecord);
  if (config?.PluginSettings.Enable === false) return [fault('plugin', PLUGINS_OFF.saw, PLUGINS_OFF.fix)];
  const found = await readStatuses(admin.call, PLUGIN_ID);
  const trouble = statusTrouble(found);
  if (trouble !== undefined) return [fault('plugin', trouble.saw, trouble.fix)];
  const installed = await readInstalled(admin.call, PLUGIN_ID);
  if (installed?.isManaged !== true) return [NO_BACKEND];
  const nodes = found.length === 1 ? '' : ` on ${found.length} nodes`;
  return [ok('plugin', `Mattermost runs it, with its backend${nodes}.`), versionFinding(found)];
};

const NO_BACKEND = fault(
  'plugin',
  'The bundle that is installed has no backend in it.',
  'npm run deploy -- --managed; or, where you run the backend yourself, give doctor its settings file.',
);

/** Nodes that were away during an upgrade may have kept an older one. */
function versionFinding(found: readonly PluginStatus[]): Finding {
  const versions = [...new Set(found.map(({ version }) => version))];
  if (versions.length === 1 && versions[0] === PLUGIN_VERSION)
    return ok('version', `${PLUGIN_VERSION}, as here.`);
  return fault(
    'version',
    `Mattermost has ${versions.join(' and ')}, this is ${PLUGIN_VERSION}.`,
    'npm run deploy -- --managed, or run the doctor of that version.',
  );
}
