import type { AccountOf } from '../callers/account.ts';
import type { UserId } from '../shared/ids.ts';

/** Of a channel what it is called by, in the names of Mattermost. */
interface Called {
  type: string;
  name: string;
  display_name: string;
}

/**
 * As this person sees it. A direct channel is called after whom it is with: Mattermost itself names it by the ids of the
 * two and leaves the rest to clients. Empty where nobody knows that person any more.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function channelName(
  accountOf: AccountOf,
  personId: UserId,
  { type, name, display_name }: Called,
): Promise<string> {
  if (type !== 'D') return display_name || name;
  const other = name.split('__').find((id) => id !== personId) ?? personId;
  const account = await accountOf(other as UserId);
  return account === undefined ? '' : `@${account.username}`;
}
