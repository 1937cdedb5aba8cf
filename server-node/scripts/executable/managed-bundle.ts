import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleEntries, type BundleEntry } from '../bundle/bundle-entries.ts';
import { packBundle } from '../bundle/pack-bundle.ts';
import { bundleNotices } from './bundle-notices.ts';
import { makeExecutable, type Executable } from './make-executable.ts';
import type { Platform } from './platform.ts';
import { settingsInSections } from './settings-in-sections.ts';

export interface ManagedBundleOptions {
  /** The project's folder, with `webapp/dist` built. */
  root: string;
  /** The program that Mattermost shall start. */
  entry: string;
  platform: Platform;
  /** Package folders of the third parties in the webapp. */
  webappPackages: readonly string[];
}

/** Beside the program its `lib/`. Paths inside the bundle have slashes on every machine. */
const SERVER = 'server';
const EXECUTABLE = 0o755;
/** The backend gives it to its bot. */
const BOT_PICTURE = 'assets/bot.png';

/** Makes the bundle that needs nothing else on the server: `dist/<id>-<version>-<platform>.tar.gz`. @returns that path */
export async function makeManagedBundle(options: ManagedBundleOptions): Promise<string> {
  const { root, entry, platform, webappPackages } = options;
  const outDir = await mkdtemp(join(tmpdir(), 'todo-bundle-'));
  try {
    const manifest = await readManifest(root);
    const made = await makeExecutable({ entry, platform, outDir, name: manifest.id });
    const notices = await bundleNotices(made.contents, webappPackages);
    const entries = [
      ...bundleEntries(root, notices).filter(({ path }) => path !== 'plugin.json'),
      manifestEntry(manifest, platform),
      { path: BOT_PICTURE, content: await readFile(join(root, BOT_PICTURE)) },
      ...(await serverEntries(made, outDir)),
    ];
    const path = `dist/${manifest.id}-${manifest.version}-${platform}.tar.gz`;
    await mkdir(join(root, 'dist'), { recursive: true });
    await writeFile(join(root, path), await packBundle(manifest.id, entries));
    return path;
  } finally {
    await rm(outDir, { recursive: true });
  }
}

interface Manifest extends Record<string, unknown> {
  id: string;
  version: string;
}

const readManifest = async (root: string) =>
  JSON.parse(await readFile(join(root, 'plugin.json'), 'utf8')) as Manifest;

/** The same manifest, with its settings in sections and the program of this platform: Mattermost looks it up by that name. */
export function manifestEntry(manifest: Manifest, platform: Platform): BundleEntry {
  const server = { executables: { [platform]: `${SERVER}/${manifest.id}` } };
  const settings_schema = settingsInSections(manifest['settings_schema']);
  return {
    path: 'plugin.json',
    content: Buffer.from(`${JSON.stringify({ ...manifest, settings_schema, server }, null, 2)}\n`),
  };
}

const serverEntries = ({ program, libraries }: Executable, outDir: string): Promise<BundleEntry[]> =>
  Promise.all(
    [program, ...libraries].map(async (path) => ({
      path: `${SERVER}/${path.slice(outDir.length + 1).replaceAll('\\', '/')}`,
      content: await readFile(path),
      mode: EXECUTABLE,
    })),
  );
