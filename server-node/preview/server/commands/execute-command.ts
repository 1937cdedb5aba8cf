import { objectBody, text, type Call } from '../http/call.ts';
import { invalidBody, MattermostError, noPermission } from '../http/mattermost-error.ts';
import type { IntegrationAnswer } from '../integrations/send-request.ts';
import { channelMember, insist, isAdmin, teamMember } from '../people/permissions.ts';
import { checkNotArchived } from '../posts/check-post.ts';
import { newId } from '../site/ids.ts';
import type { Channel, Command } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { commandsOf } from './commands-of.ts';
import { readCommandResponse, type CommandResponse } from './command-response.ts';
import { deliverResponse } from './deliver-response.ts';
import type { CommandPlace, ResponseUrls } from './response-urls.ts';
import { runBuiltIn } from './run-built-in.ts';
import { sendCommand } from './send-command.ts';

export interface TypedCommand {
  channel: Channel;
  teamId: string;
  trigger: string;
  /** All after the trigger and the one character that ends it, as typed. */
  rest: string;
  place: CommandPlace;
}

export async function executeCommand(site: Site, urls: ResponseUrls, call: Call): Promise<unknown> {
  const typed = readTyped(site, call);
  const command = commandsOf(site, typed.teamId).find(({ trigger }) => trigger === typed.trigger);
  if (command === undefined) return { ...runBuiltIn(site, typed, call), trigger_id: newId() };
  const answer = await ask(site, urls, call, typed, command);
  return { ...deliverResponse(site, typed.place, answer), trigger_id: newId() };
}

function readTyped(site: Site, call: Call): TypedCommand {
  const body = objectBody(call.req, 'command_args');
  const line = text(body['command']);
  if (line.length <= 1) throw invalidBody('command');
  if (!line.startsWith('/')) {
    throw new MattermostError(
      400,
      'api.command.execute_command.start.app_error',
      'No command trigger found.',
    );
  }
  const channel = site.world.channels.get(text(body['channel_id']));
  if (channel === undefined || channelMember(site, channel.id, call.user.id) === undefined)
    throw noPermission();
  checkNotArchived(
    channel,
    'api.command.execute_command.deleted.error',
    'Cannot run command in deleted channel.',
  );
  const teamId = channel.team_id === '' ? text(body['team_id']) : channel.team_id;
  insist(isAdmin(call.user) || teamMember(site, teamId, call.user.id) !== undefined);
  const [, word = '', rest = ''] = /^\/(\S*)(?:\s([\s\S]*))?$/.exec(line) ?? [];
  const trigger = word.toLowerCase();
  const place = { trigger, userId: call.user.id, channelId: channel.id, rootId: text(body['root_id']) };
  return { channel, teamId, trigger, rest, place };
}

async function ask(
  site: Site,
  urls: ResponseUrls,
  call: Call,
  typed: TypedCommand,
  command: Command,
): Promise<CommandResponse> {
  let answer: IntegrationAnswer;
  try {
    answer = await sendCommand(site, urls, call.user, typed, command);
  } catch (error) {
    site.warn(`The command /${typed.trigger} failed: ${String(error)}`);
    throw failed(typed.trigger);
  }
  if (answer.status !== 200) throw badStatus(typed.trigger, answer);
  try {
    return readCommandResponse(answer.contentType, answer.body);
  } catch {
    throw failed(typed.trigger);
  }
}

const failed = (trigger: string) =>
  new MattermostError(
    500,
    'api.command.execute_command.failed.app_error',
    `Command with a trigger of '${trigger}' failed.`,
  );

const badStatus = (trigger: string, { status, statusText }: IntegrationAnswer) =>
  new MattermostError(
    500,
    'api.command.execute_command.failed_resp.app_error',
    `Command with a trigger of '${trigger}' returned response ${status} ${statusText}.`,
  );
