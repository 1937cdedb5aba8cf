import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ListId } from '../../todos/list.ts';
import type { Dialect } from './dialects/dialect.ts';

const PRIVATE_DIRECTORY = 0o700;
const PRIVATE_FILE = 0o600;

/** Below `base`, one directory for each list; an id is letters and digits, so that none leads elsewhere. */
export function homeOf(base: string, listId: ListId): string {
  const name = listId.replaceAll(':', '-');
  if (!/^[a-z0-9-]{1,80}$/.test(name)) throw new Error('The id of a list must be letters and digits.');
  return join(resolve(base), name);
}

/** Makes what the program needs in its HOME; a file that is there already stays as it is. */
export async function prepareHome(home: string, { directories, files }: Dialect): Promise<void> {
  const needed = [home, ...directories.map((name) => join(home, name))];
  for (const directory of needed) await mkdir(directory, { recursive: true, mode: PRIVATE_DIRECTORY });
  for (const [name, content] of Object.entries(files)) await writeOnce(join(home, name), content);
}

async function writeOnce(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: PRIVATE_DIRECTORY });
  try {
    await writeFile(file, content, { flag: 'wx', mode: PRIVATE_FILE });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
