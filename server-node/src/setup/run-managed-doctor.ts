import { PLUGIN_ID } from '../contract/manifest.ts';
import { MANAGED_CHECKS } from './doctor/managed-checks.ts';
import type { SiteContext } from './doctor/doctor-context.ts';
import type { DoctorDeps } from './doctor/doctor-deps.ts';
import { examine } from './doctor/examine.ts';
import { findingLine, isHealthy } from './doctor/finding.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { openSiteContext } from './open-site-context.ts';
import { readInstalled } from './plugin/plugin-records.ts';

/**
 * @param hasSidecar settings of a sidecar are there: then only a plugin that Mattermost runs is examined here
 * @returns as {@link runDoctor}; undefined when the backend is not Mattermost's
 */
export async function runManagedDoctor(
  url: string,
  { credentials }: DoctorOptions,
  hasSidecar: boolean,
  deps: DoctorDeps,
): Promise<number | undefined> {
  const site = await openSiteContext(url, credentials, deps);
  try {
    if (hasSidecar && !(await isManaged(site.context))) return undefined;
    if (site.fault !== undefined) deps.say(findingLine(site.fault));
    const findings = await examine(MANAGED_CHECKS, site.context, (finding) => deps.say(findingLine(finding)));
    return isHealthy(findings) && site.fault === undefined ? 0 : 1;
  } finally {
    await site.close();
  }
}

/** Where plugins are off, or Mattermost cannot be asked, it is not: the sidecar has more to tell then. */
async function isManaged({ admin }: SiteContext): Promise<boolean> {
  if (admin === undefined) return false;
  const installed = await readInstalled(admin.call, PLUGIN_ID).catch(() => undefined);
  return installed?.isManaged === true;
}
