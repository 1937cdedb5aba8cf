import { API_PATH } from '../contract/paths.ts';
import type { Backend } from './open-backend.ts';

export interface Called<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** One request to the API as a person; `name` null sends no credentials. */
export async function call<Body = Record<string, unknown>>(
  backend: Pick<Backend, 'url'>,
  name: string | null,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Called<Body>> {
  const response = await fetch(`${backend.url}${API_PATH}${path}`, {
    method,
    headers: {
      ...(name === null ? {} : { Authorization: `Bearer ${name}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: (text === '' ? undefined : JSON.parse(text)) as Body,
  };
}
