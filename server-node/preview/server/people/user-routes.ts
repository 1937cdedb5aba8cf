import { Answer, OK, WRITTEN } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import {
  idParam,
  numberQuery,
  objectBody,
  param,
  query,
  stringsBody,
  text,
  type Call,
} from '../http/call.ts';
import { invalidBody, MattermostError, noSuchUser } from '../http/mattermost-error.ts';
import { revokedSessionView } from './revoke-session.ts';
import type { User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { teamMemberView } from '../teams/team-views.ts';
import { findByName, isUsername, newUser } from './new-user.ts';
import { channelMember, insist, isAdmin, mayRead, teamMember } from './permissions.ts';
import { endSessionsOf, sessionView } from './sessions.ts';
import { userEtag, userView } from './user-views.ts';

export function userRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/users/username/:username', (call) => byName(site, call));
  api.on('get', '/users/email/:email', (call) => byEmail(site, call));
  api.on('get', '/users/autocomplete', (call) => ({ users: matching(site, call, query(call.req, 'name')) }));
  api.on('post', '/users/search', (call) => matching(site, call, text(objectBody(call.req, 'term')['term'])));
  api.on('post', '/users/ids', (call) => byIds(site, call));
  api.on('post', '/users/usernames', (call) => byNames(site, call));
  api.on('get', '/users', (call) => list(site, call));
  api.on('post', '/users', (call) => create(site, call));
  api.on('get', '/users/:user_id', (call) => one(site, call));
  api.on('put', '/users/:user_id/patch', (call) => patch(site, call));
  api.on('put', '/users/:user_id/roles', (call) => changeRoles(site, call));
  api.on('delete', '/users/:user_id', (call) => setActive(site, call, false));
  api.on('put', '/users/:user_id/active', (call) =>
    setActive(site, call, objectBody(call.req, 'active')['active'] === true),
  );
  api.on('get', '/users/:user_id/sessions', (call) => sessions(site, call));
  api.on('post', '/users/:user_id/sessions/revoke', (call) => revokedSessionView(site, call));
}

export function wantedUser(site: Site, call: Call): User {
  const user = site.world.users.get(idParam(call, 'user_id'));
  if (user === undefined) throw noSuchUser();
  return user;
}

function answerWithEtag(call: Call, user: User): unknown {
  const etag = userEtag(user);
  if (call.req.headers['if-none-match'] === etag) {
    call.res.status(304).setHeader('Etag', etag).end();
    return WRITTEN;
  }
  return new Answer(200, userView(user, call.user), { Etag: etag });
}

const one = (site: Site, call: Call) => answerWithEtag(call, wantedUser(site, call));

function byName(site: Site, call: Call): unknown {
  const username = param(call.req, 'username');
  if (!isUsername(username)) throw invalidBody('username');
  const user = findByName(site.world.users.values(), username);
  if (user === undefined) {
    throw new MattermostError(
      404,
      'app.user.get_by_username.app_error',
      'Unable to find an existing account matching your username for this team. This team may require an invite from the team owner to join.',
    );
  }
  return answerWithEtag(call, user);
}

function byEmail(site: Site, call: Call): unknown {
  const user = [...site.world.users.values()].find(({ email }) => email === param(call.req, 'email'));
  if (user === undefined) throw noSuchUser();
  return answerWithEtag(call, user);
}

function byIds(site: Site, call: Call): unknown {
  const users = stringsBody(call.req, 'user_ids').map((id) => site.world.users.get(id));
  return users.filter((user) => user !== undefined).map((user) => userView(user, call.user));
}

function byNames(site: Site, call: Call): unknown {
  const names = stringsBody(call.req, 'usernames').map((name) => name.toLowerCase());
  return views(
    call,
    [...site.world.users.values()].filter(({ username }) => names.includes(username)),
  );
}

const views = (call: Call, users: User[]) => users.map((user) => userView(user, call.user));

