import { created, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, objectBody, query, text, type Call } from '../http/call.ts';
import { MattermostError, noPermission } from '../http/mattermost-error.ts';
import { newIntegration, renewToken } from '../integrations/new-integration.ts';
import { insist, managesTeam, teamMember } from '../people/permissions.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { Command } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { BUILT_IN_COMMANDS } from './built-in-commands.ts';
import { commandsOf } from './commands-of.ts';
import { commandFields, type CommandFields } from './command-fields.ts';
import { executeCommand } from './execute-command.ts';
import type { ResponseUrls } from './response-urls.ts';

export function commandRoutes(site: Site, api: ApiRouter, urls: ResponseUrls): void {
  api.on('post', '/commands', (call) => create(site, call));
  api.on('get', '/commands', (call) => list(site, call));
  api.on('post', '/commands/execute', (call) => executeCommand(site, urls, call));
  api.on('get', '/commands/:command_id', (call) => wantedCommand(site, call));
  api.on('put', '/commands/:command_id', (call) => update(site, call));
  api.on('delete', '/commands/:command_id', (call) => {
    site.world.commands.delete(wantedCommand(site, call).id);
    return OK;
  });
  api.on('put', '/commands/:command_id/regen_token', (call) => {
    const { token } = renewToken(wantedCommand(site, call), site.now());
    return { token };
  });
  api.on('get', '/teams/:team_id/commands/autocomplete', (call) =>
    shownIn(site, teamOf(site, call)).map(stripped),
  );
  api.on('get', '/teams/:team_id/commands/autocomplete_suggestions', (call) => suggestions(site, call));
}

function insistEnabled(site: Site): void {
  if (serviceSetting(site.world, 'EnableCommands') === true) return;
  throw new MattermostError(
    501,
    'api.command.disabled.app_error',
    'Commands have been disabled by the system admin.',
  );
}

function create(site: Site, call: Call): unknown {
  insistEnabled(site);
  const body = objectBody(call.req, 'command');
  insist(managesTeam(site, text(body['team_id']), call.user));
  const fields = commandFields(body);
  checkTrigger(site, fields);
  const command: Command = { ...newIntegration(call.user.id, site.now()), ...fields, plugin_id: '' };
  site.world.commands.set(command.id, command);
  return created(command);
}

function checkTrigger(site: Site, { team_id, trigger }: CommandFields): void {
  const taken = commandsOf(site, team_id).some((one) => one.trigger === trigger);
  if (!taken && !BUILT_IN_COMMANDS.includes(trigger)) return;
  throw new MattermostError(
    400,
    'api.command.duplicate_trigger.app_error',
    'This trigger word is already in use. Please choose another word.',
  );
}

function wantedCommand(site: Site, call: Call): Command {
  insistEnabled(site);
  const command = site.world.commands.get(idParam(call, 'command_id'));
  if (command === undefined || !managesTeam(site, command.team_id, call.user)) {
    throw new MattermostError(404, 'store.sql_command.get.missing.app_error', 'Command does not exist.');
  }
  return command;
}

function update(site: Site, call: Call): unknown {
  const command = wantedCommand(site, call);
  const fields = commandFields({ ...command, ...objectBody(call.req, 'command'), team_id: command.team_id });
  return Object.assign(command, fields, { update_at: site.now() });
}

/** Those who manage the team's commands see all of each; others the ones offered while typing, stripped. */
function list(site: Site, call: Call): unknown {
  insistEnabled(site);
  const teamId = query(call.req, 'team_id');
  if (managesTeam(site, teamId, call.user)) return commandsOf(site, teamId);
  if (query(call.req, 'custom_only') === 'true') throw noPermission();
  insist(teamMember(site, teamId, call.user.id) !== undefined);
  return shownIn(site, teamId).map(stripped);
}

const shownIn = (site: Site, teamId: string) => commandsOf(site, teamId).filter((one) => one.auto_complete);

const stripped = (command: Command): Command => ({
  ...command,
  id: '',
  token: '',
  create_at: 0,
  update_at: 0,
  creator_id: '',
  team_id: '',
  method: '' as Command['method'],
  url: '',
});

function teamOf(site: Site, call: Call): string {
  const teamId = idParam(call, 'team_id');
  insist(managesTeam(site, teamId, call.user) || teamMember(site, teamId, call.user.id) !== undefined);
  return teamId;
}

/** A custom command is suggested by its word alone, and not at all once a blank follows it. */
function suggestions(site: Site, call: Call): unknown {
  const typed = query(call.req, 'user_input').replace(/^\//, '').toLowerCase();
  return shownIn(site, teamOf(site, call))
    .filter(({ trigger }) => trigger.startsWith(typed))
    .sort((left, right) => left.trigger.localeCompare(right.trigger))
    .map((command) => ({
      Complete: command.trigger,
      Suggestion: command.trigger,
      Hint: command.auto_complete_hint,
      Description: command.auto_complete_desc,
      IconData: '',
    }));
}
