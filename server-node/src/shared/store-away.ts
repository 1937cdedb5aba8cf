import { AppError } from './app-error.ts';

/** Whether the database could not be reached, which may pass. */
export const isStoreAway = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'store_unavailable';
