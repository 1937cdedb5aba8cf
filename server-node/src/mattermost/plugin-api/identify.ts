import { notSignedIn } from '../../callers/credentials.ts';
import type { Caller, ChannelAccess, Identify, RequestIdentity } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import { isMattermostId, type UserId } from '../../shared/ids.ts';
import type { ProfileOf } from './profiles.ts';

export interface IdentifyDeps {
  /** Whose request this is, as Mattermost proved it. */
  userOf: (request: RequestIdentity) => string | undefined;
  profileOf: ProfileOf;
  accessOf: (userId: UserId) => ChannelAccess;
}

/** Mattermost has checked session, second factor and forgery before it names the person. */
export function makeIdentify({ userOf, profileOf, accessOf }: IdentifyDeps): Identify {
  return async (request): Promise<Caller> => {
    const userId = (userOf(request) ?? '') as UserId;
    if (!isMattermostId(userId)) throw notSignedIn();
    const profile = await profileOf(userId);
    if (profile === undefined) throw notSignedIn();
    if (profile.isBot) {
      throw new AppError('forbidden', 'Bots have no to-dos: use the session or access token of a person.');
    }
    const { username, isGuest, locale } = profile;
    return { userId, username, isGuest, locale, access: accessOf(userId) };
  };
}
