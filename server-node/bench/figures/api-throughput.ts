import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { API_PATH } from '../../src/contract/paths.ts';
import type { UserId } from '../../src/shared/ids.ts';
import { personList } from '../../src/todos/list.ts';
import { atLeast, ratioUnit, type Figure } from '../figure.ts';
import { interleaved } from '../measure/interleaved.ts';
import { median } from '../measure/quantiles.ts';
import { requestsPerSecond, type Load } from '../measure/requests-per-second.ts';
import { fillStore } from '../servers/fill-store.ts';
import { startBareExpress } from '../servers/start-bare-express.ts';
import { startSite, type Site } from '../servers/start-site.ts';

const ROUNDS = 7;
const READS = 3_000;
/** A list takes 2,000 open to-dos at most. */
const ADDS = 1_500;
const TODO = { text: 'Ask the printers for an offer before the meeting on Thursday' };

export const listThroughput = (): Promise<Figure> =>
  compare(1.5, 'list of 100 by the API against bare Express', ({ headers }, ours, theirs) => [
    { url: `${ours}${API_PATH}/lists/me`, headers, amount: READS },
    { url: `${theirs}/list`, headers, amount: READS },
  ]);

export const addThroughput = (): Promise<Figure> =>
  compare(0.5, 'add by the API against bare Express with one insert', ({ headers }, ours, theirs) => [
    { url: `${ours}${API_PATH}/lists/me/todos`, method: 'POST', headers, body: TODO, amount: ADDS },
    { url: `${theirs}/add`, method: 'POST', headers, body: TODO, amount: ADDS },
  ]);

type LoadsOf = (site: Site, ours: string, theirs: string) => [ours: Load, theirs: Load];

/** Each has its own file with the same 100 to-dos. */
async function compare(goal: number, name: string, loadsOf: LoadsOf): Promise<Figure> {
  const site = await startSite();
  const listId = personList(site.mattermost.seed.alice.id as UserId);
  const [ourFile, theirFile] = [join(site.folder, 'ours.sqlite'), join(site.folder, 'bare.sqlite')];
  for (const file of [ourFile, theirFile]) await fillStore(file, [listId], 100);
  const bare = await startBareExpress(theirFile, listId);
  try {
    const backend = await site.startBackend(`sqlite:${ourFile}`);
    const [ours, theirs] = loadsOf(site, backend.url, bare.url);
    const seen = await interleaved(
      ROUNDS,
      () => requestsPerSecond(ours).finally(() => ours.method === 'POST' && completeAll(ourFile)),
      () => requestsPerSecond(theirs),
    );
    const [one, other] = [median(seen.ours), median(seen.theirs)];
    return atLeast(goal, { name, value: one / other, unit: ratioUnit(one, other, 'requests/s') });
  } finally {
    await bare.stop();
    await site.stop();
  }
}

/** Makes room for the next round. */
function completeAll(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(`begin immediate;
    update todo set state = 'done', done_at = updated_at where state = 'open';
    update todo_list set done_count = done_count + open_count, open_count = 0;
    commit`);
  database.close();
}
