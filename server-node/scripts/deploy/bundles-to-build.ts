import { PLATFORMS, type Platform } from '../executable/platform.ts';
import type { DeployOptions } from './deploy-options.ts';

export interface BundlesToBuild {
  sidecar: boolean;
  platforms: readonly Platform[];
}

/** What these options will upload, and no more; all, where only Mattermost can say which kind it has. */
export function bundlesToBuild({ kind, platform }: DeployOptions): BundlesToBuild {
  if (kind === 'sidecar') return { sidecar: true, platforms: [] };
  if (kind === 'managed' && platform !== undefined) return { sidecar: false, platforms: [platform] };
  return { sidecar: true, platforms: Object.keys(PLATFORMS) as Platform[] };
}
