import { list, nullable, string } from '../gob/gob-type.ts';
import { commandArgs } from '../model/command.ts';
import { preference, user } from '../model/people.ts';
import { channel, channelMember, teamMember } from '../model/places.ts';
import { post, reaction } from '../model/post.ts';
import { context, installEvent, pluginClusterEvent, webSocketRequest } from '../model/server.ts';
import { commandAnswer, hook, mayRefuse, postDecision, told } from './hook.ts';

/** Every hook that can be answered. Adding one is a line here and recorded data for it. */
export const HOOKS = {
  /** The API is there. What it throws keeps the plugin from starting and is shown in the System Console. */
  OnActivate: hook([], mayRefuse),
  /** The last chance to use the API. Mattermost waits without limit when disabling, 10 s when it stops itself. */
  OnDeactivate: hook([], mayRefuse),
  /** After any change of the server's configuration, and once before OnActivate. */
  OnConfigurationChange: hook([], mayRefuse),
  /** `(context, args)` */
  ExecuteCommand: hook([context, commandArgs], commandAnswer),
  /** `(context, post)`. Every post waits for this one, those of our own bot too. */
  MessageWillBePosted: hook([context, post], postDecision),
  /** `(context, post)`. Our own bot's posts and system messages arrive too. */
  MessageHasBeenPosted: hook([context, post], told),
  /** `(context, newPost, oldPost)` */
  MessageHasBeenUpdated: hook([context, post, post], told),
  /** `(context, post)` */
  MessageHasBeenDeleted: hook([context, post], told),
  /** `(context, reaction)` */
  ReactionHasBeenAdded: hook([context, reaction], told),
  ReactionHasBeenRemoved: hook([context, reaction], told),
  /** `(context, user)` */
  UserHasBeenCreated: hook([context, user], told),
  UserHasBeenDeactivated: hook([context, user], told),
  UserHasLoggedIn: hook([context, user], told),
  /** `(context, member, actor)`. The actor is null when the person acted alone. */
  UserHasJoinedTeam: hook([context, teamMember, nullable(user)], told),
  UserHasLeftTeam: hook([context, teamMember, nullable(user)], told),
  UserHasJoinedChannel: hook([context, channelMember, nullable(user)], told),
  UserHasLeftChannel: hook([context, channelMember, nullable(user)], told),
  /** `(context, channel)` */
  ChannelHasBeenCreated: hook([context, channel], told),
  /** `(context, preferences)` */
  PreferencesHaveChanged: hook([context, list(preference)], told),
  /** `(connectionId, userId)`. Comes before the person is known: the user id is empty. */
  OnWebSocketConnect: hook([string, string], told),
  /** `(connectionId, userId)` */
  OnWebSocketDisconnect: hook([string, string], told),
  /** `(connectionId, userId, request)`. Fires for every client message; session tokens in it are blanked. */
  WebSocketMessageHasBeenPosted: hook([string, string, webSocketRequest], told, withoutSessionToken),
  /** `(context, event)` from the plugin on another node. */
  OnPluginClusterEvent: hook([context, pluginClusterEvent], told),
  /** `(context, event)`. Only from the onboarding wizard. */
  OnInstall: hook([context, installEvent], mayRefuse),
  OnSendDailyTelemetry: hook([], told),
} as const;

/** The first message of a connection carries the person's session token. */
function withoutSessionToken({ C: request }: Record<string, unknown>): void {
  const { Data } = request as { Data: Record<string, unknown> };
  if ('token' in Data) Data['token'] = '';
}
