import type { Figure } from '../figure.ts';
import { realMattermost } from '../servers/real-mattermost.ts';
import { withNewPerson } from '../servers/real-people.ts';
import { runPluginFrom, withoutLimit } from '../servers/real-plugins.ts';
import { ownManagedBundle } from '../servers/unpack-managed.ts';
import { againstBaseline } from './against-baseline.ts';
import { listsAndAdds, withPeer } from './against-peer.ts';

/** The goals are times the peer's lists, measured in the same run. */
const SHORT = { length: 100, goal: 25, lists: 2_000 };
const LONG = { length: 1_000, goal: 60, lists: 600 };

/** What people get from a real Mattermost that runs our bundle, which is uploaded, against other plugins there. */
export async function throughMattermost(): Promise<Figure[]> {
  const admin = await realMattermost('mattermost');
  const bundle = ownManagedBundle('mattermost');
  if (admin === undefined || bundle === undefined) return [];
  await runPluginFrom(bundle, admin);
  return withoutLimit(admin, async () => [
    ...(await againstBaseline(admin)),
    ...(await withPeer(admin, async (peer) => [
      ...(await withNewPerson(admin, (person) => listsAndAdds(person, peer, SHORT))),
      ...(await withNewPerson(admin, (person) => listsAndAdds(person, peer, LONG))),
    ])),
  ]);
}
