import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeExecutable } from '../../../scripts/executable/make-executable.ts';
import { isOurs, PLATFORMS, type Platform } from '../../../scripts/executable/platform.ts';
import { until } from '../../stage/until.ts';

export type Command = readonly [program: string, ...args: string[]];

const MAIN = fileURLToPath(new URL('../../../src/main-managed.ts', import.meta.url));
const platform = (Object.keys(PLATFORMS) as Platform[]).find(isOurs);

/** Why the executable cannot be tried on this machine. */
export const noExecutable = platform === undefined ? 'there is no executable for this machine' : undefined;

/** The backend out of its sources; it obeys NODE_OPTIONS, which a test may need. */
export const fromSources: Command = [process.execPath, MAIN];

/** As it is shipped, made once in a run of tests; starts in a tenth of the time. Where there is none, the sources. */
export async function asShipped(): Promise<Command> {
  const folder = process.env['TEST_POSTGRES_FOLDER'];
  if (platform === undefined || folder === undefined) return fromSources;
  const outDir = join(folder, 'executable');
  const made = join(folder, 'executable-made');
  if (await isFirst(outDir)) await makeIn(outDir, platform, made);
  await until(() => existsSync(made));
  return [join(outDir, 'plugin')];
}

async function isFirst(folder: string): Promise<boolean> {
  return mkdir(folder).then(
    () => true,
    () => false,
  );
}

async function makeIn(outDir: string, ours: Platform, made: string): Promise<void> {
  await makeExecutable({ entry: MAIN, platform: ours, outDir });
  await writeFile(`${made}.part`, '');
  await rename(`${made}.part`, made);
}
