import { readdir, readFile } from 'node:fs/promises';

/** One numbered file of migrations/; once released it is never changed. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** In the order of their numbers. */
export async function readMigrations(database: 'sqlite' | 'postgres'): Promise<Migration[]> {
  const folder = new URL(`./migrations/${database}/`, import.meta.url);
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      number: Number(FILE_NAME.exec(name)?.[1]),
      sql: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
}
