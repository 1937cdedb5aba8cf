import { OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, listBody, param, type Call } from '../http/call.ts';
import { invalidBody, MattermostError, noSuchRoute } from '../http/mattermost-error.ts';
import type { Preference } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { insist, isAdmin } from './permissions.ts';

export function preferenceRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/users/:user_id/preferences', (call) => preferencesOf(site, owner(call)));
  api.on('put', '/users/:user_id/preferences', (call) => save(site, call));
  api.on('post', '/users/:user_id/preferences/delete', (call) => remove(site, call));
  api.on('get', '/users/:user_id/preferences/:category', (call) => ofCategory(site, call));
}

/** People see their own; an admin sees everybody's. */
function owner(call: Call): string {
  const userId = idParam(call, 'user_id');
  insist(userId === call.user.id || isAdmin(call.user));
  return userId;
}

const preferencesOf = (site: Site, userId: string): Preference[] =>
  [...site.world.preferences.values()].filter((preference) => preference.user_id === userId);

function ofCategory(site: Site, call: Call): Preference[] {
  const category = param(call.req, 'category');
  // Mattermost's router takes letters, digits and _ only: categories such as pp_todo-node are out of its reach.
  if (!/^[A-Za-z0-9_]+$/.test(category)) throw noSuchRoute(call.req.originalUrl);
  const found = preferencesOf(site, owner(call)).filter((preference) => preference.category === category);
  if (found.length > 0) return found;
  throw new MattermostError(
    404,
    'api.preference.preferences_category.get.app_error',
    'Unable to get user preferences.',
  );
}

function sentPreferences(call: Call, userId: string): Preference[] {
  return listBody(call.req, 'preferences').map((sent) => {
    const { user_id, category, name, value = '' } = sent as Partial<Preference>;
    if (typeof category !== 'string' || typeof name !== 'string') throw invalidBody('preferences');
    insist(user_id === userId);
    return { user_id: userId, category, name, value: String(value) };
  });
}

const key = ({ user_id, category, name }: Preference) => `${user_id}:${category}:${name}`;

function save(site: Site, call: Call): typeof OK {
  const userId = owner(call);
  const preferences = sentPreferences(call, userId);
  for (const { category } of preferences) {
    if (category === '' || category.length > 32) {
      throw new MattermostError(400, 'model.preference.is_valid.category.app_error', 'Invalid category.');
    }
  }
  for (const preference of preferences) site.world.preferences.set(key(preference), preference);
  tell(site, 'preferences_changed', userId, preferences);
  return OK;
}

function remove(site: Site, call: Call): typeof OK {
  const userId = owner(call);
  const preferences = sentPreferences(call, userId);
  for (const preference of preferences) site.world.preferences.delete(key(preference));
  tell(site, 'preferences_deleted', userId, preferences);
  return OK;
}

function tell(site: Site, event: string, userId: string, preferences: Preference[]): void {
  site.events.publish('sidebar_category_updated', {}, { userId });
  site.events.publish(event, { preferences: JSON.stringify(preferences) }, { userId });
}
