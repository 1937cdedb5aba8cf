import { API_PATH } from '../../src/contract/paths.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { answerTimes } from '../measure/answer-times.ts';
import { median } from '../measure/quantiles.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import { realMattermost, type RealMattermost } from '../servers/real-mattermost.ts';

const LISTS = 2_000;
const OPEN = 100;
const CONNECTIONS = 5;
const COMMANDS = 100;

/**
 * What people get from a real Mattermost with the plugin. The limit of requests a minute in its settings has to be
 * raised for this, or requests are refused and the measurement fails. Adds to-dos to the administrator's own list.
 */
export async function throughMattermost(): Promise<Figure[]> {
  const mattermost = await realMattermost('mattermost');
  if (mattermost === undefined) return [];
  const commands = await answerTimes(COMMANDS, () => addCommand(mattermost));
  return [
    atLeast(100, { name: 'mattermost: list of 100', value: await lists(mattermost), unit: 'a second' }),
    atMost(30, { name: 'mattermost: /todo add, median', value: median(commands), unit: 'ms' }),
  ];
}

const addCommand = ({ url, headers, place }: RealMattermost) => ({
  url: `${url}/api/v4/commands/execute`,
  method: 'POST',
  headers,
  body: { ...place, command: '/todo add Ask the printers for an offer' },
});

function lists({ url, headers }: RealMattermost): Promise<number> {
  const list = `${url}${API_PATH}/lists/me?limit=${OPEN}`;
  return requestsPerSecond({ url: list, headers, amount: LISTS, connections: CONNECTIONS });
}
