import { randomBytes } from 'node:crypto';
import { readdirSync, unlinkSync } from 'node:fs';
import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Environment } from './handshake.ts';

const PREFIX = 'mattermost-plugin-';
/** The kernel's limit for a socket's path, with the ending NUL. */
const MAX_PATH_BYTES = 107;

export interface PluginSocket {
  /** As the handshake names it. */
  readonly address: string;
  /** Mattermost connects once; the socket's file is gone afterwards. */
  readonly connected: Promise<Socket>;
  close(): void;
}

/** Listens in the temporary folder or, where that cannot be written to, on a name that needs no file. */
export async function openPluginSocket(environment: Environment): Promise<PluginSocket> {
  const name = `${PREFIX}${process.pid}-${randomBytes(6).toString('hex')}`;
  const path = join(environment['PLUGIN_UNIX_SOCKET_DIR'] ?? tmpdir(), `${name}.sock`);
  try {
    if (Buffer.byteLength(path) > MAX_PATH_BYTES)
      throw new Error('The path of the temporary folder is too long.');
    return await listenAt(path, path);
  } catch (error) {
    if (process.platform !== 'linux') throw error;
    return listenAt(`\0${name}`, `@${name}`);
  }
}

async function listenAt(path: string, address: string): Promise<PluginSocket> {
  const server = createServer();
  const connected = new Promise<Socket>((resolve) => {
    server.once('connection', (socket) => {
      server.close();
      resolve(socket);
    });
  });
  await listening(server, path);
  return { address, connected, close: () => server.close() };
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
}

/** Takes away what processes left that were killed before Mattermost had connected. */
export function removeStaleSockets(environment: Environment): void {
  const folder = environment['PLUGIN_UNIX_SOCKET_DIR'] ?? tmpdir();
  for (const name of namesIn(folder)) {
    const [, pid] = /^mattermost-plugin-(\d+)-[0-9a-f]{12}\.sock$/.exec(name) ?? [];
    if (pid !== undefined && !isAlive(Number(pid))) attempt(() => unlinkSync(join(folder, name)));
  }
}

const namesIn = (folder: string): string[] => attempt(() => readdirSync(folder)) ?? [];

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
