import { PLUGIN_PATH } from '../../src/contract/paths.ts';
import { atLeast, ratioUnit, type Figure } from '../figure.ts';
import { interleaved } from '../measure/interleaved.ts';
import { median } from '../measure/quantiles.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import type { RealPerson } from '../servers/real-mattermost.ts';
import { withPluginOf } from './with-plugin-of.ts';

/** Path of a plugin's bundle whose bare address answers a small JSON: the least that a plugin in Go can be. */
const BASELINE = 'MM_BASELINE_BUNDLE';
const ROUNDS = 9;
const REQUESTS = 4_000;
const CONNECTIONS = 16;

/** Small answers a second through Mattermost, of ours and of a bare plugin, in turns. */
export const againstBaseline = (admin: RealPerson): Promise<Figure[]> =>
  withPluginOf(BASELINE, 'baseline', admin, (id) => smallAnswers(admin, id));

async function smallAnswers(admin: RealPerson, id: string): Promise<Figure[]> {
  const asking = (path: string) => () =>
    requestsPerSecond({
      url: `${admin.url}${path}`,
      headers: admin.headers,
      amount: REQUESTS,
      connections: CONNECTIONS,
    });
  const seen = await interleaved(ROUNDS, asking(`${PLUGIN_PATH}/healthz`), asking(`/plugins/${id}/`));
  const [ours, theirs] = [median(seen.ours), median(seen.theirs)];
  const name = `mattermost: small answers against ${id}`;
  return [atLeast(1.2, { name, value: ours / theirs, unit: ratioUnit(ours, theirs, 'a second') })];
}
