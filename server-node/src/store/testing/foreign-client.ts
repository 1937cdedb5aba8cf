import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

/** Opens the file, reads, copies it, closes it and prints how many to-dos the copy has. */
const SCRIPT = `
  import { backup, DatabaseSync } from 'node:sqlite';
  const [path, copy] = process.argv.slice(1);
  const database = new DatabaseSync(path);
  database.prepare('select count(*) from todo').get();
  await backup(database, copy);
  database.close();
  console.log(Object.values(new DatabaseSync(copy).prepare('select count(*) from todo').get())[0]);
`;
const BY_NODE = (path: string, copy: string) =>
  [process.execPath, ['--no-warnings', '--input-type=module', '--eval', SCRIPT, path, copy]] as const;
const BY_SHELL = (path: string, copy: string) =>
  [
    '/bin/sh',
    ['-c', 'sqlite3 "$1" ".backup $2" && sqlite3 "$2" "select count(*) from todo"', 'sh', path, copy],
  ] as const;

/** Programs of other people that are at work on the file: Node's own SQLite, and the command line's where there is one. */
const FOREIGN_CLIENTS = spawnSync('sqlite3', ['--version']).status === 0 ? [BY_NODE, BY_SHELL] : [BY_NODE];

/** Lets each of them read, back up and close the file, one after the other. @returns how many to-dos each copy has */
export async function visitByForeignClients(path: string): Promise<number[]> {
  const counts: number[] = [];
  for (const [index, client] of FOREIGN_CLIENTS.entries()) {
    const [program, args] = client(path, `${path}.copy-${index}`);
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk) => void (printed += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`A foreign client of ${path} failed with ${code}.`);
    counts.push(Number(printed));
  }
  return counts;
}
