import type { IncomingMessage } from 'node:http';
import type { Session, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { cookieOf } from './cookies.ts';

export interface FoundToken {
  token: string;
  where: 'cookie' | 'header' | 'query';
}

/** Where Mattermost looks, in its order: the cookie wins over the header, even when it is worthless. */
export function findToken(req: IncomingMessage): FoundToken | undefined {
  const cookie = cookieOf(req, 'MMAUTHTOKEN');
  if (cookie !== undefined && cookie !== '') return { token: cookie, where: 'cookie' };
  const [, header] = /^(?:bearer|token) +(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  if (header !== undefined) return { token: header, where: 'header' };
  const query = new URL(req.url ?? '/', 'http://stand-in').searchParams.get('access_token');
  return query === null || query === '' ? undefined : { token: query, where: 'query' };
}

/** @returns undefined for a token that is unknown, expired, revoked, disabled, or of a deactivated person. */
export function sessionOf(site: Site, token: string): Session | undefined {
  const session = site.world.sessions.get(token);
  if (session === undefined || session.expires_at <= site.now()) return undefined;
  const accessToken = site.world.accessTokens.get(session.access_token_id ?? '');
  if (session.access_token_id !== undefined && accessToken?.is_active !== true) return undefined;
  return userOf(site, session)?.delete_at === 0 ? session : undefined;
}

export const userOf = (site: Site, session: Session): User | undefined =>
  site.world.users.get(session.user_id);
