import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { atMost, type Figure } from '../figure.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const KILOBYTE = 1_000;

/** Built anew, since a bundle of yesterday says nothing. */
export async function bundleSize(): Promise<Figure> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const size = gzipSync(readFileSync(`${ROOT}webapp/dist/main.js`)).length / KILOBYTE;
  return atMost(60, { name: 'webapp bundle, gzip', value: size, unit: 'kB' });
}
