import type { Request, RequestHandler } from 'express';
import { AppError } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import type { GuardGuessing } from '../limits/guard-guessing.ts';
import { makeCheckToken } from '../limits/check-token.ts';
import { parse } from '../parse.ts';
import { requestIdOf, setActor } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import type { TypedCommand } from '../../commands/answer-in-time.ts';
import { commandAnswer } from './command-answer.ts';
import { commandKey } from '../../commands/command-key.ts';
import { commandPayload, commandToken, type CommandPayload } from './command-payload.ts';
import { makeAnswerCommand } from '../../commands/make-answer-command.ts';
import { responseUrlAt } from './response-url.ts';

/** `/todo` for those who do not load the bundle: on the person's own list, seen by that person only. */
export function makeReceiveCommand(deps: HttpDeps, guard: GuardGuessing): RequestHandler {
  const checkToken = makeCheckToken(deps.settings.commandTokens);
  const answer = makeAnswerCommand(deps);
  return async (req, res) => {
    const fields = fieldsOf(req);
    await guard.token(req, () => checkToken(commandToken(fields, req.headers.authorization)));
    const command = parse(commandPayload, fields, 'request');
    await checkTyper(deps, command);
    setActor(res, command.user_id);
    const text = await answer(typedCommand(command, deps.settings.mattermostUrl), requestIdOf(res));
    sendJson(res, 200, commandAnswer(text));
  };
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

/** A command set up with method G sends its fields in the address. */
const fieldsOf = (req: Request): unknown => (req.method === 'GET' ? req.query : req.body);
