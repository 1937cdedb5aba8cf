import { join } from 'node:path';
import { newChannel } from '../../preview/server/channels/new-channel.ts';
import { API_PATH } from '../../src/contract/paths.ts';
import type { ListView } from '../../src/contract/todo-view.ts';
import type { ChannelId } from '../../src/shared/ids.ts';
import { channelList } from '../../src/todos/list.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { answerTimes } from '../measure/answer-times.ts';
import { interleaved, type Measurement } from '../measure/interleaved.ts';
import { median, quantile } from '../measure/quantiles.ts';
import { fillStore } from '../servers/fill-store.ts';
import { startSite, type Site } from '../servers/start-site.ts';

const ROUNDS = 7;
const PAGES = 1_000;
const BIG = 1_000_000;
const BIG_LISTS = 2_000;
const READ_LISTS = 10;
const SMALL = 1_000;
const SMALL_LISTS = 2;

/** Pages of 100 from the beginning, the middle and the end of lists, whose rows lie between those of all others. */
export async function bigStore(): Promise<Figure> {
  const site = await startSite();
  try {
    const channels = Array.from({ length: READ_LISTS }, (_each, index) =>
      publicChannel(site, `list-${index}`),
    );
    const big = await readingOf(site, 'big', channels, strangers(BIG_LISTS - READ_LISTS), BIG);
    const small = await readingOf(site, 'small', channels.slice(0, SMALL_LISTS), [], SMALL);
    const seen = await interleaved(ROUNDS, big, small);
    const [ours, theirs] = [median(seen.ours), median(seen.theirs)];
    const name = 'list page in a store of 1,000,000 to-dos against 1,000, p99';
    return atMost(2, { name, value: ours / theirs, unit: ratioUnit(ours, theirs, 'ms') });
  } finally {
    await site.stop();
  }
}

/** Others have their to-dos in the same store. */
const strangers = (count: number): string[] =>
  Array.from({ length: count }, (_each, index) => String(index).padStart(26, '0'));

function publicChannel({ mattermost: { site, seed } }: Site, name: string): string {
  const wanted = { team_id: seed.team.id, creator_id: seed.admin.id, name, display_name: name };
  return newChannel(site, { ...wanted, type: 'O' }).id;
}

async function readingOf(
  site: Site,
  name: string,
  channels: string[],
  others: string[],
  total: number,
): Promise<Measurement> {
  const file = join(site.folder, `${name}.sqlite`);
  await fillStore(
    file,
    [...channels, ...others].map((id) => channelList(id as ChannelId)),
    total,
  );
  const { url } = await site.startBackend(`sqlite:${file}`);
  const { headers } = site;
  const pages = (
    await Promise.all(channels.map((id) => pagesOf(`${url}${API_PATH}/lists/${id}`, headers)))
  ).flat();
  return async () => {
    const times = await answerTimes(PAGES, (index) => ({ url: pages[index % pages.length] ?? '', headers }));
    return quantile(times, 0.99);
  };
}

/** The addresses of a list's full pages. */
async function pagesOf(list: string, headers: Record<string, string>): Promise<string[]> {
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const address: string = `${list}?limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`;
    const { todos, next } = (await (await fetch(address, { headers })).json()) as ListView;
    if (todos.length === 100) pages.push(address);
    cursor = next;
  }
  return pages;
}
