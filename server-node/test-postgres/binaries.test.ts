import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { whyNotRunning } from './binaries.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-binaries-'));
  await mkdir(join(folder, 'native', 'bin'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function program(name: string, script: string): Promise<void> {
  await writeFile(join(folder, 'native', 'bin', name), `#!/bin/sh\n${script}\n`);
}

it('names the program that does not run, with its exit code and what it said', async () => {
  await program('initdb', 'exit 0');
  await program('pg_ctl', 'echo "libpq.so.5: cannot open shared object file" >&2; exit 127');
  await program('postgres', 'exit 0');
  expect(whyNotRunning(folder, {})).toMatch(
    /pg_ctl does not run: exit code 127, libpq\.so\.5: cannot open shared object file\.$/,
  );
});

it('names what the system said of a program that is not there', async () => {
  expect(whyNotRunning(folder, {})).toMatch(/initdb does not run: .*ENOENT\.$/);
});

it('says nothing when all run', async () => {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) await program(name, 'exit 0');
  expect(whyNotRunning(folder, {})).toBeUndefined();
});
