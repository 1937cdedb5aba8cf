import type { MeView } from '../../src/contract/api.ts';
import { API_PATH } from '../../src/contract/paths.ts';
import type { Person } from './people.ts';

/** The bot that answers somebody. */
export async function botOf({ call }: Person): Promise<NonNullable<MeView['bot']>> {
  const { bot } = await call<MeView>('GET', `${API_PATH}/me`);
  if (bot === null) throw new Error('The backend has not met its bot yet.');
  return bot;
}
