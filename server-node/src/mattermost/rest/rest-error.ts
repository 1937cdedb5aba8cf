import { AppError } from '../../shared/app-error.ts';
import type { NoAnswerError } from './no-answer-error.ts';

/** Faults found on this side of the wire; any other id is Mattermost's own, such as `api.context.permissions.app_error`. */
export type OwnFault = 'no_answer' | 'rate_limited' | 'redirected' | 'not_mattermost';

export interface RestFault {
  /** HTTP status; 0 when there was no answer. */
  status: number;
  id: OwnFault | (string & {});
  /** True when Mattermost may have done what was asked although it is not known. */
  mayHaveHappened?: boolean;
  /** When Mattermost said how long to wait. */
  retryAfterMs?: number;
  cause?: unknown;
}

/** A call that Mattermost refused or did not answer. Holds the path asked for, never a token. */
export class RestError extends Error {
  readonly status: number;
  readonly id: string;
  readonly mayHaveHappened: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(message: string, fault: RestFault) {
    super(message, fault.cause === undefined ? {} : { cause: fault.cause });
    this.name = 'RestError';
    this.status = fault.status;
    this.id = fault.id;
    this.mayHaveHappened = fault.mayHaveHappened ?? false;
    this.retryAfterMs = fault.retryAfterMs;
  }

  static noAnswer(what: string, error: NoAnswerError): RestError {
    const { mayHaveHappened } = error;
    return new RestError(`${what}: ${error.message}`, {
      status: 0,
      id: 'no_answer',
      mayHaveHappened,
      cause: error,
    });
  }
}

/** True for what may be gone a moment later: no answer, too many calls, a fault inside Mattermost or a proxy. */
export function isPassing(error: RestError): boolean {
  return error.status === 0 || error.status === 429 || error.status >= 500 || isNotMattermost(error);
}

/** Something else answered at that address: a page, a redirect, a proxy's own message. */
export function isNotMattermost(error: RestError): boolean {
  return error.id === 'redirected' || error.id === 'not_mattermost';
}

/** What a caller of ours is told when Mattermost cannot be asked; the cause is for the log. */
export function mattermostUnavailable(cause: unknown): AppError {
  return new AppError(
    'mattermost_unavailable',
    'Mattermost could not be asked just now. Try again in a moment.',
    { cause },
  );
}

/**
 * What was asked for. With the words of something else at that address nobody knows whether it is there.
 *
 * @returns undefined when Mattermost says that there is no such thing, or none for whoever asks
 */
export async function unlessHidden<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof RestError && error.id !== 'not_mattermost' && [403, 404].includes(error.status)) {
      return undefined;
    }
    throw error;
  }
}

/** @throws {AppError} mattermost_unavailable for every failure */
export async function orUnavailable<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw mattermostUnavailable(error);
  }
}
