import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insist, makeCast, type Cast } from './make-cast.ts';
import { openSite, type ContractSite } from './open-site.ts';
import { readRecording } from './replay/recording.ts';
import { addBot, bindCast, Replay } from './replay/replay.ts';

let site: ContractSite;

beforeAll(async () => {
  site = await openSite();
}, 30_000);

afterAll(() => site.close());

describe.each([
  ['bots-and-posts', makesItsOwnBot],
  ['people-and-channels', hasABot],
  ['errors', makesItsOwnBot],
  ['slash-commands', makesItsOwnBot],
  ['outgoing-webhooks', makesItsOwnBot],
] as const)('what was recorded of %s', (topic, prepare) => {
  let replay: Replay;

  beforeAll(async () => {
    replay = await prepare(site, await makeCast(site));
  }, 30_000);

  it.each(readRecording(topic).map((entry) => [entry.name, entry] as const))('%s', async (_name, entry) => {
    expect(await replay.play(entry)).toEqual([]);
  });
});

/** The public channel of another team in which the recorded bot posted. */
const CHANNEL_OF_OTHER_TEAM = 'nyfxymniqtbz5m8jiracxy84zy';

async function makesItsOwnBot(on: ContractSite, cast: Cast): Promise<Replay> {
  const bindings = bindCast(cast);
  const path = `/teams/${cast.otherTeam.id}/channels/name/town-square`;
  bindings.bindId(CHANNEL_OF_OTHER_TEAM, (await insist(on, 'GET', path, { token: on.adminToken })).id);
  return new Replay(on, cast, bindings);
}

async function hasABot(on: ContractSite, cast: Cast): Promise<Replay> {
  const bindings = bindCast(cast);
  const profile = {
    nickname: 'dd',
    first_name: 'Dave',
    last_name: 'Da',
    position: 'x',
    timezone: { automaticTimezone: '', manualTimezone: 'Europe/Berlin', useAutomaticTimezone: 'false' },
  };
  await insist(on, 'PUT', `/users/${cast.dave.id}/patch`, { token: on.adminToken, body: profile });
  return new Replay(on, cast, bindings, await addBot(on, cast, bindings));
}
