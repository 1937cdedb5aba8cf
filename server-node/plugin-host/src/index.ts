export { ApiError } from './api/api-error.ts';
export type { PluginApi } from './api/plugin-api.ts';
export type { PluginHttp, PluginHttpRequest, PluginHttpResponse } from './api/plugin-http.ts';
export type { SessionDeps, SessionLimits } from './go-plugin/plugin-session.ts';
export { PluginSession } from './go-plugin/plugin-session.ts';
export type { PostDecision } from './hooks/hook.ts';
export type { HookHandlers, Plugin, RequestListener, UpgradeListener } from './hooks/plugin.ts';
export { dynamicArgument, listArgument, textArgument } from './model/autocomplete-argument.ts';
export type {
  AutocompleteData,
  Command,
  CommandArgs,
  CommandResponse,
  OpenDialogRequest,
} from './model/command.ts';
export type { Bot, Permission, Preference, Status, User, UserGetOptions } from './model/people.ts';
export type { Channel, ChannelMember, Team, TeamMember } from './model/places.ts';
export type { Post, PostInput, PostList, Reaction, SlackAttachment } from './model/post.ts';
export type {
  Context,
  KVSetOptions,
  PluginClusterEvent,
  PluginStatus,
  WebsocketBroadcast,
  WebSocketRequest,
} from './model/server.ts';
export { RpcError } from './net-rpc/rpc-error.ts';
export type { Logger, LogFields, LogLevel } from './process/logger.ts';
export type { Host, LoadPlugin, RunOptions } from './process/run-plugin.ts';
export { runPlugin } from './process/run-plugin.ts';
