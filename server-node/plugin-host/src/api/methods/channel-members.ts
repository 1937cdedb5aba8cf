import { int, list, map, string } from '../../gob/gob-type.ts';
import { channelMember, channelMemberIdentifier } from '../../model/places.ts';
import { method, nothing } from '../method.ts';

export const CHANNEL_MEMBERS = {
  /** `(channelId, userId)`. As if the person joined. */
  AddChannelMember: method([string, string], channelMember, 'appError'),
  /** `(channelId, userId, asUserId)`. As if `asUserId` added the person. */
  AddUserToChannel: method([string, string, string], channelMember, 'appError'),
  /** `(channelId, userId)` */
  DeleteChannelMember: method([string, string], nothing, 'appError'),
  /** `(channelId, userId)` */
  GetChannelMember: method([string, string], channelMember, 'appError'),
  /** `(channelId, page, perPage)` */
  GetChannelMembers: method([string, int, int], list(channelMember), 'appError'),
  /** `(channelId, userIds)` */
  GetChannelMembersByIds: method([string, list(string)], list(channelMember), 'appError'),
  /** `(teamId, userId, page, perPage)` */
  GetChannelMembersForUser: method([string, string, int, int], list(channelMember), 'appError'),
  /** `(channelId, userId, newRoles)`. `newRoles` separated by spaces. */
  UpdateChannelMemberRoles: method([string, string, string], channelMember, 'appError'),
  /** `(channelId, userId, notifications)` */
  UpdateChannelMemberNotifications: method([string, string, map(string)], channelMember, 'appError'),
  /** `(members, notifyProps)` */
  PatchChannelMembersNotifications: method([list(channelMemberIdentifier), map(string)], nothing, 'appError'),
} as const;
