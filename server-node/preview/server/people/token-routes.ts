import { OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { objectBody, text, type Call } from '../http/call.ts';
import { invalidBody, MattermostError } from '../http/mattermost-error.ts';
import type { AccessToken, User } from '../site/records.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { Site } from '../site/site.ts';
import { insist, isAdmin, may } from './permissions.ts';
import { createAccessToken, revokeAccessToken } from './sessions.ts';
import { wantedUser } from './user-routes.ts';

export function tokenRoutes(site: Site, api: ApiRouter): void {
  api.on('post', '/users/:user_id/tokens', (call) => create(site, call));
  api.on('get', '/users/:user_id/tokens', (call) => list(site, call));
  api.on('post', '/users/tokens/revoke', (call) => {
    revokeAccessToken(site, wantedToken(site, call));
    return OK;
  });
  api.on('post', '/users/tokens/disable', (call) => setActive(site, call, false));
  api.on('post', '/users/tokens/enable', (call) => setActive(site, call, true));
}

function create(site: Site, call: Call): unknown {
  const user = wantedUser(site, call);
  insist(mayManageTokensOf(site, call.user, user));
  const description = text(objectBody(call.req, 'description')['description']);
  if (description === '') throw invalidBody('description');
  if (user.bot === undefined && serviceSetting(site.world, 'EnableUserAccessTokens') !== true) {
    throw new MattermostError(
      501,
      'app.user_access_token.disabled',
      'Personal access tokens are disabled on this server. Please contact your system administrator for details.',
    );
  }
  return createAccessToken(site, user, description);
}

const mayManageTokensOf = (site: Site, caller: User, user: User): boolean =>
  isAdmin(caller) ||
  (may(site, caller, 'create_user_access_token') &&
    (user.id === caller.id || user.bot?.owner_id === caller.id));

/** The value of a token is shown once, when it is made. */
function list(site: Site, call: Call): unknown {
  const user = wantedUser(site, call);
  insist(mayManageTokensOf(site, call.user, user));
  return [...site.world.accessTokens.values()]
    .filter((token) => token.user_id === user.id)
    .map(({ token: _value, ...shown }) => shown);
}

function wantedToken(site: Site, call: Call): AccessToken {
  const token = site.world.accessTokens.get(text(objectBody(call.req, 'token_id')['token_id']));
  const owner = token && site.world.users.get(token.user_id);
  if (token === undefined || owner === undefined) throw invalidBody('token_id');
  insist(mayManageTokensOf(site, call.user, owner));
  return token;
}

function setActive(site: Site, call: Call, active: boolean): unknown {
  wantedToken(site, call).is_active = active;
  return OK;
}
