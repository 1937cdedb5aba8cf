import { API_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../../../src/contract/paths.ts';
import type { ChangeView, ListView } from '../../../src/contract/todo-view.ts';
import { channelId, postId, userId } from '../../../src/testing/people.ts';
import { WEBHOOK_TOKEN, type ManagedStage } from './open-managed-stage.ts';

export type Site = Pick<ManagedStage, 'url'>;

export interface Answer<Body> {
  status: number;
  /** Text where it is not JSON: Mattermost's own refusals. */
  body: Body;
}

/** One request of a person's browser to the API. */
export async function ask<Body>(
  { url }: Site,
  person: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer<Body>> {
  const response = await fetch(`${url}${API_PATH}${path}`, {
    method,
    headers: { Authorization: `Bearer ${person}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  return { status: response.status, body: (isJson ? JSON.parse(text) : text) as Body };
}

export const add = (site: Site, person: string, text: string, requestId?: string) =>
  ask<ChangeView>(site, person, 'POST', '/lists/me/todos', {
    text,
    ...(requestId === undefined ? {} : { requestId }),
  });

/** All that is open on a list, page by page. */
export async function openTodos(site: Site, person: string, list = 'me'): Promise<ListView['todos']> {
  const todos: ListView['todos'] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Answer<ListView> = await ask<ListView>(
      site,
      person,
      'GET',
      `/lists/${list}?limit=500${more}`,
    );
    if (page.status !== 200) throw new Error(`The list was refused: ${JSON.stringify(page)}`);
    todos.push(...page.body.todos);
    cursor = page.body.next;
  }
  return todos;
}

export const TOWN = channelId('town');

/** A message of alice in town, as Mattermost's outgoing webhook tells of it. @param post letters and digits */
export function deliverWebhook(
  { url, people }: Pick<ManagedStage, 'url' | 'people'>,
  post: string,
  text: string,
) {
  people.post(post, 'town', 'alice', `todo ${text}`);
  return fetch(`${url}${PLUGIN_PATH}${WEBHOOK_PATH}`, {
    method: 'POST',
    body: new URLSearchParams({
      ...{ token: WEBHOOK_TOKEN, channel_id: TOWN, user_id: userId('alice'), post_id: postId(post) },
      ...{ text: `todo ${text}`, trigger_word: 'todo' },
    }),
  });
}
