import { mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
/** Containers are often given 64 MB, which a few databases fill. */
const ENOUGH_BYTES = 1024 ** 3;

/**
 * A new folder for the SQLite file of a test. It is in memory where the system has room there: SQLite waits for the
 * disk at each commit, and no test cuts the power that this is for.
 */
export async function newDatabaseFolder(prefix: string): Promise<string> {
  return mkdtemp(join((await hasRoom(MEMORY)) ? MEMORY : tmpdir(), prefix));
}

async function hasRoom(path: string): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}
