import { neededLibraries } from './elf/dynamic-strings.ts';
import { readElf } from './elf/elf-file.ts';
import {
  isNewer,
  requiredVersion,
  type SymbolVersion,
  type VersionedLibrary,
} from './elf/required-version.ts';
import { SHIPPED } from './libraries.ts';

/**
 * The oldest machine we support has what Node 24 itself needs, as RHEL 8 and Debian 10 have. Its own C++ library goes
 * before ours.
 */
export const OLDEST: Readonly<Record<VersionedLibrary, SymbolVersion>> = {
  GLIBC: [2, 28],
  GLIBCXX: [3, 4, 25],
};
/** What every machine with a glibc has. */
const OF_GLIBC = /^(ld-linux-[\w-]+|libc|libdl|libm|libpthread|librt)\.so\.\d+$/;

/** @throws {Error} when it would not start on the oldest machine we support */
export function refuseNewer(bytes: Buffer, name: string, libraries: readonly VersionedLibrary[]): void {
  const elf = readElf(bytes);
  for (const library of libraries) {
    const required = requiredVersion(elf, library);
    if (required === undefined || !isNewer(required, OLDEST[library])) continue;
    throw new Error(
      `${name} needs ${library}_${required.join('.')}, but the bundle has to run where ${library}_${OLDEST[library].join('.')} is the newest. Pin an older version of it.`,
    );
  }
}

/** @throws {Error} when Node asks for a library that neither glibc has nor we ship */
export function refuseUnknownLibraries(node: Buffer): void {
  const shipped: readonly string[] = SHIPPED;
  const unknown = neededLibraries(readElf(node)).filter(
    (one) => !shipped.includes(one) && !OF_GLIBC.test(one),
  );
  if (unknown.length > 0) {
    throw new Error(
      `This Node needs ${unknown.join(', ')}, which the bundle does not ship: add it to SHIPPED.`,
    );
  }
}
