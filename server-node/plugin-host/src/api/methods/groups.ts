import { int, list, nullable, string } from '../../gob/gob-type.ts';
import {
  defaultMembershipParams,
  group,
  groupMember,
  groupSearchOpts,
  groupSyncable,
  viewUsersRestrictions,
} from '../../model/group.ts';
import { user } from '../../model/people.ts';
import { method, nothing } from '../method.ts';

export const GROUPS = {
  /** `(group)` */
  CreateGroup: method([group], group, 'appError'),
  /** `(group)` */
  UpdateGroup: method([group], group, 'appError'),
  /** `(groupId)` */
  DeleteGroup: method([string], group, 'appError'),
  /** `(groupId)` */
  RestoreGroup: method([string], group, 'appError'),
  /** `(groupId)` */
  GetGroup: method([string], group, 'appError'),
  /** `(name)` */
  GetGroupByName: method([string], group, 'appError'),
  /** `(remoteId, groupSource)` */
  GetGroupByRemoteID: method([string, string], group, 'appError'),
  /** `(page, perPage, options, viewRestrictions)`. Null: no restriction. Needs a licence. */
  GetGroups: method([int, int, groupSearchOpts, nullable(viewUsersRestrictions)], list(group), 'appError'),
  /** `(groupSource)` */
  GetGroupsBySource: method([string], list(group), 'appError'),
  /** `(userId)` */
  GetGroupsForUser: method([string], list(group), 'appError'),
  /** `(groupId, page, perPage)` */
  GetGroupMemberUsers: method([string, int, int], list(user), 'appError'),
  /** `(groupId, userId)` */
  UpsertGroupMember: method([string, string], groupMember, 'appError'),
  /** `(groupId, userIDs)` */
  UpsertGroupMembers: method([string, list(string)], list(groupMember), 'appError'),
  /** `(groupId, userId)` */
  DeleteGroupMember: method([string, string], groupMember, 'appError'),
  /** `(groupSyncable)` */
  UpsertGroupSyncable: method([groupSyncable], groupSyncable, 'appError'),
  /** `(groupSyncable)` */
  UpdateGroupSyncable: method([groupSyncable], groupSyncable, 'appError'),
  /** `(groupId, syncableId, syncableType)` */
  GetGroupSyncable: method([string, string, string], groupSyncable, 'appError'),
  /** `(groupId, syncableType)` */
  GetGroupSyncables: method([string, string], list(groupSyncable), 'appError'),
  /** `(groupId, syncableId, syncableType)` */
  DeleteGroupSyncable: method([string, string, string], groupSyncable, 'appError'),
  /** `(params)` */
  CreateDefaultSyncableMemberships: method([defaultMembershipParams], nothing, 'appError'),
  DeleteGroupConstrainedMemberships: method([], nothing, 'appError'),
} as const;
