import type { Account } from '../../callers/account.ts';
import type { Colleagues } from '../../callers/colleagues.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import { cutName } from '../grammar/names.ts';

/** A text, and who is to do it. */
export interface Named {
  text: string;
  assignee?: Account;
}

/**
 * In a list of several people a name at the very beginning or end of a text says who is to do it, if they can read it.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function namedIn(
  colleagues: Pick<Colleagues, 'findNamed' | 'checkAssignee'>,
  { actorId, listId }: { actorId: UserId; listId: ListId },
  text: string,
): Promise<Named> {
  const cut = listOwner(listId).kind === 'person' ? undefined : cutName(text);
  const assignee = cut && (await colleagues.findNamed(cut.username));
  if (cut === undefined || assignee === undefined) return { text };
  try {
    if (assignee.userId !== actorId) await colleagues.checkAssignee(listId, assignee.userId);
    return { text: cut.rest, assignee };
  } catch (error) {
    if (error instanceof AppError && error.code === 'person_not_askable') return { text };
    throw error;
  }
}
