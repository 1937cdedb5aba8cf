import { errorResponse } from '../errors/error-response.ts';
import type { HttpDeps } from '../http-deps.ts';
import { answerInTime, type TypedCommand } from './answer-in-time.ts';

/** What the person reads who typed a command. Never fails: failures are told, too. */
export interface AnswerCommand {
  /** @param requestId names an unknown failure in the log and to the person */
  (command: TypedCommand, requestId: string): Promise<string>;
}

export function makeAnswerCommand(deps: HttpDeps): AnswerCommand {
  return async (command, requestId) => {
    const text = await answerInTime(deps, command, (error) => {
      const { status, body } = errorResponse(error, requestId);
      if (status >= 500) deps.logger.error({ requestId, err: error }, 'A command failed.');
      return status === 500 ? `${body.message} (${requestId})` : body.message;
    });
    return deps.harmless(text);
  };
}
