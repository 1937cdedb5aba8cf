import type { RestClient } from '../mattermost/rest/rest-client.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';

/** Asks as the bot, for people who come without their own rights. */
export function makeIsGuest(client: Pick<RestClient, 'getUser'>) {
  return async (userId: UserId): Promise<boolean> => {
    try {
      const { roles } = await client.getUser(userId);
      return roles.split(' ').includes('system_guest');
    } catch (cause) {
      const message = 'Mattermost cannot say who this is now. Try again in a moment.';
      throw new AppError('mattermost_unavailable', message, { cause });
    }
  };
}
