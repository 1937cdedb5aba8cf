import { int, list, nullable, raw, string } from '../gob/gob-type.ts';
import { commandArgs } from '../model/command.ts';
import { draft, scheduledPost } from '../model/draft.ts';
import { fileInfo } from '../model/file.ts';
import { preference, user } from '../model/people.ts';
import { channel, channelMember, teamMember } from '../model/places.ts';
import { post, reaction } from '../model/post.ts';
import { emailNotification, pushNotification } from '../model/notification.ts';
import {
  context,
  installEvent,
  pluginClusterEvent,
  productLimits,
  webSocketRequest,
} from '../model/server.ts';
import { remoteCluster, syncMsg } from '../model/shared-channel.ts';
import {
  commandAnswer,
  guardedRefusal,
  mayRefuse,
  mayVeto,
  refusal,
  rowCount,
  supportFiles,
  syncReport,
  told,
  yesOrNo,
} from './answers.ts';
import {
  channelDecision,
  channelMemberDecision,
  draftDecision,
  editDecision,
  emailDecision,
  postDecision,
  pushDecision,
  scheduledPostDecision,
  teamMemberDecision,
} from './decisions.ts';
import { hook } from './hook.ts';

/** Every hook that can be answered. Adding one is a line here and recorded data for it. */
export const HOOKS = {
  /** The API is there. What it throws keeps the plugin from starting and is shown in the System Console. */
  OnActivate: hook([], mayRefuse),
  /** The last chance to use the API. Mattermost waits without limit when disabling, 10 s when it stops itself. */
  OnDeactivate: hook([], mayRefuse),
  /** After any change of the server's configuration, and once before OnActivate. */
  OnConfigurationChange: hook([], mayRefuse),
  /**
   * `(newConfig)`, with all secrets. What it throws keeps the configuration from being saved and is shown; to change
   * something is not possible here.
   */
  ConfigurationWillBeSaved: hook([raw], mayVeto),
  /** `(context, args)` */
  ExecuteCommand: hook([context, commandArgs], commandAnswer),
  /** `(context, post)`. Every post waits for this one, those of our own bot too. */
  MessageWillBePosted: hook([context, post], postDecision),
  /** `(context, post)`. Our own bot's posts and system messages arrive too. */
  MessageHasBeenPosted: hook([context, post], told),
  /** `(context, newPost, oldPost)`. Every edit waits for this one. A handler that fails lets it pass. */
  MessageWillBeUpdated: hook([context, post, post], editDecision),
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
  /** `(context, user)`. A text refuses the login; the person reads only that it failed. A handler that fails lets them in. */
  UserWillLogIn: hook([context, user], refusal),
  UserHasLoggedIn: hook([context, user], told),
  /** `(context, member, actor)`. The actor is null when the person acted alone. */
  UserHasJoinedTeam: hook([context, teamMember, nullable(user)], told),
  UserHasLeftTeam: hook([context, teamMember, nullable(user)], told),
  UserHasJoinedChannel: hook([context, channelMember, nullable(user)], told),
  UserHasLeftChannel: hook([context, channelMember, nullable(user)], told),
  /** `(context, channel)` */
  ChannelHasBeenCreated: hook([context, channel], told),
  /** `(context, member)`. Every addition waits for this one. Mattermost 11.7. */
  ChannelMemberWillBeAdded: hook([context, channelMember], channelMemberDecision),
  TeamMemberWillBeAdded: hook([context, teamMember], teamMemberDecision),
  /** `(context, newChannel, oldChannel)`. Mattermost 11.8. */
  ChannelWillBeUpdated: hook([context, channel, channel], channelDecision),
  /** `(context, channel)`. A text keeps it as it is. Mattermost 11.7. */
  ChannelWillBeArchived: hook([context, channel], guardedRefusal),
  /** `(context, channel)`. A text leaves it archived. Mattermost 11.8. */
  ChannelWillBeRestored: hook([context, channel], guardedRefusal),
  /** `(context, scheduledPost)`, when it is made and when it is changed. Mattermost 11.8. */
  ScheduledPostWillBeCreated: hook([context, scheduledPost], scheduledPostDecision),
  /** `(context, draft)`. Comes again and again while somebody writes. Mattermost 11.8. */
  DraftWillBeUpserted: hook([context, draft], draftDecision),
  /**
   * `(context, info, userId, kind)`. A text refuses it. `kind`: `file`, `thumbnail`, `preview`, or `public` for a public
   * link, where the user id is empty. Mattermost 11.5.
   */
  FileWillBeDownloaded: hook([context, fileInfo, string, string], guardedRefusal),
  /** `(notification, userId)`. A text, which is logged, keeps it from being sent. */
  NotificationWillBePushed: hook([pushNotification, string], pushDecision),
  /** `(notification)`. The decision is about its content; a text keeps the mail from being sent. */
  EmailNotificationWillBeSent: hook([emailNotification], emailDecision),
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
  /** `(limits)` */
  OnCloudLimitsUpdated: hook([productLimits], told),
  /** `(now, batchSize)`, epoch milliseconds and rows. Answers how many rows went. */
  RunDataRetention: hook([int, int], rowCount),
  /** `(context)`. Files for the support packet. */
  GenerateSupportData: hook([context], supportFiles),
  /** `(message, remote)` */
  OnSharedChannelsSyncMsg: hook([syncMsg, remoteCluster], syncReport),
  /** `(remote)`. False counts as unreachable. */
  OnSharedChannelsPing: hook([remoteCluster], yesOrNo),
  /** `(file, post, remote)` */
  OnSharedChannelsAttachmentSyncMsg: hook([fileInfo, post, remoteCluster], mayRefuse),
  /** `(user, remote)` */
  OnSharedChannelsProfileImageSyncMsg: hook([user, remoteCluster], mayRefuse),
} as const;

/** The first message of a connection carries the person's session token. */
function withoutSessionToken({ C: request }: Record<string, unknown>): void {
  const { Data } = request as { Data: Record<string, unknown> };
  if ('token' in Data) Data['token'] = '';
}
