import { execFile, spawn } from 'node:child_process';
import { chown, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findBinaries, type Binaries } from './binaries.ts';

const run = promisify(execFile);
const MOST_WORDS = 1_000;

export interface TestServer {
  url: string;
  /** `immediate` is a crash: nothing is said to the clients, and it recovers at the next start. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
}

/**
 * A PostgreSQL of its own in `home`, reached by a socket there: no port, no password, nothing left behind, even
 * when the process `owner` is killed.
 */
export async function createTestServer(home: string, owner = process.pid): Promise<TestServer> {
  const binaries = findBinaries(home);
  const data = join(home, 'data');
  await ownedFolder(home, binaries);
  watchOver(home, owner);
  await ownedFolder(data, binaries);
  await command(binaries, binaries.initdb, [
    ...['-D', data, '-U', 'postgres', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'],
  ]);
  const server = serverIn(home, data, binaries);
  await server.start();
  return server;
}

/** A server that was created in `home`, perhaps by another process. */
export function existingTestServer(home: string): TestServer {
  return serverIn(home, join(home, 'data'), findBinaries(home));
}

function serverIn(home: string, data: string, binaries: Binaries): TestServer {
  const settings = `-k '${home}' -c listen_addresses='' -c fsync=off -c max_connections=200`;
  return {
    url: `postgres://postgres@${encodeURIComponent(home)}/postgres`,
    start: () =>
      command(binaries, binaries.pgCtl, ['start', '-w', '-D', data, '-l', join(data, 'log'), '-o', settings]),
    stop: (mode = 'fast') => command(binaries, binaries.pgCtl, ['stop', '-w', '-D', data, '-m', mode]),
  };
}

/** Ends with the owner, or when the folder is removed as it should be. */
const WATCH = `
  while kill -0 "$1" 2>/dev/null; do sleep 1; [ -d "$2" ] || exit 0; done
  kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")"; rm -rf "$2"`;

function watchOver(home: string, owner: number): void {
  spawn('/bin/sh', ['-c', WATCH, 'sh', String(owner), home], { detached: true, stdio: 'ignore' }).unref();
}

async function ownedFolder(path: string, { runAs }: Binaries): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) await chown(path, runAs.uid, runAs.gid);
}

/**
 * Through a shell that sends the output to a file: the server would keep our pipe open for as long as it runs.
 *
 * @throws with the end of what the program said
 */
async function command({ runAs, said }: Binaries, program: string, args: string[]): Promise<void> {
  const script = '"$0" "$@" >"$SAID" 2>&1 </dev/null';
  await run('/bin/sh', ['-c', script, program, ...args], {
    ...runAs,
    cwd: '/',
    env: { LC_ALL: 'C', PATH: '/usr/bin:/bin', SAID: said },
  }).catch(async (error: { code?: unknown; signal?: unknown }) => {
    const words = await readFile(said, 'utf8').catch(() => '');
    const ended = `exit code ${String(error.code ?? error.signal)}`;
    throw new Error(`${program} failed: ${[ended, words.trim().slice(-MOST_WORDS)].join(', ')}`);
  });
}
