import type { InOf, OutOf } from '../gob/gob-type.ts';
import { any, bool, int, map, nullable, string, struct } from '../gob/gob-type.ts';
import { appError } from './server.ts';

const channelBanner = struct('ChannelBannerInfo', {
  Enabled: nullable(bool),
  Text: nullable(string),
  BackgroundColor: nullable(string),
});

/** `Type` is `O` (public), `P` (private), `D` (direct) or `G` (group). */
export const channel = struct('Channel', {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  TeamId: string,
  Type: string,
  DisplayName: string,
  Name: string,
  Header: string,
  Purpose: string,
  LastPostAt: int,
  TotalMsgCount: int,
  ExtraUpdateAt: int,
  CreatorId: string,
  SchemeId: nullable(string),
  Props: map(any),
  GroupConstrained: nullable(bool),
  Shared: nullable(bool),
  TotalMsgCountRoot: int,
  PolicyID: nullable(string),
  LastRootPostAt: int,
  BannerInfo: nullable(channelBanner),
  PolicyEnforced: bool,
  DefaultCategoryName: string,
  AutoTranslation: bool,
  PolicyActions: map(bool),
  PolicyIsActive: bool,
  ManagedCategoryName: string,
  Discoverable: bool,
});

export const channelMember = struct('ChannelMember', {
  ChannelId: string,
  UserId: string,
  Roles: string,
  LastViewedAt: int,
  MsgCount: int,
  MentionCount: int,
  MentionCountRoot: int,
  UrgentMentionCount: int,
  MsgCountRoot: int,
  NotifyProps: map(string),
  LastUpdateAt: int,
  SchemeGuest: bool,
  SchemeUser: bool,
  SchemeAdmin: bool,
  ExplicitRoles: string,
  AutoTranslationDisabled: bool,
});

export const team = struct('Team', {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  DisplayName: string,
  Name: string,
  Description: string,
  Email: string,
  Type: string,
  CompanyName: string,
  AllowedDomains: string,
  InviteId: string,
  AllowOpenInvite: bool,
  LastTeamIconUpdate: int,
  SchemeId: nullable(string),
  GroupConstrained: nullable(bool),
  PolicyID: nullable(string),
  CloudLimitsArchived: bool,
});

export const teamMember = struct('TeamMember', {
  TeamId: string,
  UserId: string,
  Roles: string,
  DeleteAt: int,
  SchemeGuest: bool,
  SchemeUser: bool,
  SchemeAdmin: bool,
  ExplicitRoles: string,
  CreateAt: int,
});

/** One person of many: either a member or the reason why not. */
export const teamMemberWithError = struct('TeamMemberWithError', {
  UserId: string,
  Member: nullable(teamMember),
  Error: nullable(appError),
});

export const teamStats = struct('TeamStats', {
  TeamId: string,
  TotalMemberCount: int,
  ActiveMemberCount: int,
});

export const teamUnread = struct('TeamUnread', {
  TeamId: string,
  MsgCount: int,
  MentionCount: int,
  MentionCountRoot: int,
  MsgCountRoot: int,
  ThreadCount: int,
  ThreadMentionCount: int,
  ThreadUrgentMentionCount: int,
});

export const channelStats = struct('ChannelStats', {
  ChannelId: string,
  MemberCount: int,
  GuestCount: int,
  PinnedPostCount: int,
  FilesCount: int,
});

export const channelMemberIdentifier = struct('ChannelMemberIdentifier', {
  ChannelId: string,
  UserId: string,
});

export type Channel = OutOf<typeof channel>;
export type ChannelInput = InOf<typeof channel>;
export type ChannelMember = OutOf<typeof channelMember>;
export type ChannelMemberInput = InOf<typeof channelMember>;
export type Team = OutOf<typeof team>;
export type TeamMember = OutOf<typeof teamMember>;
export type TeamMemberInput = InOf<typeof teamMember>;
export type TeamMemberWithError = OutOf<typeof teamMemberWithError>;
export type TeamStats = OutOf<typeof teamStats>;
export type TeamUnread = OutOf<typeof teamUnread>;
export type ChannelStats = OutOf<typeof channelStats>;
