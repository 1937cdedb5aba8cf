/** Calls an address below the site's, with a bearer token. @throws when the answer is not 2xx */
export type Rest = <T = unknown>(method: string, path: string, body?: unknown) => Promise<T>;

export function makeRest(siteUrl: string, token: string): Rest {
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(siteUrl + path, {
      method,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new RestRefusal(`${method} ${path}: ${response.status} ${text}`, response.status);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };
}

export class RestRefusal extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export interface Login {
  userId: string;
  token: string;
  /** Names and values, as a browser gets them. */
  cookies: { name: string; value: string }[];
}

export async function logIn(siteUrl: string, name: string, password: string): Promise<Login> {
  const response = await fetch(`${siteUrl}/api/v4/users/login`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'XMLHttpRequest' },
    body: JSON.stringify({ login_id: name, password }),
  });
  if (!response.ok) throw new Error(`${name} cannot log in: ${response.status} ${await response.text()}`);
  const { id } = (await response.json()) as { id: string };
  const cookies = response.headers.getSetCookie().map((line) => {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
    return { name, value };
  });
  return { userId: id, token: response.headers.get('Token') ?? '', cookies };
}
