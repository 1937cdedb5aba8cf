import { execFile } from 'node:child_process';
import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { debianMirrors } from './debian-mirrors.ts';
import { DEBIAN_PACKAGES, LIBRARY_SOURCE, type DebianPackage } from './debian-packages.ts';
import { fetchPackage } from './fetch-package.ts';
import { SHIPPED, type Library, type LibraryName } from './libraries.ts';
import { PLATFORMS, type Platform } from './platform.ts';

export interface Folders {
  /** Where fetched packages are kept. */
  cacheDir: string;
  /** Where they are unpacked. */
  workDir: string;
}

/** The libraries of a platform, the same bytes whatever machine builds; nothing is installed, no rights are needed. */
export async function debianLibraries(
  platform: Platform,
  { cacheDir, workDir }: Folders,
): Promise<Library[]> {
  const mirrors = await debianMirrors(process.env['DEBIAN_MIRROR']);
  const { triplet } = PLATFORMS[platform];
  try {
    const libraries: Library[] = [];
    for (const name of SHIPPED) {
      const packed: DebianPackage = DEBIAN_PACKAGES[platform][name];
      const unpacked = join(workDir, 'packages', name);
      await mkdir(unpacked, { recursive: true });
      const file = await fetchPackage(packed, mirrors, cacheDir);
      await promisify(execFile)('dpkg-deb', ['--extract', file, unpacked]);
      libraries.push({ name, path: await findLibrary(unpacked, triplet, name), source: LIBRARY_SOURCE });
    }
    return libraries;
  } catch (error) {
    throw new Error(
      `The libraries for ${platform} are out of packages of Debian 11, and could not be had: ${(error as Error).message.trim()}\nBuild on a Debian, or have dpkg-deb, curl and the address of a Debian mirror in DEBIAN_MIRROR (one of Debian's archive when Debian 11 has left the others).`,
      { cause: error },
    );
  }
}

/** Some packages have theirs in /lib, others in /usr/lib. */
async function findLibrary(unpacked: string, triplet: string, name: LibraryName): Promise<string> {
  const folders = ['usr/lib', 'lib'].map((lib) => join(unpacked, lib, triplet, name));
  for (const path of folders) {
    const found = await realpath(path).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`The package holds no ${name} for ${triplet}.`);
}
