import type { ChannelId, UserId } from '../shared/ids.ts';

/** `person:<user id>`, `channel:<channel id>` or `shared`. */
export type ListId = string & { readonly __brand: 'ListId' };

export type ListOwner =
  { kind: 'person'; userId: UserId } | { kind: 'channel'; channelId: ChannelId } | { kind: 'shared' };

/** The one list that all webhooks of an installation share, when it is so configured. */
export const SHARED_LIST = 'shared' as ListId;

export const personList = (userId: UserId): ListId => `person:${userId}` as ListId;
export const channelList = (channelId: ChannelId): ListId => `channel:${channelId}` as ListId;

/** Whether it is the own list of somebody, and not this person's. */
export const isOfAnother = (listId: ListId, personId: UserId): boolean =>
  listId.startsWith('person:') && listId !== personList(personId);

export function listOwner(listId: ListId): ListOwner {
  const [kind, id] = listId.split(':');
  if (kind === 'person') return { kind, userId: id as UserId };
  if (kind === 'channel') return { kind, channelId: id as ChannelId };
  return { kind: 'shared' };
}
