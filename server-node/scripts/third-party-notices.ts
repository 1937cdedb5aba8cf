import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const LICENCE_FILE = /^(licen[cs]e|copying)/i;
const NOTICE_FILE = /^notice/i;
const MIT = new URL('licences/mit.txt', import.meta.url);
/** What the sources of packages say that carry neither a licence text nor an author. */
const HOLDERS: readonly [RegExp, holder: string][] = [
  [/^(@mattermost\/(client|types)|mattermost-redux)$/, '2015-present Mattermost, Inc.'],
];

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  author: z
    .union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)])
    .optional()
    .catch(undefined),
});
type Manifest = z.output<typeof manifest>;

/**
 * The licence texts of the packages a bundle contains.
 *
 * @param packageDirs folders below node_modules, one for each package
 * @throws when the licence of a package cannot be given with its whole text: it must not be shipped
 */
export function thirdPartyNotices(packageDirs: readonly string[]): string {
  return packageDirs
    .map(notice)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(dir: string): string {
  const one = manifest.parse(JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')));
  const files = readdirSync(dir).sort();
  const textsOf = (kind: RegExp) =>
    files
      .filter((file) => kind.test(file))
      .map((file) => readFileSync(join(dir, file), 'utf8').trim())
      .filter((text) => text !== '');
  const licences = textsOf(LICENCE_FILE);
  const texts = [...(licences.length > 0 ? licences : [missingText(one)]), ...textsOf(NOTICE_FILE)];
  return `${one.name} ${one.version} (${one.license ?? 'see below'})\n\n${texts.join('\n\n')}\n`;
}

/** Some packages leave the text out and only name it. */
function missingText({ name, license, author }: Manifest): string {
  const holder = HOLDERS.find(([names]) => names.test(name))?.[1] ?? author;
  if (license === 'MIT' && holder !== undefined)
    return `Copyright (c) ${holder}\n\n${readFileSync(MIT, 'utf8').trim()}`;
  throw new Error(
    `${name} carries no licence text, and none can be given for it (${license ?? 'no licence'}, by ${holder ?? 'nobody named'}); do not ship it, or name its holder in HOLDERS.`,
  );
}

/** The package folders among the files that a bundler read. */
export function packageDirsOf(files: readonly string[]): string[] {
  const dirs = files.flatMap((file) => {
    const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file);
    return match?.[1] !== undefined && existsSync(join(match[1], 'package.json')) ? [match[1]] : [];
  });
  return [...new Set(dirs)];
}
