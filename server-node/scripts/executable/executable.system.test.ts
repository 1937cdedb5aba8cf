import { execFile } from 'node:child_process';
import { readFileSync, rmSync, statSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readMigrations } from '../../src/store/read-migrations.ts';
import { readElf } from './elf/elf-file.ts';
import { requiredVersion } from './elf/required-version.ts';
import { makeBareRoot, noBareRoot, runInBareRoot } from './testing/bare-root.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const platform = process.arch === 'arm64' ? 'linux-arm64' : 'linux-amd64';
const BUILD_MS = 60_000;
const why = noBareRoot();

const build = (outDir: string) =>
  promisify(execFile)(process.execPath, [here('main.ts'), here('testing/program.ts'), platform, outDir]);

/** Skipped by name where a bare root cannot be entered. */
const inBareRoot = why === undefined ? describe : describe.skip;

inBareRoot(`the executable in a root with only glibc${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
  const root = why === undefined ? makeBareRoot() : '';
  const program = '/plugins/plugin';

  beforeAll(() => build(join(root, 'plugins')), BUILD_MS);
  afterAll(() => rmSync(root, { recursive: true }));

  it('runs on the libraries beside it, with its migrations inside', async () => {
    const { stdout, stderr } = await runInBareRoot(root, program);
    const [first, found = ''] = stdout.split('\n');
    const report = JSON.parse(found) as Record<string, unknown> & { libraries: string[] };
    // Nothing on stderr: Node warns of a code cache that does not fit.
    expect({ first, stderr }).toEqual({ first: 'first', stderr: '' });
    expect(report.libraries).toEqual(
      expect.arrayContaining(['/plugins/lib/libstdc++.so.6', '/plugins/lib/libgcc_s.so.1']),
    );
    expect(report).toMatchObject({
      version: process.version,
      url: 'file:///plugins/plugin',
      sqlite: 42,
      late: 'loaded by import()',
      migrations: { sqlite: await readMigrations('sqlite'), postgres: await readMigrations('postgres') },
    });
  });

  it('asks for nothing that is newer than glibc 2.28, nor do the libraries beside it', () => {
    for (const file of ['plugin', 'lib/libstdc++.so.6', 'lib/libgcc_s.so.1']) {
      const elf = readElf(readFileSync(join(root, 'plugins', file)));
      const [major = 0, minor = 99] = requiredVersion(elf, 'GLIBC') ?? [];
      expect([major, minor <= 28]).toEqual([2, true]);
    }
    const offered = requiredVersion(
      readElf(readFileSync(join(root, 'plugins/lib/libstdc++.so.6'))),
      'GLIBCXX',
    );
    const asked = requiredVersion(readElf(readFileSync(join(root, program))), 'GLIBCXX');
    // That of GCC 10.2, whatever the machine that builds has.
    expect(offered).toEqual([3, 4, 28]);
    expect(asked?.slice(0, 2)).toEqual([3, 4]);
    expect(asked?.[2]).toBeLessThanOrEqual(25);
  });

  it('does not obey the NODE_OPTIONS of the server', async () => {
    const env = { NODE_OPTIONS: '--import=data:text/javascript,globalThis.preloaded=1 --no-such-option' };
    const { stdout, stderr } = await runInBareRoot(root, program, env);
    expect(stdout).toContain('"preloaded":false');
    expect(stderr).toBe('');
  });

  it('holds no path of the machine that built it', () => {
    expect(readFileSync(join(root, program)).includes(here('../../..'))).toBe(false);
  });

  it('is the same byte for byte when built again', async () => {
    const before = readFileSync(join(root, program));
    await build(join(root, 'plugins'));
    expect(readFileSync(join(root, program)).equals(before)).toBe(true);
    expect(statSync(join(root, program)).mode & 0o777).toBe(0o755);
  }, 60_000);

  it('does not start without its libraries (the control)', async () => {
    unlinkSync(join(root, 'plugins/lib/libstdc++.so.6'));
    await expect(runInBareRoot(root, program)).rejects.toThrow('libstdc++.so.6');
  });
});
