import { API_PATH } from '../../src/contract/paths.ts';
import { atLeast, atMost, type Figure } from '../figure.ts';
import { answerTimes } from '../measure/answer-times.ts';
import { median } from '../measure/quantiles.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import { realMattermost, type RealPerson } from '../servers/real-mattermost.ts';
import { withNewPerson } from '../servers/real-people.ts';
import { runPluginFrom, withoutLimit } from '../servers/real-plugins.ts';
import { ownManagedBundle } from '../servers/unpack-managed.ts';
import { againstBaseline } from './against-baseline.ts';

const LISTS = 2_000;
const CONNECTIONS = 5;
const COMMANDS = 100;
const MANY = 1_000;
/** A hundred times 2.5 lists of 1,000 a second, which is what the plugin gives that most sites have. */
const PAGES = 250;
/** A twentieth of its 868 ms. */
const LONG_MS = 43.4;
/** Half of its 61 ms. */
const SHORT_MS = 30.5;

/**
 * What people get from a real Mattermost that runs our bundle, which is uploaded. A list is answered page by page, so
 * what is measured is the page that somebody with 1,000 to-dos sees first.
 */
export async function throughMattermost(): Promise<Figure[]> {
  const admin = await realMattermost('mattermost');
  const bundle = ownManagedBundle('mattermost');
  if (admin === undefined || bundle === undefined) return [];
  await runPluginFrom(bundle, admin);
  return withoutLimit(admin, async () => [
    ...(await againstBaseline(admin)),
    ...(await withNewPerson(admin, onAShortList)),
    ...(await withNewPerson(admin, onALongList)),
  ]);
}

async function onAShortList(person: RealPerson): Promise<Figure[]> {
  const value = median(await answerTimes(COMMANDS, () => addCommand(person)));
  return [atMost(SHORT_MS, { name: 'mattermost: /todo add to a short list, median', value, unit: 'ms' })];
}

async function onALongList(person: RealPerson): Promise<Figure[]> {
  await answerTimes(MANY, () => adding(person));
  const perSecond = await firstPages(person);
  const addMs = median(await answerTimes(COMMANDS, () => addCommand(person)));
  const unit = 'a second';
  return [
    atLeast(PAGES, { name: 'mattermost: first page (100) of 1,000 to-dos', value: perSecond, unit }),
    atMost(LONG_MS, { name: 'mattermost: /todo add to 1,000, median', value: addMs, unit: 'ms' }),
  ];
}

const adding = ({ url, headers }: RealPerson) => ({
  url: `${url}${API_PATH}/lists/me/todos`,
  method: 'POST',
  headers,
  body: { text: 'Ask the printers for an offer' },
});

const addCommand = ({ url, headers, place }: RealPerson) => ({
  url: `${url}/api/v4/commands/execute`,
  method: 'POST',
  headers,
  body: { ...place, command: '/todo add Ask the printers for an offer' },
});

function firstPages({ url, headers }: RealPerson): Promise<number> {
  const list = `${url}${API_PATH}/lists/me?limit=100`;
  return requestsPerSecond({ url: list, headers, amount: LISTS, connections: CONNECTIONS });
}
