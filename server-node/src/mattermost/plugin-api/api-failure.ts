import { ApiError } from 'mattermost-plugin-host';

import { AppError } from '../../shared/app-error.ts';

/** Mattermost said no; anything else is a fault of Mattermost or of the way to it. */
export const isRefused = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

export const isMissing = (error: unknown): boolean => error instanceof ApiError && error.status === 404;

/** @returns undefined when there is no such thing; throws `mattermost_unavailable` for other failures */
export async function unlessMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw unavailable(error);
  }
}

export async function orUnavailable<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): AppError {
  return new AppError(
    'mattermost_unavailable',
    'Mattermost could not be asked just now. Try again in a moment.',
    {
      cause,
    },
  );
}
