import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, list, map, nullable, string, struct } from '../gob/gob-type.ts';

const userFields = {
  Id: string,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
  Username: string,
  AuthService: string,
  Email: string,
  EmailVerified: bool,
  Nickname: string,
  FirstName: string,
  LastName: string,
  Position: string,
  Roles: string,
  AllowMarketing: bool,
  Props: map(string),
  NotifyProps: map(string),
  LastPasswordUpdate: int,
  LastPictureUpdate: int,
  FailedAttempts: int,
  Locale: string,
  Timezone: map(string),
  MfaActive: bool,
  RemoteId: nullable(string),
  LastActivityAt: int,
  IsBot: bool,
  BotDescription: string,
  BotLastIconUpdate: int,
  TermsOfServiceId: string,
  TermsOfServiceCreateAt: int,
  DisableWelcomeEmail: bool,
  LastLogin: int,
};

/** Password and second factor are never decoded. `NotifyProps` and `Email` are not sanitised: do not pass them on. */
export const user = struct('User', userFields);

/** Somebody to be created. `AuthData` and `AuthService` instead of a password where others check it. */
export const newUser = struct('User', { ...userFields, Password: string, AuthData: nullable(string) });

export const userGetOptions = struct('UserGetOptions', {
  InTeamId: string,
  NotInTeamId: string,
  InChannelId: string,
  NotInChannelId: string,
  InGroupId: string,
  NotInGroupId: string,
  GroupConstrained: bool,
  WithoutTeam: bool,
  Inactive: bool,
  Active: bool,
  Role: string,
  Roles: list(string),
  ChannelRoles: list(string),
  TeamRoles: list(string),
  Sort: string,
  Page: int,
  PerPage: int,
  UpdatedAfter: int,
});

export const userSearch = struct('UserSearch', {
  Term: string,
  TeamId: string,
  NotInTeamId: string,
  InChannelId: string,
  NotInChannelId: string,
  InGroupId: string,
  GroupConstrained: bool,
  AllowInactive: bool,
  WithoutTeam: bool,
  Limit: int,
  Role: string,
  Roles: list(string),
  ChannelRoles: list(string),
  TeamRoles: list(string),
  NotInGroupId: string,
});

export const bot = struct('Bot', {
  UserId: string,
  Username: string,
  DisplayName: string,
  Description: string,
  OwnerId: string,
  LastIconUpdate: int,
  CreateAt: int,
  UpdateAt: int,
  DeleteAt: int,
});

/** Null leaves a field as it is. */
export const botPatch = struct('BotPatch', {
  Username: nullable(string),
  DisplayName: nullable(string),
  Description: nullable(string),
});

export const botGetOptions = struct('BotGetOptions', {
  OwnerId: string,
  IncludeDeleted: bool,
  OnlyOrphaned: bool,
  Page: int,
  PerPage: int,
});

export const status = struct('Status', {
  UserId: string,
  Status: string,
  Manual: bool,
  LastActivityAt: int,
  ActiveChannel: string,
  DNDEndTime: int,
  PrevStatus: string,
});

export const preference = struct('Preference', {
  UserId: string,
  Category: string,
  Name: string,
  Value: string,
});

/** Only `Id` is read by the server: `read_channel`, `create_post`, `manage_system`, … */
export const permission = struct('Permission', {
  Id: string,
  Name: string,
  Description: string,
  Scope: string,
});

export type User = OutOf<typeof user>;
export type NewUser = InOf<typeof newUser>;
export type UserSearch = InOf<typeof userSearch>;
export type UserGetOptions = InOf<typeof userGetOptions>;
export type BotPatch = InOf<typeof botPatch>;
export type Bot = OutOf<typeof bot>;
export type Status = OutOf<typeof status>;
export type Preference = OutOf<typeof preference>;
export type Permission = OutOf<typeof permission>;
