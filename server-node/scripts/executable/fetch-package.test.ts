import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mirrorsIn } from './debian-mirrors.ts';
import { fetchPackage } from './fetch-package.ts';

const sha256 = createHash('sha256').update('the package').digest('hex');
const PACKAGE = { path: 'pool/main/g/gcc/libx_1_amd64.deb', sha256 };

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'todo-package-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Mirrors by their address, and what each has there. */
function play(mirrors: Record<string, string>) {
  const asked: string[] = [];
  const download = async (address: string, file: string) => {
    asked.push(address);
    const content = mirrors[address.slice(0, -PACKAGE.path.length)];
    if (content === undefined) throw new Error('404');
    writeFileSync(file, content);
  };
  return { asked, fetch: () => fetchPackage(PACKAGE, Object.keys(mirrors), folder, download) };
}

describe('a package of Debian', () => {
  it('is kept, and not fetched a second time', async () => {
    const { asked, fetch } = play({ 'http://one/debian/': 'the package' });
    const path = await fetch();
    expect(readFileSync(path, 'utf8')).toBe('the package');
    expect(await fetch()).toBe(path);
    expect(asked).toEqual([`http://one/debian/${PACKAGE.path}`]);
  });

  it('is what its checksum says, wherever it comes from, or there is none', async () => {
    const { fetch } = play({ 'http://one/debian/': 'another package', 'http://two/debian/': 'a third' });
    await expect(fetch()).rejects.toThrow(/^http:\/\/one.*expected SHA-256 .*\nhttp:\/\/two/);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('comes from the next mirror when one has not got it', async () => {
    const { fetch } = play({ 'http://one/debian/': 'another package', 'http://two/debian/': 'the package' });
    expect(existsSync(await fetch())).toBe(true);
  });

  it('is fetched again when the kept one was changed', async () => {
    const { asked, fetch } = play({ 'http://one/debian/': 'the package' });
    writeFileSync(await fetch(), 'something else');
    expect(readFileSync(await fetch(), 'utf8')).toBe('the package');
    expect(asked).toHaveLength(2);
  });

  it('cannot be had without a mirror', async () => {
    await expect(play({}).fetch()).rejects.toThrow('No mirror of Debian is known here.');
  });
});

it('is looked for in the mirrors of Debian that apt has, once in each, and nowhere else', () => {
  const listed = [
    'Debian\thttp://mirror.example/debian/',
    'Debian\thttp://mirror.example/debian/',
    'Debian\thttp://mirror.example/debian-security/',
    'Somebody\thttp://elsewhere.example/linux/debian/',
    '\thttp://not-yet-looked-at.example/debian/',
    'Ubuntu\thttp://mirror.example/ubuntu/',
    '',
  ];
  expect(mirrorsIn(listed.join('\n'))).toEqual([
    'http://mirror.example/debian/',
    'http://not-yet-looked-at.example/debian/',
  ]);
});
