import { newChannel } from '../../preview/server/channels/new-channel.ts';
import type { TodosView } from '../../src/contract/api.ts';
import { API_PATH } from '../../src/contract/paths.ts';
import { postgresAt, type TestDatabase } from '../../src/store/testing/fresh-stores.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { answerTimes } from '../measure/answer-times.ts';
import { quantile } from '../measure/quantiles.ts';
import { residentMegabytes } from '../measure/resident-megabytes.ts';
import { startSite, type Site } from '../servers/start-site.ts';
import { onEachStore, upTo } from '../servers/wake-up-stores.ts';

const CHANNELS = 200;
const TODOS = 20_000;
/** One in so many is assigned to the person: more than one answer holds. */
const ASSIGNED = 20;
/** Until V8 has compiled what is asked for often; a backend runs for weeks. */
const WARM_UP = 100;
const READS = 500;

/** What somebody has in all channels, read over HTTP, and the memory that reading it takes. */
export const mine = async (): Promise<Figure[]> => (await onEachStore(mineOn)).flat();

async function mineOn(empty: TestDatabase, name: string): Promise<Figure[]> {
  const site = await startSite();
  // The backend's tables are in its own schema.
  const database = name === 'SQLite' ? empty : postgresAt(empty.url, 'todo_node');
  try {
    await database.open();
    await fill(database, name, site);
    const { url, pid } = await site.startBackend(database.url);
    const asked = { url: `${url}${API_PATH}/mine`, headers: site.headers };
    await checkIsFull(asked);
    const before = residentMegabytes(pid);
    await answerTimes(WARM_UP, () => asked);
    const times = await answerTimes(READS, () => asked);
    const after = residentMegabytes(pid);
    return [
      atMost(30, {
        name: `mine of ${CHANNELS} channels with ${TODOS} to-dos on ${name}, p99`,
        value: quantile(times, 0.99),
        unit: 'ms',
      }),
      atMost(1.5, {
        name: `mine: memory after ${WARM_UP + READS} answers on ${name} against after the first`,
        value: after / before,
        unit: ratioUnit(after, before, 'MB'),
      }),
    ];
  } finally {
    await site.stop();
    if (database !== empty) await database.remove();
  }
}

async function fill(
  database: TestDatabase,
  name: string,
  { mattermost: { site, seed } }: Site,
): Promise<void> {
  const owned = { team_id: seed.team.id, creator_id: seed.admin.id, type: 'O' } as const;
  const ids = Array.from(
    { length: CHANNELS },
    (_each, at) => newChannel(site, { ...owned, name: `list-${at}`, display_name: `List ${at}` }).id,
  );
  const each = TODOS / CHANNELS;
  for (const [at, id] of ids.entries()) {
    const list = `channel:${id}`;
    await database.query(
      `insert into todo_list values ('${list}', ${each}, ${each + 1}, ${each}, 0) returning id`,
    );
    await database.query(
      `insert into todo (id, list_id, number, text, notes, state, creator_id, assignee_id, sort_order, version,
         created_at, updated_at)
       select 't${at}-' || n, '${list}', n, 'Ask the printers for an offer, **two-sided**', '', 'open', '${seed.admin.id}',
         case when n % ${ASSIGNED} = 0 then '${seed.alice.id}' end, n, 1, n * ${CHANNELS} + ${at}, 0
       from ${upTo(each, name)}`,
    );
  }
}

async function checkIsFull({
  url,
  headers,
}: {
  url: string;
  headers: Record<string, string>;
}): Promise<void> {
  const { todos, isAll } = (await (await fetch(url, { headers })).json()) as TodosView;
  if (todos.length !== 500 || isAll) throw new Error(`Expected the first 500; got ${todos.length}.`);
}
