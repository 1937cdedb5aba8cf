import { fileURLToPath } from 'node:url';
import { inProcess } from '../../../plugin-host/test/host/in-process.ts';
import {
  startPlugin,
  type PluginProcess,
  type SpawnOptions,
} from '../../../plugin-host/test/host/plugin-process.ts';
import { PLUGIN_ID } from '../../contract/manifest.ts';
import { API_PATH } from '../../contract/paths.ts';
import { releaseStack } from '../../shared/release-stack.ts';
import { until } from '../../store/testing/until.ts';
import { WEBHOOK_TOKENS } from '../../testing/open-backend.ts';
import { makePeople } from '../../testing/people.ts';
import { makeManagedPlugin } from '../make-managed-plugin.ts';
import { startFrontServer } from './front-server.ts';
import { makeOwnDatabase } from './own-database.ts';
import { makeCommon, playApi, type Site } from './played-api.ts';

const PROGRAM = fileURLToPath(new URL('../../main-managed.ts', import.meta.url));

/** One Mattermost of several nodes: one database, and for each node an API, browsers and a backend of its own. */
export async function openNodes(environment: NodeJS.ProcessEnv, { isCluster }: Pick<Site, 'isCluster'> = {}) {
  const releases = releaseStack();
  const database = await makeOwnDatabase(environment);
  releases.add(database.remove);
  const people = makePeople();
  const common = makeCommon();
  /** Settings are in Mattermost's own configuration, the same for all nodes. */
  const settings: Record<string, unknown> = {
    webhooktokens: WEBHOOK_TOKENS.join('\n'),
    requestsperminute: 100_000,
  };
  const { dataSource } = database;
  const play = () => playApi(people, settings, { dataSource, common, isCluster: isCluster ?? false });

  async function add() {
    const played = play();
    const { mattermost, logged } = inProcess(
      (host) => makeManagedPlugin(host, { environment: { PATH: '/usr/bin:/bin' }, now: Date.now }),
      { pluginId: PLUGIN_ID, answers: played.answers },
    );
    await mattermost.activate();
    releases.add(() => mattermost.deactivate());
    const front = await startFrontServer(mattermost, people);
    releases.add(front.close);
    await isServing(front.url);
    return { url: front.url, mattermost, logged };
  }

  /** As a process, so that it can be killed. */
  async function addProcess() {
    const { answers } = play();
    const { child, mattermost, exited } = await startOnBusyMachine({ pluginId: PLUGIN_ID, answers });
    releases.add(() => void child.kill('SIGKILL'));
    await mattermost.activate();
    const front = await startFrontServer(mattermost, people);
    releases.add(front.close);
    await isServing(front.url);
    return {
      url: front.url,
      mattermost,
      async kill() {
        child.kill('SIGKILL');
        await exited;
      },
    };
  }

  return { add, addProcess, people, common, settings, database, close: () => releases.releaseAll() };
}

/** A start may take longer than Mattermost waits for; requests are then refused until it is over. */
const isServing = (url: string): Promise<void> =>
  until(async () => (await fetch(`${url}${API_PATH}/me`)).status !== 503);

/** Mattermost waits three seconds; a machine that runs all tests at once may need more. */
async function startOnBusyMachine(options: SpawnOptions, tries = 5): Promise<PluginProcess> {
  try {
    return await startPlugin([process.execPath, PROGRAM], options);
  } catch (error) {
    if (tries === 1) throw error;
    return startOnBusyMachine(options, tries - 1);
  }
}

export type Nodes = Awaited<ReturnType<typeof openNodes>>;
export type Node = Awaited<ReturnType<Nodes['add']>>;
