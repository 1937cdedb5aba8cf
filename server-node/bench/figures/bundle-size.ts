import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { atMost, type Figure } from '../figure.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const DIST = `${ROOT}webapp/dist`;
const KILOBYTE = 1_000;

/** Built anew, since a bundle of yesterday says nothing. What every page loads is `main.js`; the rest comes when needed. */
export async function bundleSize(): Promise<Figure[]> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const sizeOf = (name: string): number => gzipSync(readFileSync(`${DIST}/${name}`)).length / KILOBYTE;
  const whole = readdirSync(DIST)
    .filter((name) => name.endsWith('.js'))
    .reduce((sum, name) => sum + sizeOf(name), 0);
  return [
    atMost(30, {
      name: 'webapp before the sidebar is opened, gzip',
      value: sizeOf('main.js'),
      unit: 'kB',
    }),
    atMost(75, { name: 'webapp whole, gzip', value: whole, unit: 'kB' }),
  ];
}
