import type { RequestHandler } from 'express';
import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import { makeCheckToken } from '../limits/check-token.ts';
import { parse } from '../parse.ts';
import { requestIdOf, setActor } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import type { TypedCommand } from '../../commands/answer-in-time.ts';
import { commandAnswer } from './command-answer.ts';
import { commandKey } from '../../commands/command-key.ts';
import { commandPayload, commandToken, OUR_COMMAND, type CommandPayload } from './command-payload.ts';
import { makeAnswerByBot } from '../../commands/make-answer-by-bot.ts';
import { makeAnswerCommand } from '../../commands/make-answer-command.ts';
import { responseUrlAt } from './response-url.ts';

/**
 * `/todo` for those who do not load the bundle: on the person's own list, seen by that person only. At an address that
 * only Mattermost reaches the answer goes back to it; anywhere else the bot brings it.
 */
export function makeReceiveCommand(deps: HttpDeps): RequestHandler {
  const { commandTokens, mattermostUrl, integrationsApart } = deps.settings;
  const checkToken = makeCheckToken(commandTokens);
  const answerHere = makeAnswerCommand(deps);
  const answerByBot = makeAnswerByBot(deps);
  return async (req, res) => {
    checkToken(commandToken(req.body, req.headers.authorization));
    const command = parse(commandPayload, req.body, 'request');
    checkName(command);
    await checkTyper(deps, command);
    setActor(res, command.user_id);
    const typed = {
      ...typedCommand(command, mattermostUrl),
      // Mattermost lets people type in channels that they are in; anybody else could name any channel.
      ...(integrationsApart && command.channel_id !== undefined && { channelId: command.channel_id }),
    };
    // The bot has no list: what it asks, as doctor does, is not private.
    const isPrivate = command.user_id !== deps.bot()?.userId;
    const answer = integrationsApart || !isPrivate ? answerHere : answerByBot;
    sendJson(res, 200, commandAnswer(await answer(typed, requestIdOf(res))));
  };
}

/** Whoever makes a command of another name can give it the token of ours, and so put our answers under that name. */
function checkName({ command }: CommandPayload): void {
  if (command.toLowerCase() === OUR_COMMAND) return;
  throw new AppError(
    'forbidden',
    `Expected the slash command ${OUR_COMMAND}; another one came with its token.`,
  );
}

/**
 * The token alone proves too little: every team administrator can read those of the team's commands, and could name
 * anyone as the one who typed.
 */
async function checkTyper({ isTypedBy, logger }: HttpDeps, { trigger_id, user_id }: CommandPayload) {
  if (await isTypedBy(trigger_id, user_id)) return;
  logger.warn({ userId: user_id }, 'A command came without proof of who typed it; are the clocks right?');
  throw new AppError(
    'forbidden',
    'The trigger_id does not prove who typed the command. `npm run doctor` shows whether the clocks of Mattermost and of the to-do backend differ.',
  );
}

function typedCommand(command: CommandPayload, mattermostUrl: string): TypedCommand {
  const url = responseUrlAt(mattermostUrl, command.response_url);
  return {
    userId: command.user_id,
    line: command.text,
    requestKey: commandKey(command.trigger_id),
    lateTarget: url === undefined ? undefined : { kind: 'response_url', url },
  };
}
