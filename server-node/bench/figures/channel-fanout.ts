import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATH } from '../../src/contract/paths.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { openCrowd } from '../measure/crowd.ts';
import { median, quantile } from '../measure/quantiles.ts';
import { addPeople } from '../servers/add-people.ts';
import { startSite } from '../servers/start-site.ts';

const SIDEBARS = 200;
const CHANGES = 40;
/** Between two changes, so that what one causes does not slow the next one down. */
const BREATH_MS = 250;
const TODO = { text: 'Ask the printers for an offer' };

/** From the click of one to all the sidebars that show the channel, against a sidebar that is alone. */
export async function channelFanout(): Promise<Figure[]> {
  const site = await startSite();
  const { townSquare, launch } = site.mattermost.seed;
  try {
    const tokens = addPeople(site.mattermost, SIDEBARS);
    const backend = await site.startBackend(`sqlite:${join(site.folder, 'fanout.sqlite')}`);
    const change = async (channelId: string): Promise<void> => {
      const url = `${backend.url}${API_PATH}/lists/${channelId}/todos`;
      const answer = await fetch(url, { method: 'POST', headers: site.headers, body: JSON.stringify(TODO) });
      if (answer.status !== 201) throw new Error(`A to-do was answered with ${answer.status}.`);
      await answer.arrayBuffer();
    };
    const streamOf = (channelId: string) => `${backend.url}${API_PATH}/events?channels=${channelId}`;
    const all = await openCrowd(streamOf(townSquare.id), tokens);
    const alone = await openCrowd(streamOf(launch.id), [site.headers['Authorization']?.slice(7) ?? '']);
    const seen: number[] = [];
    const seenAlone: number[] = [];
    for (let n = 0; n < CHANGES; n += 1) {
      seen.push(...(await all.whenHeard(() => change(townSquare.id))));
      await sleep(BREATH_MS);
      seenAlone.push(...(await alone.whenHeard(() => change(launch.id))));
      await sleep(BREATH_MS);
    }
    all.leave();
    alone.leave();
    const [ours, bare] = [median(seen), median(seenAlone)];
    return [
      atMost(300, {
        name: 'channel-fanout: a change seen in 200 open sidebars, p99',
        value: quantile(seen, 0.99),
        unit: 'ms',
      }),
      atMost(10, {
        name: 'channel-fanout: 200 sidebars against one, median',
        value: ours / bare,
        unit: ratioUnit(ours, bare, 'ms'),
      }),
    ];
  } finally {
    await site.stop();
  }
}
