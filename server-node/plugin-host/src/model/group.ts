import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, list, nullable, string, struct } from '../gob/gob-type.ts';

/** `Source`: `ldap`, `custom`, or what a plugin says. */
export const group = struct('Group', {
  Id: string,
  Name: nullable(string),
  DisplayName: string,
  Description: string,
  Source: string,
  RemoteId: nullable(string),
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  HasSyncables: bool,
  MemberCount: nullable(int),
  AllowReference: bool,
  ChannelMemberCount: nullable(int),
  ChannelMemberTimezonesCount: nullable(int),
  MemberIDs: list(string),
});

export const groupMember = struct('GroupMember', {
  GroupId: string,
  UserId: string,
  CreateAt: int,
  DeleteAt: int,
});

/** A team or channel whose members follow a group. `Type`: `Team` or `Channel`. */
export const groupSyncable = struct('GroupSyncable', {
  GroupId: string,
  SyncableId: string,
  AutoAdd: bool,
  SchemeAdmin: bool,
  CreateAt: int,
  DeleteAt: int,
  UpdateAt: int,
  Type: string,
  ChannelDisplayName: string,
  TeamDisplayName: string,
  TeamType: string,
  ChannelType: string,
  TeamID: string,
});

const pageOptions = struct('PageOpts', { Page: int, PerPage: int });

export const groupSearchOpts = struct('GroupSearchOpts', {
  Q: string,
  NotAssociatedToTeam: string,
  NotAssociatedToChannel: string,
  IncludeMemberCount: bool,
  FilterAllowReference: bool,
  PageOpts: nullable(pageOptions),
  Since: int,
  Source: string,
  FilterParentTeamPermitted: bool,
  FilterHasMember: string,
  IncludeChannelMemberCount: string,
  IncludeTimezones: bool,
  IncludeMemberIDs: bool,
  IncludeArchived: bool,
  FilterArchived: bool,
  OnlySyncableSources: bool,
});

/** Only groups with members in these teams or channels. */
export const viewUsersRestrictions = struct('ViewUsersRestrictions', {
  Teams: list(string),
  Channels: list(string),
});

/** `Since` in epoch milliseconds. */
export const defaultMembershipParams = struct('CreateDefaultMembershipParams', {
  Since: int,
  ReAddRemovedMembers: bool,
  ScopedUserID: nullable(string),
  ScopedTeamID: nullable(string),
  ScopedChannelID: nullable(string),
});

export type Group = OutOf<typeof group>;
export type GroupMember = OutOf<typeof groupMember>;
export type GroupSyncable = OutOf<typeof groupSyncable>;
export type GroupSearchOptions = InOf<typeof groupSearchOpts>;
