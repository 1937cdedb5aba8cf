import type { Recipients } from '../reminders/ports.ts';
import type { UserId } from '../shared/ids.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import { isPerson, type AccountOf } from './account.ts';
import { refusedReceiver } from './refused-receiver.ts';

/**
 * Whether a person can have a to-do of a list of several people: whoever may read it now.
 *
 * @throws {AppError} person_not_found, person_not_askable; mattermost_unavailable
 */
export type CheckAssignee = (listId: ListId, personId: UserId) => Promise<void>;

export interface CheckAssigneeDeps {
  accountOf: AccountOf;
  recipients: Pick<Recipients, 'channelSeenBy'>;
}

export function makeCheckAssignee({ accountOf, recipients }: CheckAssigneeDeps): CheckAssignee {
  return async (listId, personId) => {
    const account = await accountOf(personId);
    if (account === undefined) throw refusedReceiver({ kind: 'no_such_person', name: personId, nearest: [] });
    const { username: name, isBot, isGuest } = account;
    if (!isPerson(account))
      throw refusedReceiver({ kind: isBot ? 'bot_person' : 'deactivated_person', name });
    const owner = listOwner(listId);
    if (owner.kind === 'shared' && isGuest) throw refusedReceiver({ kind: 'cannot_read', name });
    if (owner.kind !== 'channel') return;
    const { mayRead } = await recipients.channelSeenBy(personId, owner.channelId);
    if (mayRead === 'unknown') throw refusedReceiver({ kind: 'unseen_channel', name });
    if (!mayRead) throw refusedReceiver({ kind: 'cannot_read', name });
  };
}
