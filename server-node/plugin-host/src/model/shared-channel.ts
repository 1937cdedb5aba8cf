import type { InOf, OutOf } from '../gob/gob-type.ts';
import { bool, int, list, map, nullable, string, struct, uint } from '../gob/gob-type.ts';
import { status, user } from './people.ts';
import { post, reaction } from './post.ts';

/** `PluginID` is filled in by the server. */
export const registerPluginOpts = struct('RegisterPluginOpts', {
  Displayname: string,
  PluginID: string,
  CreatorID: string,
  AutoShareDMs: bool,
  AutoInvited: bool,
  SiteURL: string,
});

export const sharedChannel = struct('SharedChannel', {
  ChannelId: string,
  TeamId: string,
  Home: bool,
  ReadOnly: bool,
  ShareName: string,
  ShareDisplayName: string,
  SharePurpose: string,
  ShareHeader: string,
  CreatorId: string,
  CreateAt: int,
  UpdateAt: int,
  RemoteId: string,
  Type: string,
});

/** Up to where a remote has been told. Moments are epoch milliseconds. */
export const syncCursor = struct('GetPostsSinceForSyncCursor', {
  LastPostUpdateAt: int,
  LastPostUpdateID: string,
  LastPostCreateAt: int,
  LastPostCreateID: string,
});

/** The other side of a shared channel. Its two tokens are never decoded. */
export const remoteCluster = struct('RemoteCluster', {
  RemoteId: string,
  RemoteTeamId: string,
  Name: string,
  DisplayName: string,
  SiteURL: string,
  DefaultTeamId: string,
  CreateAt: int,
  DeleteAt: int,
  LastPingAt: int,
  LastGlobalUserSyncAt: int,
  Topics: string,
  CreatorId: string,
  PluginID: string,
  Options: uint,
});

const membershipChange = struct('MembershipChangeMsg', {
  ChannelId: string,
  UserId: string,
  IsAdd: bool,
  RemoteId: string,
  ChangeTime: int,
});

const acknowledgement = struct('PostAcknowledgement', {
  UserId: string,
  PostId: string,
  AcknowledgedAt: int,
  ChannelId: string,
  RemoteId: nullable(string),
});

/** What happened in a shared channel since the last message. `Users` by id. */
export const syncMsg = struct('SyncMsg', {
  Id: string,
  ChannelId: string,
  Users: map(user),
  Posts: list(post),
  Reactions: list(reaction),
  Statuses: list(status),
  MembershipChanges: list(membershipChange),
  Acknowledgements: list(acknowledgement),
  MentionTransforms: map(string),
});

/** What of a message was taken in. Lists hold ids; moments are those of the newest item taken in. */
export const syncResponse = struct('SyncResponse', {
  UsersLastUpdateAt: int,
  UserErrors: list(string),
  UsersSyncd: list(string),
  PostsLastUpdateAt: int,
  PostErrors: list(string),
  ReactionsLastUpdateAt: int,
  ReactionErrors: list(string),
  AcknowledgementsLastUpdateAt: int,
  AcknowledgementErrors: list(string),
  StatusErrors: list(string),
  MembershipErrors: list(string),
});

export type SharedChannel = OutOf<typeof sharedChannel>;
export type RemoteCluster = OutOf<typeof remoteCluster>;
export type SyncMessage = OutOf<typeof syncMsg>;
export type SyncMessageInput = InOf<typeof syncMsg>;
export type SyncResponse = InOf<typeof syncResponse>;
