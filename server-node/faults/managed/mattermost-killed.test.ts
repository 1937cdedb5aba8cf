import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../stage/until.ts';
import { add, ask } from './stage/ask.ts';
import { createManagedDatabase, type ManagedDatabase } from './stage/managed-database.ts';
import { asShipped, type Command } from './stage/managed-program.ts';
import { isLinux, isRunning } from './stage/process-facts.ts';
import { startMattermost, type Started } from './stage/start-mattermost.ts';

const WITHIN_MS = 1_000;
const WRITERS = 6;
const CUT = () => undefined;
/** Says who it is, and would go on for a minute. */
const ENDLESS = '#!/bin/sh\necho $$ > "$PID_FILE"\nsleep 60\n';

let folder: string;
let temp: string;
let database: ManagedDatabase;
let mattermost: Awaited<ReturnType<typeof startMattermost>> | undefined;
let command: Command;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-orphan-'));
  temp = join(folder, 'tmp');
  await mkdir(temp);
  database = await createManagedDatabase();
  command = await asShipped();
}, 120_000);
afterEach(async () => {
  await mattermost?.kill();
  await database.drop();
  await rm(folder, { recursive: true });
}, 30_000);

async function start(settings: Record<string, unknown>): Promise<Started> {
  mattermost = await startMattermost({ command, dataSource: database.dataSource, settings }, temp);
  return mattermost.backend;
}

/** @returns how long any of these outlived the moment before the kill */
async function killAndWait(...pids: number[]): Promise<number> {
  const killedAt = performance.now();
  await mattermost?.kill();
  await until(() => !pids.some(isRunning));
  return performance.now() - killedAt;
}

(isLinux ? it : it.skip)(
  'kill -9 of Mattermost under load: the backend is gone within a second, with its connections and its socket',
  async () => {
    const backend = await start({ requestsperminute: 1_000_000 });
    let written = 0;
    const write = async (writer: number) => {
      for (let n = 0; ; n += 1) {
        const answer = await add(backend, 'alice', `${writer}-${n}`).catch(CUT);
        if (answer?.status !== 201) return;
        written += 1;
      }
    };
    const writers = Array.from({ length: WRITERS }, (_each, writer) => write(writer));
    await until(() => written > 50);
    expect(await database.connections()).toBeGreaterThan(0);
    expect(isRunning(backend.pid)).toBe(true);
    expect(await killAndWait(backend.pid)).toBeLessThan(WITHIN_MS);
    await Promise.all(writers);
    await until(async () => (await database.connections()) === 0);
    expect(await readdir(temp)).toEqual([]);
  },
  60_000,
);

(isLinux ? it : it.skip)(
  'kill -9 of Mattermost while an external program runs: that ends with the backend',
  async () => {
    const program = join(folder, 'endless');
    const pidFile = join(folder, 'pid');
    await writeFile(program, ENDLESS);
    await chmod(program, 0o755);
    const backend = await start({
      program,
      programfolder: join(folder, 'lists'),
      programsettings: `TODO_PROGRAM_ENV=${JSON.stringify({ PID_FILE: pidFile })}`,
    });
    const waiting = ask(backend, 'alice', 'POST', '/lists/me/commands', { line: 'add x' }).catch(CUT);
    await until(async () => /\d\n/.test(await readFile(pidFile, 'utf8').catch(() => '')));
    const pid = Number(await readFile(pidFile, 'utf8'));
    expect(isRunning(pid)).toBe(true);
    expect(await killAndWait(backend.pid, pid)).toBeLessThan(WITHIN_MS);
    await waiting;
  },
  60_000,
);
