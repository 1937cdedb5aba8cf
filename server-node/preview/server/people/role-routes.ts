import type { ApiRouter } from '../http/api-router.ts';
import { idParam, objectBody, param, stringsBody, type Call } from '../http/call.ts';
import { invalidBody, MattermostError } from '../http/mattermost-error.ts';
import type { Role } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { insist, isAdmin } from './permissions.ts';

export function roleRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/roles/name/:role_name', (call) => byName(site, param(call.req, 'role_name')));
  api.on('post', '/roles/names', (call) => {
    const names = stringsBody(call.req, 'rolenames');
    return [...site.world.roles.values()].filter(({ name }) => names.includes(name));
  });
  api.on('get', '/roles/:role_id', (call) => wantedRole(site, call));
  api.on('put', '/roles/:role_id/patch', (call) => patch(site, call));
}

const noSuchRole = () => new MattermostError(404, 'app.role.get.app_error', 'Unable to get role.');

function byName(site: Site, name: string): Role {
  const role = [...site.world.roles.values()].find((one) => one.name === name);
  if (role === undefined) throw noSuchRole();
  return role;
}

function wantedRole(site: Site, call: Call): Role {
  const role = site.world.roles.get(idParam(call, 'role_id'));
  if (role === undefined) throw noSuchRole();
  return role;
}

/** Replaces the whole list of permissions. */
function patch(site: Site, call: Call): unknown {
  const role = wantedRole(site, call);
  insist(isAdmin(call.user));
  const { permissions } = objectBody(call.req, 'role');
  if (!Array.isArray(permissions) || !permissions.every((one) => typeof one === 'string')) {
    throw invalidBody('role');
  }
  role.permissions = permissions as string[];
  role.update_at = site.now();
  return role;
}
