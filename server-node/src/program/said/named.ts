import type { Account } from '../../callers/account.ts';
import type { Colleagues } from '../../callers/colleagues.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import { listOwner, type ListId } from '../../todos/list.ts';
import { cutName, type EndName } from '../grammar/names.ts';
import type { Corrected } from '../ports.ts';

/** A text, and who is to do it. */
export interface Named {
  text: string;
  assignee?: Account;
  /** How that person is named in the text. */
  name?: EndName;
}

export type NamingColleagues = Pick<Colleagues, 'findNamed' | 'checkAssignee'>;

export interface NamingPlace {
  actorId: UserId;
  listId: ListId;
  /** Corrected words give nobody else the to-do. */
  corrects?: Pick<Corrected, 'assigneeId'> | undefined;
}

/**
 * In a list of several people a name at the very beginning or end of a text says who is to do it, if they can read it.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function namedIn(
  colleagues: NamingColleagues,
  { actorId, listId, corrects }: NamingPlace,
  text: string,
): Promise<Named> {
  const name = listOwner(listId).kind === 'person' ? undefined : cutName(text);
  const assignee = name && (await colleagues.findNamed(actorId, name.username));
  if (name === undefined || assignee === undefined) return { text };
  if (corrects !== undefined && corrects.assigneeId !== assignee.userId) return { text };
  try {
    if (assignee.userId !== actorId) await colleagues.checkAssignee(listId, assignee.userId);
    return { text: name.rest, assignee, name };
  } catch (error) {
    if (error instanceof AppError && error.code === 'person_not_askable') return { text };
    throw error;
  }
}
