import { copyFileSync, existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import webpack from 'webpack';
import { bundleFolder, DIST_FOLDER, PAGE_FOLDER, pageBundle, type ReactVersion } from './page-bundle.ts';

const LOCK_IS_STALE_AFTER_MS = 120_000;

const building = new Map<ReactVersion, Promise<string>>();

/** Builds the page unless what is there is newer than its sources. @returns the folder with the built page */
export function buildPage(react: ReactVersion): Promise<string> {
  const known = building.get(react);
  if (known !== undefined) return known;
  const built = buildOnce(react).finally(() => building.delete(react));
  building.set(react, built);
  return built;
}

/** Several test processes may want the page at the same moment: one of them builds, the others wait. */
async function buildOnce(react: ReactVersion): Promise<string> {
  const lock = join(PAGE_FOLDER, `dist.lock.${react}`);
  while (!isFresh(react)) {
    if (!tryLock(lock)) {
      await wait(250);
      continue;
    }
    try {
      await build(react);
    } finally {
      rmdirSync(lock);
    }
  }
  return bundleFolder(react);
}

function tryLock(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    if (existsSync(lock) && Date.now() - statSync(lock).mtimeMs > LOCK_IS_STALE_AFTER_MS) rmdirSync(lock);
    return false;
  }
}

function isFresh(react: ReactVersion): boolean {
  const built = join(bundleFolder(react), 'page.css');
  return existsSync(built) && statSync(built).mtimeMs >= newestSourceAt();
}

function newestSourceAt(): number {
  const files = readdirSync(PAGE_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').startsWith(DIST_FOLDER))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...files);
}

/** The style sheet comes last: its date tells whether the build is complete. */
async function build(react: ReactVersion): Promise<void> {
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    webpack(pageBundle(react), (error, result) => (error ? reject(error) : resolve(result)));
  });
  if (stats?.hasErrors() === true) throw new Error(stats.toString({ all: false, errors: true }));
  copyFileSync(join(PAGE_FOLDER, 'page.css'), join(bundleFolder(react), 'page.css'));
}
