import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inProcess } from '../../../plugin-host/test/host/in-process.ts';
import { PLUGIN_ID } from '../../contract/manifest.ts';
import { silentLogger } from '../../shared/logger.ts';
import { releaseStack } from '../../shared/release-stack.ts';
import { openStore } from '../../store/open-store.ts';
import { newDatabaseFolder } from '../../store/testing/database-folder.ts';
import { WEBHOOK_TOKENS } from '../../testing/open-backend.ts';
import { makePeople } from '../../testing/people.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { makeManagedPlugin } from '../make-managed-plugin.ts';
import { startFrontServer } from './front-server.ts';
import { playApi, type Site } from './played-api.ts';

/** The backend as a plugin of a played Mattermost, over the whole wire protocol, on a real store. */
export async function openManagedBackend(settings: Record<string, unknown> = {}, site: Site = {}) {
  const releases = releaseStack();
  const folder = await newDatabaseFolder('todo-managed-');
  releases.add(() => rm(folder, { recursive: true }));
  const database = `sqlite:${join(folder, 'todo.sqlite')}`;
  const people = site.players ?? makePeople();
  for (const name of site.people ?? []) people.add(name);
  const given = {
    database,
    webhooktokens: WEBHOOK_TOKENS.join('\n'),
    requestsperminute: 100_000,
    ...settings,
  };
  const played = playApi(people, given, site);
  const { mattermost, logged } = inProcess(
    (host) => makeManagedPlugin(host, { environment: { PATH: '/usr/bin:/bin' }, now: Date.now }),
    { pluginId: PLUGIN_ID, answers: played.answers },
  );
  await mattermost.activate().catch(async (refused: unknown) => {
    mattermost.close();
    await releases.releaseAll();
    throw refused;
  });
  releases.add(() => mattermost.deactivate());
  const front = await startFrontServer(mattermost, people);
  releases.add(front.close);
  const store = await openStore(database, {
    logger: silentLogger,
    now: Date.now,
    newId: makeNewId(Date.now),
  });
  releases.add(() => store.close());
  return { url: front.url, people, store, mattermost, played, logged, close: () => releases.releaseAll() };
}

export type ManagedBackend = Awaited<ReturnType<typeof openManagedBackend>>;
