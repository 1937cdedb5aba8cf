import { callApi, type ApiCall } from './api-client.ts';
import { logIn, type ContractSite } from './open-site.ts';

export const CAST_PASSWORD = 'Contract-pass1!';

export interface Person {
  id: string;
  name: string;
  token: string;
}

/**
 * People and places for one test file, new each time: dave and erin are in the team, in `open1`, and in the private
 * `priv1`; frank is in the team only. `other` is a team without them.
 */
export interface Cast {
  suffix: string;
  dave: Person;
  erin: Person;
  frank: Person;
  admin: Person;
  team: { id: string; name: string };
  otherTeam: { id: string; name: string };
  open1: Place;
  open2: Place;
  townSquare: Place;
  priv1: Place;
  /** The direct channel of dave and erin. */
  directId: string;
}

export interface Place {
  id: string;
  name: string;
}

export async function makeCast(site: ContractSite): Promise<Cast> {
  const suffix = Math.random().toString(36).slice(2, 8);
  const asAdmin = (method: string, path: string, body?: unknown) =>
    insist(site, method, path, { token: site.adminToken, body });
  const person = async (name: string): Promise<Person> => {
    const username = name + suffix;
    const made = { username, email: `${username}@example.com`, password: CAST_PASSWORD };
    const { id } = await asAdmin('POST', '/users', made);
    return { id, name: username, token: await logIn(site.url, username, CAST_PASSWORD) };
  };
  const team = async (name: string) => {
    const made = await asAdmin('POST', '/teams', {
      name: name + suffix,
      display_name: 'Recordings',
      type: 'O',
    });
    return { id: made.id, name: name + suffix };
  };
  const [dave, erin, frank] = [await person('dave'), await person('erin'), await person('frank')];
  const [rec, otherTeam] = [await team('rec'), await team('other')];
  for (const user_id of [dave.id, erin.id, frank.id]) {
    await asAdmin('POST', `/teams/${rec.id}/members`, { team_id: rec.id, user_id });
  }
  const channel = async (name: string, type: 'O' | 'P', members: Person[]): Promise<Place> => {
    const full = name + suffix;
    const made = { team_id: rec.id, name: full, display_name: `${full} name`, type };
    const { id } = await asAdmin('POST', '/channels', made);
    for (const { id: user_id } of members) await asAdmin('POST', `/channels/${id}/members`, { user_id });
    return { id, name: full };
  };
  const [admin] = [await asAdmin('GET', '/users/me')];
  return {
    suffix,
    dave,
    erin,
    frank,
    admin: { id: admin.id, name: String(admin['username']), token: site.adminToken },
    team: rec,
    otherTeam,
    open1: await channel('open1', 'O', [dave, erin]),
    open2: await channel('open2', 'O', []),
    townSquare: {
      id: (await asAdmin('GET', `/teams/${rec.id}/channels/name/town-square`)).id,
      name: 'town-square',
    },
    priv1: await channel('priv1', 'P', [dave, erin]),
    directId: await directChannelOf(site, dave, erin),
  };
}

async function directChannelOf(site: ContractSite, one: Person, other: Person): Promise<string> {
  return (await insist(site, 'POST', '/channels/direct', { token: one.token, body: [one.id, other.id] })).id;
}

type Made = { id: string } & Record<string, unknown>;

/** @throws when the answer is no success: the cast is needed by every test of the file */
export async function insist(site: ContractSite, method: string, path: string, call: ApiCall): Promise<Made> {
  const answer = await callApi(site.url, method, `/api/v4${path}`, call);
  if (answer.status >= 300) throw new Error(`${method} ${path} gave ${answer.status}: ${answer.text}`);
  return answer.body as Made;
}
