import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestServer, existingTestServer } from './server.ts';

const POLL_MS = 50;
const PATIENCE_MS = 60_000;

/**
 * One PostgreSQL for a whole run of jest, started by the first test file that asks for it. With `TEST_POSTGRES_URL`
 * set, that one is used instead. Make a schema or a database of your own in it.
 */
export async function postgresUrl(environment: NodeJS.ProcessEnv): Promise<string> {
  const given = environment['TEST_POSTGRES_URL'];
  if (given !== undefined && given !== '') return given;
  const folder = environment['TEST_POSTGRES_FOLDER'];
  if (folder === undefined) throw new Error('TEST_POSTGRES_FOLDER is not set: run the tests through jest.');
  if (await isFirst(folder)) await startFor(folder, Number(environment['TEST_POSTGRES_OWNER']));
  return waitForUrl(folder);
}

/** To be called once at the end of the run. */
export async function stopSharedServer(folder: string): Promise<void> {
  if (existsSync(join(folder, 'url'))) await existingTestServer(join(folder, 'pg')).stop('immediate');
  await rm(folder, { recursive: true, force: true });
}

async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(join(folder, 'starting'));
    return true;
  } catch {
    return false;
  }
}

async function startFor(folder: string, owner: number): Promise<void> {
  try {
    const { url } = await createTestServer(join(folder, 'pg'), owner);
    await publish(folder, 'url', url);
  } catch (error) {
    await publish(folder, 'failure', String(error));
  }
}

async function publish(folder: string, name: string, content: string): Promise<void> {
  await writeFile(join(folder, `${name}.part`), content);
  await rename(join(folder, `${name}.part`), join(folder, name));
}

async function waitForUrl(folder: string): Promise<string> {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += POLL_MS) {
    if (existsSync(join(folder, 'url'))) return readFile(join(folder, 'url'), 'utf8');
    if (existsSync(join(folder, 'failure'))) throw new Error(await readFile(join(folder, 'failure'), 'utf8'));
    await sleep(POLL_MS);
  }
  throw new Error('The PostgreSQL for the tests did not start in time.');
}
