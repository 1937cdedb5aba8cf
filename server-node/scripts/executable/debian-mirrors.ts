import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** As apt puts the repository of an index into words: who made it, and where it is. */
const FORMAT = '$(ORIGIN)\t$(REPO_URI)';

/** Where Debian's packages are had, each address with a slash at its end: `DEBIAN_MIRROR`, or what apt has here. */
export async function debianMirrors(given: string | undefined): Promise<string[]> {
  if (given !== undefined && given !== '') return [given.replace(/\/*$/, '/')];
  const args = ['indextargets', '--format', FORMAT, 'Created-By: Packages'];
  const { stdout } = await promisify(execFile)('apt-get', args).catch(() => ({ stdout: '' }));
  return mirrorsIn(stdout);
}

/** Apt does not know who made a repository whose lists were never fetched; then its address has to say it. */
export function mirrorsIn(listed: string): string[] {
  const mirrors = listed.split('\n').flatMap((line) => {
    const [origin = '', address = ''] = line.split('\t');
    return ['Debian', ''].includes(origin) && /\/debian\//.test(address) ? [address] : [];
  });
  return [...new Set(mirrors)];
}
