import { neededLibraries } from './elf/dynamic-strings.ts';
import { readElf } from './elf/elf-file.ts';
import { isNewer, requiredGlibc, type GlibcVersion } from './elf/required-glibc.ts';
import { SHIPPED } from './libraries.ts';

/** That of Debian 12, which the official Mattermost image is made of. */
export const OLDEST_GLIBC: GlibcVersion = [2, 36];
/** What every machine with a glibc has. */
const OF_GLIBC = /^(ld-linux-[\w-]+|libc|libdl|libm|libpthread|librt)\.so\.\d+$/;

/** @throws {Error} when it would not start on the oldest machine we support */
export function refuseNewerGlibc(bytes: Buffer, name: string): void {
  const required = requiredGlibc(readElf(bytes));
  if (required !== undefined && isNewer(required, OLDEST_GLIBC)) {
    throw new Error(
      `${name} of this machine needs glibc ${required.join('.')}, but the bundle has to run on ${OLDEST_GLIBC.join('.')} (Debian 12, the official Mattermost image). Build on Debian 12 or an older system.`,
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
