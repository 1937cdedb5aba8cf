import { bool, bytes, string } from '../../gob/gob-type.ts';
import {
  registerPluginOpts,
  sharedChannel,
  syncCursor,
  syncMsg,
  syncResponse,
} from '../../model/shared-channel.ts';
import { method, nothing } from '../method.ts';

export const SHARED_CHANNELS = {
  /** `(options)` */
  RegisterPluginForSharedChannels: method([registerPluginOpts], string, 'error'),
  /** `(pluginId)` */
  UnregisterPluginForSharedChannels: method([string], nothing, 'error'),
  /** `(remoteId)`. One of several; the others stay. Mattermost 11.7. */
  UnregisterPluginRemoteForSharedChannels: method([string], nothing, 'error'),
  /** `(sharedChannel)` */
  ShareChannel: method([sharedChannel], sharedChannel, 'error'),
  /** `(sharedChannel)` */
  UpdateSharedChannel: method([sharedChannel], sharedChannel, 'error'),
  /** `(channelId)`. False when it was not shared. */
  UnshareChannel: method([string], bool, 'error'),
  /** `(channelId, remoteId, cursor)` */
  UpdateSharedChannelCursor: method([string, string, syncCursor], nothing, 'error'),
  /** `(channelId)` */
  SyncSharedChannel: method([string], nothing, 'error'),
  /** `(channelId, remoteId, userId, shareIfNotShared)` */
  InviteRemoteToChannel: method([string, string, string, bool], nothing, 'error'),
  /** `(channelId, remoteId)` */
  UninviteRemoteFromChannel: method([string, string], nothing, 'error'),
  /**
   * `(remoteId, message)`. What happened on the other side, for the shared channel that the message names; with
   * people alone, and no channel, for everybody. What was not taken in stands in the answer. Mattermost 11.7.
   */
  ReceiveSharedChannelSyncMsg: method([string, syncMsg], syncResponse, 'error'),
  /** `(remoteId, userId, image)`. The person must be of that remote. Mattermost 11.7. */
  ReceiveSharedChannelProfileImageSyncMsg: method([string, string, bytes], nothing, 'error'),
} as const;
