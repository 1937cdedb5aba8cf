import { created, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, numberQuery, objectBody, param, stringsBody, text, type Call } from '../http/call.ts';
import { MattermostError, noPermission, noSuchTeam, noSuchUser } from '../http/mattermost-error.ts';
import { insist, isAdmin, managesTeam, may, teamMember } from '../people/permissions.ts';
import type { Team, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { pair } from '../site/world.ts';
import { joinTeam, newTeam } from './join-team.ts';
import { teamMemberView, teamView } from './team-views.ts';

export function teamRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/teams', (call) => list(site, call));
  api.on('post', '/teams', (call) => create(site, call));
  api.on('get', '/teams/name/:team_name', (call) => byName(site, call));
  api.on('get', '/teams/:team_id', (call) => teamView(visibleTeam(site, call)));
  api.on('get', '/teams/:team_id/members', (call) => members(site, call));
  api.on('post', '/teams/:team_id/members', (call) => add(site, call));
  api.on('post', '/teams/:team_id/members/ids', (call) => membersByIds(site, call));
  api.on('get', '/teams/:team_id/members/:user_id', (call) => member(site, call));
  api.on('delete', '/teams/:team_id/members/:user_id', (call) => remove(site, call));
  api.on('put', '/teams/:team_id/members/:user_id/schemeRoles', (call) => changeRoles(site, call));
  api.on('get', '/users/:user_id/teams', (call) => teamsOf(site, call).map(teamView));
  api.on('get', '/users/:user_id/teams/members', (call) => membershipsOf(site, call).map(teamMemberView));
  api.on('get', '/users/:user_id/teams/unread', () => []);
}

const allTeams = (site: Site) => [...site.world.teams.values()].filter(({ delete_at }) => delete_at === 0);

function list(site: Site, call: Call): unknown {
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  const teams = allTeams(site).filter(
    (team) => isAdmin(call.user) || team.allow_open_invite || inTeam(site, team, call.user),
  );
  return teams.slice(start, start + perPage).map(teamView);
}

const inTeam = (site: Site, team: Team, user: User) => teamMember(site, team.id, user.id) !== undefined;

function create(site: Site, call: Call): unknown {
  insist(may(site, call.user, 'create_team'));
  const body = objectBody(call.req, 'team');
  const name = text(body['name']);
  if (!/^[a-z][a-z0-9-]{1,63}$/.test(name)) {
    throw new MattermostError(400, 'model.team.is_valid.characters.app_error', 'Invalid name.');
  }
  if (allTeams(site).some((team) => team.name === name)) {
    throw new MattermostError(
      400,
      'app.team.save.existing.app_error',
      'A team with that name already exists.',
    );
  }
  const team = newTeam(site, {
    name,
    display_name: text(body['display_name']),
    type: body['type'] === 'I' ? 'I' : 'O',
  });
  joinTeam(site, team, call.user, true);
  return created(teamView(team));
}

function wantedTeam(site: Site, call: Call): Team {
  const team = site.world.teams.get(idParam(call, 'team_id'));
  if (team === undefined) throw noSuchTeam();
  return team;
}

export function visibleTeam(site: Site, call: Call): Team {
  const team = wantedTeam(site, call);
  insist(isAdmin(call.user) || team.allow_open_invite || inTeam(site, team, call.user));
  return team;
}

function byName(site: Site, call: Call): unknown {
  const team = allTeams(site).find(({ name }) => name === param(call.req, 'team_name').toLowerCase());
  if (team === undefined) {
    throw new MattermostError(
      404,
      'app.team.get_by_name.missing.app_error',
      'Unable to find the existing team.',
    );
  }
  insist(isAdmin(call.user) || team.allow_open_invite || inTeam(site, team, call.user));
  return teamView(team);
}

function members(site: Site, call: Call): unknown {
  const team = visibleTeam(site, call);
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  return [...site.world.teamMembers.values()]
    .filter(({ team_id, delete_at }) => team_id === team.id && delete_at === 0)
    .slice(start, start + perPage)
    .map(teamMemberView);
}

function membersByIds(site: Site, call: Call): unknown {
  const team = visibleTeam(site, call);
  return stringsBody(call.req, 'user_ids')
    .map((userId) => teamMember(site, team.id, userId))
    .filter((one) => one !== undefined)
    .map(teamMemberView);
}

function member(site: Site, call: Call): unknown {
  const teamId = idParam(call, 'team_id');
  insist(isAdmin(call.user) || teamMember(site, teamId, call.user.id) !== undefined);
  const found = teamMember(site, teamId, idParam(call, 'user_id'));
  if (found === undefined) {
    throw new MattermostError(
      404,
      'app.team.get_member.missing.app_error',
      'No team member found for that user ID and team ID.',
    );
  }
  return teamMemberView(found);
}

/** People of the team may bring others in; nobody but an admin joins a team from outside. */
function add(site: Site, call: Call): unknown {
  const team = wantedTeam(site, call);
  const user = site.world.users.get(text(objectBody(call.req, 'user_id')['user_id']));
  if (user === undefined) throw noSuchUser();
  insist(
    isAdmin(call.user) ||
      inTeam(site, team, call.user) ||
      (team.allow_open_invite && user.id === call.user.id),
  );
  return created(teamMemberView(joinTeam(site, team, user)));
}

function remove(site: Site, call: Call): unknown {
  const team = wantedTeam(site, call);
  const userId = idParam(call, 'user_id');
  insist(userId === call.user.id || managesTeam(site, team.id, call.user));
  const found = teamMember(site, team.id, userId);
  if (found === undefined) throw noPermission();
  found.delete_at = site.now();
  for (const channel of site.world.channels.values()) {
    if (channel.team_id === team.id) site.world.channelMembers.delete(pair(channel.id, userId));
  }
  site.events.publish('leave_team', { team_id: team.id, user_id: userId }, { userId });
  return OK;
}

function changeRoles(site: Site, call: Call): unknown {
  insist(managesTeam(site, idParam(call, 'team_id'), call.user));
  const found = teamMember(site, idParam(call, 'team_id'), idParam(call, 'user_id'));
  if (found === undefined) throw noSuchUser();
  found.scheme_admin = objectBody(call.req, 'scheme_roles')['scheme_admin'] === true;
  return OK;
}

function membershipsOf(site: Site, call: Call) {
  const userId = idParam(call, 'user_id');
  insist(userId === call.user.id || isAdmin(call.user));
  return [...site.world.teamMembers.values()].filter(
    ({ user_id, delete_at }) => user_id === userId && delete_at === 0,
  );
}

function teamsOf(site: Site, call: Call): Team[] {
  return membershipsOf(site, call)
    .map(({ team_id }) => site.world.teams.get(team_id))
    .filter((team) => team !== undefined);
}
