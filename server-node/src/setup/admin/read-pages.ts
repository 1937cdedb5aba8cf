import { z } from 'zod';
import type { RestCall } from '../../mattermost/rest/rest-call.ts';
import { RestError } from '../../mattermost/rest/rest-error.ts';
import { callJson } from '../../mattermost/rest/rest-json.ts';

const PER_PAGE = 200;

/** All rows of a listing that comes in pages. */
export async function readPages<T>(call: RestCall, path: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows: T[] = [];
  for (let page = 0; ; page += 1) {
    const address = `${path}${path.includes('?') ? '&' : '?'}page=${page}&per_page=${PER_PAGE}`;
    const more = await callJson(call, { method: 'GET', path: address }, z.array(schema).nullable());
    rows.push(...(more ?? []));
    if ((more ?? []).length < PER_PAGE) return rows;
  }
}

/** What is asked for, or undefined when Mattermost says that there is none (or none to be seen). */
export async function readIfThere<T>(
  call: RestCall,
  path: string,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    return await callJson(call, { method: 'GET', path }, schema);
  } catch (error) {
    if (error instanceof RestError && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  }
}
