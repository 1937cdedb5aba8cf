import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { SHIPPED } from '../libraries.ts';

/** As uid 2000, the account of the official Mattermost image; all but /tmp read-only. */
const ENTER = `set -e
mount --bind "$1" "$1"
mount -o remount,bind,ro "$1"
mount -t proc proc "$1/proc"
mount -t tmpfs -o mode=1777 tmpfs "$1/tmp"
exec chroot --userspec=2000:2000 "$1" "$2"`;

/** @returns why a bare root cannot be entered here; undefined when it can */
export function noBareRoot(): string | undefined {
  if (process.platform !== 'linux') return 'not on Linux';
  if (process.getuid?.() !== 0) return 'not root';
  try {
    execFileSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs none /tmp'], { stdio: 'ignore' });
    return undefined;
  } catch {
    return 'no right to mount';
  }
}

/** A root directory with nothing in it but glibc: no shell, no libstdc++, no Node. */
export function makeBareRoot(): string {
  const root = mkdtempSync(join(tmpdir(), 'bare-root-'));
  chmodSync(root, 0o755);
  for (const folder of ['proc', 'tmp', 'plugins']) mkdirSync(join(root, folder));
  const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
  const shipped: readonly string[] = SHIPPED;
  for (const path of sharedObjects.filter((one) => existsSync(one) && !shipped.includes(basename(one)))) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    copyFileSync(path, join(root, path));
  }
  return root;
}

/** Runs a program in it, with this environment and no other. @param program its path inside the root */
export async function runInBareRoot(
  root: string,
  program: string,
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  const path = '/usr/sbin:/usr/bin:/sbin:/bin';
  return promisify(execFile)('unshare', ['--mount', '--', 'sh', '-c', ENTER, 'sh', root, program], {
    env: { PATH: path, ...env },
  });
}
