import type { ErrorRequestHandler, RequestHandler } from 'express';
import { errorInWords } from '../../program/texts/in-words.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { AppError, type ErrorCode } from '../../shared/app-error.ts';
import type { HttpDeps } from '../http-deps.ts';
import { sendJson } from '../send-json.ts';

/** How whoever pressed, or filled in a form, is told something by the answer to it. */
export type ToldIn = 'ephemeral_text' | 'error';

/** Mattermost sends none of these for a person: whoever is refused so came by themselves. */
const FOR_OUTSIDERS: ReadonlySet<ErrorCode> = new Set([
  'not_signed_in',
  'csrf_failed',
  'forbidden',
  'invalid_input',
]);

/**
 * Of an answer with another status than 200 Mattermost shows nothing, or only that something failed. What goes wrong
 * before it is known who pressed is told in the language of the site.
 */
export function makeTellPresser(
  { languages }: Pick<HttpDeps, 'languages'>,
  field: ToldIn,
): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (!(error instanceof AppError) || FOR_OUTSIDERS.has(error.code)) return next(error);
    languages
      .ofAll()
      .then((locale) => sendJson(res, 200, { [field]: errorInWords(textsIn(locale), error) }))
      .catch(next);
  };
}

/** Before there is a store nobody knows more than that. */
export const tellPresserToWait =
  (field: ToldIn): RequestHandler =>
  (_req, res) =>
    sendJson(res, 200, { [field]: WAIT });

/** The language of nobody is known where it is said. */
export const WAIT = 'The to-do backend is starting, or waits for its database. Try again in a moment.';
