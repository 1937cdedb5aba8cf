import type { AccountOf } from '../../callers/account.ts';
import { notSignedIn } from '../../callers/credentials.ts';
import type { Caller, ChannelAccess, Identify, RequestIdentity } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import { isMattermostId, type UserId } from '../../shared/ids.ts';

export interface IdentifyDeps {
  /** Whose request this is, as Mattermost proved it. */
  userOf: (request: RequestIdentity) => string | undefined;
  accountOf: AccountOf;
  accessOf: (userId: UserId) => ChannelAccess;
}

/** Mattermost has checked session, second factor and forgery before it names the person. */
export function makeIdentify({ userOf, accountOf, accessOf }: IdentifyDeps): Identify {
  return async (request): Promise<Caller> => {
    const userId = (userOf(request) ?? '') as UserId;
    if (!isMattermostId(userId)) throw notSignedIn();
    const account = await accountOf(userId);
    if (account === undefined || account.isDeactivated) throw notSignedIn();
    if (account.isBot) {
      throw new AppError('forbidden', 'Bots have no to-dos: use the session or access token of a person.');
    }
    const { username, isGuest, locale } = account;
    return { userId, username, isGuest, locale, access: accessOf(userId) };
  };
}
