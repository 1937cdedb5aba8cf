import type { DoctorOptions } from './doctor-options.ts';
import type { DoctorDeps } from './doctor/doctor-deps.ts';
import { runManagedDoctor } from './run-managed-doctor.ts';
import { runSidecarDoctor } from './run-sidecar-doctor.ts';
import { readSettingsFile } from './settings-file.ts';

const SIDECAR_SETTING = 'MATTERMOST_URL';

/**
 * Examines the backend that Mattermost runs at MM_URL; without MM_URL, or where Mattermost runs none and a sidecar has
 * been set up, the sidecar.
 *
 * @returns 0: all is well; 1: a link is broken; 2: the settings cannot be used
 */
export async function runDoctor(options: DoctorOptions, deps: DoctorDeps): Promise<number> {
  const file = await readSettingsFile(options.settingsPath);
  const hasSidecar = SIDECAR_SETTING in { ...file.values, ...deps.source.env };
  const managed =
    options.url === undefined ? undefined : await runManagedDoctor(options.url, options, hasSidecar, deps);
  return managed ?? runSidecarDoctor(options, file, deps);
}
