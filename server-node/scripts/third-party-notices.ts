import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licence texts of the packages a bundle contains.
 *
 * @param packageDirs folders below node_modules, one for each package
 * @throws when a package carries no licence at all: it must not be shipped
 */
export function thirdPartyNotices(packageDirs: readonly string[]): string {
  return packageDirs
    .map(notice)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(dir: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string;
  };
  const files = readdirSync(dir).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  if (files.length === 0 && license === undefined)
    throw new Error(`${name} names no licence; do not ship it.`);
  const texts = files.sort().map((file) => readFileSync(join(dir, file), 'utf8').trim());
  return `${name} ${version} (${license ?? 'see below'})\n\n${texts.join('\n\n')}\n`;
}

/** The package folders among the files that a bundler read. */
export function packageDirsOf(files: readonly string[]): string[] {
  const dirs = files.flatMap((file) => {
    const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    return match?.[1] !== undefined && existsSync(join(match[1], 'package.json')) ? [match[1]] : [];
  });
  return [...new Set(dirs)];
}
