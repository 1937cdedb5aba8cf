import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** Of what every page loads, and of all that a person may load. */
const LIMITS_KB = { first: 30, whole: 75 };
const dist = new URL('../dist/', import.meta.url);

const sizes = readdirSync(dist)
  .filter((name) => name.endsWith('.js'))
  .map((name) => [name, gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length / 1000]);
const whole = sizes.reduce((sum, [, size]) => sum + size, 0);
const first = sizes.find(([name]) => name === 'main.js')?.[1] ?? Infinity;

console.log(
  `webapp, gzip: ${first.toFixed(1)} kB before the sidebar is opened (limit ${LIMITS_KB.first}), ${whole.toFixed(1)} kB whole (limit ${LIMITS_KB.whole})`,
);
if (first > LIMITS_KB.first || whole > LIMITS_KB.whole) process.exitCode = 1;
