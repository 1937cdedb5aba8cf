import { errorInWords } from '../../program/texts/in-words.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import type { Texts } from '../../program/texts/texts.ts';
import { AppError } from '../../shared/app-error.ts';
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
    const locale = deps.languages.ofPerson(command.userId);
    const text = await answerInTime(deps, command, locale, async (error) => {
      const { status } = errorResponse(error, requestId);
      if (status >= 500) deps.logger.error({ requestId, err: error }, 'A command failed.');
      return explained(textsIn(await locale), error, status, requestId);
    });
    return deps.harmless(text);
  };
}

function explained(texts: Texts, error: unknown, status: number, requestId: string): string {
  if (!(error instanceof AppError)) return texts.notes.failed(requestId);
  const words = errorInWords(texts, error);
  return status === 500 ? `${words} (${requestId})` : words;
}
