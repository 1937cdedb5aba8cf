import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { extract } from 'tar';
import type { PinnedRuntime } from './pinned-runtime.ts';

/**
 * npm installs only the Node of its own platform; that of another one is fetched as a package file, and unpacked once
 * its checksum is the pinned one.
 */
export async function fetchRuntime(name: string, pinned: PinnedRuntime, cacheDir: string): Promise<string> {
  const key = createHash('sha256').update(pinned.integrity).digest('hex').slice(0, 16);
  const folder = join(cacheDir, `${name}-${pinned.version}-${key}`);
  if (existsSync(folder)) return folder;
  await mkdir(cacheDir, { recursive: true });
  const workDir = await mkdtemp(join(cacheDir, 'fetch-'));
  try {
    await unpack(await packedFile(`${name}@${pinned.version}`, workDir), pinned, workDir);
    await rename(workDir, folder);
  } catch (error) {
    await rm(workDir, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

async function packedFile(spec: string, workDir: string): Promise<string> {
  await promisify(execFile)('npm', ['pack', spec, '--prefer-offline', '--pack-destination', workDir]);
  const file = (await readdir(workDir)).find((one) => one.endsWith('.tgz'));
  if (file === undefined) throw new Error(`npm pack ${spec} made no file.`);
  return join(workDir, file);
}

async function unpack(file: string, { integrity }: PinnedRuntime, workDir: string): Promise<void> {
  checkIntegrity(readFileSync(file), integrity, file);
  const wanted = (path: string) => ['package/bin/node', 'package/LICENSE'].includes(path);
  await extract({ file, cwd: workDir, strip: 1, filter: wanted });
  await rm(file);
}

/** @throws {Error} when the bytes are not those that the lockfile means */
export function checkIntegrity(bytes: Uint8Array, integrity: string, name: string): void {
  const [algorithm = '', expected] = integrity.split('-', 2);
  if (algorithm !== 'sha512') throw new Error(`Expected a sha512 checksum for ${name}; got ${integrity}.`);
  const found = createHash(algorithm).update(bytes).digest('base64');
  if (found !== expected) {
    throw new Error(
      `${name} is not what package-lock.json pins: expected sha512-${expected}, got sha512-${found}.`,
    );
  }
}
