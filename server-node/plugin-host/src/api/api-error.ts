import type { AppErrorFields } from '../model/server.ts';

/** What Mattermost answered instead of a result. */
export class ApiError extends Error {
  readonly method: string;
  /** Stable name of the failure, such as `app.user.missing_account.const`; empty for plain Go errors. */
  readonly id: string;
  /** As in HTTP; 0 when the server gave none. */
  readonly status: number;
  /** For the log only: may repeat arguments. */
  readonly detail: string;
  readonly requestId: string;

  constructor(method: string, fields: Partial<AppErrorFields>) {
    super(fields.Message === undefined || fields.Message === '' ? `${method} failed` : fields.Message);
    this.name = 'ApiError';
    this.method = method;
    this.id = fields.Id ?? '';
    this.status = fields.StatusCode ?? 0;
    this.detail = fields.DetailedError ?? '';
    this.requestId = fields.RequestId ?? '';
  }
}

/** @param failure the fields of an AppError or of a plain Go error */
export function apiErrorFrom(method: string, failure: unknown): ApiError {
  if (typeof failure !== 'object' || failure === null)
    return new ApiError(method, { Message: String(failure) });
  const { Err } = failure as { Err?: unknown };
  return new ApiError(method, typeof Err === 'string' ? { Message: Err } : failure);
}
