const ENVIRONMENT = ['MM_URL', 'MM_ADMIN_USER', 'MM_ADMIN_PASSWORD'] as const;

interface Named {
  id: string;
}

/** A real Mattermost with the plugin enabled, as its administrator. */
export interface RealMattermost {
  url: string;
  headers: Record<string, string>;
  /** A team and a channel of the administrator, for commands. */
  place: { team_id: string; channel_id: string };
}

/** @returns undefined, and says so, when the environment names none */
export async function realMattermost(what: string): Promise<RealMattermost | undefined> {
  const [url = '', login_id, password] = ENVIRONMENT.map((name) => process.env[name]);
  if (url === '' || login_id === undefined || password === undefined) {
    process.stderr.write(`${what}: skipped, ${ENVIRONMENT.join(', ')} name no Mattermost.\n`);
    return undefined;
  }
  const login = await fetch(`${url}/api/v4/users/login`, {
    method: 'POST',
    body: JSON.stringify({ login_id, password }),
  });
  const token = login.headers.get('Token');
  if (token === null) throw new Error(`${url} did not log ${login_id} in: ${login.status}`);
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return { url, headers, place: await anyPlace(url, headers) };
}

async function anyPlace(url: string, headers: Record<string, string>): Promise<RealMattermost['place']> {
  const read = async (path: string) =>
    (await (await fetch(`${url}/api/v4/users/me/${path}`, { headers })).json()) as Named[];
  const [team] = await read('teams');
  const [channel] = team === undefined ? [] : await read(`teams/${team.id}/channels`);
  if (team === undefined || channel === undefined) throw new Error('The administrator is in no team.');
  return { team_id: team.id, channel_id: channel.id };
}
