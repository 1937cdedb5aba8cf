import { AppError } from './app-error.ts';

/** Whether Mattermost could not be asked, which may pass. */
export const isMattermostAway = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'mattermost_unavailable';
