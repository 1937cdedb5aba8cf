import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlugin, type ApiAnswers, type PluginProcess } from 'mattermost-plugin-host/testing';
import { PLUGIN_ID } from '../../../src/contract/manifest.ts';
import { playApi } from '../../../src/managed/testing/played-api.ts';
import { makePeople } from '../../../src/testing/people.ts';
import { until } from '../../stage/until.ts';
import { openFront } from './front.ts';
import { createManagedDatabase } from './managed-database.ts';
import type { Command } from './managed-program.ts';

export const WEBHOOK_TOKEN = 'webhooktoken0000000000000a';
const EVERYBODY = { channels: ['town'] };
const GONE = () => undefined;

export interface ManagedStageOptions {
  command: Command;
  env?: Record<string, string>;
  /** Address of a PostgreSQL of the test's own. */
  postgres?: string;
}

export type ManagedStage = Awaited<ReturnType<typeof openManagedStage>>;

/**
 * A Mattermost with its database, its people and its HTTP server, that starts the backend as a process, over and
 * over; what it holds (posts, settings, the note of what was posted) outlives each of them.
 */
export async function openManagedStage({ command, env = {}, postgres }: ManagedStageOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'todo-managed-'));
  await chmod(folder, 0o777);
  const database = await createManagedDatabase(postgres);
  const people = makePeople();
  for (const name of ['alice', 'bob', 'carol']) people.add(name, EVERYBODY);
  const given = { webhooktokens: WEBHOOK_TOKEN, requestsperminute: 1_000_000 };
  const played = playApi(people, given, { dataSource: database.dataSource });
  let answers: ApiAnswers = { ...played.answers, GetPluginID: () => PLUGIN_ID };
  let plugin: PluginProcess | undefined;
  let active: PluginProcess | undefined;
  const front = await openFront(people, () => active?.mattermost);
  const started: PluginProcess[] = [];

  return {
    ...{ folder, database, people, played, until },
    url: front.url,
    port: front.port,
    /** The one that runs, or did last. */
    plugin: () => plugin as PluginProcess,
    pid: () => plugin?.child.pid as number,
    /** Starts and activates it, as enabling does. @throws with its words when it refuses; what ran before runs on */
    async start() {
      const fresh = await startPlugin(command, {
        pluginId: PLUGIN_ID,
        answers,
        env: { TMPDIR: folder, ...env },
      });
      started.push(fresh);
      try {
        await fresh.mattermost.activate();
      } catch (refused) {
        fresh.child.kill('SIGKILL');
        throw refused;
      }
      active = plugin = fresh;
    },
    /** Lets Mattermost answer some methods in another way, from now on. */
    answer(other: ApiAnswers) {
      answers = { ...answers, ...other };
      if (plugin !== undefined) plugin.mattermost.answers = answers;
    },
    /** As disabling, or the first half of an upgrade: no request is handed over from the moment that it begins. */
    async disable() {
      const leaving = active;
      active = undefined;
      await leaving?.mattermost.deactivate();
      await leaving?.exited;
    },
    /** As running out of memory would. */
    async kill() {
      plugin?.child.kill('SIGKILL');
      await plugin?.exited;
    },
    /** What the backend left in Mattermost's folder for temporary files. */
    leftovers: () => readdirSync(folder),
    /** What stands in Mattermost's log at this level, of one process or of all. */
    logged: (level: 'LogWarn' | 'LogError', of?: PluginProcess) =>
      (of === undefined ? started : [of])
        .flatMap(({ mattermost }) => mattermost.apiCalls)
        .filter(({ method }) => method === level),
    async close() {
      await active?.mattermost.deactivate().catch(GONE);
      for (const { child } of started) child.kill('SIGKILL');
      await front.close();
      await database.drop().catch(GONE);
      await rm(folder, { recursive: true });
    },
  };
}
