import { AppError } from '../shared/app-error.ts';

/** Mattermost takes a trigger id for half a minute. */
export const formTooLate = (cause: unknown): AppError =>
  new AppError('invalid_input', 'It took too long to open the form. Press the button again.', { cause });
