import type { OutOf } from '../gob/gob-type.ts';
import { any, bool, int, map, nullable, string, struct } from '../gob/gob-type.ts';

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

export type Channel = OutOf<typeof channel>;
export type ChannelMember = OutOf<typeof channelMember>;
export type Team = OutOf<typeof team>;
export type TeamMember = OutOf<typeof teamMember>;
