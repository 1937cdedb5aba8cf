import type { LibraryName } from './libraries.ts';
import type { Platform } from './platform.ts';

/** A package of Debian, as its signed index names it. */
export interface DebianPackage {
  /** Below the address of a mirror. */
  path: string;
  sha256: string;
}

/**
 * GCC's libraries of Debian 11: they need glibc 2.18 at most, less than Node itself, and have all that Node asks of
 * them. Those of the machine that builds would need the glibc of that machine.
 */
export const LIBRARY_SOURCE = 'Debian source package gcc-10 10.2.1-6';

const gcc = (name: string, sha256: string): DebianPackage => ({
  path: `pool/main/g/gcc-10/${name}.deb`,
  sha256,
});

export const DEBIAN_PACKAGES: Readonly<Record<Platform, Readonly<Record<LibraryName, DebianPackage>>>> = {
  'linux-amd64': {
    'libstdc++.so.6': gcc(
      'libstdc++6_10.2.1-6_amd64',
      '5c155c58935870bf3b4bfe769116841c0d286a74f59eccfd5645693ac23f06b1',
    ),
    'libgcc_s.so.1': gcc(
      'libgcc-s1_10.2.1-6_amd64',
      'e478f2709d8474165bb664de42e16950c391f30eaa55bc9b3573281d83a29daf',
    ),
  },
  'linux-arm64': {
    'libstdc++.so.6': gcc(
      'libstdc++6_10.2.1-6_arm64',
      '7869aa540cc46e9f3d4267d5bde2af0e5b429a820c1d6f1a4cfccfe788c31890',
    ),
    'libgcc_s.so.1': gcc(
      'libgcc-s1_10.2.1-6_arm64',
      'e2fcdb378d3c1ad1bcb64d4fb6b37aab44011152beca12a4944f435a2582df1f',
    ),
  },
};
