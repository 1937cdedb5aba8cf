import type { CommandResponse, Context, PluginApi } from 'mattermost-plugin-host';
import type { Server } from '../create-server.ts';
import { commandKey } from '../commands/command-key.ts';
import type { ChannelId, UserId } from '../shared/ids.ts';
import { lineOf } from './todo-command.ts';

const NOT_THERE = 'The to-do backend is starting, or waits for its database. Try again in a moment.';

interface Typed {
  readonly Command: string;
  readonly UserId: string;
  readonly ChannelId: string;
  readonly RootId: string;
  readonly TriggerId: string;
}

export interface CommandDeps {
  server: Server | undefined;
  botId: UserId | undefined;
  api: Pick<PluginApi, 'SendEphemeralPost'>;
}

/** Everything is answered privately, failures too: Mattermost shows other failures as "command not found". */
export async function executeCommand(
  { server, botId, api }: CommandDeps,
  { RequestId }: Pick<Context, 'RequestId'>,
  typed: Typed,
): Promise<CommandResponse> {
  if (server === undefined || botId === undefined) return asCommandResponse(NOT_THERE);
  const userId = typed.UserId as UserId;
  const command = {
    userId,
    line: lineOf(typed.Command),
    channelId: typed.ChannelId as ChannelId,
    requestKey: commandKey(typed.TriggerId),
    lateTarget: { kind: 'direct', userId } as const,
  };
  const text = await server.answerCommand(command, RequestId);
  return showAsBot(api, botId, typed, text).catch(() => asCommandResponse(text));
}

/** The answer of a command itself would be shown in the name of the person who typed it. */
async function showAsBot(
  api: CommandDeps['api'],
  botId: UserId,
  { UserId, ChannelId, RootId }: Typed,
  Message: string,
): Promise<CommandResponse> {
  await api.SendEphemeralPost(UserId, { UserId: botId, ChannelId, RootId, Message });
  return {};
}

/** Mattermost translates `<!here>` into a mention unless told not to. */
const asCommandResponse = (Text: string): CommandResponse => ({
  ResponseType: 'ephemeral',
  Text,
  SkipSlackParsing: true,
});
