import { execFile } from 'node:child_process';
import { mkdir, readdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Library, LibraryName } from './libraries.ts';
import { PLATFORMS, type Platform } from './platform.ts';

const run = promisify(execFile);
const PACKAGES = { 'libstdc++.so.6': 'libstdc++6', 'libgcc_s.so.1': 'libgcc-s1' } as const satisfies Record<
  LibraryName,
  string
>;

/**
 * The libraries of another platform, out of the packages of the Debian that builds. apt fetches and verifies them as
 * always, but keeps its lists in a folder of ours: nothing is installed, no rights are needed.
 */
export async function debianLibraries(platform: Platform, workDir: string): Promise<Library[]> {
  const { debianArchitecture, triplet } = PLATFORMS[platform];
  try {
    const folder = await fetchPackages(debianArchitecture, join(workDir, 'apt'));
    return await Promise.all(
      (Object.keys(PACKAGES) as LibraryName[]).map((name) => unpackLibrary(folder, name, triplet)),
    );
  } catch (error) {
    throw new Error(
      `The libraries for ${platform} come from Debian's packages for ${debianArchitecture}, by apt-get and dpkg-deb, and could not be had: ${(error as Error).message.trim()}\nBuild on Debian 12, or build this platform on a machine of its kind.`,
      { cause: error },
    );
  }
}

async function fetchPackages(architecture: string, folder: string): Promise<string> {
  await mkdir(join(folder, 'lists/partial'), { recursive: true });
  await mkdir(join(folder, 'cache/archives/partial'), { recursive: true });
  const settings = {
    'APT::Architecture': architecture,
    'APT::Architectures': architecture,
    'APT::Sandbox::User': '',
    'Acquire::Languages': 'none',
    'Acquire::IndexTargets::deb::DEP-11::DefaultEnabled': 'false',
    'Dir::State': folder,
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::State::status': '/dev/null',
    'Dir::Cache': join(folder, 'cache'),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  await run('apt-get', [...options, 'update'], { cwd: folder });
  await run('apt-get', [...options, 'download', ...Object.values(PACKAGES)], { cwd: folder });
  return folder;
}

async function unpackLibrary(folder: string, name: LibraryName, triplet: string): Promise<Library> {
  const file = (await readdir(folder)).find((one) => one.startsWith(`${PACKAGES[name]}_`));
  if (file === undefined) throw new Error(`apt-get brought no ${PACKAGES[name]}.`);
  const packed = join(folder, file);
  const unpacked = join(folder, PACKAGES[name]);
  await run('dpkg-deb', ['--extract', packed, unpacked]);
  const { stdout } = await run('dpkg-deb', [
    '--show',
    '--showformat',
    '${source:Package} ${source:Version}',
    packed,
  ]);
  return {
    name,
    path: await findLibrary(unpacked, triplet, name),
    source: `Debian source package ${stdout}`,
  };
}

/** Older Debian packages have them in /lib, newer ones in /usr/lib. */
async function findLibrary(unpacked: string, triplet: string, name: string): Promise<string> {
  const folders = ['usr/lib', 'lib'].map((lib) => join(unpacked, lib, triplet, name));
  for (const path of folders) {
    const found = await realpath(path).catch(() => undefined);
    if (found !== undefined) return found;
  }
  throw new Error(`The package holds no ${name} for ${triplet}.`);
}
