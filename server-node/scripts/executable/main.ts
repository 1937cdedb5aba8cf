/** `node main.ts <entry> <linux-amd64|linux-arm64> <folder>`: one executable of the pinned Node and a program. */
import { resolve } from 'node:path';
import { makeExecutable } from './make-executable.ts';
import { PLATFORMS, type Platform } from './platform.ts';

const [entry = '', platform = '', outDir = ''] = process.argv.slice(2);
const isPlatform = (text: string): text is Platform => Object.hasOwn(PLATFORMS, text);

try {
  if (entry === '' || outDir === '' || !isPlatform(platform)) {
    throw new Error(`Expected an entry file, one of ${Object.keys(PLATFORMS).join(', ')}, and a folder.`);
  }
  const made = await makeExecutable({ entry: resolve(entry), platform, outDir: resolve(outDir) });
  console.log([made.program, ...made.libraries].join('\n'));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
