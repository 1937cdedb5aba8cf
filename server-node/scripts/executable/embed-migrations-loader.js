import { pathToFileURL } from 'node:url';

/**
 * For webpack: what a folder of numbered SQL files holds is read while building, so that the executable needs no files
 * beside it. The module keeps its one function; only where it reads from changes.
 */
// eslint-disable-next-line import-x/no-default-export -- webpack calls this one
export default async function embedMigrations() {
  const { readMigrations } = await import(pathToFileURL(this.resourcePath).href);
  const embedded = { sqlite: await readMigrations('sqlite'), postgres: await readMigrations('postgres') };
  for (const folder of Object.keys(embedded)) {
    this.addContextDependency(`${this.context}/migrations/${folder}`);
  }
  return `const embedded = ${JSON.stringify(embedded)};
export const readMigrations = async (database) => structuredClone(embedded[database]);
`;
}
