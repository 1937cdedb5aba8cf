import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { moveStore } from '../move/move-store.ts';
import { isThere, type Address } from '../move/open-side.ts';
import { AppError } from '../shared/app-error.ts';
import { connectionConfig } from '../store/postgres/config.ts';
import { copySqlite } from './back-up.ts';

const RUNNING = `select 1 from pg_stat_activity
  where datname = current_database() and application_name like 'todo-node%' and pid <> pg_backend_pid()`;

/** @returns the name under which the old schema is kept */
export async function restorePostgres(file: string, to: Address, stamp: string): Promise<string | undefined> {
  const kept = (await isThere(to)) ? `${to.schema}_before_${stamp}` : undefined;
  await run(to, async (client) => {
    if ((await client.query(RUNNING)).rows.length > 0) throw inUse(to);
    if (kept !== undefined) await client.query(`alter schema "${to.schema}" rename to "${kept}"`);
  });
  try {
    await copyInto(file, to);
    return kept;
  } catch (error) {
    if (kept !== undefined) await run(to, (client) => putBack(client, to.schema, kept));
    throw error;
  }
}

/** Out of a copy, which may need migrations; the backup itself stays as it is. */
async function copyInto(file: string, to: Address): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-restore-'));
  try {
    const copy = join(folder, 'copy.sqlite');
    copySqlite(file, copy);
    await moveStore({ from: { ...to, url: `sqlite:${copy}` }, to, isDryRun: false });
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function putBack(client: pg.Client, schema: string, kept: string): Promise<void> {
  await client.query(`drop schema if exists "${schema}" cascade`);
  await client.query(`alter schema "${kept}" rename to "${schema}"`);
}

async function run(to: Address, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ ...connectionConfig(to.url), application_name: 'todo restore' });
  await client.connect();
  await work(client).finally(() => client.end());
}

const inUse = ({ schema }: Address) =>
  new AppError(
    'invalid_config',
    `A to-do backend is connected to the database of the schema ${schema}. Stop it, or disable the plugin, and restore then. Nothing was changed.`,
  );
