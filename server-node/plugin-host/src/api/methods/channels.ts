import { bool, int, list, string } from '../../gob/gob-type.ts';
import { channel, channelStats } from '../../model/places.ts';
import { sidebarCategories, sidebarCategory } from '../../model/sidebar-category.ts';
import { method, nothing } from '../method.ts';

export const CHANNELS = {
  /** `(channel)` */
  CreateChannel: method([channel], channel, 'appError'),
  /** `(channel)` */
  UpdateChannel: method([channel], channel, 'appError'),
  /** `(channelId)`. Archives it. */
  DeleteChannel: method([string], nothing, 'appError'),
  /** `(channelId)` */
  GetChannel: method([string], channel, 'appError'),
  /** `(teamId, name, includeDeleted)` */
  GetChannelByName: method([string, string, bool], channel, 'appError'),
  /** `(teamName, name, includeDeleted)` */
  GetChannelByNameForTeamName: method([string, string, bool], channel, 'appError'),
  /** `(teamId, userId, includeDeleted)`. Direct and group channels too. */
  GetChannelsForTeamForUser: method([string, string, bool], list(channel), 'appError'),
  /** `(teamId, page, perPage)` */
  GetPublicChannelsForTeam: method([string, int, int], list(channel), 'appError'),
  /** `(userId, otherUserId)`. Creates the channel if need be. */
  GetDirectChannel: method([string, string], channel, 'appError'),
  /** `(userIds)`. Three to eight people. Creates the channel if need be. */
  GetGroupChannel: method([list(string)], channel, 'appError'),
  /**
   * `(channelId)`. This plugin claims the channel: what it decides about by its hooks is not safe there without it. Can
   * be repeated; several plugins may claim one channel. Mattermost 11.8.
   */
  RegisterChannelGuard: method([string], nothing, 'appError'),
  /** `(channelId)`. Ends this plugin's own claim. Mattermost 11.8. */
  UnregisterChannelGuard: method([string], nothing, 'appError'),
  /** `(channelId)` */
  GetChannelStats: method([string], channelStats, 'appError'),
  /** `(teamId, term)`. Public ones, by name or display name. */
  SearchChannels: method([string, string], list(channel), 'appError'),
  /** `(userId, teamId, newCategory)` */
  CreateChannelSidebarCategory: method([string, string, sidebarCategory], sidebarCategory, 'appError'),
  /** `(userId, teamId)` */
  GetChannelSidebarCategories: method([string, string], sidebarCategories, 'appError'),
  /** `(userId, teamId, categories)` */
  UpdateChannelSidebarCategories: method(
    [string, string, list(sidebarCategory)],
    list(sidebarCategory),
    'appError',
  ),
} as const;
