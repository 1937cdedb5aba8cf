import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Only names the folder; the server in it is started when a test asks for it. */
// eslint-disable-next-line import-x/no-default-export -- what jest wants
export default async function setUp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-pg-'));
  // The server may run as another user, who must be able to walk through.
  await chmod(folder, 0o755);
  process.env['TEST_POSTGRES_FOLDER'] = folder;
  process.env['TEST_POSTGRES_OWNER'] = String(process.pid);
}
