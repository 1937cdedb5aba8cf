import { API_PATH } from '../../src/contract/paths.ts';
import { atLeast, ratioUnit, type Figure } from '../figure.ts';
import { interleaved } from '../measure/interleaved.ts';
import { median } from '../measure/quantiles.ts';
import { requestsPerSecond } from '../measure/requests-per-second.ts';
import type { RealPerson } from '../servers/real-mattermost.ts';
import { withPluginOf } from './with-plugin-of.ts';

/** Path of a bundle of the plugin `com.mattermost.plugin-todo`, whose `/lists` answers all to-dos of a person. */
const PEER = 'MM_PEER_BUNDLE';
const ROUNDS = 5;
const CONNECTIONS = 5;
const PAGE = 500;
const ADDS = 20;
const TEXT = 'Ask the printers for an offer';

type Seen = Awaited<ReturnType<typeof interleaved>>;

/** Runs `act` with the peer beside ours, when one is named. */
export const withPeer = (
  admin: RealPerson,
  act: (peerPath: string) => Promise<Figure[]>,
): Promise<Figure[]> => withPluginOf(PEER, 'peer', admin, (id) => act(`/plugins/${id}`));

interface Compared {
  length: number;
  /** Times the peer's lists. */
  goal: number;
  /** Of ours, in a round. */
  lists: number;
}

/**
 * Whole lists a second, of ours and of the peer's, in turns: its one answer against our pages of 500, whatever their
 * number; to both like a browser, which takes gzip. Then additions to these lists.
 *
 * @param person whose list is empty in both
 */
export async function listsAndAdds(
  person: RealPerson,
  peerPath: string,
  { length, goal, lists }: Compared,
): Promise<Figure[]> {
  const addOurs = (amount: number) => add(person, `${API_PATH}/lists/me/todos`, { text: TEXT }, amount);
  const addTheirs = (amount: number) => add(person, `${peerPath}/add`, { message: TEXT }, amount);
  await addOurs(length);
  await addTheirs(length);
  const pages = await ownPages(person, length);
  const theirLists = Math.max(CONNECTIONS, Math.round(lists / goal));
  const listed = await interleaved(
    ROUNDS,
    () => wholeListsPerSecond(person, pages, lists),
    () => wholeListsPerSecond(person, [`${person.url}${peerPath}/lists`], theirLists),
  );
  const added = await interleaved(
    ROUNDS,
    () => addOurs(ADDS),
    () => addTheirs(ADDS),
  );
  return [
    compared(`list of ${length}`, goal, listed, 'lists/s'),
    compared(`add to a list of ${length}`, 1, added, 'a second'),
  ];
}

function compared(what: string, goal: number, seen: Seen, unit: string): Figure {
  const [ours, theirs] = [median(seen.ours), median(seen.theirs)];
  const name = `mattermost: ${what} against the peer`;
  return atLeast(goal, { name, value: ours / theirs, unit: ratioUnit(ours, theirs, unit) });
}

async function wholeListsPerSecond(
  { headers: own }: RealPerson,
  pages: readonly string[],
  amount: number,
): Promise<number> {
  const headers = { ...own, 'Accept-Encoding': 'gzip' };
  let secondsOfOne = 0;
  for (const url of pages)
    secondsOfOne += 1 / (await requestsPerSecond({ url, headers, amount, connections: CONNECTIONS }));
  return 1 / secondsOfOne;
}

const add = ({ url, headers }: RealPerson, path: string, body: object, amount: number) =>
  requestsPerSecond({ url: `${url}${path}`, method: 'POST', headers, body, amount, connections: 1 });

async function ownPages({ url, headers }: RealPerson, length: number): Promise<string[]> {
  const pages: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = `${url}${API_PATH}/lists/me?limit=${Math.min(PAGE, length)}${after}`;
    pages.push(page);
    cursor = ((await (await fetch(page, { headers })).json()) as { next: string | null }).next;
  }
  return pages;
}
