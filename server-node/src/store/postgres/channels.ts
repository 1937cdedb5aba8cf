import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { ChangeId } from '../../todos/todo.ts';
import type { Announced } from '../../todos/whom-it-concerns.ts';

/** Names for NOTIFY are common to a whole database, so they carry the schema. */
export const changeChannel = (schema: string): string => `${schema}_change`;
export const replyChannel = (schema: string): string => `${schema}_reply`;

/** PostgreSQL takes at most 7,999 bytes; ids and the names of lists are ASCII. */
const LONGEST_PAYLOAD = 7_900;

/** A change whose people the payload does not name. */
export type Unnamed = Pick<Announced, 'changeId'>;

/**
 * `<change> <list>,… <person>,…`. A backend of version 0.1 knows the change and one list. Too many people are left out:
 * whoever hears of the change then looks them up.
 */
export function toPayload({ changeId, lists, people }: Announced): string {
  const named = [changeId, lists.join(), people.join()].join(' ');
  return named.length <= LONGEST_PAYLOAD ? named : `${changeId} ${lists[0] ?? ''}`;
}

export function fromPayload(payload: string): Announced | Unnamed {
  const [changeId = '', lists = '', people] = payload.split(' ');
  if (people === undefined) return { changeId: changeId as ChangeId };
  return {
    changeId: changeId as ChangeId,
    lists: lists.split(',') as ListId[],
    people: people.split(',') as UserId[],
  };
}
