import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBinaries } from './binaries.ts';

/**
 * Only names the folder; the server in it is started when a test asks for it. Whether its programs can run at all is
 * tried here, so that it is one failure, with its cause, and not one of each test that needs it.
 */
// eslint-disable-next-line import-x/no-default-export -- what jest wants
export default async function setUp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-pg-'));
  // The server may run as another user, who must be able to walk through.
  await chmod(folder, 0o755);
  if ((process.env['TEST_POSTGRES_URL'] ?? '') === '') findOrExplain(join(folder, 'pg'));
  process.env['TEST_POSTGRES_FOLDER'] = folder;
  process.env['TEST_POSTGRES_OWNER'] = String(process.pid);
}

function findOrExplain(home: string): void {
  try {
    findBinaries(home);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The PostgreSQL for the tests cannot run. ${why} Mend that, or name a PostgreSQL of your own in TEST_POSTGRES_URL.`,
      { cause: error },
    );
  }
}
