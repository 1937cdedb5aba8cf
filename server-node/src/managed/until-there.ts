import { AppError } from '../shared/app-error.ts';

/**
 * Starts again for as long as the database is away: Mattermost would start a plugin that gave up only when somebody
 * saves a setting.
 *
 * @param isWanted false ends it
 */
export async function untilThere<T>(start: () => Promise<T>, isWanted: () => boolean): Promise<T> {
  for (;;) {
    try {
      return await start();
    } catch (error) {
      if (!isAway(error) || !isWanted()) throw error;
    }
  }
}

const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'store_unavailable';
