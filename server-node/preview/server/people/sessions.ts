import { newId } from '../site/ids.ts';
import { serviceSetting } from '../site/config-section.ts';
import type { AccessToken, Session, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';

const HOUR_MS = 3_600_000;
const CENTURY_MS = 100 * 365 * 24 * HOUR_MS;

export const sessionLengthMs = (site: Site): number =>
  Number(serviceSetting(site.world, 'SessionLengthWebInHours')) * HOUR_MS;

export function openSession(site: Site, user: User): Session {
  const session: Session = {
    id: newId(),
    token: newId(),
    user_id: user.id,
    create_at: site.now(),
    expires_at: site.now() + sessionLengthMs(site),
    csrf: newId(),
  };
  site.world.sessions.set(session.token, session);
  return session;
}

/** The token opens a session like any other; it has no CSRF token and hardly ever expires. */
export function createAccessToken(site: Site, user: User, description: string): AccessToken {
  const accessToken = { id: newId(), token: newId(), user_id: user.id, description, is_active: true };
  site.world.accessTokens.set(accessToken.id, accessToken);
  site.world.sessions.set(accessToken.token, {
    id: newId(),
    token: accessToken.token,
    user_id: user.id,
    create_at: site.now(),
    expires_at: site.now() + CENTURY_MS,
    csrf: '',
    access_token_id: accessToken.id,
  });
  return accessToken;
}

export function revokeAccessToken(site: Site, accessToken: AccessToken): void {
  site.world.accessTokens.delete(accessToken.id);
  site.world.sessions.delete(accessToken.token);
}

/** Access tokens outlive a deactivation: they work again when the account does. */
export function endSessionsOf(site: Site, userId: string): void {
  for (const [token, session] of site.world.sessions) {
    if (session.user_id === userId && session.access_token_id === undefined)
      site.world.sessions.delete(token);
  }
}

export function sessionView(session: Session, user: User, teamMembers: unknown[]) {
  return {
    id: session.id,
    token: '',
    create_at: session.create_at,
    expires_at: session.expires_at,
    last_activity_at: session.create_at,
    user_id: session.user_id,
    device_id: '',
    roles: user.roles,
    is_oauth: false,
    expired_notify: false,
    props:
      session.access_token_id === undefined
        ? { csrf: session.csrf, isMobile: 'false', is_guest: 'false' }
        : { is_guest: 'false', type: 'UserAccessToken', user_access_token_id: session.access_token_id },
    team_members: teamMembers,
    local: false,
  };
}
