const ENVIRONMENT = ['MM_URL', 'MM_ADMIN_USER', 'MM_ADMIN_PASSWORD'] as const;

interface Named {
  id: string;
}

/** Somebody who is logged in to a real Mattermost. */
export interface RealPerson {
  url: string;
  userId: string;
  headers: Record<string, string>;
  /** One that they are in. */
  teamId: string;
}

/** @returns its administrator; undefined, and says so, when the environment names none */
export async function realMattermost(what: string): Promise<RealPerson | undefined> {
  const [url = '', loginId, password] = ENVIRONMENT.map((name) => process.env[name]);
  if (url === '' || loginId === undefined || password === undefined) {
    process.stderr.write(`${what}: skipped, ${ENVIRONMENT.join(', ')} name no Mattermost.\n`);
    return undefined;
  }
  return logIn(url, loginId, password);
}

export async function logIn(url: string, loginId: string, password: string): Promise<RealPerson> {
  const login = await fetch(`${url}/api/v4/users/login`, {
    method: 'POST',
    body: JSON.stringify({ login_id: loginId, password }),
  });
  const token = login.headers.get('Token');
  if (token === null) throw new Error(`${url} did not log ${loginId} in: ${login.status}`);
  const { id: userId } = (await login.json()) as Named;
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  return { url, userId, headers, teamId: await anyTeam(url, headers) };
}

/** @throws with Mattermost's words when it refuses */
export async function ask<T>(
  { url, headers }: Pick<RealPerson, 'url' | 'headers'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const text = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${url}${path}`, { method, headers, ...text });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

async function anyTeam(url: string, headers: Record<string, string>): Promise<string> {
  const [team] = await ask<Named[]>({ url, headers }, 'GET', '/api/v4/users/me/teams');
  if (team === undefined) throw new Error('The person is in no team.');
  return team.id;
}
