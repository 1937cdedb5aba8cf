import { bool, string } from '../../gob/gob-type.ts';
import { registerPluginOpts, sharedChannel, syncCursor } from '../../model/shared-channel.ts';
import { method, nothing } from '../method.ts';

export const SHARED_CHANNELS = {
  /** `(options)` */
  RegisterPluginForSharedChannels: method([registerPluginOpts], string, 'error'),
  /** `(pluginId)` */
  UnregisterPluginForSharedChannels: method([string], nothing, 'error'),
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
} as const;
