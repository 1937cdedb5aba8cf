/** The program of the build test: says what it finds around itself. */
import { readMigrations } from '../../../src/store/read-migrations.ts';

process.stdout.write('first\n');
const { DatabaseSync } = await import('node:sqlite');
const { late } = await import('./late.ts');
const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] };
const found = {
  version: process.version,
  url: import.meta.url,
  libraries: sharedObjects,
  preloaded: Object.hasOwn(globalThis, 'preloaded'),
  sqlite: new DatabaseSync(':memory:').prepare('SELECT 40 + 2 AS sum').get()?.['sum'],
  late: late(),
  migrations: { sqlite: await readMigrations('sqlite'), postgres: await readMigrations('postgres') },
};
process.stdout.write(`${JSON.stringify(found)}\n`);
