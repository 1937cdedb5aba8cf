import { execFileSync } from 'node:child_process';

const SCRIPT = `
  const { openSync, writeSync, fstatSync, closeSync } = require('node:fs');
  const file = openSync(process.argv[1], 'r+');
  const { size } = fstatSync(file);
  for (let at = 8192; at < size; at += 4096) writeSync(file, Buffer.alloc(4096, 0x5a), 0, 4096, at);
  closeSync(file);`;

/**
 * Writes nonsense over all pages of a SQLite file but the first two, as a failing disk might. In a process of its own,
 * since a descriptor closed here would take the locks off a store that is open in this one.
 */
export function spoilFile(path: string): void {
  execFileSync(process.execPath, ['--eval', SCRIPT, path]);
}
