import type { Call } from '../http/call.ts';
import { MattermostError } from '../http/mattermost-error.ts';
import { BUILT_IN_COMMANDS } from './built-in-commands.ts';
import { readCommandResponse, type CommandResponse } from './command-response.ts';
import { deliverResponse } from './deliver-response.ts';
import type { TypedCommand } from './execute-command.ts';
import type { Site } from '../site/site.ts';

const asText = (words: string): CommandResponse => readCommandResponse('text/plain', words);

export function runBuiltIn(site: Site, typed: TypedCommand, _call: Call): CommandResponse {
  const { trigger, rest, place } = typed;
  if (!BUILT_IN_COMMANDS.includes(trigger)) throw notFound(trigger);
  if (trigger === 'shrug') {
    return deliverResponse(site, place, {
      ...asText(`${rest} ¯\\\\\\_(ツ)\\_/¯`.trim()),
      response_type: 'in_channel',
    });
  }
  if (trigger === 'me') {
    return deliverResponse(site, place, { ...asText(`*${rest}*`), response_type: 'in_channel', type: 'me' });
  }
  return deliverResponse(site, place, asText(`This stand-in for Mattermost does not run /${trigger}.`));
}

const notFound = (trigger: string) =>
  new MattermostError(
    404,
    'api.command.execute_command.not_found.app_error',
    `Command with a trigger of '${trigger}' not found. To send a message beginning with "/", try adding an empty space at the beginning of the message.`,
  );
