import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { API_PATH } from '../../src/contract/paths.ts';
import { atLeast, atMost, ratioUnit, type Figure } from '../figure.ts';
import { openCrowd } from '../measure/crowd.ts';
import { median } from '../measure/quantiles.ts';
import { addPeople } from '../servers/add-people.ts';
import { startSite } from '../servers/start-site.ts';

const PEOPLE = 2_000;
const THREE_MINUTES_MS = 180_000;
/** Longer than a right is remembered. */
const FORGOTTEN_AFTER_MS = 35_000;
const ROUNDS = 4;
const WRITES = 15;
/** Between two writes, so that what one causes does not slow the next one down. */
const BREATH_MS = 400;
const TODO = { text: 'Ask the printers for an offer' };

/** Everybody listens to one channel, in which somebody writes now and then. */
export async function streams(): Promise<Figure[]> {
  const site = await startSite();
  const { townSquare, launch } = site.mattermost.seed;
  try {
    const tokens = addPeople(site.mattermost, PEOPLE);
    const backend = await site.startBackend(`sqlite:${join(site.folder, 'streams.sqlite')}`);
    const write = async (channelId: string): Promise<number> => {
      const begin = performance.now();
      const answer = await fetch(`${backend.url}${API_PATH}/lists/${channelId}/todos`, {
        method: 'POST',
        headers: site.headers,
        body: JSON.stringify(TODO),
      });
      if (answer.status !== 201) throw new Error(`A to-do was answered with ${answer.status}.`);
      await answer.arrayBuffer();
      return performance.now() - begin;
    };
    const startedAt = performance.now();
    const crowd = await openCrowd(`${backend.url}${API_PATH}/events?channels=${townSquare.id}`, tokens);
    const connectedMs = performance.now() - startedAt;
    const connected = crowd.open();
    const hear = () => crowd.untilAllHeard(() => write(townSquare.id));
    const cold: number[] = [];
    const warm: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await sleep(FORGOTTEN_AFTER_MS);
      cold.push(await hear());
      warm.push(await hear());
    }
    const written = { heard: [] as number[], unheard: [] as number[] };
    for (let n = 0; n < WRITES; n += 1) {
      written.heard.push(await write(townSquare.id));
      await sleep(BREATH_MS);
      written.unheard.push(await write(launch.id));
      await sleep(BREATH_MS);
    }
    await sleep(Math.max(0, startedAt + THREE_MINUTES_MS - performance.now()));
    const left = crowd.open();
    crowd.leave();
    const name = (what: string) => `streams: ${what}`;
    const [heard, unheard] = [median(written.heard), median(written.unheard)];
    return [
      atMost(10, { name: name('2,000 connecting at once are in'), value: seconds(connectedMs), unit: 's' }),
      atMost(0, { name: name('refused or cut meanwhile'), value: crowd.refused, unit: 'requests' }),
      atLeast(PEOPLE, { name: name('left after three minutes'), value: left, unit: `of ${connected}` }),
      atMost(1, {
        name: name('a change heard by all, rights known'),
        value: seconds(Math.max(...warm)),
        unit: 's',
      }),
      atMost(2, {
        name: name('a change heard by all, rights unknown'),
        value: seconds(Math.max(...cold)),
        unit: 's',
      }),
      atMost(2, {
        name: name('a write that all hear against one that nobody hears'),
        value: heard / unheard,
        unit: ratioUnit(heard, unheard, 'ms'),
      }),
    ];
  } finally {
    await site.stop();
  }
}

const seconds = (ms: number): number => Number((ms / 1_000).toFixed(2));
