import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { promisify } from 'node:util';
import { debianLibraries } from './debian-libraries.ts';
import { isOurs, type Platform } from './platform.ts';

/** What a bare machine lacks of what Node needs. */
export const SHIPPED = ['libstdc++.so.6', 'libgcc_s.so.1'] as const;
export type LibraryName = (typeof SHIPPED)[number];

export interface Library {
  name: LibraryName;
  path: string;
  /** Where its source is found, for the notices. */
  source: string;
}

/**
 * For our own platform the libraries this very process runs with: Node cannot run without them, so they are there. For
 * another one Debian's packages.
 */
export function librariesFor(platform: Platform, workDir: string): Promise<Library[]> {
  return isOurs(platform) ? Promise.all(SHIPPED.map(loadedLibrary)) : debianLibraries(platform, workDir);
}

async function loadedLibrary(name: LibraryName): Promise<Library> {
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  const path = sharedObjects.find((one) => basename(one) === name);
  if (path === undefined)
    throw new Error(`This Node has not loaded ${name}, so it cannot be shipped from here.`);
  const real = await realpath(path);
  return { name, path: real, source: await sourceOf(real) };
}

async function sourceOf(path: string): Promise<string> {
  try {
    // Not the whole path: dpkg may know the folder as /lib, a link to /usr/lib.
    const owner = await firstLine('dpkg-query', ['--search', path.split('/').slice(-2).join('/')]);
    const binaryPackage = owner.slice(0, owner.indexOf(': '));
    const format = '${source:Package} ${source:Version}';
    return `Debian source package ${await firstLine('dpkg-query', ['--show', '--showformat', format, binaryPackage])}`;
  } catch {
    return 'the GCC of the machine that built this bundle';
  }
}

async function firstLine(program: string, args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(program, args);
  return stdout.split('\n', 1)[0] ?? '';
}
