import { join } from 'node:path';
import { API_PATH } from '../../src/contract/paths.ts';
import { freePort } from '../../preview/run/free-port.ts';
import { atMost, type Figure } from '../figure.ts';
import { addPeople } from '../servers/add-people.ts';
import { startSite } from '../servers/start-site.ts';

const PEOPLE = 20;
/** Reads of one person and one channel within half a minute: the first is cold, so 95 % are warm. */
const READS = 20;

/** What reading lists of channels costs Mattermost. */
export async function permissionChecks(): Promise<Figure> {
  const site = await startSite();
  const { townSquare, launch } = site.mattermost.seed;
  try {
    const tokens = addPeople(site.mattermost, PEOPLE);
    const integrations = await freePort(0);
    const database = `sqlite:${join(site.folder, 'permission-checks.sqlite')}`;
    const backend = await site.startBackend(database, { INTEGRATIONS_PORT: String(integrations) });
    const metrics = `http://127.0.0.1:${integrations}/metrics`;
    const before = await checksIn(metrics);
    const channels = [townSquare.id, launch.id];
    for (let n = 0; n < READS; n += 1) await readAll(backend.url, tokens, channels);
    const calls = (await checksIn(metrics)) - before;
    const reads = READS * PEOPLE * channels.length;
    return atMost(0.1, {
      name: 'permission-checks: calls to Mattermost for a list read, 95 % warm',
      value: calls / reads,
      unit: `(${calls} for ${reads})`,
    });
  } finally {
    await site.stop();
  }
}

async function readAll(url: string, tokens: readonly string[], channels: readonly string[]) {
  await Promise.all(
    tokens.map(async (token) => {
      for (const id of channels) {
        const headers = { Authorization: `Bearer ${token}` };
        const answer = await fetch(`${url}${API_PATH}/lists/${id}`, { headers });
        if (answer.status !== 200) throw new Error(`A list was answered with ${answer.status}.`);
        await answer.arrayBuffer();
      }
    }),
  );
}

const COUNT =
  /^todo_node_mattermost_call_duration_seconds_count\{endpoint="(?<endpoint>[^"]+)".*\} (?<count>\d+)$/gm;

const ABOUT_CALLERS = /^GET \/(users\/me(\/teams\/members)?|channels\/\{id\})$/;

/** Questions about sessions and channels so far; what the backend asks on its own is none. */
async function checksIn(url: string): Promise<number> {
  const text = await (await fetch(url)).text();
  const counts = [...text.matchAll(COUNT)].map(({ groups = {} }) => groups);
  const checks = counts.filter(({ endpoint = '' }) => ABOUT_CALLERS.test(endpoint));
  return checks.reduce((sum, { count }) => sum + Number(count), 0);
}
