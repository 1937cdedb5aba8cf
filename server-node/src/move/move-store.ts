import { createHash } from 'node:crypto';
import { AppError } from '../shared/app-error.ts';
import { isThere, openSide, prepare, type Address } from './open-side.ts';
import { batchesOf, type Side } from './side.ts';
import { TABLES, type Table } from './tables.ts';

export interface MoveOptions {
  from: Address;
  to: Address;
  /** Looks and counts, and writes nothing to the target. */
  isDryRun: boolean;
}

/** Rows by table. */
export type Moved = Record<string, number>;

/**
 * Copies everything from one store into an empty other one, in one transaction there: numbers, counters, history,
 * replies not yet sent. What arrived is read back and compared before it counts. The source stays as it is.
 *
 * @throws {AppError} invalid_config when the source is not there or the target is not empty; errors of the stores
 */
export async function moveStore({ from, to, isDryRun }: MoveOptions): Promise<Moved> {
  if (!(await isThere(from)))
    throw new AppError('invalid_config', '--from: There is no to-do store at this address.');
  await prepare(from);
  const source = await openSide(from, 'read');
  try {
    return isDryRun ? await look(source, to) : await copy(source, to);
  } finally {
    await source.close();
  }
}

async function look(source: Side, to: Address): Promise<Moved> {
  if (await isThere(to)) await withTarget(to, 'read', async () => undefined);
  return countAll(source);
}

async function copy(source: Side, to: Address): Promise<Moved> {
  await prepare(to);
  return withTarget(to, 'write', async (target) => {
    for (const table of TABLES) {
      for await (const rows of batchesOf(source, table)) await target.insert(table, rows);
      await target.goOn(table);
      await compare(table, source, target);
    }
    const moved = await countAll(target);
    await target.commit();
    return moved;
  });
}

async function withTarget<T>(
  to: Address,
  mode: 'read' | 'write',
  work: (target: Side) => Promise<T>,
): Promise<T> {
  const target = await openSide(to, mode);
  try {
    await refuseUnlessEmpty(target);
    return await work(target);
  } finally {
    await target.close();
  }
}

async function refuseUnlessEmpty(target: Side): Promise<void> {
  for (const table of TABLES) {
    if ((await target.rows(table, undefined, 1)).length === 0) continue;
    const message = `--to: Expected an empty store; this one has rows in ${table.name}. Nothing was changed. Name another file or schema, or take the old one away first.`;
    throw new AppError('invalid_config', message);
  }
}

async function compare(table: Table, source: Side, target: Side): Promise<void> {
  if ((await digestOf(source, table)) === (await digestOf(target, table))) return;
  throw new AppError(
    'store_unavailable',
    `What arrived in ${table.name} is not what was sent. Nothing was changed.`,
  );
}

async function digestOf(side: Side, table: Table): Promise<string> {
  const hash = createHash('sha256');
  for await (const rows of batchesOf(side, table)) {
    for (const row of rows) hash.update(JSON.stringify(table.columns.map((column) => row[column] ?? null)));
  }
  return hash.digest('hex');
}

async function countAll(side: Side): Promise<Moved> {
  const moved: Moved = {};
  for (const table of TABLES) {
    let count = 0;
    for await (const rows of batchesOf(side, table)) count += rows.length;
    moved[table.name] = count;
  }
  return moved;
}
