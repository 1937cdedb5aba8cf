import { created } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, numberQuery, objectBody, query, text, type Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { Bot, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { findByName, isUsername, newUser } from './new-user.ts';
import { insist, isAdmin } from './permissions.ts';
import { userChanged, usernameTaken } from './user-routes.ts';
import { botView } from './user-views.ts';

export function botRoutes(site: Site, api: ApiRouter): void {
  api.on('post', '/bots', (call) => create(site, call));
  api.on('get', '/bots', (call) => list(site, call));
  api.on('get', '/bots/:user_id', (call) => view(wantedBot(site, call)));
  api.on('put', '/bots/:user_id', (call) => patch(site, call));
  api.on('post', '/bots/:user_id/disable', (call) => setActive(site, call, false));
  api.on('post', '/bots/:user_id/enable', (call) => setActive(site, call, true));
  api.on('post', '/bots/:user_id/assign/:owner_id', (call) => {
    const one = wantedBot(site, call);
    one.bot.owner_id = idParam(call, 'owner_id');
    return view(one);
  });
}

interface BotUser {
  user: User;
  bot: Bot;
}

const view = ({ user, bot }: BotUser) => botView(user, bot);

function wantedBot(site: Site, call: Call): BotUser {
  const user = site.world.users.get(idParam(call, 'user_id'));
  if (user?.bot === undefined || !mayManage(call.user, user.bot)) {
    throw new MattermostError(404, 'store.sql_bot.get.missing.app_error', 'Bot does not exist.');
  }
  return { user, bot: user.bot };
}

const mayManage = (caller: User, bot: Bot) => isAdmin(caller) || bot.owner_id === caller.id;

function create(site: Site, call: Call): unknown {
  insist(isAdmin(call.user));
  if (serviceSetting(site.world, 'EnableBotAccountCreation') !== true) {
    throw new MattermostError(403, 'api.bot.create_disabled', 'Bot creation has been disabled.');
  }
  const body = objectBody(call.req, 'bot');
  const username = text(body['username']);
  if (!isUsername(username)) {
    throw new MattermostError(400, 'model.bot.is_valid.username.app_error', 'Invalid username.');
  }
  if (findByName(site.world.users.values(), username) !== undefined) throw usernameTaken();
  const one = newBot(site, username, text(body['display_name']), text(body['description']), call.user.id);
  return created(view(one));
}

export function newBot(
  site: Site,
  username: string,
  displayName: string,
  description: string,
  ownerId: string,
): BotUser {
  const now = site.now();
  const bot: Bot = { owner_id: ownerId, description, create_at: now, update_at: now, delete_at: 0 };
  const user = newUser({ username, first_name: displayName, bot }, now);
  site.world.users.set(user.id, user);
  return { user, bot };
}

function list(site: Site, call: Call): unknown {
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  const withDeleted = query(call.req, 'include_deleted') === 'true';
  const bots: BotUser[] = [];
  for (const user of site.world.users.values()) {
    if (user.bot !== undefined && mayManage(call.user, user.bot)) bots.push({ user, bot: user.bot });
  }
  return bots
    .filter(({ bot }) => withDeleted || bot.delete_at === 0)
    .slice(start, start + perPage)
    .map(view);
}

function patch(site: Site, call: Call): unknown {
  const one = wantedBot(site, call);
  const body = objectBody(call.req, 'bot');
  if (typeof body['username'] === 'string') one.user.username = body['username'];
  if (typeof body['display_name'] === 'string') one.user.first_name = body['display_name'];
  if (typeof body['description'] === 'string') one.bot.description = body['description'];
  one.bot.update_at = site.now();
  userChanged(site, call, one.user);
  return view(one);
}

/** Its tokens are refused while it is off, and work again afterwards. */
function setActive(site: Site, call: Call, active: boolean): unknown {
  const one = wantedBot(site, call);
  const now = site.now();
  one.bot.delete_at = active ? 0 : now;
  one.bot.update_at = now;
  one.user.delete_at = one.bot.delete_at;
  userChanged(site, call, one.user);
  return view(one);
}
