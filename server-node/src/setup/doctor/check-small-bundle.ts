import { z } from 'zod';
import { PLUGIN_ID, PLUGIN_VERSION } from '../../contract/manifest.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';
import { readInstalled, readStatuses } from '../plugin/plugin-records.ts';
import { PLUGINS_OFF, statusTrouble } from '../plugin/status-trouble.ts';
import type { DoctorContext, SiteCheck, SiteContext } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';

const DEPLOY = 'make deploy ARGS=--sidecar, on the machine where you build';
const manifests = z.array(z.object({ id: z.string(), version: z.string().default('') }));

/** Whether browsers load the small bundle of a sidecar, and in the version of this doctor. */
export const checkSmallBundle: SiteCheck = async (context) => {
  const shown = await shownVersion(context);
  if (shown === OFF) return [fault('plugin', PLUGINS_OFF.saw, PLUGINS_OFF.fix)];
  if (shown === undefined) return [await whyNotShown(context)];
  if (context.admin !== undefined && (await readInstalled(context.admin.call, PLUGIN_ID))?.isManaged)
    return [TWO_BACKENDS];
  return [ok('plugin', 'Browsers are told to load the sidebar.'), versionFinding(shown)];
};

const OFF = Symbol('plugins are off');

/** Anybody may ask, as browsers do before anyone has signed in. */
async function shownVersion({ anyone }: SiteContext): Promise<string | undefined | typeof OFF> {
  try {
    const all = await callJson(anyone, { method: 'GET', path: '/api/v4/plugins/webapp' }, manifests);
    return all.find(({ id }) => id === PLUGIN_ID)?.version;
  } catch (error) {
    if (error instanceof RestError && error.status === 501) return OFF;
    throw error;
  }
}

async function whyNotShown({ admin }: Pick<DoctorContext, 'admin'>): Promise<Finding> {
  const found = admin === undefined ? [] : await readStatuses(admin.call, PLUGIN_ID);
  const trouble = found.length === 0 ? undefined : statusTrouble(found);
  if (trouble !== undefined) return fault('plugin', trouble.saw, trouble.fix);
  if (admin === undefined) {
    const fix = `enable it in System Console > Plugins > Plugin Management, or ${DEPLOY}.`;
    return fault('plugin', 'Browsers are told of no sidebar: the plugin is not installed, or disabled.', fix);
  }
  return fault('plugin', 'The plugin is not installed, so there is no sidebar.', `${DEPLOY}.`);
}

const TWO_BACKENDS = fault(
  'plugin',
  'The bundle that is installed has a backend of its own, which Mattermost runs beside this one.',
  `${DEPLOY}; or stop this backend and take its rule out of the proxy.`,
);

function versionFinding(shown: string): Finding {
  if (shown === PLUGIN_VERSION) return ok('version', `${shown}, as here.`);
  const saw = `Mattermost has version ${shown} of the sidebar, this is ${PLUGIN_VERSION}.`;
  return fault('version', saw, `${DEPLOY}, or run the doctor of that version.`);
}
