import { isGuestAccount, type Account, type AccountOf } from './account.ts';
import type { People } from './people.ts';
import { refusedReceiver, type RefusedReceiver } from './refused-receiver.ts';
import { takesRequestsOf } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { UserId } from '../shared/ids.ts';

/**
 * Whether one person may ask another to do something. Everybody may ask themselves.
 *
 * @param creatorIds those whom what is sent on came from; it stays theirs, so the receiver has to want it of them as well
 * @throws {AppError} person_not_found, person_not_askable; mattermost_unavailable
 */
export type CheckReceiver = (
  askerId: UserId,
  receiverId: UserId,
  creatorIds?: readonly UserId[],
) => Promise<void>;

export interface CheckReceiverDeps {
  accountOf: AccountOf;
  people: People;
  settings: PersonSettingsReader;
}

export function makeCheckReceiver(deps: CheckReceiverDeps): CheckReceiver {
  return async (askerId, receiverId, creatorIds = []) => {
    if (askerId === receiverId) return;
    const receiver = await deps.accountOf(receiverId);
    if (receiver === undefined)
      throw refusedReceiver({ kind: 'no_such_person', name: receiverId, nearest: [] });
    const kind = await refusalOf(deps, askerId, receiver, creatorIds);
    if (kind !== undefined) throw refusedReceiver({ kind, name: receiver.username });
  };
}

type Refusal = Extract<
  RefusedReceiver['kind'],
  'deactivated_person' | 'bot_person' | 'far_guest' | 'no_shared_team' | 'takes_no_requests'
>;

/** What the receiver wished is told to nobody who could not ask anyway. */
async function refusalOf(
  { accountOf, people, settings }: CheckReceiverDeps,
  askerId: UserId,
  { userId, isDeactivated, isBot, isGuest }: Account,
  creatorIds: readonly UserId[],
): Promise<Refusal | undefined> {
  if (isDeactivated) return 'deactivated_person';
  if (isBot) return 'bot_person';
  if (isGuest || (await isGuestAccount(accountOf, askerId))) {
    if (!(await people.sharingChannel(askerId, [userId])).has(userId)) return 'far_guest';
  } else if (!(await people.sharingTeam(askerId, [userId])).has(userId)) return 'no_shared_team';
  const stored = await settings.settingsOf([userId]);
  const document = stored.get(userId)?.document;
  const isWanted = [askerId, ...creatorIds].every((id) => takesRequestsOf(document, id));
  return isWanted ? undefined : 'takes_no_requests';
}
