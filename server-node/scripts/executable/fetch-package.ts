import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import type { DebianPackage } from './debian-packages.ts';

const run = promisify(execFile);
/** apt's own way to fetch one file, with the proxies and certificates that apt has. */
const APT_HELPER = '/usr/lib/apt/apt-helper';

/**
 * A package file whose checksum is the pinned one, kept for the next time.
 *
 * @param download puts what is at an address into a file
 * @returns its path
 * @throws {Error} with what each mirror said
 */
export async function fetchPackage(
  { path, sha256 }: DebianPackage,
  mirrors: readonly string[],
  cacheDir: string,
  download = downloadFile,
): Promise<string> {
  const kept = join(cacheDir, basename(path));
  if ((await checksumOf(kept)) === sha256) return kept;
  await mkdir(cacheDir, { recursive: true });
  const failures: string[] = [];
  for (const mirror of mirrors) {
    const draft = `${kept}.${randomBytes(6).toString('hex')}`;
    try {
      await download(mirror + path, draft);
      const found = await checksumOf(draft);
      if (found !== sha256) throw new Error(`expected SHA-256 ${sha256}, got ${found}`);
      await rename(draft, kept);
      return kept;
    } catch (error) {
      failures.push(`${mirror}${path}: ${(error as Error).message.trim()}`);
      await rm(draft, { force: true });
    }
  }
  throw new Error(failures.join('\n') || 'No mirror of Debian is known here.');
}

async function checksumOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

async function downloadFile(address: string, file: string): Promise<void> {
  try {
    await run(APT_HELPER, ['-o', 'APT::Sandbox::User=', 'download-file', address, file]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await run('curl', ['--fail', '--silent', '--show-error', '--location', '--output', file, address]);
  }
}
