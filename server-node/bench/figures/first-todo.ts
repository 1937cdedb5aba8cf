import { join } from 'node:path';
import { API_PATH } from '../../src/contract/paths.ts';
import { atMost, ratioUnit, type Figure } from '../figure.ts';
import { answerTimes } from '../measure/answer-times.ts';
import { median } from '../measure/quantiles.ts';
import { startSite } from '../servers/start-site.ts';

const STARTS = 3;
const FOLLOWING = 50;
const TODO = { text: 'Ask the printers for an offer' };

/** What whoever writes first after a start waits, and everybody else meanwhile, against those who follow. */
export async function firstTodo(): Promise<Figure> {
  const site = await startSite();
  try {
    const firsts: number[] = [];
    const following: number[] = [];
    for (let start = 0; start < STARTS; start += 1) {
      const backend = await site.startBackend(`sqlite:${join(site.folder, `first-${start}.sqlite`)}`);
      const url = `${backend.url}${API_PATH}/lists/me`;
      const asked = { url: `${url}/todos`, method: 'POST', headers: site.headers, body: TODO };
      await answerTimes(1, () => ({ url, headers: site.headers }));
      const [first = NaN, ...others] = await answerTimes(1 + FOLLOWING, () => asked);
      firsts.push(first);
      following.push(...others);
      await backend.stop();
    }
    const [ours, bare] = [median(firsts), median(following)];
    return atMost(20, {
      name: 'first-todo: the first one after a start against those that follow, median',
      value: ours / bare,
      unit: ratioUnit(ours, bare, 'ms'),
    });
  } finally {
    await site.stop();
  }
}
