import type { ListId } from '../../todos/list.ts';
import type { ChangeId } from '../../todos/todo.ts';

/** Names for NOTIFY are common to a whole database, so they carry the schema. */
export const changeChannel = (schema: string): string => `${schema}_change`;
export const replyChannel = (schema: string): string => `${schema}_reply`;

export interface Announced {
  listId: ListId;
  changeId: ChangeId;
}

export const toPayload = ({ listId, changeId }: Announced): string => `${changeId} ${listId}`;

export function fromPayload(payload: string): Announced {
  const [changeId = '', listId = ''] = payload.split(' ');
  return { changeId: changeId as ChangeId, listId: listId as ListId };
}
