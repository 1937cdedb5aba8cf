import { AppError } from '../../shared/app-error.ts';

/** In bytes, of any request: 4,000 characters of text and 16,000 of notes fit however they are escaped. */
export const MAX_BODY_BYTES = 384 * 1024;

/** What Express and its body parsers throw for a request they cannot read; `undefined` for all else. */
export function refusalOfExpress(thrown: unknown): AppError | undefined {
  const status = statusOf(thrown);
  if (status === undefined) return undefined;
  if (status === 413) {
    return new AppError('body_too_large', `A request may have ${MAX_BODY_BYTES} bytes; this one has more.`);
  }
  if (status === 415) {
    return new AppError('unsupported_type', 'Send UTF-8 without compression.');
  }
  return new AppError(
    'invalid_input',
    'The request could not be read: its address or its body is malformed.',
  );
}

/** http-errors and Express mark errors that the client caused with a status below 500. */
function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !('status' in thrown)) return undefined;
  const { status } = thrown;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
