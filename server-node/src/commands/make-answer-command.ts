import { errorInWords } from '../program/texts/in-words.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { Texts } from '../program/texts/texts.ts';
import { AppError } from '../shared/app-error.ts';
import { ERROR_STATUS } from '../shared/error-status.ts';
import { answerInTime, type TypedCommand } from './answer-in-time.ts';
import type { CommandDeps } from './ports.ts';

/** What the person reads who typed a command. Never fails: failures are told, too. */
export interface AnswerCommand {
  /** @param requestId names an unknown failure in the log and to the person */
  (command: TypedCommand, requestId: string): Promise<string>;
}

export function makeAnswerCommand(deps: CommandDeps): AnswerCommand {
  return async (command, requestId) => {
    const locale = deps.languages.ofPerson(command.userId);
    const text = await answerInTime(deps, command, locale, async (error) => {
      const status = error instanceof AppError ? ERROR_STATUS[error.code] : 500;
      if (status >= 500) deps.logger.error({ requestId, err: error }, 'A command failed.');
      return explained(textsIn(await locale), error, status, requestId);
    });
    return deps.escapeMentions(text);
  };
}

function explained(texts: Texts, error: unknown, status: number, requestId: string): string {
  if (!(error instanceof AppError)) return texts.notes.failed(requestId);
  const words = errorInWords(texts, error);
  return status === 500 ? `${words} (${requestId})` : words;
}
