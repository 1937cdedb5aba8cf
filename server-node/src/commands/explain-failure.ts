import { errorInWords } from '../program/texts/in-words.ts';
import type { Texts } from '../program/texts/texts.ts';
import { AppError } from '../shared/app-error.ts';
import { ERROR_STATUS } from '../shared/error-status.ts';
import type { CommandDeps } from './ports.ts';

/** What a person is told of a command that failed; the log is told, too, when it was not the person's doing. */
export function explainFailure(
  { logger }: Pick<CommandDeps, 'logger'>,
  texts: Texts,
  error: unknown,
  requestId: string,
): string {
  const status = error instanceof AppError ? ERROR_STATUS[error.code] : 500;
  if (status >= 500) logger.error({ requestId, err: error }, 'A command failed.');
  if (!(error instanceof AppError)) return texts.notes.failed(requestId);
  const words = errorInWords(texts, error);
  return status === 500 ? `${words} (${requestId})` : words;
}