function list(site: Site, call: Call): unknown {
  const channelId = query(call.req, 'in_channel');
  const teamId = query(call.req, 'in_team');
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  const users = [...site.world.users.values()]
    .filter(({ id }) => channelId === '' || channelMember(site, channelId, id) !== undefined)
    .filter(({ id }) => teamId === '' || teamMember(site, teamId, id) !== undefined)
    .sort((left, right) => left.username.localeCompare(right.username));
  return views(call, users.slice(start, start + perPage));
}

function matching(site: Site, call: Call, term: string): unknown {
  const channel = site.world.channels.get(query(call.req, 'in_channel'));
  if (channel !== undefined) insist(mayRead(site, channel, call.user));
  const start = term.replace(/^@/, '').toLowerCase();
  const users = [...site.world.users.values()].filter(
    (user) => user.delete_at === 0 && user.username.startsWith(start),
  );
  return views(call, users.slice(0, numberQuery(call.req, 'limit', 100)));
}

/** Only an admin makes accounts here: nobody signs up at a stand-in. */
function create(site: Site, call: Call): unknown {
  insist(isAdmin(call.user));
  const body = objectBody(call.req, 'user');
  const [username, password] = [text(body['username']), text(body['password'])];
  if (!isUsername(username)) {
    throw new MattermostError(400, 'model.user.is_valid.username.app_error', 'Invalid username.');
  }
  if (findByName(site.world.users.values(), username) !== undefined) throw usernameTaken();
  const email = text(body['email']);
  const first_name = text(body['first_name']);
  const user = newUser({ username, password, first_name, ...(email === '' ? {} : { email }) }, site.now());
  site.world.users.set(user.id, user);
  return new Answer(201, userView(user, call.user));
}

export const usernameTaken = () =>
  new MattermostError(
    400,
    'app.user.save.username_exists.app_error',
    'An account with that username already exists.',
  );

const PATCHABLE = ['nickname', 'first_name', 'last_name', 'position', 'locale'] as const;

function patch(site: Site, call: Call): unknown {
  const user = wantedUser(site, call);
  insist(user.id === call.user.id || isAdmin(call.user));
  const body = objectBody(call.req, 'user');
  for (const field of PATCHABLE) {
    if (typeof body[field] === 'string') user[field] = body[field];
  }
  if (typeof body['timezone'] === 'object' && body['timezone'] !== null) {
    user.timezone = { ...user.timezone, ...body['timezone'] };
  }
  return userChanged(site, call, user);
}

export function userChanged(site: Site, call: Call, user: User): unknown {
  user.update_at = site.now();
  site.events.publish('user_updated', { user: userView(user, user) }, { userId: user.id });
  const others = {
    ...userView(user, user),
    notify_props: undefined,
    last_password_update: undefined,
    auth_data: '',
  };
  site.events.publish('user_updated', { user: others }, { omitUser: user.id, sanitized: true });
  return userView(user, call.user);
}

function changeRoles(site: Site, call: Call): unknown {
  insist(isAdmin(call.user));
  const user = wantedUser(site, call);
  const roles = text(objectBody(call.req, 'roles')['roles']);
  const known = new Set([...site.world.roles.values()].map(({ name }) => name));
  if (!roles.split(' ').every((role) => known.has(role))) throw invalidBody('roles');
  user.roles = roles;
  user.update_at = site.now();
  site.events.publish('user_role_updated', { roles, user_id: user.id }, { userId: user.id });
  return OK;
}

function setActive(site: Site, call: Call, active: boolean): unknown {
  const user = wantedUser(site, call);
  insist(isAdmin(call.user) || (!active && user.id === call.user.id));
  user.delete_at = active ? 0 : site.now();
  if (!active) endSessionsOf(site, user.id);
  userChanged(site, call, user);
  return OK;
}

function sessions(site: Site, call: Call): unknown {
  const user = wantedUser(site, call);
  insist(user.id === call.user.id || isAdmin(call.user));
  const members = [...site.world.teamMembers.values()].filter((member) => member.user_id === user.id);
  return [...site.world.sessions.values()]
    .filter((session) => session.user_id === user.id)
    .map((session) => sessionView(session, user, members.map(teamMemberView)));
}
