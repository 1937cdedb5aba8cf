import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { manifestSource } from './manifest-source.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(read('plugin.json')) as { version: string };

it('finds src/contract/manifest.ts as plugin.json says', () => {
  expect(read('server-node/src/contract/manifest.ts')).toBe(manifestSource(manifest));
});

it.each(['package.json', 'webapp/package.json', 'server-node/package.json'])(
  'finds the version of plugin.json in %s',
  (path) => {
    expect((JSON.parse(read(path)) as { version: string }).version).toBe(manifest.version);
  },
);

it('refuses an id that is too long for user settings', () => {
  expect(() => manifestSource({ ...manifest, id: 'x'.repeat(30) })).toThrow(/29 characters/);
});
