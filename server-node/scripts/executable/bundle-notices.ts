import { readFile } from 'node:fs/promises';
import { packageDirsOf, thirdPartyNotices } from '../third-party-notices.ts';
import type { ExecutableContents } from './make-executable.ts';

const RULE = `\n${'='.repeat(80)}\n\n`;
const licence = (name: string) => readFile(new URL(`../licences/${name}`, import.meta.url), 'utf8');

/** What the bundle has to say of others' work in it: npm packages, Node, and the two libraries of GCC. */
export async function bundleNotices(
  { files, libraries, nodeLicence }: ExecutableContents,
  webappPackages: readonly string[],
): Promise<string> {
  const packages = [...new Set([...webappPackages, ...packageDirsOf(files)])];
  return [
    thirdPartyNotices(packages),
    `Node.js ${process.version}, in the program under server/\n\n${await readFile(nodeLicence, 'utf8')}`,
    `${libraryNotice(libraries)}\n${await licence('gcc-exception-3.1.txt')}`,
    await licence('gpl-3.0.txt'),
  ].join(RULE);
}

function libraryNotice(libraries: ExecutableContents['libraries']): string {
  const lines = libraries.map(({ name, source }) => `  server/lib/${name}, unchanged; source: ${source}`);
  return `Libraries of the GNU Compiler Collection, Copyright (C) Free Software Foundation, Inc.

${lines.join('\n')}

They are free software under the GNU General Public License, version 3, with the GCC Runtime
Library Exception, version 3.1. Debian keeps the sources of its packages.
`;
}
