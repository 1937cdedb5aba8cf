import { any, bool, bytes, int, list, map, nullable, raw, string } from '../gob/gob-type.ts';
import { command, openDialogRequest } from '../model/command.ts';
import { bot, permission, preference, status, user, userGetOptions } from '../model/people.ts';
import { channel, channelMember, team, teamMember } from '../model/places.ts';
import { post, postList } from '../model/post.ts';
import {
  clusterSendOptions,
  kvSetOptions,
  pluginClusterEvent,
  pluginStatus,
  websocketBroadcast,
} from '../model/server.ts';
import { method, nothing } from './method.ts';

/**
 * What a plugin can ask of Mattermost. Adding a method is a line here and recorded data for it: the parameters in
 * Go's order, the result, and how it fails.
 */
export const API_METHODS = {
  /** `(post)`. Adds the property `from_plugin`. `UserId` is the bot's. */
  CreatePost: method([post], post, 'appError'),
  /** `(postId)` */
  DeletePost: method([string], nothing, 'appError'),
  /**
   * `(bot)` gives the bot's user id. May be called at every start. Another username renames the remembered bot; a
   * name that a person has is refused.
   */
  EnsureBotUser: method([bot], string, 'error'),
  /** `(botUserId, includeDeleted)` */
  GetBot: method([string, bool], bot, 'appError'),
  /** Where the plugin is unpacked. */
  GetBundlePath: method([], string, 'error'),
  /** `(channelId)` */
  GetChannel: method([string], channel, 'appError'),
  /** `(teamId, name, includeDeleted)` */
  GetChannelByName: method([string, string, bool], channel, 'appError'),
  /** `(channelId, userId)` */
  GetChannelMember: method([string, string], channelMember, 'appError'),
  /** `(channelId, page, perPage)` */
  GetChannelMembers: method([string, int, int], list(channelMember), 'appError'),
  /** The server's configuration with secrets as asterisks. Only what is not empty is there. About 5 ms. */
  GetConfig: method([], raw),
  /** Anonymous id of the installation. */
  GetDiagnosticId: method([], string),
  /** `(userId, otherUserId)`. Creates the channel if need be. */
  GetDirectChannel: method([string, string], channel, 'appError'),
  /** Null without a licence. */
  GetLicense: method([], raw),
  /** The plugin's saved settings as typed; see `LoadPluginConfiguration` for defaults. */
  GetPluginConfig: method([], map(any)),
  GetPluginID: method([], string),
  /** `(pluginId)` */
  GetPluginStatus: method([string], pluginStatus, 'appError'),
  /** `(postId)` */
  GetPost: method([string], post, 'appError'),
  /** `(postId)` */
  GetPostThread: method([string], postList, 'appError'),
  /** `(userId, category, name)`. A missing one is refused with status 400. */
  GetPreferenceForUser: method([string, string, string], preference, 'appError'),
  /** `(userId)` */
  GetPreferencesForUser: method([string], list(preference), 'appError'),
  GetServerVersion: method([], string),
  /** Epoch milliseconds. */
  GetSystemInstallDate: method([], int, 'appError'),
  /** `(teamId)` */
  GetTeam: method([string], team, 'appError'),
  /** `(teamId, userId)` */
  GetTeamMember: method([string, string], teamMember, 'appError'),
  GetTeams: method([], list(team), 'appError'),
  /** `(userId)` */
  GetTeamsForUser: method([string], list(team), 'appError'),
  GetTelemetryId: method([], string),
  /** As `GetConfig`, with all secrets, the database's among them: never log it. */
  GetUnsanitizedConfig: method([], raw),
  /** `(userId)` */
  GetUser: method([string], user, 'appError'),
  /** `(username)` without the @. */
  GetUserByUsername: method([string], user, 'appError'),
  /** `(userId)`. Status 404 for a person never seen online. */
  GetUserStatus: method([string], status, 'appError'),
  /** `(options)` */
  GetUsers: method([userGetOptions], list(user), 'appError'),
  /** `(userIds)` */
  GetUsersByIds: method([list(string)], list(user), 'appError'),
  /** `(usernames)`. Unknown ones are left out. */
  GetUsersByUsernames: method([list(string)], list(user), 'appError'),
  /** `(userId, permission)` */
  HasPermissionTo: method([string, permission], bool),
  /** `(userId, channelId, permission)` */
  HasPermissionToChannel: method([string, string, permission], bool),
  /** `(userId, teamId, permission)` */
  HasPermissionToTeam: method([string, string, permission], bool),
  IsEnterpriseReady: method([], bool),
  /** `(key, oldValue, newValue)`. False when the value was another. An empty old value: the key must not exist. */
  KVCompareAndSet: method([string, bytes, bytes], bool, 'appError'),
  /** `(key)` */
  KVDelete: method([string], nothing, 'appError'),
  /** `(key)` gives null when there is none. */
  KVGet: method([string], nullable(bytes), 'appError'),
  /** `(page, perPage)`. Holds the server's own keys (`mmi_…`) too. */
  KVList: method([int, int], list(string), 'appError'),
  /** `(key, value)`. A key has at most 150 characters; an empty value deletes. */
  KVSet: method([string, bytes], nothing, 'appError'),
  /** `(key, value, seconds)` */
  KVSetWithExpiry: method([string, bytes, int], nothing, 'appError'),
  /** `(key, value, options)`. False when an atomic condition failed. An empty value deletes. */
  KVSetWithOptions: method([string, bytes, kvSetOptions], bool, 'appError'),
  /** JSON text: the schema's defaults overlaid with the saved settings, keys in lower case. */
  LoadPluginConfiguration: method([], bytes),
  /** `(message, keysAndValues)` */
  LogDebug: method([string, list(any)], nothing),
  LogError: method([string, list(any)], nothing),
  LogInfo: method([string, list(any)], nothing),
  LogWarn: method([string, list(any)], nothing),
  /** `(request)` */
  OpenInteractiveDialog: method([openDialogRequest], nothing, 'appError'),
  /** `(event, options)`. Reaches the plugin on the other nodes of a cluster. */
  PublishPluginClusterEvent: method([pluginClusterEvent, clusterSendOptions], nothing, 'error'),
  /**
   * `(event, payload, broadcast)`. Browsers see `custom_<plugin id>_<event>`. A broadcast with everything empty reaches
   * everybody. Empty lists in the payload arrive as null: send JSON text if that matters.
   */
  PublishWebSocketEvent: method([string, map(any), websocketBroadcast], nothing),
  /** `(command)`. Calls of it arrive at the hook ExecuteCommand. */
  RegisterCommand: method([command], nothing, 'error'),
  /** `(settings)`. Sets off OnConfigurationChange. */
  SavePluginConfig: method([map(any)], nothing, 'appError'),
  /** `(userId, post)`. Only that person sees it, until the page is loaded again. */
  SendEphemeralPost: method([string, post], post),
  /** `(teamId, trigger)`; an empty team for a command of all teams. */
  UnregisterCommand: method([string, string], nothing, 'error'),
  /** `(post)`. Replaces all properties: carry over those that shall stay. */
  UpdatePost: method([post], post, 'appError'),
  /** `(userId, preferences)` */
  UpdatePreferencesForUser: method([string, list(preference)], nothing, 'appError'),
} as const;
