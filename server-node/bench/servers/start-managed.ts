import { join } from 'node:path';
import { startPlugin } from 'mattermost-plugin-host/testing';
import { PLUGIN_ID } from '../../src/contract/manifest.ts';
import { startFrontServer } from '../../src/managed/testing/front-server.ts';
import { playApi } from '../../src/managed/testing/played-api.ts';
import { makePeople } from '../../src/testing/people.ts';

const AS_MANY_AS_THEY_COME = 100_000_000;
const GONE = () => undefined;

/** The managed backend as a process of its own, with a played Mattermost in front of it. */
export async function startManaged(command: readonly [string, ...string[]], folder: string) {
  const people = makePeople();
  people.add('alice');
  const { answers } = playApi(people, {
    database: `sqlite:${join(folder, 'todo.sqlite')}`,
    requestsperminute: AS_MANY_AS_THEY_COME,
  });
  const { child, mattermost, handshakeMs, exited } = await startPlugin(command, {
    pluginId: PLUGIN_ID,
    answers,
  });
  await mattermost.activate();
  const front = await startFrontServer(mattermost, people);
  return {
    url: front.url,
    headers: { Authorization: 'Bearer alice', 'Content-Type': 'application/json' },
    mattermost,
    pid: child.pid as number,
    handshakeMs,
    async stop() {
      await front.close();
      await mattermost.deactivate().catch(GONE);
      await exited;
    },
  };
}
