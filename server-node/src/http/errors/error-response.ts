import type { ErrorView } from '../../contract/api.ts';
import { AppError } from '../../shared/app-error.ts';
import { ERROR_STATUS } from '../../shared/error-status.ts';
import { refusalOfExpress } from './refusal-of-express.ts';

export interface ErrorResponse {
  status: number;
  body: ErrorView;
  retryAfterSeconds: number | undefined;
}

const INTERNAL = 'Something went wrong in the to-do backend. Its log has the details under this request id.';

/** Turns any thrown value into what a client may see. Unknown failures say nothing of their insides. */
export function errorResponse(thrown: unknown, requestId: string): ErrorResponse {
  const error = thrown instanceof AppError ? thrown : refusalOfExpress(thrown);
  if (error === undefined) {
    const body = { code: 'internal', message: INTERNAL, requestId };
    return { status: 500, body, retryAfterSeconds: undefined };
  }
  const { todo, retryAfterMs } = error.details;
  return {
    status: ERROR_STATUS[error.code],
    body: { code: error.code, message: error.message, requestId, ...(todo === undefined ? {} : { todo }) },
    retryAfterSeconds: typeof retryAfterMs === 'number' ? Math.ceil(retryAfterMs / 1000) : undefined,
  };
}
