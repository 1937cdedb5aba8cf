import { copyFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from './bundle-program.ts';
import { refuseNewer, refuseUnknownLibraries } from './check-libraries.ts';
import { injectProgram } from './inject-program.ts';
import { layOutRuntime } from './lay-out-runtime.ts';
import { debianLibraries } from './debian-libraries.ts';
import type { Library } from './libraries.ts';
import { runtimeFolder } from './pinned-runtime.ts';
import { isOurs, runPath, type Platform } from './platform.ts';

const EXECUTABLE = 0o755;
const root = fileURLToPath(new URL('../../..', import.meta.url));
const CACHE_DIR = join(root, 'node_modules/.cache/executable');

export interface ExecutableOptions {
  /** The TypeScript or JavaScript file that is the program. */
  entry: string;
  platform: Platform;
  outDir: string;
  /** File name of the program. */
  name?: string;
}

export interface Executable {
  /** One file: Node with the program inside. */
  program: string;
  /** In `lib/` beside it, where it looks when the system has none. */
  libraries: string[];
  /** What has to be named in the notices. */
  contents: ExecutableContents;
}

export interface ExecutableContents {
  /** The files that the program was bundled from. */
  files: string[];
  libraries: readonly Pick<Library, 'name' | 'source'>[];
  /** Path of Node's licence text. */
  nodeLicence: string;
}

/** Makes one ELF file out of the pinned Node and a program, the same bytes each time. */
export async function makeExecutable(options: ExecutableOptions): Promise<Executable> {
  const workDir = await mkdtemp(join(tmpdir(), 'todo-executable-'));
  try {
    return await make(options, workDir);
  } finally {
    await rm(workDir, { recursive: true });
  }
}

async function make(options: ExecutableOptions, workDir: string): Promise<Executable> {
  const { entry, platform, outDir, name: fileName = 'plugin' } = options;
  const runtime = await runtimeFolder(root, platform);
  const libraries = await debianLibraries(platform, { cacheDir: CACHE_DIR, workDir });
  const shipped = await shipLibraries(libraries, join(outDir, 'lib'));
  const bundle = await bundleProgram(entry, join(workDir, 'program'));
  const program = join(outDir, fileName);
  await writeFile(program, await runtimeBytes(runtime, platform));
  await injectProgram({ program: bundle.path, executable: program, useCodeCache: isOurs(platform) });
  await chmod(program, EXECUTABLE);
  const named = libraries.map(({ name, source }) => ({ name, source }));
  const contents = { files: bundle.files, libraries: named, nodeLicence: join(runtime, 'LICENSE') };
  return { program, libraries: shipped, contents };
}

async function runtimeBytes(runtime: string, platform: Platform): Promise<Buffer> {
  const node = await readFile(join(runtime, 'bin/node'));
  refuseUnknownLibraries(node);
  refuseNewer(node, 'Node', ['GLIBC', 'GLIBCXX']);
  return layOutRuntime(node, runPath(platform));
}

async function shipLibraries(libraries: readonly Library[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  return Promise.all(
    libraries.map(async ({ name, path }) => {
      refuseNewer(await readFile(path), name, ['GLIBC']);
      const shipped = join(folder, name);
      await copyFile(path, shipped);
      await chmod(shipped, EXECUTABLE);
      return shipped;
    }),
  );
}
