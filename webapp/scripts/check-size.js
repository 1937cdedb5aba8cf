import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const LIMIT_KB = 60;
const bundle = readFileSync(new URL('../dist/main.js', import.meta.url));
const gzipKb = gzipSync(bundle, { level: 9 }).length / 1024;

console.log(
  `webapp bundle: ${(bundle.length / 1024).toFixed(1)} kB, ${gzipKb.toFixed(1)} kB gzip (limit ${LIMIT_KB})`,
);
if (gzipKb > LIMIT_KB) process.exitCode = 1;
