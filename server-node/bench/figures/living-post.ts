import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATH } from '../../src/contract/paths.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { median } from '../measure/quantiles.ts';
import { startSite, type Site } from '../servers/start-site.ts';

const CHANGES = 100;
const MINUTE_MS = 60_000;
const EDIT_EVERY_S = 3;
const TRUE_WITHIN_MS = 5_000;
const WRITES = 300;

/** The list of a channel, posted there, while it changes a hundred times a minute; and what that costs a change. */
export async function livingPost(): Promise<Figure[]> {
  const site = await startSite();
  const { townSquare, launch } = site.mattermost.seed;
  try {
    const backend = await site.startBackend(`sqlite:${join(site.folder, 'living-post.sqlite')}`);
    const send = (path: string, body: object) => post(site, `${backend.url}${API_PATH}/lists/${path}`, body);
    const add = (channelId: string) => send(`${channelId}/todos`, { text: 'Ask the printers for an offer' });
    await send(`${townSquare.id}/commands`, { line: 'post' });
    const edits = watchEdits(site);
    const startedAt = performance.now();
    for (let n = 1; n <= CHANGES; n += 1) {
      await sleep(Math.max(0, startedAt + (n * MINUTE_MS) / CHANGES - performance.now()));
      await add(townSquare.id);
    }
    const trueAfterMs = await untilTrue(site, CHANGES);
    const gaps = edits.slice(1).map((at, n) => (at - (edits[n] ?? 0)) / 1_000);
    const posted: number[] = [];
    const unposted: number[] = [];
    for (let n = 0; n < WRITES; n += 1) {
      posted.push(await add(townSquare.id));
      unposted.push(await add(launch.id));
    }
    const [ours, bare] = [median(posted), median(unposted)];
    return [
      atMost(1, {
        name: 'living post: edits in three seconds under 100 changes a minute, mean',
        value: EDIT_EVERY_S / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length),
        unit: `(${edits.length} edits)`,
      }),
      atMost(EDIT_EVERY_S + 1, {
        name: 'living post: true after the last change',
        value: trueAfterMs / 1_000,
        unit: 's',
      }),
      atMost(1.3, {
        name: 'living post: an add to a list that is posted against one that is not',
        value: ours / bare,
        unit: ratioUnit(ours, bare, 'ms'),
      }),
    ];
  } finally {
    await site.stop();
  }
}

/** @returns milliseconds until it was answered */
async function post({ headers }: Site, url: string, body: object): Promise<number> {
  const begin = performance.now();
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  await answer.arrayBuffer();
  return performance.now() - begin;
}

/** Moments at which a post was edited, as they come. */
function watchEdits({ mattermost: { site } }: Site): number[] {
  const edits: number[] = [];
  const { events } = site;
  const publish = events.publish.bind(events);
  events.publish = (name, ...rest) => {
    if (name === 'post_edited') edits.push(performance.now());
    publish(name, ...rest);
  };
  return edits;
}

/** @returns milliseconds until the post says so many; NaN when it does not in time */
async function untilTrue({ mattermost }: Site, count: number): Promise<number> {
  const begin = performance.now();
  const { posts } = mattermost.site.world;
  while (performance.now() - begin < TRUE_WITHIN_MS) {
    if ([...posts.values()].some(({ message }) => message.startsWith(`**To-dos of this channel: ${count}**`)))
      return performance.now() - begin;
    await sleep(10);
  }
  return Number.NaN;
}
