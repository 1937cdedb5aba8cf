import type { ErrorRequestHandler } from 'express';
import { errorInWords } from '../../program/texts/in-words.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { AppError } from '../../shared/app-error.ts';
import { ERROR_STATUS } from '../../shared/error-status.ts';
import type { HttpDeps } from '../http-deps.ts';
import { sendJson } from '../send-json.ts';

/**
 * Mattermost shows the body of a 200 only. What may be over in a moment is told to whoever pressed, in the language of
 * the site, as nobody may know yet who that is; what is wrong with a request is told to whoever sent it.
 */
export function makeTellPresser(
  { languages }: Pick<HttpDeps, 'languages'>,
  field: 'ephemeral_text' | 'error',
): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    const status = error instanceof AppError ? ERROR_STATUS[error.code] : 500;
    if (!(error instanceof AppError) || (status !== 429 && status !== 503)) return next(error);
    languages
      .ofAll()
      .then((locale) => sendJson(res, 200, { [field]: errorInWords(textsIn(locale), error) }))
      .catch(next);
  };
}
