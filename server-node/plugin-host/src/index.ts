export { ApiError } from './api/api-error.ts';
export type { PluginApi } from './api/plugin-api.ts';
export type { PluginHttpRequest, PluginHttpResponse } from './api/http-request.ts';
export type { PluginHttp } from './api/plugin-http.ts';
export type { SessionDeps } from './go-plugin/plugin-session.ts';
export { PluginSession } from './go-plugin/plugin-session.ts';
export type { SessionLimits } from './go-plugin/session-limits.ts';
export type { LifeLimits } from './process/life-limits.ts';
export type {
  ChannelDecision,
  ChannelMemberDecision,
  DraftDecision,
  EmailDecision,
  FileDecision,
  PostDecision,
  PushDecision,
  ScheduledPostDecision,
  TeamMemberDecision,
} from './hooks/decisions.ts';
export type {
  FileWillBeUploaded,
  HookHandlers,
  Plugin,
  RequestListener,
  UpgradeListener,
} from './hooks/plugin.ts';
export { dynamicArgument, listArgument, textArgument } from './model/autocomplete-argument.ts';
export type { AutocompleteData, Command, CommandArgs, CommandResponse } from './model/command.ts';
export type { OpenDialogRequest } from './model/dialog.ts';
export type { Draft, DraftInput, ScheduledPost, ScheduledPostInput } from './model/draft.ts';
export type { Emoji, FileData, FileInfo, FileInfoInput, FileInfosOptions } from './model/file.ts';
export type { Group, GroupMember, GroupSearchOptions, GroupSyncable } from './model/group.ts';
export type { Manifest } from './model/manifest.ts';
export type {
  EmailNotification,
  EmailNotificationContent,
  PushNotification,
  PushNotificationInput,
} from './model/notification.ts';
export type {
  Bot,
  BotPatch,
  NewUser,
  Permission,
  Preference,
  Status,
  User,
  UserGetOptions,
  UserSearch,
} from './model/people.ts';
export type {
  Channel,
  ChannelInput,
  ChannelMember,
  ChannelMemberInput,
  ChannelStats,
  Team,
  TeamMember,
  TeamMemberInput,
  TeamMemberWithError,
  TeamStats,
  TeamUnread,
} from './model/places.ts';
export type { PostSearchResults, SearchParameter, SearchParams } from './model/post-search.ts';
export type {
  PropertyField,
  PropertyFieldInput,
  PropertyFieldSearch,
  PropertyGroup,
  PropertyValue,
  PropertyValueInput,
  PropertyValueSearch,
} from './model/property.ts';
export type { Post, PostInput, PostList, Reaction, SlackAttachment } from './model/post.ts';
export type {
  Context,
  KVSetOptions,
  PluginClusterEvent,
  PluginStatus,
  ProductLimits,
  WebsocketBroadcast,
  WebSocketRequest,
} from './model/server.ts';
export type { NewSession, Session, UserAccessToken } from './model/session.ts';
export type {
  RemoteCluster,
  SharedChannel,
  SyncMessage,
  SyncMessageInput,
  SyncResponse,
} from './model/shared-channel.ts';
export type { SidebarCategory } from './model/sidebar-category.ts';
export { RpcError } from './net-rpc/rpc-error.ts';
export type { Logger, LogFields, LogLevel } from './process/logger.ts';
export type { Host, LoadPlugin, RunOptions } from './process/run-plugin.ts';
export { runPlugin } from './process/run-plugin.ts';
