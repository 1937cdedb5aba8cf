import type { PluginApi } from 'mattermost-plugin-host';

import type { ChannelAccess, Identify, RequestIdentity } from '../../callers/ports.ts';
import type { ReplyPoster } from '../../replies/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { UserId } from '../../shared/ids.ts';
import type { Clock } from '../../shared/time.ts';
import { makeAccess, type AccessApi } from './channel-access.ts';
import { makeIdentify } from './identify.ts';
import { makeProfiles, type ProfileOf } from './profiles.ts';
import { makeReplyPoster, type ReplyPosterDeps } from './reply-poster.ts';

export interface MattermostPluginApiOptions {
  api: Pick<PluginApi, 'GetUser'> & AccessApi & ReplyPosterDeps['api'];
  /** Whose request this is, as Mattermost proved it. */
  userOf: (request: RequestIdentity) => string | undefined;
  botId: () => UserId;
  now: Clock;
}

/** Everything the managed backend needs from Mattermost, over the plugin API. */
export interface MattermostPluginApi {
  profileOf: ProfileOf;
  identify: Identify;
  poster: ReplyPoster;
  /** @throws {AppError} mattermost_unavailable */
  isGuest(userId: UserId): Promise<boolean>;
  /** The language of an account. @throws likewise */
  localeOf(userId: UserId): Promise<string | undefined>;
  /** For a person who is not calling now. */
  accessOf(userId: UserId): ChannelAccess;
}

export function createMattermostPluginApi(options: MattermostPluginApiOptions): MattermostPluginApi {
  const { api, userOf, botId, now } = options;
  const profileOf = makeProfiles(api, now);
  const accessOf = makeAccess(api, now);
  return {
    profileOf,
    identify: makeIdentify({ userOf, profileOf, accessOf }),
    accessOf,
    poster: makeReplyPoster({ api, botId, now }),
    localeOf: async (userId) => (await profileOf(userId))?.locale,
    async isGuest(userId) {
      const profile = await profileOf(userId);
      if (profile === undefined) throw new AppError('list_forbidden', 'There is no such person any more.');
      return profile.isGuest;
    },
  };
}
