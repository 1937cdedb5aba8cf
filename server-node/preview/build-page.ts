import { copyFileSync, existsSync, mkdirSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import webpack from 'webpack';
import { BUNDLE_FOLDER, PAGE_FOLDER, pageBundle } from './page-bundle.ts';

const LOCK = join(PAGE_FOLDER, 'dist.lock');
const LOCK_IS_STALE_AFTER_MS = 120_000;

let building: Promise<string> | undefined;

/** Builds the page unless what is there is newer than its sources. @returns the folder with the built page */
export function buildPage(): Promise<string> {
  building ??= buildOnce().finally(() => {
    building = undefined;
  });
  return building;
}

/** Several test processes may want the page at the same moment: one of them builds, the others wait. */
async function buildOnce(): Promise<string> {
  while (!isFresh()) {
    if (!tryLock()) {
      await wait(250);
      continue;
    }
    try {
      await build();
    } finally {
      rmdirSync(LOCK);
    }
  }
  return BUNDLE_FOLDER;
}

function tryLock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    if (existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > LOCK_IS_STALE_AFTER_MS) rmdirSync(LOCK);
    return false;
  }
}

function isFresh(): boolean {
  const built = join(BUNDLE_FOLDER, 'page.css');
  return existsSync(built) && statSync(built).mtimeMs >= newestSourceAt();
}

function newestSourceAt(): number {
  const files = readdirSync(PAGE_FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, '/').startsWith(BUNDLE_FOLDER))
    .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs);
  return Math.max(...files);
}

/** The style sheet comes last: its date tells whether the build is complete. */
async function build(): Promise<void> {
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    webpack(pageBundle, (error, result) => (error ? reject(error) : resolve(result)));
  });
  if (stats?.hasErrors() === true) throw new Error(stats.toString({ all: false, errors: true }));
  copyFileSync(join(PAGE_FOLDER, 'page.css'), join(BUNDLE_FOLDER, 'page.css'));
}
