import type { ListKey, ListRef } from '@todo-node/server/contract/todo-view';

export const SHARED_LIST: ListKey = 'shared';
export const personListKey = (userId: string): ListKey => `person:${userId}`;
export const channelListKey = (channelId: string): ListKey => `channel:${channelId}`;

/** How a path names the list: `me`, `shared`, or the channel's id. */
export function refOfList(key: ListKey): ListRef {
  if (key.startsWith('person:')) return 'me';
  return key.startsWith('channel:') ? key.slice('channel:'.length) : key;
}

/** The person whose list it is; `null` for the others. */
export function ownerOfList(key: ListKey): string | null {
  return key.startsWith('person:') ? key.slice('person:'.length) : null;
}

export const isOthersList = (key: ListKey, own: ListKey): boolean => ownerOfList(key) !== null && key !== own;

/** The channel whose list it is; `null` for the others. */
export function channelOfList(key: ListKey): string | null {
  return key.startsWith('channel:') ? key.slice('channel:'.length) : null;
}
