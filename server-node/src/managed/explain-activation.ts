import { AppError } from '../shared/app-error.ts';

/** What the System Console shows when the plugin cannot start. Unknown failures are in the log. */
export function explainActivation(error: unknown): Error {
  return new Error(`${reasonOf(error)} When that is mended, disable and enable this plugin.`, {
    cause: error,
  });
}

/** One sentence or more, without secrets. */
export function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return `The to-do backend could not start: ${error instanceof Error ? error.message : String(error)}.`;
}
